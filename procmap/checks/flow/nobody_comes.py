"""FLW050 nobody-comes: somebody is waited for, and nothing is said of what happens if nothing comes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.naming import spellings
from procmap.checks.robots import is_beside_the_point
from procmap.checks.words import WHO_LEADS, performer
from procmap.graph.adjacency import Scope
from procmap.graph.view import View
from procmap.model.activity import Node, SubProcess, Task
from procmap.model.event import Event
from procmap.model.gateway import Gateway
from procmap.model.knowledge import known
from procmap.model.process import Process
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """A clock at the wait, in a race with it, around it, or a deadline for it is an end, and so is a reminder.

    Residents wait too: what they wait for is our work, and asked about elsewhere. For a robot only what it has to do
    with is looked at.
    """
    for process in view.processes:
        if view.pool(process) is not None:
            continue
        due = {path for deadline in process.deadlines for path in known(deadline.ends) or ()}
        timed: dict[str, bool] = {}
        for scope in view.scopes(process):
            around = scope.prefix[:-1]
            timed[scope.prefix] = _is_timed_around(view, process, scope, around, timed)
            if timed[scope.prefix]:
                continue
            for id, node in scope.nodes.items():
                path = scope.prefix + id
                if not _waits(node) or _has_clock(scope, node) or path in due:
                    continue
                is_ours = view.kind(process, view.place(process, path)) != "customer"
                if is_ours and not is_beside_the_point(view, process, path):
                    ref = view.at(process, scope, id)
                    yield hit(ref, step=view.label(ref), role=performer(view, process, path), asked=False)


def _waits(node: Node) -> bool:
    """Whether it waits for somebody: a message, or that something has become true; its name may say so too."""
    if isinstance(node, Task):
        return node.waits_for is not None and node.waits_for.kind in ("message", "condition")
    if not isinstance(node, Event) or node.position != "catch":
        return False
    kinds = {trigger.kind for trigger in node.triggers}
    if not kinds and any(_COMES.search(name.casefold()) for name in spellings(node.name)):
        return True
    return bool(kinds & {"message", "condition"}) and "timer" not in kinds


_COMES = re.compile(
    r"\b(inkom|kom(mer|ma)? (in|fram|tillbaka)\b|svarar|svaret\b|svar (kommer|från|på)|återkommer|hör av sig|lämnas in"
    r"|arrive|comes? (in|back)\b|repl(y|ies)\b|answers?\b|is received)"
)
"""What is said of something that somebody is to send or do: *Komplettering inkommer*."""


def _has_clock(scope: Scope, node: Node) -> bool:
    if any(_is_clock(event) for event in scope.boundary.get(node.id, ())):
        return True
    races = [scope.nodes[id] for id in scope.before(node.id)]
    return any(
        _is_clock(scope.nodes[id])
        for race in races
        if isinstance(race, Gateway) and race.kind == "event_based"
        for id in scope.after(race.id)
    )


def _is_timed_around(view: View, process: Process, scope: Scope, around: str, timed: dict[str, bool]) -> bool:
    """Whether a clock runs for the whole scope: on its border, around it, or in an event subprocess in it."""
    for id in scope.apart:
        inside = scope.nodes[id]
        if isinstance(inside, SubProcess) and any(_is_clock(node) for node in inside.nodes):
            return True
    if not around:
        return False
    outer = view.scope(process, around)
    return timed[outer.prefix] or any(_is_clock(event) for event in outer.boundary.get(around.rpartition("/")[2], ()))


def _is_clock(node: Node) -> bool:
    """A timer, whatever it says: one that does not apply has been talked about."""
    return isinstance(node, Event) and any(trigger.kind == "timer" for trigger in node.triggers)


CHECK = Check(
    code="FLW050",
    name="nobody-comes",
    kind="risk",
    packs=("rpa", "e-service"),
    message=Text(
        sv="Vid {step} väntar ärendet, och det står inte vad som händer om det dröjer.",
        en="At {step} the case waits, and it does not say what happens if it takes long.",
    ),
    gathered=Text(
        sv="Här väntar ärendet, och det står inte vad som händer om det dröjer: {steps}.",
        en="Here the case waits, and it does not say what happens if it takes long: {steps}.",
    ),
    question=Text(
        sv="Hur länge väntar vi vid {step}, och vad gör vi om det dröjer?",
        en="For how long do we wait at {step}, and what do we do if it takes long?",
    ),
    gathered_question=Text(
        sv="Hur länge väntar vi, och vad gör vi om det dröjer: {steps}?",
        en="For how long do we wait, and what do we do if it takes long: {steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Ett ärende som väntar utan slut syns inte i någon lista. En människa minns det ibland. Ett system gör det "
        "aldrig av sig själv.",
        en="A case that waits without end shows in no list. A person sometimes remembers it. A system never does by "
        "itself.",
    ),
    source="Sundsvalls kommun, processmodell för parkeringstillstånd, github.com/Sundsvallskommun, 2026-11-23",
    answers=("RPA-067", "BPMN: wait without timeout"),
    bad="""\
changes:
  - before: Meddela beslutet
    flow:
      - wait: Bolagsverket svarar
        message: svar
""",
    good="""\
changes:
  - before: Meddela beslutet
    flow:
      - wait: Bolagsverket svarar
        message: svar
        meanwhile:
          - timer: 2 weeks
            flow:
              - registrator: Ring Bolagsverket
                why: Företagaren ska inte behöva vänta i onödan
                system: ecos
""",
    find=find,
)

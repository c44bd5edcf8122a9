"""JRN032 deadline-without-reminder: somebody is to answer in time, and is not reminded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, performer
from procmap.graph.adjacency import Scope, spread
from procmap.graph.mentions import words
from procmap.graph.view import View
from procmap.model.activity import Node, Task
from procmap.model.event import Event
from procmap.model.gateway import Gateway
from procmap.model.knowledge import NotApplicable
from procmap.model.process import Process
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """A wait for a message that a clock ends, and that no clock comes back to or runs beside; a note may tell of it.

    A wait for time to pass, in which a message may come (an appeal), is no deadline to remind of; nor is it our
    deadline where the resident is the one who waits.
    """
    for process in view.processes:
        if view.pool(process) is not None:
            continue
        for scope in view.scopes(process):
            for id, node in scope.nodes.items():
                if _waits_in_time(scope, node) and not _is_customers(view, process, scope.prefix + id):
                    if any(_REMINDS.search(word.casefold()) for word in words(node)):
                        continue
                    ref = view.at(process, scope, id)
                    role = performer(view, process, scope.prefix + id)
                    yield hit(ref, step=view.label(ref), role=role, asked=False)


_REMINDS = re.compile(r"påmin|remind")


def _waits_in_time(scope: Scope, node: Node) -> bool:
    if isinstance(node, Task):
        if node.waits_for is None or node.waits_for.kind != "message":
            return False
        clocks = [event for event in scope.boundary.get(node.id, ()) if _has(event, "timer")]
        around = node.id
        if any(not clock.interrupting for clock in clocks):
            return False
    else:
        if not (isinstance(node, Event) and node.position == "catch" and _has(node, "message")) or _has(node, "timer"):
            return False
        race = next((scope.nodes[id] for id in scope.before(node.id)), None)
        if not isinstance(race, Gateway) or race.kind != "event_based" or node.id != _first(scope, race):
            return False
        around = race.id
        others = [scope.nodes[id] for id in scope.after(race.id)]
        clocks = [event for event in others if isinstance(event, Event) and _has(event, "timer")]
    return bool(clocks) and not any(around in set(spread(scope.after(clock.id), scope.after)) for clock in clocks)


def _first(scope: Scope, race: Gateway) -> str:
    """What is waited for: the others of the race are what may end the wait."""
    return next(iter(scope.after(race.id)))


def _has(event: Event, kind: str) -> bool:
    return any(trigger.kind == kind and not isinstance(trigger.what, NotApplicable) for trigger in event.triggers)


def _is_customers(view: View, process: Process, path: str) -> bool:
    return view.kind(process, view.place(process, path)) == "customer"


CHECK = Check(
    code="JRN032",
    name="deadline-without-reminder",
    kind="ask",
    packs=("journey", "e-service"),
    message=Text(
        sv="Vid {step} kan tiden gå ut, och det står inte om någon påminns.",
        en="At {step} time may run out, and it does not say whether anybody is reminded.",
    ),
    gathered=Text(
        sv="Här kan tiden gå ut, och det står inte om någon påminns: {steps}.",
        en="Here time may run out, and it does not say whether anybody is reminded: {steps}.",
    ),
    question=Text(
        sv="Hur får den som ska svara veta att tiden snart går ut vid {step}, och vad som händer sedan?",
        en="How do those who are to answer learn that time soon runs out at {step}, and what happens then?",
    ),
    gathered_question=Text(
        sv="Hur får den som ska svara veta att tiden snart går ut, och vad som händer sedan: {steps}?",
        en="How do those who are to answer learn that time soon runs out, and what happens then: {steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Ett ärende som avslutas för att ett brev glömdes kommer ofta tillbaka.",
        en="A case that is closed because a letter was forgotten often comes back.",
    ),
    source="procmap, 2026-11-23",
    bad="""\
flow:
  - start: Anmälan inkommer
    lane: foretagare
  - registrator: Begär komplettering
    why: Beslutet ska vila på riktiga uppgifter
  - wait: Komplettering inkommer
    message: komplettering
    unless:
      - timer: 3 weeks
        flow: [end: Ärendet är avskrivet]
""",
    good="""\
flow:
  - start: Anmälan inkommer
    lane: foretagare
  - registrator: Begär komplettering
    why: Beslutet ska vila på riktiga uppgifter
  - wait: Komplettering inkommer
    message: komplettering
    meanwhile:
      - timer: 2 weeks
        flow:
          - registrator: Påminn
            why: Den som glömt ska få en chans till
    unless:
      - timer: 3 weeks
        flow: [end: Ärendet är avskrivet]
""",
    find=find,
)

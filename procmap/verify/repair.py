"""What to change, for the plain patterns: two gateways that do not fit each other, a loop without a way out.

A proof names where a case gets stuck; the mistake is often made further up. So from there the way is followed back to
the nearest place where the ways that should meet had parted. A repair is a proposal, and never the only one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from procmap.graph.adjacency import Scope, scopes, spread
from procmap.model.activity import Activity
from procmap.model.event import Event
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.process import Process
from procmap.text import Text
from procmap.verify.result import Property, Verification

__all__ = ["Pattern", "Repair", "repairs"]

Pattern = Literal[
    "one-way-and-all-awaited",
    "some-ways-and-all-awaited",
    "all-ways-and-none-awaited",
    "some-ways-and-none-awaited",
    "meanwhile-into-the-flow",
    "a-branch-ends",
    "loop-without-exit",
    "answer-missing",
]


@dataclass(frozen=True, slots=True)
class Repair:
    """A proposal: the element to change, another that it does not fit, both by path, and words with both in braces.

    ``words`` are those of the language that teams write, ``drawn`` those of somebody who draws BPMN.
    """

    pattern: Pattern
    element: str
    other: str
    words: Text
    drawn: Text


_WORDS: dict[Pattern, Text] = {
    "one-way-and-all-awaited": Text(
        sv="{other} väljer en väg, men vid {element} väntas alla in. Låt vägarna mötas utan att vänta (ta bort "
        "`parallel` där), eller låt {other} ta alla vägar (`parallel`).",
        en="{other} chooses one way, but all are waited for at {element}. Let the ways meet without waiting (no "
        "`parallel` there), or let {other} take all ways (`parallel`).",
    ),
    "some-ways-and-all-awaited": Text(
        sv="{other} kan ta bara några av vägarna, men vid {element} väntas alla in. Låt dem mötas i ett `inclusive`.",
        en="{other} may take only some of the ways, but all are waited for at {element}. Let them meet in an "
        "`inclusive`.",
    ),
    "all-ways-and-none-awaited": Text(
        sv="{other} tar alla vägar samtidigt, men {element} väntar inte in dem och görs en gång för varje. Låt vägarna "
        "mötas i ett `parallel` utan grenar före {element}, eller låt {other} välja en väg (`exclusive`).",
        en="{other} takes all ways at once, but {element} does not wait for them and is done once for each. Let the "
        "ways meet in a `parallel` without branches before {element}, or let {other} choose one (`exclusive`).",
    ),
    "some-ways-and-none-awaited": Text(
        sv="{other} kan ta flera vägar samtidigt, men {element} väntar inte in dem och görs en gång för varje. Låt "
        "vägarna mötas i ett `inclusive` utan grenar före {element}.",
        en="{other} may take several ways at once, but {element} does not wait for them and is done once for each. Let "
        "the ways meet in an `inclusive` without branches before {element}.",
    ),
    "meanwhile-into-the-flow": Text(
        sv="Det som händer under tiden ({other}) leder tillbaka in i flödet vid {element}, som då görs en gång till. "
        "Låt det sluta för sig, eller låt det avbryta (`unless`).",
        en="What happens meanwhile ({other}) leads back into the flow at {element}, which is then done once more. Let "
        "it end by itself, or let it interrupt (`unless`).",
    ),
    "a-branch-ends": Text(
        sv="Vid {element} väntas alla vägar in, men en av dem kan sluta i {other}. Låt den vägen också leda dit, "
        "eller låt {other} avsluta allt (`terminate: true`).",
        en="All ways are waited for at {element}, but one of them may end in {other}. Let that way lead there too, "
        "or let {other} end everything (`terminate: true`).",
    ),
    "loop-without-exit": Text(
        sv="Från {element} går det bara runt. Lägg till ett svar eller en händelse som leder ut, t.ex. till ett slut.",
        en="From {element} it only goes round. Add an answer or an event that leads out, for instance to an end.",
    ),
    "answer-missing": Text(
        sv="{other} kan sluta på ett sätt som {element} inte har något svar för. Lägg till det svaret, eller `else`.",
        en="{other} may end in a way that {element} has no answer for. Add that answer, or `else`.",
    ),
}
_DRAWN: dict[Pattern, Text] = {
    "one-way-and-all-awaited": Text(
        sv="{other} väljer en väg, men vid {element} väntas alla in. Byt det som väntar mot ett exklusivt vägval "
        "(kryss), eller byt {other} mot ett parallellt (plus) om alla vägar ska tas.",
        en="{other} chooses one way, but all are waited for at {element}. Change what waits into an exclusive gateway "
        "(cross), or {other} into a parallel one (plus) if all ways are to be taken.",
    ),
    "some-ways-and-all-awaited": Text(
        sv="{other} kan ta bara några av vägarna, men vid {element} väntas alla in. Låt dem mötas i ett inkluderande "
        "vägval (ring).",
        en="{other} may take only some of the ways, but all are waited for at {element}. Let them meet in an inclusive "
        "gateway (circle).",
    ),
    "all-ways-and-none-awaited": Text(
        sv="{other} tar alla vägar samtidigt, men {element} väntar inte in dem och görs en gång för varje. Låt vägarna "
        "mötas i ett parallellt vägval (plus) före {element}, eller sätt ett exklusivt vägval (kryss) där de "
        "skiljs åt.",
        en="{other} takes all ways at once, but {element} does not wait for them and is done once for each. Let the "
        "ways meet in a parallel gateway (plus) before {element}, or part them by an exclusive gateway (cross).",
    ),
    "some-ways-and-none-awaited": Text(
        sv="{other} kan ta flera vägar samtidigt, men {element} väntar inte in dem och görs en gång för varje. Låt "
        "vägarna mötas i ett inkluderande vägval (ring) före {element}.",
        en="{other} may take several ways at once, but {element} does not wait for them and is done once for each. Let "
        "the ways meet in an inclusive gateway (circle) before {element}.",
    ),
    "meanwhile-into-the-flow": Text(
        sv="Kanthändelsen ({other}) avbryter inte, men leder tillbaka in i flödet vid {element}, som då görs en gång "
        "till. Dra den till ett eget slut, eller gör den avbrytande (heldragen kant).",
        en="The boundary event ({other}) does not interrupt, but leads back into the flow at {element}, which is then "
        "done once more. Draw it to an end of its own, or let it interrupt (solid border).",
    ),
    "a-branch-ends": Text(
        sv="Vid {element} väntas alla vägar in, men en av dem kan sluta i {other}. Låt den vägen också leda dit, eller "
        "gör {other} till ett slut som stoppar allt (terminate).",
        en="All ways are waited for at {element}, but one of them may end in {other}. Let that way lead there too, or "
        "make {other} an end that stops everything (terminate).",
    ),
    "loop-without-exit": Text(
        sv="Från {element} går det bara runt. Lägg till en väg som leder ut, från ett vägval eller en kanthändelse.",
        en="From {element} it only goes round. Add a way that leads out, from a gateway or a boundary event.",
    ),
    "answer-missing": Text(
        sv="{other} kan sluta på ett sätt som ingen väg ut från {element} gäller för. Lägg till den vägen, eller gör "
        "en av dem till standardväg (default).",
        en="{other} may end in a way that no way out of {element} is for. Add that way, or make one of them the "
        "default.",
    ),
}


def repairs(process: Process, proved: Verification) -> tuple[Repair, ...]:
    """What to change where a proof failed in one of the plain patterns; nothing where none fits."""
    if proved.verdict != "unsound":
        return ()
    by_prefix = {scope.prefix: scope for scope in scopes(process)}
    found: dict[tuple[Pattern, str], Repair] = {}
    names: tuple[Property, ...] = ("option_to_complete", "safeness", "proper_completion")
    for name in names:
        for path in proved.elements.get(name, ()):
            prefix = path[: path.rfind("/") + 1]
            scope = by_prefix.get(prefix)
            if scope is None:
                continue
            id = path[len(prefix) :]
            ways = _stuck(scope, id) if name == "option_to_complete" else _doubled(scope, id)
            for pattern, element, other in ways:
                repair = Repair(pattern, prefix + element, prefix + other, _WORDS[pattern], _DRAWN[pattern])
                found.setdefault((pattern, repair.element), repair)
    return tuple(found.values())


_Found = Iterator[tuple[Pattern, str, str]]


def _stuck(scope: Scope, id: str) -> _Found:
    """Why a case waits at a node for ever."""
    node = scope.nodes.get(id)
    if isinstance(node, Gateway) and len(scope.incoming.get(id, ())) > 1 and node.kind == "parallel":
        split = _parting(scope, id)
        if split is None:
            return
        before = scope.nodes[split]
        if isinstance(before, Gateway) and before.kind in ("exclusive", "event_based"):
            yield "one-way-and-all-awaited", id, split
        elif isinstance(before, Gateway) and before.kind in ("inclusive", "complex"):
            yield "some-ways-and-all-awaited", id, split
        else:
            end = _end_on_the_way(scope, split, id)
            if end is not None:
                yield "a-branch-ends", id, end
        return
    if node is not None and id not in scope.finishing:
        yield "loop-without-exit", id, id
    elif isinstance(node, Gateway) and node.kind == "exclusive":
        flows = scope.incoming.get(id, ())
        if len(flows) == 1 and isinstance(scope.nodes[flows[0].source], Activity):
            yield "answer-missing", id, flows[0].source


def _doubled(scope: Scope, id: str) -> _Found:
    """Where ways that run side by side came together unawaited; ``id`` is a flow that carries two, or an end."""
    flow = next((each for flows in scope.outgoing.values() for each in flows if each.id == id), None)
    at = flow.source if flow is not None else id
    seen = {at}
    while len(before := scope.before(at)) == 1 and before[0] not in seen:
        at = before[0]
        seen.add(at)
    node = scope.nodes.get(at)
    if node is None or len(before) < 2 or (isinstance(node, Gateway) and node.kind == "parallel"):
        return
    split = _parting(scope, at)
    if split is None:
        return
    parting = scope.nodes[split]
    if isinstance(parting, Event) and parting.position == "boundary":
        yield "meanwhile-into-the-flow", at, split
    elif isinstance(parting, Gateway) and parting.kind in ("inclusive", "complex"):
        yield "some-ways-and-none-awaited", at, split
    elif not isinstance(parting, Gateway) or parting.kind == "parallel":
        yield "all-ways-and-none-awaited", at, split


def _parting(scope: Scope, id: str) -> str | None:
    """The nearest node before one from which different ways lead to its different incoming flows.

    For an activity that parts from what happens meanwhile at its border, the event there.
    """
    coming = scope.incoming.get(id, ())
    reach = [
        frozenset(spread([flow.source], lambda at: (each for each in scope.before(at) if each != id)))
        for flow in coming
    ]
    for candidate in spread([id], scope.before):
        if candidate == id:
            continue
        ways: list[tuple[str | None, frozenset[int]]] = []
        for flow in scope.outgoing.get(candidate, ()):
            ways.append((None, _inputs(coming, reach, flow.id, flow.target)))
        for event in scope.boundary.get(candidate, ()):
            if not event.interrupting:
                ways.append((event.id, _inputs(coming, reach, None, event.id)))
        for number, (_, first) in enumerate(ways):
            for event_id, second in ways[number + 1 :]:
                if first and second and len(first | second) > 1:
                    return event_id or candidate
    return None


def _inputs(
    coming: tuple[SequenceFlow, ...], reach: list[frozenset[str]], flow: str | None, target: str
) -> frozenset[int]:
    """Which incoming flows a way leads to."""
    return frozenset(number for number, each in enumerate(coming) if each.id == flow or target in reach[number])


def _end_on_the_way(scope: Scope, split: str, join: str) -> str | None:
    """An end that can be reached between a split and the join that waits for it."""
    for id in spread([split], lambda at: (each for each in scope.after(at) if each != join)):
        if id != split and scope.leaves(id):
            return id
    return None

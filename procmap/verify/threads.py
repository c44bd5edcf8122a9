"""What follows an event that does not interrupt, where it is a thread of its own: a reminder that just ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from procmap.model.activity import Node, SubProcess
from procmap.model.event import Event
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.verify.level import OUTSIDE, TASK, Level

__all__ = ["Thread", "alone", "entered_apart", "threads"]

_LONGEST = 1_000
"""Elements of a thread; what is longer is counted with the flow around it."""


class Thread(NamedTuple):
    """The nodes of a thread, and what it is like: threads of one ``sort`` are all sound taken alone, or none is."""

    nodes: list[int]
    sort: int


def threads(level: Level) -> dict[int, Thread]:
    """The events at borders whose threads are apart if all are sound taken alone.

    A thread can only be reached from its event and such others, and ends nothing but itself.
    """
    found = {event: nodes for event in _events(level) if (nodes := _thread(level, event)) is not None}
    known: dict[int, frozenset[int]] = {}
    return {event: Thread(nodes, _sort(level, event, known)) for event, nodes in entered_apart(level, found).items()}


def entered_apart(level: Level, threads: Mapping[int, list[int]]) -> dict[int, list[int]]:
    """As many of some threads as can be, so that each is entered only by its event, those of others, or from others."""
    left = dict(threads)
    covered = Counter(number for event, nodes in threads.items() for number in (event, *nodes))
    holding: dict[int, list[int]] = {}
    for event, nodes in threads.items():
        for number in nodes:
            holding.setdefault(number, []).append(event)
    waiting = [number for number in holding if any(level.source[flow] not in covered for flow in level.ins[number])]
    while waiting:
        for event in holding.pop(waiting.pop(), ()):
            for number in (event, *left.pop(event)) if event in left else ():
                covered[number] -= 1
                if not covered[number]:
                    waiting += [level.target[flow] for flow in level.outs[number]]
    return left


def alone(level: Level, event: int, nodes: list[int]) -> SubProcess:
    """A scope that holds just a thread, begun by its event: from elsewhere nothing comes, where that leads in too."""
    inside: list[Node] = []
    waits: list[SequenceFlow] = []
    ids = {level.nodes[number].id for number in (event, *nodes)}
    for number in sorted({event, *nodes}):
        node = level.nodes[number]
        if number == event:
            assert isinstance(node, Event)
            node = replace(node, position="start", attached_to=None, triggers=())
        elif isinstance(node, Gateway):
            other = next((flow for flow in level.ins[number] if level.flows[flow].source not in ids), None)
            if other is not None and node.kind == "parallel":  # it waits for what never comes, as for itself
                waits.append(replace(level.flows[other], source=node.id))
            elif other is not None and node.kind == "exclusive":  # its answers are bound to no subprocess before it
                node = replace(node, kind="event_based")
        inside.append(node)
    outs = sorted(flow for number in (event, *nodes) for flow in level.outs[number])
    flows = [level.flows[flow] for flow in outs if flow < len(level.flows)]
    return SubProcess(id=level.nodes[event].id, nodes=tuple(inside), flows=(*flows, *waits))


def _events(level: Level) -> list[int]:
    """The events at borders that do not interrupt."""
    found = []
    for number in sorted(event for events in level.border.values() for event in events):
        node = level.nodes[number]
        if isinstance(node, Event) and not node.interrupting and number not in level.outside:
            found.append(number)
    return found


def _thread(level: Level, event: int) -> list[int] | None:
    """The nodes that follow an event; None where they stop more than themselves, or are too many."""
    nodes = _reached(level, [level.target[flow] for flow in level.outs[event]])
    if nodes is None or _host(level, event) in nodes:
        return None
    return sorted(nodes)


def _reached(level: Level, waiting: list[int]) -> dict[int, None] | None:
    region: dict[int, None] = {}
    while waiting:
        number = waiting.pop()
        if number in region:
            continue
        node = level.nodes[number]
        if level.kind[number] == OUTSIDE and _host(level, number) not in region:
            return None
        if isinstance(node, Event) and _reaches_out(node):
            return None
        region[number] = None
        if len(region) > _LONGEST:
            return None
        waiting += [level.target[flow] for flow in level.outs[number]] + level.border.get(number, [])
    return region


def _sort(level: Level, event: int, known: dict[int, frozenset[int]]) -> int:
    """The node where a thread begins to matter, behind steps that only pass its token on; else something of its own.

    What is shared by many reminders would else be proved for each of them.
    """
    passed: set[int] = set()
    number = event
    while len(level.outs[number]) == 1 and number not in passed:
        passed.add(number)
        number = level.target[level.outs[number][0]]
        if level.kind[number] != TASK or number in level.border:
            break
    if number == event:
        return ~event
    if number not in known:
        known[number] = frozenset(_reached(level, [number]) or ())
    return number if passed.isdisjoint(known[number]) else ~event


def _host(level: Level, event: int) -> int | None:
    return level.index.get(str(getattr(level.nodes[event], "attached_to", "")))


def _reaches_out(event: Event) -> bool:
    """Whether an event does something to what is around: ends more than itself, or throws."""
    if event.position not in ("end", "throw"):
        return False
    return any(trigger.kind in ("terminate", "error", "cancel", "escalation") for trigger in event.triggers)

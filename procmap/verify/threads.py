"""What follows an event that does not interrupt, where it is a thread of its own: a reminder that just ends."""

from __future__ import annotations

from dataclasses import replace

from procmap.model.activity import SubProcess
from procmap.model.event import Event
from procmap.verify.level import OUTSIDE, Level

__all__ = ["thread", "thread_events"]

_LONGEST = 1_000
"""Elements of a thread; what is longer is counted with the flow around it."""


def thread_events(level: Level) -> list[int]:
    """The events at borders that do not interrupt."""
    found = []
    for number in sorted(event for events in level.border.values() for event in events):
        node = level.nodes[number]
        if isinstance(node, Event) and not node.interrupting and number not in level.outside:
            found.append(number)
    return found


def thread(level: Level, event: int) -> tuple[list[int], SubProcess] | None:
    """The nodes of a thread and a scope that holds just them, begun by the event; None where it is none.

    A thread can only be reached from its event, and ends nothing but itself.
    """
    region: dict[int, None] = {}
    waiting = [level.target[flow] for flow in level.outs[event]]
    while waiting:
        number = waiting.pop()
        if number in region:
            continue
        node = level.nodes[number]
        if level.kind[number] == OUTSIDE and number not in _hosted(level, region):
            return None
        if isinstance(node, Event) and _reaches_out(node):
            return None
        region[number] = None
        if len(region) > _LONGEST:
            return None
        waiting += [level.target[flow] for flow in level.outs[number]] + level.border.get(number, [])
    host = level.index.get(str(getattr(level.nodes[event], "attached_to", "")))
    if host in region:
        return None
    inside = {*region, event}
    for number in region:
        if any(level.source[flow] not in inside for flow in level.ins[number]):
            return None
    chosen = sorted(inside)
    nodes = []
    for number in chosen:
        node = level.nodes[number]
        if number == event:
            assert isinstance(node, Event)
            node = replace(node, position="start", attached_to=None, triggers=())
        nodes.append(node)
    ids = {node.id for node in nodes}
    flows = tuple(flow for flow in level.flows if flow.source in ids and flow.target in ids)
    scope = SubProcess(id=level.nodes[event].id, nodes=tuple(nodes), flows=flows)
    return sorted(region), scope


def _hosted(level: Level, region: dict[int, None]) -> set[int]:
    return {event for host in region for event in level.border.get(host, ())}


def _reaches_out(event: Event) -> bool:
    """Whether an event does something to what is around: ends more than itself, or throws."""
    if event.position not in ("end", "throw"):
        return False
    return any(trigger.kind in ("terminate", "error", "cancel", "escalation") for trigger in event.triggers)

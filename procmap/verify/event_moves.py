"""The moves of events, and of tasks with nothing at their border (13.3.1, 13.5)."""

from __future__ import annotations

from procmap.model.event import Event
from procmap.verify.net import MOVE, RESET, Net

__all__ = ["add_end", "add_simple", "add_starts"]


def add_simple(net: Net, number: int) -> None:
    """A task without events at its border, or an event on the way."""
    level, step = net.level, ((number, ()),)
    node = level.nodes[number]
    marks = 0
    if isinstance(node, Event) and node.position == "throw":
        marks = net.remembered.of_throws(node)
        exit = net.remembered.exit_of(node)
        if exit is not None:
            marks |= net.remembered.of_exit(exit)
            for flow in level.ins[number]:
                net.beyond.setdefault(net.place[flow], []).extend(level.outs[number])
                net.add(number, step, [net.place[flow]], [], kind=RESET, marks=marks)
            return
    ways_out = level.ways_out(number)
    for flow in level.ins[number]:
        for ways in ways_out:
            net.add(number, step, [net.place[flow]], ways, marks=marks)


def add_end(net: Net, number: int) -> None:
    """An end takes a token and is remembered; it may end or break off the scope."""
    node, remembered = net.level.nodes[number], net.remembered
    assert isinstance(node, Event)
    exit = remembered.exit_of(node)
    marks = remembered.of_end(number) | remembered.of_throws(node)
    if exit is not None:
        marks |= remembered.of_exit(exit)
    elif node.terminates:
        marks |= remembered.stopped
    kind = RESET if exit is not None or node.terminates else MOVE
    for flow in net.level.ins[number]:
        net.add(number, ((number, ()),), [net.place[flow]], [], kind=kind, marks=marks)


def add_starts(net: Net, *, is_pool: bool) -> None:
    """A case begins with a token on every entry, or before the start events and first steps, of which one takes it.

    In a pool each first step waits for its message; where there are starts besides, it is left out.
    """
    level = net.level
    one_of = [] if is_pool or len(level.starts) + len(level.first) < 2 else level.first
    left_out = level.first if is_pool and level.starts else one_of
    net.entered = [flow for flow in level.entries if flow not in left_out]
    net.initial += [net.place[flow] for flow in net.entered]
    if level.starts or one_of:
        net.entry = net.new_place()
        net.initial.append(net.entry)
        for number in level.starts:
            for ways in level.ways_out(number):
                net.add(number, ((number, ()),), [net.entry], ways)
        for flow in one_of:
            net.add(level.target[flow], (), [net.entry], [flow])

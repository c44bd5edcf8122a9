"""Places for the sequence flows of a scope: one each, or one for all that only lead to one another.

The *plain* net has a place for every flow; runs and states are those of the map. The *contracted* one lets a token
stand only where something can happen to it: a node that only passes a token on shares one place with the flows around
it. That changes no property: such a place carries two tokens just when the flow at its end can, since all of them can
be passed on; and nothing else can see where in it a token is.
"""

from __future__ import annotations

from typing import NamedTuple

from procmap.model.event import Event
from procmap.verify.doing import Doing
from procmap.verify.level import CALL, EXCLUSIVE, INCLUSIVE, NOWHERE, PARALLEL, TASK, Level
from procmap.verify.remembered import Remembered

__all__ = ["Places", "contracted", "plain"]


class Places(NamedTuple):
    """``place[f]`` is the place of flow f, ``flow[p]`` the flow that place p stands for.

    ``next[f]`` is the flow that a token in flow f is passed on to, by a node that does nothing else, and ``passing[n]``
    the one that such a node passes it to; NOWHERE for the others.
    """

    place: list[int]
    flow: list[int]
    next: list[int]
    passing: list[int]


def plain(level: Level) -> Places:
    """A place for every flow."""
    flows = range(len(level.source))
    return Places(list(flows), list(flows), [], [NOWHERE] * len(level.kind))


def contracted(level: Level, doings: dict[int, Doing], remembered: Remembered) -> Places:
    """A place for each flow: those that only lead to one another share it."""
    target = level.target
    passing = _passing(level, doings, remembered)
    after = [passing[node] for node in target]
    place = [NOWHERE] * len(target)
    flow: list[int] = []
    for first in range(len(target)):
        if place[first] != NOWHERE:
            continue
        way: list[int] = []
        at = first
        while place[at] == NOWHERE:
            place[at] = -2
            way.append(at)
            if after[at] == NOWHERE:
                place[at] = len(flow)
                flow.append(at)
                break
            at = after[at]
        if place[at] == -2:  # round and round, and nothing else
            place[at] = len(flow)
            flow.append(at)
        found = place[at]
        for each in way:
            place[each] = found
    return Places(place, flow, after, passing)


def _passing(level: Level, doings: dict[int, Doing], remembered: Remembered) -> list[int]:
    """For each node that only passes a token on, the flow to which."""
    outs, ins = level.outs, level.ins
    bound = {
        level.target[outs[number][0]]
        for number, doing in doings.items()
        if any(way.bound is not None for way in doing.ways)
    }
    passing = [NOWHERE] * len(level.kind)
    for number, kind in enumerate(level.kind):
        out = outs[number]
        if len(out) != 1:
            continue
        if kind == TASK:
            passes = number not in doings and _throws_nothing(level, number, remembered)
        elif kind == CALL:
            led_to = any(outs[event] for event in level.border.get(number, ()))  # on the map, which joins look at
            passes = doings[number].only_passes and not led_to
        else:
            passes = (kind == EXCLUSIVE and number not in bound) or (
                kind in (PARALLEL, INCLUSIVE) and len(ins[number]) == 1
            )
        if passes:
            passing[number] = out[0]
    return passing


def _throws_nothing(level: Level, number: int, remembered: Remembered) -> bool:
    node = level.nodes[number]
    if not isinstance(node, Event) or node.position != "throw":
        return True
    return not remembered.of_throws(node) and remembered.exit_of(node) is None

"""Which elements of a scope can occur, out of what is left of its flow, and which of them should."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.model.gateway import Gateway
from procmap.verify.exploration import Exploration
from procmap.verify.level import CALL, END, NOWHERE, START, TASK, Level
from procmap.verify.net import JOIN, Net
from procmap.verify.replay import flat
from procmap.verify.residue import Run
from procmap.verify.rest import Rest

__all__ = ["countable", "occurring"]

_OCCUR = frozenset((TASK, CALL, START, END))


def countable(level: Level) -> list[int]:
    """The activities and events that should be able to occur."""
    outside, apart = level.outside, level.apart
    hosted = {event for events in level.border.values() for event in events}
    return [
        number
        for number, kind in enumerate(level.kind)
        if (kind in _OCCUR or number in hosted or (number in apart and not isinstance(level.nodes[number], Gateway)))
        and number not in outside
    ]


def occurring(level: Level, net: Net, rest: Rest, found: Exploration) -> bytearray:
    """Which nodes can occur, those that only pass tokens on too."""
    made = bytearray(len(net.pre))
    if all(found.fired):
        for move, pre in enumerate(net.pre):
            made[move] = 1 if pre else 0
    else:
        for run, state in zip(rest.runs, found.fired, strict=True):
            if state:
                for move in flat([run]):
                    if isinstance(move, int):
                        made[move] = 1
        for each in found.cut_fired:
            made[flat([rest.runs[each]])[0]] = 1
        for move in flat(_made_before(rest, found)):
            if isinstance(move, int):
                made[move] = 1
        _credit(net, rest, made)
    occurs = bytearray(len(level.nodes))
    reached = bytearray(len(level.source))
    waiting = list(net.entered)
    for move, is_made in enumerate(made):
        if is_made:
            for node in net.occurs[move]:
                occurs[node] = 1
            waiting += net.gives[move]
    after = net.next
    target = level.target
    for first in waiting:
        flow = first
        while not reached[flow]:
            reached[flow] = 1
            if after[flow] == NOWHERE:
                break
            node = target[flow]
            occurs[node] = 1
            doing = net.doings.get(node)
            if doing is not None:
                for each in (*doing.along, *doing.ways[0].along):
                    occurs[each] = 1
            flow = after[flow]
    return occurs


def _made_before(rest: Rest, found: Exploration) -> Iterator[Run]:
    """Runs that were put off until what takes from them can occur, and could be made in some state."""
    left = [(sum(1 << 2 * place for place in places), run) for run, places in rest.delayed()]
    low = sum(1 << 2 * place for place in range(len(rest.number)))
    ever = 0
    for state in found.states:
        ever |= state
    ever |= ever >> 1
    left = [(need, run) for need, run in left if ever & need == need]
    for state in found.states if left else ():
        some = (state | state >> 1) & low
        made = [run for need, run in left if some & need == need]
        if made:
            yield from made
            left = [(need, run) for need, run in left if some & need != need]
            if not left:
                return


def _credit(net: Net, rest: Rest, made: bytearray) -> None:
    """What was folded away occurs if what is like it does, or if its only place is reached."""
    waiting = []
    for run, like in rest.residue.folded:
        moves, others = ([move for move in flat([each]) if isinstance(move, int)] for each in (run, like))
        waiting.append((moves, others))
    changed = True
    while changed:
        changed = False
        marked = set(net.initial)
        for move, is_made in enumerate(made):
            if is_made:
                marked.update(net.post[move])
        left = []
        for moves, others in waiting:
            enough = any if net.kind[moves[0]] == JOIN else all
            if all(made[move] for move in others) if others else enough(p in marked for p in net.pre[moves[0]]):
                for move in moves:
                    made[move] = 1
                changed = True
            else:
                left.append((moves, others))
        waiting = left

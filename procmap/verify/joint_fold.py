"""Fewer states of pools together: a token that can go on at once, whatever anybody says, goes on at once.

A place is folded away where all that takes from it needs nothing else, gives to places that are emptied, counted and
looked at just as it is, and remembers and says nothing. Then each move that gives to it is joined with each that takes
from it. That keeps, as ``fuse_behind.py`` does, whether two tokens can come to one flow, whether
completion can be lost, what can occur, and whether an end can be reached twice: who gets that far may choose at once,
and what breaks the work off takes a token before the choice as well as behind it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from procmap.verify.joint_net import JointNet
from procmap.verify.net import MOVE

__all__ = ["fold"]

_MOST = 5_000_000
"""Tokens that the moves take and give that are joined; what could be folded beyond that is left as it is."""


def fold(joint: JointNet) -> None:
    """Fold away what can be, and number the moves anew."""
    folding = _Folding(joint)
    folding.run()
    joint.keep([move for move in range(len(joint.pre)) if move not in folding.gone])


class _Folding:
    def __init__(self, joint: JointNet) -> None:
        self.joint = joint
        self.gone: set[int] = set()
        self.giving: list[set[int]] = [set() for _ in range(joint.places)]
        self.taking: list[set[int]] = [set() for _ in range(joint.places)]
        for move in range(len(joint.pre)):
            self._enter(move)
        self.kept = {*joint.initial, *joint.aside}
        self.looks = _looks(joint)
        self.left = _MOST

    def run(self) -> None:
        """Fold every place that can be, until none can."""
        waiting = deque(range(self.joint.places))
        is_waiting = bytearray(b"\1") * self.joint.places
        while waiting and self.left > 0:
            place = waiting.popleft()
            is_waiting[place] = 0
            if not self._can_go(place):
                continue
            around = {each for move in self.giving[place] for each in self.joint.pre[move]}
            self._fold(place)
            for each in sorted(around):
                if not is_waiting[each]:
                    is_waiting[each] = 1
                    waiting.append(each)

    def _can_go(self, place: int) -> bool:
        joint = self.joint
        givers, takers = self.giving[place], self.taking[place]
        if place in self.kept or not givers or not takers or givers & takers:
            return False
        if len(givers) * len(takers) > len(givers) + len(takers):
            return False
        return all(self._only_goes_on(move, place) for move in takers) and all(
            joint.post[move].count(place) == 1 for move in givers
        )

    def _only_goes_on(self, move: int, place: int) -> bool:
        joint = self.joint
        is_plain = joint.kind[move] == MOVE and not joint.memory[move]
        is_plain &= move not in joint.guards and move not in joint.forgets and joint.pre[move] == [place]
        after = joint.post[move]
        return is_plain and bool(after) and all(self.looks[each] == self.looks[place] for each in after)

    def _fold(self, place: int) -> None:
        joint = self.joint
        givers, takers = sorted(self.giving[place]), sorted(self.taking[place])
        for giver in givers:
            for taker in takers:
                joint.join(giver, taker, place)
                self._enter(len(joint.pre) - 1)
                self.left -= len(joint.pre[-1]) + len(joint.post[-1])
        for move in (*givers, *takers):
            self._leave(move)

    def _enter(self, move: int) -> None:
        for place in self.joint.pre[move]:
            self.taking[place].add(move)
        for place in self.joint.post[move]:
            self.giving[place].add(move)

    def _leave(self, move: int) -> None:
        self.gone.add(move)
        for place in self.joint.pre[move]:
            self.taking[place].discard(move)
        for place in self.joint.post[move]:
            self.giving[place].discard(move)
        self.joint.pre[move] = self.joint.post[move] = []


def _looks(joint: JointNet) -> list[frozenset[object]]:
    """For each place who empties it, looks at it or counts it otherwise than others."""
    found: list[set[object]] = [set() for _ in range(joint.places)]
    seen: dict[tuple[str, tuple[int, ...]], int] = {}

    done: set[tuple[str, int]] = set()

    def look(how: str, places: Iterable[int]) -> None:
        if (how, id(places)) in done:
            return  # those that empty the same share a list
        done.add((how, id(places)))
        chosen = tuple(sorted(set(places)))
        if (how, chosen) not in seen:
            number = seen[how, chosen] = len(seen)
            for place in chosen:
                found[place].add(number)

    for emptied in joint.clears.values():
        look("empties", emptied)
    for guard in joint.guards.values():
        look("none", guard.empty)
        for places in guard.some:
            look("some", places)
    for near in joint.near.values():
        for each in near:
            look("near", each)
    for group in joint.colours:
        look("together", group)
    look("aside", joint.aside)
    look("uncounted", joint.uncounted)
    look("patient", joint.patient)
    return [frozenset(each) for each in found]

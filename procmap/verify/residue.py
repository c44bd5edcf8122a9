"""What is left of a contracted net while it is being reduced, and what each move left stands for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from procmap.verify.level import most_answers
from procmap.verify.net import JOIN, RESET, SPLIT, Net

__all__ = ["Residue", "Run", "answer_of", "then"]

Run = Any
"""The moves of the net that a move of the residue stands for: a number, or a pair of runs, first to last."""


class Residue:
    """Places and moves of a net that are left, with what has become of the others.

    Move t is left where ``pre[t]`` is not None. ``giving`` and ``taking`` are the moves of a place, ``gone`` those
    that are folded away, ``became`` what a place has become, ``came_from`` what it can be told from. ``run[t]`` is what
    a move stands for, ``out_run[t]`` for each answer of a split what follows it. ``folded`` are runs that were left
    out, each with a run that it occurs with, or None where it does when its place is reached; ``waiting_for`` are runs
    that were put off, with the places that they take from. ``sees`` says for each place, as bits, which incoming flows
    of inclusive joins it reaches, once somebody has looked; ``live`` are those of joins that are left. ``told_apart``
    are places that hold an activity, or whose tokens know more than where they are. ``is_joined`` is whether a join was
    resolved together with its split, which is right where no flow carries two tokens.
    """

    def __init__(self, net: Net) -> None:
        self.net = net
        places = len(net.flow)
        self.pre: list[list[int] | None] = [list(each) for each in net.pre]
        self.post = [list(each) for each in net.post]
        self.kind = list(net.kind)
        self.memory = list(net.marks)
        self.run: list[Run] = list(range(len(net.pre)))
        self.out_run: dict[int, list[Run]] = {
            move: [None] * len(net.post[move]) for move, kind in enumerate(net.kind) if kind == SPLIT
        }
        self.giving: list[set[int]] = [set() for _ in range(places)]
        self.taking: list[set[int]] = [set() for _ in range(places)]
        self.gone = bytearray(places)
        self.initial = set(net.initial)
        self.joins: set[int] = set()
        self.folded: list[tuple[Run, Run]] = []
        self.waiting_for: list[tuple[Run, list[int]]] = []
        self.came_from: dict[int, list[int]] = {}
        for move, pre in enumerate(net.pre):
            for place in pre:
                self.taking[place].add(move)
            for place in net.post[move]:
                self.giving[place].add(move)
            if net.kind[move] == JOIN:
                self.joins.add(move)
        self.fresh: list[list[int]] = [sorted(each) for each in self.taking]
        self.alike: dict[int, dict[tuple[Any, ...], int]] = {}
        self.at_join = {place for move in self.joins for place in net.pre[move]}
        self.told_apart = {*net.held, *(place for group in net.groups() for place in group)}
        self.sees: list[int] | None = None
        self.join_bits: dict[int, int] = {}
        self.live = 0
        self.too_large = False
        self.is_joined = False
        self.became: dict[int, list[int]] = {}
        self.resets = RESET in net.kind
        self.waiting: list[int] = []
        self.queued = bytearray(places)

    def again(self, places: Iterable[int]) -> None:
        """Look at some places once more, since something around them has changed."""
        for place in places:
            if not self.gone[place] and not self.queued[place]:
                self.queued[place] = 1
                self.waiting.append(place)

    def drop(self, move: int) -> None:
        """Take a move away."""
        pre = self.pre[move] or []
        for place in pre:
            self.taking[place].discard(move)
        for place in self.post[move]:
            self.giving[place].discard(move)
        self.pre[move] = None
        self.joins.discard(move)
        self.again([*pre, *self.post[move]])

    def fold(self, move: int, like: Run) -> None:
        """Leave out a move: it occurs when one ``like`` it does, or where that is None when its place is reached."""
        self.drop(move)
        self.folded.append((self.run[move], like))

    def refresh(self, move: int) -> None:
        """A move is new or changed: it may be like another now."""
        for place in self.pre[move] or ():
            self.fresh[place].append(move)

    def remove_place(self, place: int) -> None:
        """Take a place away from all its moves."""
        for move in self.giving[place]:
            self.post[move].remove(place)
            self.refresh(move)
        for move in self.taking[place]:
            pre = self.pre[move]
            assert pre is not None
            pre.remove(place)
            self.refresh(move)
        self.gone[place] = 1

    def now(self, place: int) -> list[int]:
        """What a place has become."""
        found: dict[int, None] = {}
        waiting = [place]
        while waiting:
            each = waiting.pop()
            if not self.gone[each]:
                found[each] = None
            else:
                waiting += self.became.get(each, [])
        return list(found)

    def is_wide(self, move: int) -> bool:
        """Whether a move is left that has more answers than can be tried."""
        return self.pre[move] is not None and self.kind[move] == SPLIT and len(self.post[move]) > most_answers


def answer_of(net: Net, run: Run, k: int) -> int:
    """The k-th outgoing flow of the split that a run ends with."""
    while isinstance(run, tuple):
        run = run[1]
    return net.gives[run][k]


def then(first: Run, second: Run) -> Run:
    """One run after the other."""
    if first is None or second is None:
        return second if first is None else first
    return (first, second)

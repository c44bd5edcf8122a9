"""What a search through the states of a net found, and what follows from it: the ways, and what is lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

__all__ = ["Exploration", "Fault", "spread"]


class Fault(NamedTuple):
    """A state, the move out of it, and the place or the bit where the fault is; move -1 is the beginning."""

    state: int
    move: int
    where: int


@dataclass(slots=True)
class Exploration:
    """What was found: states in the order of the search with the way to each, and the first fault of each kind.

    ``fired[t]`` is 1 more than the first state in which move t was made, 0 where it never was; for a move that takes a
    token from a drain, the state in which ``right_after[t]`` was made, which brought it there. ``cut`` are states that
    a move leads out of to one that is not looked into; ``cut_after`` is what is remembered then, with a state and move,
    ``cut_fired`` as ``fired`` for such moves, ``crowded`` whether more than two tokens in a place were the reason.
    ``edges`` are states and those behind a move out of them; ``doubts[k]`` is the doubtful move that made edge k;
    ``blurred`` are states with a move out of them that gave more to an endless place than are counted.
    ``telling`` are states with the bits, some of them watched, that a move out of them sets.
    """

    states: list[int]
    came_from: list[int]
    came_by: list[int]
    fired: list[int]
    base: int
    complete: list[int]
    full: bool = True
    cut: set[int] = field(default_factory=set)
    cut_after: dict[int, tuple[int, int]] = field(default_factory=dict)
    cut_fired: dict[int, int] = field(default_factory=dict)
    crowded: bool = False
    unsafe: Fault | None = None
    twice: Fault | None = None
    right_after: dict[int, int] = field(default_factory=dict)
    edges: tuple[list[int], list[int]] = field(default_factory=lambda: ([], []))
    doubts: dict[int, int] = field(default_factory=dict)
    blurred: set[tuple[int, int]] = field(default_factory=set)
    telling: dict[int, int] = field(default_factory=dict)

    def way(self, state: int) -> list[int]:
        """The moves from the beginning to a state."""
        moves = []
        while state > 0:
            moves.append(self.came_by[state])
            state = self.came_from[state]
        moves.reverse()
        return moves

    def way_to_move(self, move: int) -> list[int]:
        """The moves from the beginning to where a move is first made, that move not among them."""
        way = self.way(self.fired[move] - 1)
        before = self.right_after.get(move, -1)
        return way if before < 0 else [*way, before]

    def tokens(self, state: int, places: int) -> list[int]:
        """The places that have a token."""
        marking = self.states[state]
        return [place for place in range(places) if marking >> 2 * place & 3]

    def memory(self, state: int) -> int:
        """The bits that the run remembers."""
        return self.states[state] >> self.base

    def crowd(self, state: int, move: int, memory: int) -> None:
        """A move leads out of a state to one with more than two tokens in a place."""
        self.crowded = True
        self.cut_by(state, move, memory)

    def cut_by(self, state: int, move: int, memory: int) -> None:
        """A move leads out of a state to one that is not looked into."""
        self.cut.add(state)
        self.cut_fired.setdefault(move, state + 1)
        self.cut_after.setdefault(self.memory(state) | memory, (state, move))

    def lost(self, ending: int = 0, leaving: int = 0, unsure: int = 0) -> tuple[list[int], list[int]]:
        """States from which completion is out of reach; the first list, whatever lies behind the cuts, too.

        A run that remembers one of the bits ``ending`` will come to an end in some other way. A move that sets one of
        ``leaving`` may have come to one, and with ``unsure`` that is not known.
        """
        sources, targets = self.edges
        before: list[list[int]] = [[] for _ in self.states]
        for source, target in zip(sources, targets, strict=True):
            before[target].append(source)
        ended = [state for state in range(len(self.states)) if self.memory(state) & ending] if ending else []
        ended += [state for state, bits in self.telling.items() if bits & leaving]
        perhaps = [state for state, bits in self.telling.items() if bits & unsure]
        good = spread([*self.complete, *ended], before, len(self.states))
        if self.full and not self.cut and not perhaps:
            lost = [state for state in range(len(self.states)) if not good[state]]
            return lost, lost
        open_too = spread([*self.complete, *ended, *self.cut, *perhaps], before, len(self.states))
        numbers = range(len(self.states))
        return [s for s in numbers if not open_too[s]], [s for s in numbers if not good[s]]

    def stuck(self, lost: list[int]) -> int:
        """Of lost states the first in which nothing can happen any more; else one that it goes round to for ever."""
        going = set(self.edges[0]) | self.cut
        still = next((state for state in lost if state not in going), None)
        return self.going_round(lost[0]) if still is None else still

    def going_round(self, first: int) -> int:
        """A state that a run from ``first`` comes back to for ever: the earliest of a set that nothing leads out of.

        The first strongly connected component that Tarjan's search completes has no way out.
        """
        after: dict[int, list[int]] = {}
        for source, target in zip(*self.edges, strict=True):
            after.setdefault(source, []).append(target)
        number = {first: 0}
        lowest = {first: 0}
        order = [first]
        work = [(first, iter(after.get(first, ())))]
        while work:
            state, rest = work[-1]
            for other in rest:
                if other not in number:
                    number[other] = lowest[other] = len(number)
                    order.append(other)
                    work.append((other, iter(after.get(other, ()))))
                    break
                lowest[state] = min(lowest[state], number[other])
            else:
                work.pop()
                if lowest[state] == number[state]:
                    return min(order[number[state] :])
                lowest[work[-1][0]] = min(lowest[work[-1][0]], lowest[state])
        return first


def spread(starts: Iterable[int], before: list[list[int]], size: int) -> bytearray:
    """From which of so many states one of ``starts`` can be reached: 1 for each; ``before[s]`` lead to state s."""
    seen = bytearray(size)
    waiting = list(starts)
    for state in waiting:
        seen[state] = 1
    while waiting:
        for state in before[waiting.pop()]:
            if not seen[state]:
                seen[state] = 1
                waiting.append(state)
    return seen

"""The order of lines that run up and down side by side in one gap, and how wide the gap must be for them.

Pieces of lines that leave one block, or that go to one block, are one: they share a track. The others are ordered so
that few lines cross and none runs along another; that is a matter of pairs: what it costs to put one left of another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from procmap.layout.paths import CLEAR, Path

__all__ = ["Piece", "ordered", "packed", "pieces_in"]

_OVERLAP = 6


class Piece(NamedTuple):
    """What runs on one track: from ``top`` to ``bottom``, with levels that come to it from the left and the right.

    ``members`` are the paths and which of their gaps; ``joins`` whose beginnings and ends they are.
    """

    top: float
    bottom: float
    left: frozenset[float]
    right: frozenset[float]
    members: tuple[tuple[str, int], ...]
    joins: frozenset[str]


def pieces_in(paths: Iterable[Path]) -> dict[int, list[Piece]]:
    """The pieces of each gap, in a stable order."""
    shared = _Shared(paths)
    found: dict[int, dict[tuple[str, ...], list[tuple[Path, int]]]] = {}
    for path in shared.paths:
        for number, gap in enumerate(path.gaps):
            found.setdefault(gap, {}).setdefault(shared.key(path, number), []).append((path, number))
    return {gap: [_piece(gap, members) for members in pieces.values()] for gap, pieces in found.items()}


class _Shared:
    """Which pieces are one."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self.paths = tuple(paths)
        self.leaving: dict[tuple[str, int], int] = {}
        for path in self.paths:
            if path.gaps:
                key = (path.line.source, path.gaps[0])
                self.leaving[key] = self.leaving.get(key, 0) + 1

    def key(self, path: Path, number: int) -> tuple[str, ...]:
        first, last = number == 0, number == len(path.gaps) - 1
        side = "left" if path.stations[number] < path.stations[number + 1] else "right"
        if (
            first
            and path.exit.side in ("left", "right")
            and (not last or self.leaving[path.line.source, path.gaps[0]] > 1)
        ):
            return "out", path.line.source, str(path.levels[0]), side
        if last and path.entry.side in ("left", "right"):
            return "in", path.line.target, str(path.levels[-1])
        return "own", path.line.id, str(number)


def _piece(gap: int, members: list[tuple[Path, int]]) -> Piece:
    levels: list[float] = []
    sides: dict[bool, set[float]] = {True: set(), False: set()}
    for path, number in members:
        stations = path.stations
        for level, station in (
            (path.levels[number], stations[number]),
            (path.levels[number + 1], stations[number + 2]),
        ):
            levels.append(level)
            sides[station < 2 * gap].add(level)
    return Piece(
        top=min(levels),
        bottom=max(levels),
        left=frozenset(sides[True]),
        right=frozenset(sides[False]),
        members=tuple((path.line.id, number) for path, number in members),
        joins=frozenset(end for path, _ in members for end in (f"from {path.line.source}", f"to {path.line.target}")),
    )


def ordered(pieces: Sequence[Piece]) -> list[tuple[Piece, int]]:
    """Each piece with the number of its track, 0 for the leftmost; pieces that do not meet may share one."""
    order = list(pieces)
    costs: dict[tuple[int, int], int] = {}

    def cost(first: Piece, second: Piece) -> int:
        key = id(first), id(second)
        if key not in costs:
            costs[key] = _cost(first, second)
        return costs[key]

    _settle(order, cost)
    tracks: list[tuple[Piece, int]] = []
    for piece in order:
        before = [track for other, track in tracks if _meet(piece, other)]
        tracks.append((piece, max(before, default=-1) + 1))
    return tracks


def packed(pieces: Sequence[Piece]) -> list[tuple[Piece, int]]:
    """The same in fewest tracks and little time, where no order is better than another."""
    tracks: list[tuple[Piece, int]] = []
    ending: list[tuple[float, int]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.top, piece.bottom)):
        is_free = ending and ending[0][0] + CLEAR <= piece.top - CLEAR
        track = heappop(ending)[1] if is_free else len(ending)
        heappush(ending, (piece.bottom, track))
        tracks.append((piece, track))
    return tracks


def _settle(order: list[Piece], cost: Callable[[Piece, Piece], int]) -> None:
    """Swap neighbours for as long as it makes things better; each pass is one of a bubble sort, so it ends."""
    for _ in range(len(order)):
        swapped = False
        for at, (first, second) in enumerate(pairwise(order[:])):
            if order[at] is first and order[at + 1] is second and cost(first, second) > cost(second, first):
                order[at], order[at + 1] = second, first
                swapped = True
        if not swapped:
            return


def _cost(first: Piece, second: Piece) -> int:
    """What it costs that the first stands left of the second: crossings, and levels that lie on each other."""
    joined = not first.joins.isdisjoint(second.joins)
    crossings = sum(first.top < level < first.bottom for level in second.left)
    crossings += sum(second.top < level < second.bottom for level in first.right)
    overlaps = sum(abs(a - b) < _OVERLAP for a in first.right for b in second.left)
    return crossings + (0 if joined else 8 * overlaps)


def _meet(piece: Piece, other: Piece) -> bool:
    return piece.top - CLEAR < other.bottom and other.top - CLEAR < piece.bottom

"""The room that lines share: what stands there, and what the lines found so far have taken of it.

Places along the x axis are stations: gap ``g`` is station ``2g``, column ``c`` is station ``2c + 1``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from procmap.layout.paths import CLEAR, Block, Line, Path, Side, words_on

__all__ = ["Field", "Spans", "Taken", "Upright"]

_SIDE_BY_SIDE = 3  # how many parallel levels are tried along each edge of a free space
_GAP = 44.0  # how wide a gap counts before it is known how many lines run in it


class Taken(NamedTuple):
    """A level that a line runs along."""

    y: float
    line: Line


class Upright(NamedTuple):
    """A piece of a line that runs up or down."""

    top: float
    bottom: float
    line: Line


class Spans:
    """Many pieces of a y axis, that tell quickly how many of them are at a place."""

    def __init__(self, spans: Iterable[tuple[float, float]] = ()) -> None:
        self._tops: list[float] = []
        self._bottoms: list[float] = []
        for top, bottom in spans:
            self.add(top, bottom)

    def __bool__(self) -> bool:
        return bool(self._tops)

    def add(self, top: float, bottom: float) -> None:
        """One more, which may be of no height."""
        insort(self._tops, top)
        insort(self._bottoms, bottom)

    def across(self, top: float, bottom: float) -> int:
        """How many begin above ``bottom`` and end below ``top``, where those that only touch do not count."""
        return bisect_left(self._tops, bottom) - bisect_right(self._bottoms, top)


class Field:
    """The room that lines share: what stands there, and what the lines found so far have taken."""

    def __init__(self, columns: Sequence[float], blocks: Iterable[Block], barred: Iterable[float] = ()) -> None:
        """``columns`` are their widths; no line runs along a level in ``barred``."""
        blocks = tuple(blocks)
        top = min((block.top for block in blocks), default=0.0) - 8 * CLEAR
        bottom = max((block.bottom for block in blocks), default=0.0) + 8 * CLEAR
        stacks: list[list[Block]] = [[] for _ in columns]
        for block in blocks:
            stacks[block.column].append(block)
        self.free = [tuple(_between(stack, top, bottom)) for stack in stacks]
        self._floors = [[space[1] for space in column] for column in self.free]
        self._tried: list[tuple[float, ...] | None] = [None for _ in columns]
        self.barred = sorted(barred)
        self.taken: list[list[Taken]] = [[] for _ in range(2 * len(columns) + 1)]
        self.upright: list[list[Upright]] = [[] for _ in range(2 * len(columns) + 1)]
        self.levels: list[list[float]] = [[] for _ in range(2 * len(columns) + 1)]  # of what is taken, sorted
        self.written = [Spans() for _ in range(2 * len(columns) + 1)]
        self.worded: set[tuple[str, Side]] = set()
        self._merged: dict[tuple[int, float, str], int] = {}  # how many lines to one target share a level
        self.merging: dict[str, set[float]] = {}  # the levels of lines by where they end
        self.used: set[tuple[str, Side, bool]] = set()  # the sides of shapes that lines go out of, or come in at
        self.x = [0.0]
        for width in columns:
            self.x += self.x[-1] + (width + _GAP) / 2, self.x[-1] + width + _GAP

    def take(self, path: Path) -> None:
        """Let a line have its way: what it takes is there for those that come after."""
        for level, (start, end) in zip(path.levels, pairwise(path.stations), strict=True):
            for station in range(min(start, end), max(start, end) + 1):
                self.taken[station].append(Taken(level, path.line))
                insort(self.levels[station], level)
                place = station, level, path.line.target
                self._merged[place] = self._merged.get(place, 0) + 1
        for gap, (start_y, end_y) in zip(path.gaps, pairwise(path.levels), strict=True):
            self.upright[2 * gap].append(Upright(min(start_y, end_y), max(start_y, end_y), path.line))
        for gate, level in ((path.exit, path.levels[0]), (path.entry, path.levels[-1])):
            if gate.y != level:
                self.upright[2 * gate.column + 1].append(Upright(min(gate.y, level), max(gate.y, level), path.line))
        self.merging.setdefault(path.line.target, set()).update(path.levels)
        self.used |= {(path.line.source, path.exit.side, True), (path.line.target, path.entry.side, False)}
        if path.line.words:
            self._write(path, path.line.words[1])

    def _write(self, path: Path, height: float) -> None:
        self.worded.add((path.line.source, path.exit.side))
        if place := words_on(path):
            gap, y = place
            self.written[2 * gap].add(y - height, y)
        else:
            y = path.exit.y + (height / 2 if path.exit.side == "down" else -height / 2)
            for station in range(2 * path.exit.column, 2 * path.exit.column + 3):
                self.written[station].add(y - height / 2, y + height / 2)

    def space(self, column: int, level: float, slack: float) -> tuple[float, float] | None:
        """The free space of a column at a level, or so little beside it; None where a block stands."""
        at = bisect_left(self._floors[column], level - slack)
        spaces = self.free[column]
        return spaces[at] if at < len(spaces) and spaces[at][0] - slack <= level else None

    def others_near(self, station: int, low: float, high: float, level: float, target: str) -> int:
        """How many lines run between two levels, but for those on ``level`` itself that go to ``target``."""
        levels = self.levels[station]
        return bisect_left(levels, high) - bisect_right(levels, low) - self._merged.get((station, level, target), 0)

    def tried(self, column: int) -> tuple[float, ...]:
        """The levels of a column that are worth a try: some along each edge of its free spaces, none of them barred."""
        if self._tried[column] is None:
            self._tried[column] = tuple(
                level
                for top, bottom in self.free[column]
                for step in range(_SIDE_BY_SIDE)
                for level in (top + step * CLEAR, bottom - step * CLEAR)
                if top <= level <= bottom and not self.barred_between(level - 6, level + 6)
            )
        return self._tried[column] or ()

    def barred_between(self, top: float, bottom: float) -> int:
        """How many barred levels lie between two levels."""
        return bisect_left(self.barred, bottom) - bisect_left(self.barred, top)


def _between(stack: list[Block], top: float, bottom: float) -> Iterator[tuple[float, float]]:
    """The free spaces of a column, from the highest to the lowest level that a line can take there."""
    for block in sorted(stack, key=lambda block: block.top):
        if top + CLEAR <= block.top - CLEAR:
            yield top + CLEAR, block.top - CLEAR
        top = max(top, block.bottom)
    yield top + CLEAR, bottom

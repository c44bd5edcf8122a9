"""The room that lines share: what stands there, and what the lines found so far have taken of it.

Places along the x axis are stations: gap ``g`` is station ``2g``, column ``c`` is station ``2c + 1``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from procmap.layout.paths import CLEAR, Block, Line, Path, Side, words_on

__all__ = ["Field", "Taken", "Upright"]

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
        self.barred = sorted(barred)
        self.taken: list[list[Taken]] = [[] for _ in range(2 * len(columns) + 1)]
        self.upright: list[list[Upright]] = [[] for _ in range(2 * len(columns) + 1)]
        self.written: list[list[tuple[float, float]]] = [[] for _ in range(2 * len(columns) + 1)]
        self.worded: set[tuple[str, Side]] = set()
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
            self.written[2 * gap].append((y - height, y))
        else:
            y = path.exit.y + (height / 2 if path.exit.side == "down" else -height / 2)
            for station in range(2 * path.exit.column, 2 * path.exit.column + 3):
                self.written[station].append((y - height / 2, y + height / 2))

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

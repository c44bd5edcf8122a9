"""Lines as they are to be drawn, and the ways that are found for them.

Blocks stand in columns. Between two columns, and outside the first and the last, is a gap that no block reaches into.
Lines run up and down in gaps only, and cross columns on levels where nothing stands; so a way is a short list of levels
and gaps.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from procmap.geometry import Point

__all__ = ["CLEAR", "Block", "Gate", "Line", "Path", "Side", "straightened", "words_on"]

CLEAR = 10.0
"""How near, in px, a line may come to a block, and to another line that it does not join."""

Side = Literal["left", "right", "up", "down"]


class Block(NamedTuple):
    """What no line may cross: one node of a column, with all words that belong to it."""

    column: int
    top: float
    bottom: float


class Gate(NamedTuple):
    """Where a line may leave or enter a shape: on one side, ``dx`` px right of the middle of its column.

    ``y`` is where line and shape touch. For ``up`` and ``down``, ``reach`` is where the block ends. ``cost`` makes one
    gate less welcome than another.
    """

    column: int
    side: Side
    dx: float
    y: float
    reach: float = 0.0
    cost: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """What is to be drawn, from any of ``exits`` to any of ``entries``.

    Lines of one ``source`` may begin together, lines to one ``target`` end together. ``words`` are the width and height
    of what is written on the line where it comes out of its first gap.
    """

    id: str
    source: str
    target: str
    exits: tuple[Gate, ...]
    entries: tuple[Gate, ...]
    words: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Path:
    """A way: along ``levels[0]`` to the gap ``gaps[0]``, there up or down to ``levels[1]``, and so on.

    ``crowded`` counts the columns where it comes too near another line.
    """

    line: Line
    exit: Gate
    entry: Gate
    levels: tuple[float, ...]
    gaps: tuple[int, ...]
    crowded: int

    @property
    def stations(self) -> tuple[int, ...]:
        """Where its levels begin and end: gap ``g`` is station ``2g``, column ``c`` is ``2c + 1``."""
        return 2 * self.exit.column + 1, *(2 * gap for gap in self.gaps), 2 * self.entry.column + 1


def words_on(path: Path) -> tuple[int, float] | None:
    """The gap where a line's words stand, and the level they stand on; None where it does not leave to the right."""
    gap = path.exit.column + 1
    if path.exit.side != "right":
        return None
    if path.gaps[:1] != (gap,):
        return gap, path.levels[0]
    return gap, path.levels[1] if path.stations[2] > 2 * gap else (path.levels[0] + path.levels[1]) / 2


def straightened(points: Iterable[Point]) -> list[Point]:
    """Without points that stand where the one before stands, or between their neighbours."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and (kept[-2].x == kept[-1].x == point.x or kept[-2].y == kept[-1].y == point.y):
            kept.pop()
        kept.append(point)
    return kept

"""Columns put side by side, and the lines between their blocks drawn out in full.

The paths say which gaps and levels a line takes; here each gap gets its tracks and its width, the columns their places,
and every line its points.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from procmap.geometry import Bounds, Point, Route
from procmap.layout.paths import CLEAR, Block, Field, Line, Path, words_on
from procmap.layout.tracks import ordered, pieces_in

__all__ = ["Routed", "route"]

_BEFORE = 18.0  # from a column to the first track
_AFTER = 22.0  # from the last track, or the words, to the next column: room for the head of an arrow
_LEAST = 36.0
_WORDS = 7.0  # beside words


@dataclass(frozen=True, slots=True)
class Routed:
    """``centres`` are the middles of the columns, ``width`` is that of all; ``words`` where the words of lines stand.

    ``crowded`` counts the places where two lines came too near each other for want of room.
    """

    centres: tuple[float, ...]
    width: float
    routes: Mapping[str, Route]
    words: Mapping[str, Bounds]
    crowded: int


def route(
    columns: Sequence[float], blocks: Iterable[Block], lines: Sequence[Line], barred: Iterable[float] = ()
) -> Routed:
    """The lines between blocks in columns of the given widths; none runs along a level in ``barred``."""
    paths = Field(columns, blocks, barred).find(lines)
    gaps = _Gaps(columns, paths)
    return Routed(
        centres=gaps.centres,
        width=gaps.width,
        routes={path.line.id: Route(_points(path, gaps)) for path in paths},
        words={path.line.id: _words(path, path.line.words, gaps) for path in paths if path.line.words},
        crowded=sum(path.crowded for path in paths),
    )


class _Gaps:
    """Where gaps and columns stand, from left to right."""

    def __init__(self, columns: Sequence[float], paths: Sequence[Path]) -> None:
        tracks = {gap: ordered(pieces) for gap, pieces in pieces_in(paths).items()}
        widest: dict[int, float] = {}
        for path in paths:
            if path.line.words and (place := words_on(path)):
                widest[place[0]] = max(widest.get(place[0], 0.0), path.line.words[0])
        self._tracks: dict[tuple[str, int], float] = {}
        self._words: dict[int, float] = {}
        centres: list[float] = []
        x = 0.0
        for gap in range(len(columns) + 1):
            number = max((track for _, track in tracks.get(gap, ())), default=-1) + 1
            inner = (number - 1) * CLEAR if number else 0.0
            words = widest[gap] + 2 * _WORDS - (_AFTER - _WORDS) if gap in widest else 0.0
            least = _LEAST if 0 < gap < len(columns) or number else 0.0
            spare = max(0.0, least - (_BEFORE + inner + words + _AFTER)) if number or gap in widest else 0.0
            first = x + _BEFORE + spare / 2
            for piece, track in tracks.get(gap, ()):
                self._tracks.update(dict.fromkeys(piece.members, first + track * CLEAR))
            self._words[gap] = first + inner + _WORDS
            x += max(least, _BEFORE + inner + words + _AFTER if number or gap in widest else 0.0)
            if gap < len(columns):
                centres.append(x + columns[gap] / 2)
                x += columns[gap]
        self.centres = tuple(centres)
        self.width = x

    def track(self, path: Path, number: int) -> float:
        """The x of a path's n-th piece that runs up or down."""
        return self._tracks[path.line.id, number]

    def words(self, gap: int) -> float:
        """Where words begin in a gap."""
        return self._words[gap]


def _points(path: Path, gaps: _Gaps) -> tuple[Point, ...]:
    begin, end = (gaps.centres[gate.column] + gate.dx for gate in (path.exit, path.entry))
    points = [Point(begin, path.exit.y), Point(begin, path.levels[0])]
    for number in range(len(path.gaps)):
        x = gaps.track(path, number)
        points += Point(x, path.levels[number]), Point(x, path.levels[number + 1])
    points += Point(end, path.levels[-1]), Point(end, path.entry.y)
    return tuple(_straightened(points))


def _straightened(points: list[Point]) -> list[Point]:
    """Without points that stand where the one before stands, or between their neighbours."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and (kept[-2].x == kept[-1].x == point.x or kept[-2].y == kept[-1].y == point.y):
            kept.pop()
        kept.append(point)
    return kept


def _words(path: Path, size: tuple[float, float], gaps: _Gaps) -> Bounds:
    """Words stand on their line, left-aligned where it leaves its first gap, or beside it where it goes up or down."""
    if place := words_on(path):
        gap, level = place
        return Bounds(gaps.words(gap), level - size[1] - 3, *size)
    x = gaps.centres[path.exit.column] + path.exit.dx + _WORDS
    below = path.exit.side == "down"
    return Bounds(x, path.exit.y + 2 if below else path.exit.y - size[1] - 2, *size)

"""Columns put side by side, and the lines between their blocks drawn out in full.

The paths say which gaps and levels a line takes; here each gap gets its tracks and its width, the columns their places,
and every line its points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from procmap.geometry import Bounds, Point, Route
from procmap.layout.field import Field
from procmap.layout.paths import CLEAR, Block, Line, Path, straightened, words_on
from procmap.layout.search import Effort, find_paths
from procmap.layout.tracks import Piece, ordered, pieces_in

__all__ = ["Order", "Routed", "drawn_out", "route"]

Order = Callable[[Sequence[Piece]], list[tuple[Piece, int]]]
"""How the pieces of lines in one gap are put on tracks, as in ``tracks.py``."""

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
    columns: Sequence[float],
    blocks: Iterable[Block],
    lines: Sequence[Line],
    barred: Iterable[float] = (),
    effort: Effort | None = None,
) -> Routed | None:
    """The lines between blocks in columns of the given widths; none runs along a level in ``barred``.

    None where finding their ways takes more than the ``effort`` that is left; without one it may take any.
    """
    blocks = tuple(blocks)
    paths = find_paths(Field(columns, blocks, barred), lines, effort or Effort())
    return drawn_out(columns, blocks, paths, ordered) if paths is not None else None


def drawn_out(columns: Sequence[float], blocks: Iterable[Block], paths: Sequence[Path], order: Order) -> Routed:
    """The paths of all lines in full, with the tracks of each gap in an ``order``."""
    gaps = _Gaps(columns, paths, order)
    routes = {path.line.id: Route(_points(path, gaps)) for path in paths}
    words = _Words(columns, blocks, gaps, routes.values())
    return Routed(
        centres=gaps.centres,
        width=gaps.width,
        routes=routes,
        words={path.line.id: words.place(path, path.line.words) for path in paths if path.line.words},
        crowded=sum(path.crowded for path in paths),
    )


class _Gaps:
    """Where gaps and columns stand, from left to right."""

    def __init__(self, columns: Sequence[float], paths: Sequence[Path], order: Order) -> None:
        tracks = {gap: order(pieces) for gap, pieces in pieces_in(paths).items()}
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
    return tuple(straightened(points))


class _Words:
    """Where the words of lines stand: on the line where it leaves its first gap, or beside it where it goes up or down.

    Words beside a line stand on its right, or on its left where something is in the way there.
    """

    def __init__(self, columns: Sequence[float], blocks: Iterable[Block], gaps: _Gaps, routes: Iterable[Route]) -> None:
        self._gaps = gaps
        self._standing = (columns, blocks, routes)
        self._placed: list[Bounds] = []

    @cached_property
    def _walls(self) -> list[Bounds]:
        """What words that may stand in several places should not stand on; most may stand only in one."""
        columns, blocks, routes = self._standing
        walls = [
            Bounds(
                self._gaps.centres[block.column] - columns[block.column] / 2,
                block.top,
                columns[block.column],
                block.bottom - block.top,
            )
            for block in blocks
        ]
        for route in routes:
            walls += (_hull(*piece) for piece in pairwise(route.points))
        return walls

    def place(self, path: Path, size: tuple[float, float]) -> Bounds:
        """The box of a line's words, from then on in the way of others."""
        places = list(self._places(path, *size))
        chosen = places[0] if len(places) == 1 else min(places, key=self._covered)
        self._placed.append(chosen)
        return chosen

    def _covered(self, box: Bounds) -> int:
        return sum(box.meets(wall) for wall in (*self._walls, *self._placed))

    def _places(self, path: Path, width: float, height: float) -> Iterator[Bounds]:
        if place := words_on(path):
            gap, level = place
            yield Bounds(self._gaps.words(gap), level - height - 3, width, height)
            return
        x = self._gaps.centres[path.exit.column] + path.exit.dx
        y = path.exit.y + 2 if path.exit.side == "down" else path.exit.y - height - 2
        yield Bounds(x + _WORDS, y, width, height)
        yield Bounds(x - _WORDS - width, y, width, height)
        if path.stations[1] > path.stations[0]:
            yield Bounds(x + _WORDS, path.levels[0] - height - 3, width, height)
        else:
            yield Bounds(x - _WORDS - width, path.levels[0] - height - 3, width, height)


def _hull(first: Point, second: Point) -> Bounds:
    """The thin box around a piece of a line."""
    x, y = min(first.x, second.x), min(first.y, second.y)
    return Bounds(x, y, abs(first.x - second.x), abs(first.y - second.y)).grown(2)

"""The lines between the rows of a blueprint: through the middle of a column, or beside it past what lies between.

To the left of a column run those of work and contact between its rows, to its right those from each activity to the
systems that it is done in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from procmap.draw.style import FLOW, MUTED
from procmap.draw.svg import element, number, rounded
from procmap.geometry import Bounds, Point

__all__ = ["Line", "Span", "draw_lines", "draw_use", "room_of_uses", "tie_sign"]

_HEAD = 6.0
_BESIDE = 9.0
_TRACK, _TRACKS = 5.0, 25.0  # from one line to a system to the next, and the room of all of them
_BEND = 6.0
_IN = 17.0  # from the upper or lower border of a tile to a line at its side


class Span(NamedTuple):
    """What the tiles of one cell reach over: the top of the first and the bottom of the last."""

    top: float
    bottom: float


class Line(NamedTuple):
    """Two rows of a column that belong together, by their place from above; arrows tell which way work goes."""

    upper: int
    lower: int
    down: bool = False
    up: bool = False
    broken: bool = False


def draw_lines(lines: Iterable[Line], spans: Mapping[int, Span], column: Bounds) -> Iterator[str]:
    """The lines of one column; ``spans`` has the rows that hold anything there."""
    rows = sorted(spans)
    merged = _merged(line for line in lines if line.upper in spans and line.lower in spans)
    straight = {(line.upper, line.lower) for line in merged if _next(rows, line.upper) == line.lower}
    beside = 0
    for line in merged:
        start, end = spans[line.upper], spans[line.lower]
        if (line.upper, line.lower) in straight:
            x = column.centre.x
            yield _arrow([Point(x, start.bottom), Point(x, end.top)], line)
        elif not _leads(rows, straight, line):
            x = column.x - _BESIDE - 5 * (beside % 2)
            beside += 1
            from_y, to_y = start.bottom - _IN, end.top + _IN
            yield _arrow([Point(column.x, from_y), Point(x, from_y), Point(x, to_y), Point(column.x, to_y)], line)


def room_of_uses(lines: int) -> float:
    """What so many lines to systems take at the right of a column."""
    return min(_TRACK * lines, _TRACKS)


def draw_use(owners: Iterable[Point], system: Bounds, track: int, lines: int) -> Iterator[str]:
    """The lines to one system from the owners at the right border of the column, on a track of its own.

    ``lines`` is how many systems have such lines; the track ``0`` is the one next to the column.
    """
    x = system.right + (track + 1) * room_of_uses(lines) / lines
    first, *others = sorted(set(owners), key=lambda owner: owner.y)
    end = Point(system.right, system.centre.y)
    yield _arrow([first, Point(x, first.y), Point(x, end.y), end], Line(0, 1))
    for owner in others:  # into the line of the first, so that no two lie on each other
        yield _arrow([owner, Point(x, owner.y), Point(x, owner.y + _BEND)], Line(0, 1))


def tie_sign(middle: Point) -> str:
    """A line as it stands in the legend."""
    return _arrow([middle.moved(-12, 0), middle.moved(12, 0)], Line(0, 1, down=True))


def _merged(lines: Iterable[Line]) -> list[Line]:
    found: dict[tuple[int, int], Line] = {}
    for line in lines:
        before = found.get((line.upper, line.lower), line)
        found[line.upper, line.lower] = Line(
            line.upper, line.lower, line.down or before.down, line.up or before.up, line.broken and before.broken
        )
    return [found[pair] for pair in sorted(found)]


def _next(rows: Sequence[int], row: int) -> int | None:
    return next((other for other in rows if other > row), None)


def _leads(rows: Sequence[int], straight: set[tuple[int, int]], line: Line) -> bool:
    """Whether straight lines already lead all the way."""
    between = [row for row in rows if line.upper <= row <= line.lower]
    return all(pair in straight for pair in pairwise(between))


def _arrow(points: Sequence[Point], line: Line) -> str:
    points = list(points)
    heads = []
    if line.down:
        points[-1], head = _head(points[-2], points[-1])
        heads.append(head)
    if line.up:
        points[0], head = _head(points[1], points[0])
        heads.append(head)
    drawn = element(
        "path",
        d=rounded(points, 5.0),
        fill="none",
        stroke=MUTED if line.broken else FLOW,
        stroke_width=1.25,
        stroke_dasharray="3 3" if line.broken else None,
    )
    return "\n".join([drawn, *heads])


def _head(before: Point, tip: Point) -> tuple[Point, str]:
    """Where the line ends, and the head from there to the tip."""
    dx, dy = (tip.x > before.x) - (tip.x < before.x), (tip.y > before.y) - (tip.y < before.y)
    back = tip.moved(-_HEAD * dx, -_HEAD * dy)
    sides = back.moved(3 * dy, 3 * dx), back.moved(-3 * dy, -3 * dx)
    path = "L".join(f"{number(x)} {number(y)}" for x, y in (tip, *sides))
    return back, element("path", d=f"M{path}Z", fill=FLOW)

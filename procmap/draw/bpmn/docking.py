"""Lines that end at the border of what they join, and lines where the file has none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from procmap.draw.bpmn.sound import sound_points
from procmap.geometry import Bounds, Point

__all__ = ["Outline", "docked", "makeshift"]

Outline = tuple[str, Bounds]
"""The form of a shape (``circle``, ``diamond`` or ``box``) and its place."""

_NEAR = 8.0
_BELOW = 24.0
_STEPS = 24  # halvings: a line of any length ends within a hundredth of a px


def docked(points: Sequence[Point], source: Outline | None, target: Outline | None) -> tuple[Point, ...]:
    """The line without what lies inside the shapes at its ends; files often lead lines to their middles."""
    line = list(points)
    if source is not None:
        line = _cut(line, source)
    if target is not None:
        line = _cut(line[::-1], target)[::-1]
    return tuple(line)


def makeshift(source: Outline, target: Outline) -> tuple[Point, ...]:
    """A line with right angles from one shape to another, where the file says nothing of it."""
    one, other = source[1], target[1]
    begin, end = one.centre, other.centre
    over = max(other.y - one.bottom, one.y - other.bottom)
    points: tuple[Point, ...] = ()
    if other.x - one.right >= max(over, _NEAR):
        points = _bent(Point(one.right, begin.y), Point(other.x, end.y), level=True)
    elif over >= _NEAR:
        down = other.y > one.y
        first, last = Point(begin.x, one.bottom if down else one.y), Point(end.x, other.y if down else other.bottom)
        points = _bent(first, last, level=False)
    if points:
        return points
    low = max(one.bottom, other.bottom) + _BELOW
    left = end.x - (one.width / 4 if one == other else 0)
    return Point(begin.x, one.bottom), Point(begin.x, low), Point(left, low), Point(left, other.bottom)


def _bent(first: Point, last: Point, level: bool) -> tuple[Point, ...]:
    """From one point to another with a step in the middle, setting out level or upright."""
    if level:
        middle = (first.x + last.x) / 2
        return sound_points((first, Point(middle, first.y), Point(middle, last.y), last))
    middle = (first.y + last.y) / 2
    return sound_points((first, Point(first.x, middle), Point(last.x, middle), last))


def _cut(line: list[Point], outline: Outline) -> list[Point]:
    """The line from where it leaves the shape that it begins in; the line itself where it does not begin in it."""
    inside = _inside(outline)
    if not inside(line[0]):
        return line
    number = next((number for number, point in enumerate(line) if not inside(point)), None)
    if number is None:
        return line
    within, without = line[number - 1], line[number]
    for _ in range(_STEPS):
        middle = Point((within.x + without.x) / 2, (within.y + without.y) / 2)
        within, without = (middle, without) if inside(middle) else (within, middle)
    return [without, *line[number:]]


def _inside(outline: Outline) -> Callable[[Point], bool]:
    form, bounds = outline
    x, y = bounds.centre
    half = min(bounds.width, bounds.height) / 2
    if form == "circle":
        return lambda point: (point.x - x) ** 2 + (point.y - y) ** 2 < half * half
    if form == "diamond":
        return lambda point: abs(point.x - x) + abs(point.y - y) < half
    return lambda point: bounds.x < point.x < bounds.right and bounds.y < point.y < bounds.bottom

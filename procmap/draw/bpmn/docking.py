"""Lines that end at the border of what they join, and lines where the file has none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from procmap.geometry import Bounds, Point

__all__ = ["Outline", "docked", "makeshift"]

Outline = tuple[str, Bounds]
"""The form of a shape (``circle``, ``diamond`` or ``box``) and its place."""

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
    if one == other:
        right, top = one.right, one.y
        return (Point(right, one.centre.y), Point(right + 24, one.centre.y), Point(right + 24, top - 24),
                Point(one.centre.x, top - 24), Point(one.centre.x, top))  # fmt: skip
    begin, end = one.centre, other.centre
    if other.x >= one.right + 8 or other.right <= one.x - 8:
        ahead = other.x >= one.right
        first = Point(one.right if ahead else one.x, begin.y)
        last = Point(other.x if ahead else other.right, end.y)
        middle = (first.x + last.x) / 2
        between = [] if abs(first.y - last.y) < 1 else [Point(middle, first.y), Point(middle, last.y)]
    else:
        down = end.y >= begin.y
        first = Point(begin.x, one.bottom if down else one.y)
        last = Point(end.x, other.y if down else other.bottom)
        middle = (first.y + last.y) / 2
        between = [] if abs(first.x - last.x) < 1 else [Point(first.x, middle), Point(last.x, middle)]
    return (first, *between, last)


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

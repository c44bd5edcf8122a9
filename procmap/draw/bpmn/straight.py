"""Lines that are nearly level or upright, made so: tools leave them a px or two askew, which shows on paper."""

from __future__ import annotations

from collections.abc import Sequence

from procmap.geometry import Point

__all__ = ["straightened"]

_ASKEW = 3.0
_SHORTEST = 12.0


def straightened(points: Sequence[Point], source: Point | None, target: Point | None) -> tuple[Point, ...]:
    """The line with each piece that is at most 3 px askew laid level or set upright.

    ``source`` and ``target`` are the middles of round or pointed shapes at its ends, which it then meets in the middle.
    """
    xs, ys = [point.x for point in points], [point.y for point in points]
    last = len(points) - 1
    for axis, across in ((ys, xs), (xs, ys)):
        start = 0
        while start < last:
            end = start
            while end < last and _is_askew(axis, across, end):
                end += 1
            if end > start:
                _level(axis, start, end, last, source, target, axis is ys)
            start = end + 1 if end == start else end
    return tuple(Point(x, y) for x, y in zip(xs, ys, strict=True))


def _is_askew(axis: Sequence[float], across: Sequence[float], at: int) -> bool:
    """Whether the piece from a point to the next one is level, or nearly so."""
    return abs(axis[at] - axis[at + 1]) <= _ASKEW and abs(across[at] - across[at + 1]) >= _SHORTEST


def _level(
    axis: list[float], start: int, end: int, last: int, source: Point | None, target: Point | None, is_y: bool
) -> None:
    """Give some points in a row the same place on one axis: that of a shape's middle where they are near it."""
    wanted = sum(axis[start : end + 1]) / (end + 1 - start)
    if max(axis[start : end + 1]) - min(axis[start : end + 1]) > _ASKEW:
        return
    for shape, is_near in ((target, end == last), (source, start == 0)):
        middle = None if shape is None else shape.y if is_y else shape.x
        if is_near and middle is not None and abs(middle - wanted) <= _ASKEW:
            wanted = middle
    axis[start : end + 1] = [wanted] * (end + 1 - start)

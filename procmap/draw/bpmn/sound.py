"""Which numbers of a file are a place: files hold infinite ones, none at all, and shapes without any size."""

from __future__ import annotations

from collections.abc import Iterable

from procmap.geometry import Bounds, Point

__all__ = ["is_sound", "sound_points"]

_FARTHEST = 100_000.0
"""Px from the corner. No wall is that wide; a picture with one shape there would show nothing of the others."""


def is_sound(bounds: Bounds | None) -> bool:
    """Whether something can be drawn there: finite, not too far away, and of some size."""
    if bounds is None:
        return False
    near = all(-_FARTHEST < value < _FARTHEST for value in bounds)  # no comparison holds for NaN
    return near and bounds.width >= 1 and bounds.height >= 1


def sound_points(points: Iterable[Point]) -> tuple[Point, ...]:
    """The points that are places, without those that say the same place twice; none where that leaves no line."""
    found: list[Point] = []
    for point in points:
        near = -_FARTHEST < point.x < _FARTHEST and -_FARTHEST < point.y < _FARTHEST
        if near and (not found or abs(point.x - found[-1].x) + abs(point.y - found[-1].y) > 0.05):
            found.append(point)
    return tuple(found) if len(found) > 1 else ()

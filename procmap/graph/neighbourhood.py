"""What lies near what in a picture, without comparing everything with everything.

The plane is parted into squares of about the size of a usual shape, and a shape is kept in each square that it covers.
What covers very many is kept apart and looked at every time. A picture made to be slow is looked at only in part: each
search may compare so many, and no more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from math import floor, isfinite
from statistics import median

from procmap.geometry import Bounds, Point

__all__ = ["Neighbourhood", "crosses", "is_sound"]

_SQUARES = 200
"""What covers more squares than this is kept apart."""
_COMPARED = 1000
"""So many are compared in one search, and so many squares looked into."""


class Neighbourhood:
    """Shapes by their place. ``bounds`` are finite and not empty; the order of what is found is that of ``bounds``."""

    def __init__(self, bounds: Mapping[str, Bounds]) -> None:
        self.bounds = bounds
        sizes = [max(each.width, each.height) for each in bounds.values()]
        self._side = max(median(sizes), 1.0) if sizes else 1.0
        self._squares: dict[tuple[int, int], list[str]] = {}
        self._large: list[str] = []
        for id, each in bounds.items():
            squares = self._covered(each)
            if squares is None:
                self._large.append(id)
            else:
                for square in squares:
                    self._squares.setdefault(square, []).append(id)

    def meeting(self, area: Bounds) -> Iterator[str]:
        """The shapes that share any area with a rectangle."""
        squares = self._covered(area)
        places = self._squares if squares is None else squares
        return self._found(places, lambda each: each.meets(area))

    def on_line(self, start: Point, end: Point, margin: float) -> Iterator[str]:
        """The shapes that a straight line goes through, ``margin`` px or more inside their edges."""
        squares = islice(self._along(start, end), _COMPARED)
        return self._found(squares, lambda each: crosses(start, end, each.grown(-margin)))

    def _found(self, squares: Iterable[tuple[int, int]], fits: Callable[[Bounds], bool]) -> Iterator[str]:
        seen: set[str] = set()
        left = _COMPARED
        for ids in (self._large, *filter(None, map(self._squares.get, squares))):
            for id in ids:
                if id not in seen:
                    seen.add(id)
                    left -= 1
                    if left < 0:
                        return
                    if fits(self.bounds[id]):
                        yield id

    def _covered(self, area: Bounds) -> list[tuple[int, int]] | None:
        """The squares that a rectangle covers; None where they are very many."""
        side = self._side
        left, top = floor(area.x / side), floor(area.y / side)
        right, bottom = floor(area.right / side), floor(area.bottom / side)
        if (right - left + 1) * (bottom - top + 1) > _SQUARES:
            return None
        return [(column, row) for column in range(left, right + 1) for row in range(top, bottom + 1)]

    def _along(self, start: Point, end: Point) -> Iterator[tuple[int, int]]:
        """The squares that a straight line goes through, and those beside them where it is slanted."""
        side = self._side
        if start.x > end.x:
            start, end = end, start
        first, last = floor(start.x / side), floor(end.x / side)
        slope = (end.y - start.y) / (end.x - start.x) if end.x != start.x else None
        for column in range(first, last + 1):
            top, bottom = start.y, end.y
            if slope is not None:
                enter, leave = max(column * side, start.x), min((column + 1) * side, end.x)
                top, bottom = (start.y + (x - start.x) * slope for x in (enter, leave))
            if top > bottom:
                top, bottom = bottom, top
            for row in range(floor(top / side), floor(bottom / side) + 1):
                yield column, row


def is_sound(bounds: Bounds) -> bool:
    """Whether a rectangle has a place and a size: all finite, width and height above zero."""
    return all(map(isfinite, bounds)) and bounds.width > 0 and bounds.height > 0


def crosses(start: Point, end: Point, area: Bounds) -> bool:
    """Whether a straight line goes through a rectangle (Liang and Barsky 1984); never where that is empty."""
    if area.width <= 0 or area.height <= 0:
        return False
    first, last = 0.0, 1.0
    dx, dy = end.x - start.x, end.y - start.y
    for step, room in (
        (-dx, start.x - area.x), (dx, area.right - start.x), (-dy, start.y - area.y), (dy, area.bottom - start.y),
    ):  # fmt: skip
        if step == 0:
            if room < 0:
                return False
        elif step < 0:
            first = max(first, room / step)
        else:
            last = min(last, room / step)
    return first < last

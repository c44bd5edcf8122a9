"""What lies near what in a picture, without comparing everything with everything.

The plane is parted into squares of about the size of a usual shape, and a shape is kept in each square that it covers.
What covers very many is kept apart and looked at every time. A picture made to be slow is looked at only in part: each
search may compare so many, and no more.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import islice
from math import floor, isfinite
from statistics import median

from procmap.geometry import Bounds, Point

__all__ = ["Neighbourhood", "crosses", "is_sound"]

_Square = tuple[int, int]
_SQUARES = 200
"""What covers more squares than this is kept apart."""
_COMPARED = 1000
"""So many are compared in one search, and so many squares looked into."""
_CROWD = 50
"""Of very many in one square each is held against so many."""


class Neighbourhood:
    """Shapes by their place; ``bounds`` are sound (``is_sound``), or points."""

    def __init__(self, bounds: Mapping[str, Bounds]) -> None:
        self.bounds = bounds
        sizes = [max(each.width, each.height) for each in bounds.values()]
        self._side = max(median(sizes), 1.0) if sizes else 1.0
        self._squares: dict[_Square, list[str]] = {}
        self._large: list[str] = []
        for id, each in bounds.items():
            squares = self._covered(each)
            if squares is None:
                self._large.append(id)
                continue
            for square in squares:
                found = self._squares.get(square)
                if found is None:
                    self._squares[square] = [id]
                else:
                    found.append(id)

    def overlapping(self, slack: float) -> Iterator[tuple[str, str]]:
        """The pairs of shapes that lie upon each other by more than ``slack`` px, each once, the later one first."""
        order = {id: number for number, id in enumerate(self.bounds)}
        seen: set[tuple[str, str]] = set()
        for first, second in self._side_by_side():
            pair = (first, second) if order[first] > order[second] else (second, first)
            if pair not in seen and self.bounds[first].grown(-slack).meets(self.bounds[second]):
                seen.add(pair)
                yield pair

    def _side_by_side(self) -> Iterator[tuple[str, str]]:
        """The pairs of shapes that share a square, and what covers very many with those beneath it."""
        for ids in self._squares.values():
            if len(ids) > 1:
                for number, id in enumerate(ids):
                    yield from ((id, other) for other in ids[max(0, number - _CROWD) : number])
        for number, id in enumerate(self._large):
            yield from ((id, other) for other in self._large[max(0, number - _CROWD) : number])
            beneath = (other for ids in self._squares.values() for other in ids)
            yield from ((id, other) for other in islice(beneath, _COMPARED))

    def on_line(self, start: Point, end: Point, besides: Container[str]) -> Iterator[str]:
        """The shapes besides some that a straight line touches, each once."""
        if self._large or len(self._squares) > 1:
            for id in self._near(islice(self._along(start, end), _COMPARED)):
                if id not in besides and crosses(start, end, self.bounds[id]):
                    yield id

    def _near(self, squares: Iterable[_Square]) -> Iterator[str]:
        """The shapes in some squares, and those that are in very many."""
        seen: set[str] = set()
        for ids in (self._large, *(found for square in squares if (found := self._squares.get(square)))):
            for id in ids:
                if id not in seen:
                    seen.add(id)
                    yield id
                    if len(seen) > _COMPARED:
                        return

    def _covered(self, area: Bounds) -> list[_Square] | None:
        """The squares that a rectangle covers; None where they are very many."""
        side = self._side
        left, top = floor(area.x / side), floor(area.y / side)
        right, bottom = floor((area.x + area.width) / side), floor((area.y + area.height) / side)
        if (right - left + 1) * (bottom - top + 1) > _SQUARES:
            return None
        return [(column, row) for column in range(left, right + 1) for row in range(top, bottom + 1)]

    def _along(self, start: Point, end: Point) -> Iterator[_Square]:
        """The squares that a straight line goes through, and those beside them where it is slanted."""
        side = self._side
        if start.x > end.x:
            start, end = end, start
        first, last = floor(start.x / side), floor(end.x / side)
        upper, lower = sorted((start.y, end.y))
        rows = range(floor(upper / side), floor(lower / side) + 1)
        if first == last or len(rows) == 1:
            yield from ((column, row) for column in range(first, last + 1) for row in rows)
            return
        slope = (end.y - start.y) / (end.x - start.x)
        for column in range(first, last + 1):
            enter, leave = max(column * side, start.x), min((column + 1) * side, end.x)
            top, bottom = sorted(start.y + (x - start.x) * slope for x in (enter, leave))
            for row in range(floor(top / side), floor(bottom / side) + 1):
                yield column, row


def is_sound(bounds: Bounds) -> bool:
    """Whether a rectangle has a place and a size: all finite, width and height above zero."""
    x, y, width, height = bounds
    return width > 0 and height > 0 and isfinite(x) and isfinite(y) and isfinite(width) and isfinite(height)


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

"""What lies near what in a picture, without comparing everything with everything.

The plane is parted into squares of about the size of a usual shape, and a shape is kept in each square that it covers.
What covers very many is kept apart and looked at every time. A picture made to be slow is looked at only in part: all
searches together may look at so many squares and shapes for each shape there is, and no more.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from itertools import islice
from math import floor, isfinite

from procmap.geometry import Bounds, Point

__all__ = ["Neighbourhood", "crosses", "is_sound"]

_Square = tuple[int, int]
_SQUARES = 200
"""What covers more squares than this is kept apart."""
_LOOKS = 60
"""So much is looked at for each shape, and a hundred times that in any picture."""


class Neighbourhood:
    """Shapes by their place; ``bounds`` are sound (``is_sound``)."""

    def __init__(self, bounds: Mapping[str, Bounds]) -> None:
        self.bounds = bounds
        self._left = _LOOKS * (len(bounds) + 100)
        sizes = sorted(max(each.width, each.height) for each in bounds.values())
        self._side = max(sizes[len(sizes) // 2], 1.0) if sizes else 1.0
        self._extent = _extent(bounds.values())
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

    def overlapping(self, slack: float, belong: Callable[[str, str], bool]) -> dict[str, str]:
        """For each shape one before it that it lies upon by more than ``slack`` px, unless the two belong together.

        Where one lies upon several, any of them.
        """
        order = {id: number for number, id in enumerate(self.bounds)}
        found: dict[str, str] = {}
        for first, second in self._side_by_side(found):
            later, earlier = (first, second) if order[first] > order[second] else (second, first)
            meets = later not in found and self.bounds[later].grown(-slack).meets(self.bounds[earlier])
            if meets and not belong(later, earlier):
                found[later] = earlier
            self._left -= 1
            if self._left < 0:
                break
        return {id: found[id] for id in self.bounds if id in found}

    def _side_by_side(self, settled: Container[str]) -> Iterator[tuple[str, str]]:
        """The pairs of shapes that share a square, and what covers very many with all others; not those settled."""
        for ids in self._squares.values():
            for number, id in enumerate(ids if len(ids) > 1 else ()):
                for other in islice(ids, number):
                    if id in settled:
                        break
                    yield id, other
        for number, id in enumerate(self._large):
            for other in islice(self._large, number):
                if id in settled:
                    break
                yield id, other
            yield from ((id, other) for ids in self._squares.values() for other in ids)

    def on_line(self, start: Point, end: Point, besides: Container[str]) -> Iterator[str]:
        """The shapes besides some that a straight line touches, each once."""
        within = _within(start, end, self._extent)
        for id in self._near(self._along(*within)) if within is not None else ():
            if id not in besides and _within(start, end, self.bounds[id]) is not None:
                yield id

    def at(self, place: Point) -> Iterator[str]:
        """The shapes that a point lies in, or on the edge of."""
        spot = Bounds(place.x, place.y, 0, 0)
        return (id for id in self._near(self._covered(spot) or ()) if self.bounds[id].holds(spot))

    def _near(self, squares: Iterable[_Square]) -> Iterator[str]:
        """The shapes that are in very many squares, and those in some."""
        yield from self._large
        self._left -= len(self._large)
        seen: set[str] = set()
        for square in squares:
            self._left -= 1
            if self._left < 0:
                return
            for id in self._squares.get(square, ()):
                if id not in seen:
                    seen.add(id)
                    self._left -= 1
                    yield id

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
        slope = (end.y - start.y) / (end.x - start.x) if first != last else 0.0
        for column in range(first, last + 1):
            top, bottom = start.y, end.y
            if first != last:
                enter, leave = max(column * side, start.x), min((column + 1) * side, end.x)
                top, bottom = start.y + (enter - start.x) * slope, start.y + (leave - start.x) * slope
            for row in range(floor(min(top, bottom) / side), floor(max(top, bottom) / side) + 1):
                yield column, row


def _extent(bounds: Iterable[Bounds]) -> Bounds:
    """The rectangle around all of them."""
    each = list(bounds)
    if not each:
        return Bounds(0, 0, 0, 0)
    left, top = min(one.x for one in each), min(one.y for one in each)
    return Bounds(left, top, max(one.right for one in each) - left, max(one.bottom for one in each) - top)


def is_sound(bounds: Bounds) -> bool:
    """Whether a rectangle has a place and a size: all finite, width and height above zero."""
    x, y, width, height = bounds
    return width > 0 and height > 0 and isfinite(x) and isfinite(y) and isfinite(width) and isfinite(height)


def crosses(start: Point, end: Point, area: Bounds) -> bool:
    """Whether a straight line goes through a rectangle; never where that is empty."""
    return area.width > 0 and area.height > 0 and _within(start, end, area) is not None


def _within(start: Point, end: Point, area: Bounds) -> tuple[Point, Point] | None:
    """The part of a straight line that is within a rectangle, None where none is (Liang and Barsky 1984)."""
    first, last = 0.0, 1.0
    dx, dy = end.x - start.x, end.y - start.y
    if not (isfinite(dx) and isfinite(dy)):
        return None
    for step, room in (
        (-dx, start.x - area.x), (dx, area.right - start.x), (-dy, start.y - area.y), (dy, area.bottom - start.y),
    ):  # fmt: skip
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            first = max(first, room / step)
        else:
            last = min(last, room / step)
    if first >= last:
        return None
    return start.moved(first * dx, first * dy), start.moved(last * dx, last * dy)

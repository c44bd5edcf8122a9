"""Where words beside shapes and lines find room: on nothing, as near as can be to where they are wanted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import floor, inf

from procmap.geometry import Bounds, Point

__all__ = ["Free"]

_CELL = 160.0
_MOST_CELLS = 4000
_SHIFTS = tuple(
    sorted(
        ((dx, dy) for dx in (0, -8, 8, -18, 18, -32, 32) for dy in (0, -6, 6, -12, 12, -19, 19, -27, 27)),
        key=lambda shift: (abs(shift[0]) + 1.2 * abs(shift[1]), shift),
    )
)
_ON_SHAPE, _ON_WORDS, _ON_LINE, _ON_BORDER = 30.0, 40.0, 10.0, 6.0
_GAP = 2.0  # px from words to lines
_FAR = 0.12  # for each px away from where words are wanted
_MOST_LOOKS = 1_000_000
"""So many looks at what is in the way of words are taken in one drawing, some 1 s; a readable one needs far fewer."""


class Free:
    """A drawing in which words are put one after the other; what has been put takes room from the next."""

    def __init__(self) -> None:
        self._looks = _MOST_LOOKS
        self._boxes: dict[tuple[int, int], list[tuple[Bounds, float]]] = defaultdict(list)
        self._lines: dict[tuple[int, int], list[tuple[Point, Point, float]]] = defaultdict(list)

    def take(self, box: Bounds, cost: float = _ON_SHAPE) -> None:
        """Let words keep off a shape."""
        for cell in _cells(box):
            self._boxes[cell].append((box, cost))

    def take_words(self, box: Bounds) -> None:
        """Let other words keep off some that stand already."""
        self.take(box.grown(2), _ON_WORDS)

    def take_line(self, points: Sequence[Point], cost: float = _ON_LINE) -> None:
        """Let words keep off a line."""
        for one, other in pairwise(points):
            for cell in _cells_along(one, other):
                self._lines[cell].append((one, other, cost))

    def take_border(self, box: Bounds) -> None:
        """Let words rather not stand across the border of what they may stand in."""
        corners = (Point(box.x, box.y), Point(box.right, box.y), Point(box.right, box.bottom), Point(box.x, box.bottom))
        self.take_line((*corners, corners[0]), _ON_BORDER)

    def find(self, wanted: Iterable[Bounds], limit: float = inf) -> tuple[Bounds | None, float]:
        """The best place for words, and what it costs: one of those that are wanted, or near one of them.

        Earlier ones are better. None where all of them cost as much as the ``limit``. Where so much lies on each other
        that looking for room has taken too long already, it is the first that is wanted.
        """
        best, least = None, limit
        for rank, box in enumerate(wanted):
            if self._looks <= 0:
                return (box, 0.0) if best is None and limit > 0 else (best, least)
            for dx, dy in _SHIFTS:
                away = rank * 0.7 + _FAR * (abs(dx) + 1.2 * abs(dy))
                if away >= least or self._looks <= 0:
                    break
                moved = box.moved(dx, dy)
                cost = away + self._cost(moved, least - away)
                if cost < least:
                    best, least = moved, cost
        return best, least

    def _cost(self, box: Bounds, limit: float) -> float:
        cost = 0.0
        broad = box.grown(_GAP)
        seen: set[int] = set()
        for cell in _cells(box):
            self._looks -= len(self._boxes.get(cell, ())) + len(self._lines.get(cell, ()))
            for taken in self._boxes.get(cell, ()):
                if id(taken) not in seen and box.meets(taken[0]):
                    seen.add(id(taken))
                    cost += taken[1]
            for line in self._lines.get(cell, ()):
                if id(line) not in seen and _crosses(line[0], line[1], broad):
                    seen.add(id(line))
                    cost += line[2]
            if cost >= limit:
                break
        return cost


def _cells(box: Bounds) -> Iterator[tuple[int, int]]:
    left, right = floor(box.x / _CELL), floor(box.right / _CELL)
    top, bottom = floor(box.y / _CELL), floor(box.bottom / _CELL)
    if (right - left + 1) * (bottom - top + 1) > _MOST_CELLS:
        return
    for column in range(left, right + 1):
        for row in range(top, bottom + 1):
            yield column, row


def _cells_along(one: Point, other: Point) -> Iterator[tuple[int, int]]:
    """The cells that a piece of a line comes into, or within the gap to words of."""
    box = Bounds(min(one.x, other.x), min(one.y, other.y), abs(one.x - other.x), abs(one.y - other.y))
    if not box.width or not box.height:
        yield from _cells(box)
        return
    slope = (other.y - one.y) / (other.x - one.x)
    left, right = floor(box.x / _CELL), floor(box.right / _CELL)
    if (right - left + 1) + box.height / _CELL > _MOST_CELLS:
        return
    for column in range(left, right + 1):
        ends = max(box.x, column * _CELL - _GAP), min(box.right, (column + 1) * _CELL + _GAP)
        low, high = sorted(one.y + (x - one.x) * slope for x in ends)
        for row in range(floor((low - _GAP) / _CELL), floor((high + _GAP) / _CELL) + 1):
            yield column, row


def _crosses(one: Point, other: Point, box: Bounds) -> bool:
    """Whether a piece of a line has a point in a box (Liang and Barsky)."""
    low, high = 0.0, 1.0
    for start, delta, least, most in (
        (one.x, other.x - one.x, box.x, box.right),
        (one.y, other.y - one.y, box.y, box.bottom),
    ):
        if delta == 0:
            if not least < start < most:
                return False
            continue
        near, far = (least - start) / delta, (most - start) / delta
        if near > far:
            near, far = far, near
        low, high = max(low, near), min(high, far)
        if low >= high:
            return False
    return True

"""The curve of an experience: through every point, never above or below what was felt, and its words beside it.

The tangents are those of Fritsch and Carlson with harmonic means (1980): the curve is monotone between two points and
flat where it turns, so that it invents no peak that nobody has felt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from procmap.geometry import Bounds, Point

__all__ = ["Bend", "Wanted", "bends", "place_words"]


class Bend(NamedTuple):
    """A piece of the curve, a cubic Bézier whose controls lie at the thirds of its width."""

    start: Point
    first: Point
    second: Point
    end: Point

    def halves(self) -> tuple[Bend, Bend]:
        """The piece in two, parted in the middle of its width."""
        a, b, c = _middle(self.start, self.first), _middle(self.first, self.second), _middle(self.second, self.end)
        d, e = _middle(a, b), _middle(b, c)
        middle = _middle(d, e)
        return Bend(self.start, a, d, middle), Bend(middle, e, c, self.end)

    def at(self, share: float) -> Point:
        """The point so far along, from 0 to 1."""
        rest = 1 - share
        weights = (rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3)
        return Point(
            sum(weight * point.x for weight, point in zip(weights, self, strict=True)),
            sum(weight * point.y for weight, point in zip(weights, self, strict=True)),
        )


class Wanted(NamedTuple):
    """Words to be set beside a point: how wide and high they are, and whether they had better stand above it."""

    point: Point
    width: float
    height: float
    above: bool


def bends(points: Sequence[Point]) -> list[Bend]:
    """The curve through points from left to right; nothing where there are fewer than two."""
    slopes = [(b.y - a.y) / (b.x - a.x) for a, b in pairwise(points)]
    tangents = [0.0, *(_harmonic(a, b) for a, b in pairwise(slopes)), 0.0]
    return [
        Bend(a, Point(a.x + (b.x - a.x) / 3, a.y + t * (b.x - a.x) / 3),
             Point(b.x - (b.x - a.x) / 3, b.y - u * (b.x - a.x) / 3), b)
        for a, b, t, u in zip(points, points[1:], tangents, tangents[1:], strict=False)
    ]  # fmt: skip


def place_words(
    wanted: Sequence[Wanted],
    curve: Sequence[Bend],
    marks: Sequence[Bounds],
    room: Bounds,
    lines: Sequence[float],
    main_line: float,
) -> list[Bounds]:
    """Where words stand so that they lie on nothing, or on as little as can be.

    ``marks`` are what must stay free, ``lines`` thin horizontal lines, of which the ``main_line`` matters more.
    """
    taken = [*marks, *(Bounds(x - 4, y - 4, 8, 8) for bend in curve for x, y in map(bend.at, _SHARES))]
    placed = []
    for want in wanted:
        reach = want.width + 40
        near = [other for other in taken if abs(other.x - want.point.x) < reach + other.width]
        best = min(_places(want), key=lambda place: _cost(place[1], near, room, lines, main_line) + place[0])[1]
        placed.append(best)
        taken.append(best.grown(3))
    return placed


_SHARES = tuple(step / 24 for step in range(25))
_OFF = 15.0
"""From a point to the words beside it: past its face."""


def _places(want: Wanted) -> Iterator[tuple[float, Bounds]]:
    """Where words might stand, and how much less good each place is."""
    (x, y), wide, high, above = want
    top, bottom = y - _OFF - high, y + _OFF
    near, far = (top, bottom) if above else (bottom, top)
    yield 0, Bounds(x - wide / 2, near, wide, high)
    yield 3, Bounds(x - wide / 2, far, wide, high)
    for side, dx in ((4, _OFF), (4, -_OFF - wide)):
        yield side, Bounds(x + dx, y - high / 2, wide, high)
        yield side + 1, Bounds(x + dx * 0.6, near, wide, high)
        yield side + 2, Bounds(x + dx * 0.6, far, wide, high)
    yield 6, Bounds(x - wide / 2, near + (-8 if above else 8), wide, high)


def _cost(
    place: Bounds, taken: Sequence[Bounds], room: Bounds, lines: Sequence[float], main_line: float
) -> float:
    cost = sum(100.0 for other in taken if other.meets(place))
    if not room.holds(place):
        cost += 1000
    cost += sum(8.0 for y in lines if place.y < y < place.bottom)
    return cost + (40 if place.y < main_line < place.bottom else 0)


def _harmonic(before: float, after: float) -> float:
    """The tangent where two slopes meet: none where the curve turns or is level."""
    return 2 * before * after / (before + after) if before * after > 0 else 0.0


def _middle(a: Point, b: Point) -> Point:
    return Point((a.x + b.x) / 2, (a.y + b.y) / 2)

"""What makes one drawing of the same lines harder to read than another, counted.

Crossings count most, then bends, then length (the order that Purchase found: Which Aesthetic Has the Greatest Effect on
Human Understanding?, Graph Drawing 1997). It is used to choose between layouts; nobody is shown a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, pairwise
from typing import NamedTuple

from procmap.geometry import Bounds, Point, Route

__all__ = ["crossings", "untidiness"]

_STEP = 14.0


class _Piece(NamedTuple):
    """A straight piece of a line: its level or its x, and from where to where."""

    at: float
    low: float
    high: float


def untidiness(routes: Mapping[str, Route], words: Mapping[str, Bounds]) -> float:
    """A number that is lower for the tidier of two drawings of the same lines; it means nothing else."""
    bends = sum(max(0, len(route.points) - 2) for route in routes.values())
    steps = sum(_long(*piece) < _STEP for route in routes.values() for piece in list(pairwise(route.points))[1:-1])
    length = sum(_long(*piece) for route in routes.values() for piece in pairwise(route.points))
    return 50 * crossings(routes.values()) + 15 * bends + 60 * steps + 0.06 * length + 300 * _covered(routes, words)


def crossings(routes: Iterable[Route]) -> int:
    """How often two lines cross; where one ends on another they do not."""
    parted = [(list(_pieces(route, True)), list(_pieces(route, False))) for route in routes]
    return sum(
        _cross(level, upright)
        for (levels, uprights), (other_levels, other_uprights) in combinations(parted, 2)
        for one, others in ((levels, other_uprights), (other_levels, uprights))
        for level in one
        for upright in others
    )


def _pieces(route: Route, along: bool) -> Iterator[_Piece]:
    for first, second in pairwise(route.points):
        if along and first.y == second.y:
            yield _Piece(first.y, *sorted((first.x, second.x)))
        elif not along and first.x == second.x:
            yield _Piece(first.x, *sorted((first.y, second.y)))


def _cross(level: _Piece, upright: _Piece) -> bool:
    return level.low + 1 < upright.at < level.high - 1 and upright.low + 1 < level.at < upright.high - 1


def _covered(routes: Mapping[str, Route], words: Mapping[str, Bounds]) -> int:
    """How many words have a line or other words on them."""
    boxes = [box.grown(-1) for box in words.values()]
    lines = [hull for route in routes.values() for hull in map(_hull, pairwise(route.points))]
    return sum(one.meets(other) for one, other in combinations(boxes, 2)) + sum(
        any(box.meets(line) for line in lines) for box in boxes
    )


def _hull(piece: tuple[Point, Point]) -> Bounds:
    (x, y), (other_x, other_y) = piece
    return Bounds(min(x, other_x), min(y, other_y), abs(x - other_x), abs(y - other_y)).grown(0.5)


def _long(first: Point, second: Point) -> float:
    return abs(first.x - second.x) + abs(first.y - second.y)

"""What is put on elements beside their shape: the numbers of findings, and the sign that answers differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from procmap.draw import shapes
from procmap.geometry import Diagram, Point

__all__ = ["Marks", "put", "spot"]


@dataclass(frozen=True, slots=True)
class Marks:
    """Numbers of findings by the path of their element, and the paths where answers differ."""

    numbers: Mapping[str | None, Sequence[int]] = field(default_factory=dict)
    disputed: frozenset[str] = frozenset()


def put(marks: Marks, path: str, at: Point) -> Iterator[str]:
    """The sign that answers differ, and numbers: in rows of three that end at a point, the last row lowest."""
    drawn: list[Callable[[Point], str]] = [shapes.disputed] if path in marks.disputed else []
    drawn += [partial(shapes.badge, str(number)) for number in marks.numbers.get(path, ())]
    for place, draw in enumerate(reversed(drawn)):
        yield draw(at.moved(-23 * (place % 3), -23 * (place // 3)))


def spot(path: str, diagram: Diagram) -> Point:
    """Where marks stand: at the upper right of a shape, after the words of a flow, or on its longest piece."""
    if shape := diagram.shapes.get(path):
        if shape.width > 60:
            return Point(shape.right - 8, shape.y - 3)
        return shape.centre.moved(shape.width * 0.46, -shape.height * 0.3)
    if label := diagram.labels.get(path):
        return Point(label.centre.x, label.y - 9)
    first, second = max(pairwise(diagram.routes[path].points), key=lambda piece: abs(piece[0].x - piece[1].x))
    return Point((first.x + second.x) / 2, (first.y + second.y) / 2)

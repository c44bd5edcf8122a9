"""What is put on elements beside their shape: numbers of findings, the sign that answers differ, the way to a fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from procmap.draw import shapes
from procmap.draw.trace import Trail
from procmap.geometry import Bounds, Diagram, Point

__all__ = ["Marks", "put", "put_trail", "spot"]


@dataclass(frozen=True, slots=True)
class Marks:
    """Numbers of findings by the path of their element, the paths where answers differ, and the way to a fault."""

    numbers: Mapping[str | None, Sequence[int]] = field(default_factory=dict)
    disputed: frozenset[str] = frozenset()
    trail: Trail = field(default_factory=Trail)


def put(marks: Marks, path: str, at: Point) -> Iterator[str]:
    """The sign that answers differ, and numbers: in rows of three that end at a point, the last row lowest."""
    drawn: list[Callable[[Point], str]] = [shapes.disputed] if path in marks.disputed else []
    drawn += [partial(shapes.badge, str(number)) for number in marks.numbers.get(path, ())]
    for place, draw in enumerate(reversed(drawn)):
        yield draw(at.moved(-23 * (place % 3), -23 * (place // 3)))


def put_trail(trail: Trail, path: str, diagram: Diagram) -> Iterator[str]:
    """The numbers of the steps at an element, to its upper left, and to its lower right the sign of what goes wrong."""
    shape = diagram.shapes.get(path)
    if (numbers := trail.numbers.get(path)) and shape is not None:
        text = ", ".join(map(str, numbers))
        corner = Point(shape.x - 4, shape.y - 4)  # clear of the sign in the corner
        yield shapes.step(text, corner if shape.width > 60 else _beside(text, shape, diagram.labels.get(path)))
    if (sign := trail.signs.get(path)) and (shape is not None or path in diagram.routes):
        if shape is None:
            at = spot(path, diagram)
        else:  # an event has its name below
            at = Point(shape.right + 5, shape.centre.y + 4 if shape.width < 40 else shape.bottom - 2)
        yield shapes.never(at) if sign == "never" else shapes.fault(at)


def _beside(text: str, shape: Bounds, name: Bounds | None) -> Point:
    """At a corner of a small shape, clear of the arrow that comes in, and of its name wherever that stands."""
    corners = [shape.centre.moved(dx, dy) for dy in (-17, 17) for dx in (-19, 19)]
    return next((each for each in corners if name is None or not shapes.step_box(text, each).meets(name)), corners[0])


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

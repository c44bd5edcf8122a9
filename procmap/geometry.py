"""Where things stand in a picture: the same types for a diagram that was imported and a layout that was computed.

All numbers are px (1/96 inch) from the top left corner; y grows downwards, as in SVG and BPMN DI.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

__all__ = ["Bounds", "Diagram", "Look", "MessageLook", "Point", "Route"]

MessageLook = Literal["initiating", "non_initiating"]


class Point(NamedTuple):
    """A place in the picture."""

    x: float
    y: float

    def moved(self, dx: float, dy: float) -> Point:
        """The point so far to the right and down."""
        return Point(self.x + dx, self.y + dy)


class Bounds(NamedTuple):
    """A rectangle: its left and top edge, its width and height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """The point in the middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def moved(self, dx: float, dy: float) -> Bounds:
        """The same rectangle so far to the right and down."""
        return Bounds(self.x + dx, self.y + dy, self.width, self.height)

    def grown(self, by: float) -> Bounds:
        """The rectangle with a margin of ``by`` px on every side."""
        return Bounds(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def scaled(self, by: float) -> Bounds:
        """The same rectangle in a picture that is so many times as large."""
        return Bounds(self.x * by, self.y * by, self.width * by, self.height * by)

    def holds(self, other: Bounds, slack: float = 0.01) -> bool:
        """Whether the other rectangle lies wholly within this one."""
        return (
            self.x - slack <= other.x
            and self.y - slack <= other.y
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def meets(self, other: Bounds) -> bool:
        """Whether the two share any area."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


class Route(NamedTuple):
    """The points of a line, from its source to its target."""

    points: tuple[Point, ...]

    def moved(self, dx: float, dy: float) -> Route:
        """The same line so far to the right and down."""
        return Route(tuple(point.moved(dx, dy) for point in self.points))


class Look(NamedTuple):
    """How a shape or line of an imported diagram is shown, where the file says so.

    ``expanded`` is whether a subprocess shows what is inside it, ``horizontal`` whether a pool or lane lies down,
    ``marker`` whether an exclusive gateway shows its cross, ``message`` whether a message flow shows what it carries,
    and whether that begins or answers.
    """

    expanded: bool | None = None
    horizontal: bool | None = None
    marker: bool | None = None
    message: MessageLook | None = None


@dataclass(frozen=True, slots=True)
class Diagram:
    """Where the elements of one scope stand, by the path of their ids: shapes, lines, and the words beside them.

    In a diagram from a BPMN file the keys are the ids themselves, which are unique in the file; its numbers are what
    the file says, and may be infinite or no numbers (NaN) where it says that or nothing. ``id`` and ``name`` are its
    own, ``plane`` is the id of the process, collaboration or subprocess that it shows.
    """

    shapes: Mapping[str, Bounds] = field(default_factory=dict)
    routes: Mapping[str, Route] = field(default_factory=dict)
    labels: Mapping[str, Bounds] = field(default_factory=dict)
    looks: Mapping[str, Look] = field(default_factory=dict)
    id: str = ""
    name: str = ""
    plane: str = ""

"""Lines as SVG, in whatever direction they run: flows, message flows, associations."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

from procmap.draw.style import FLOW, LINE, RULE, WHITE
from procmap.draw.svg import element, number, rounded
from procmap.geometry import MessageLook, Point

__all__ = ["association", "message_flow", "middle_of", "sequence_flow"]

_HEAD, _HALF = 9.0, 4.0


def sequence_flow(
    points: Sequence[Point], *, default: bool = False, conditional: bool = False, strong: bool = False
) -> str:
    """A flow; a stroke across its beginning marks the default one, a diamond there one that has a condition.

    A ``strong`` one is part of a way that the picture is about.
    """
    tip, back, left, right = _head(points, 11.0, 6.0) if strong else _head(points)
    colour = LINE if strong else FLOW
    start = _along(points[0], points[1], 15.0) if conditional else points[0]
    line = rounded([start, *points[1:-1], back])
    drawn = [
        element("path", d=line, fill="none", stroke=colour, stroke_width=3.6 if strong else 1.5),
        element("path", d=_closed(tip, left, right), fill=colour),
    ]
    if conditional:
        drawn.append(_diamond(points[0], points[1]))
    if default:
        middle = _along(points[0], points[1], 9.0)
        dx, dy = _direction(points[0], points[1])
        one = middle.moved(-5 * dy - 3 * dx, 5 * dx - 3 * dy)
        other = middle.moved(5 * dy + 3 * dx, -5 * dx + 3 * dy)
        drawn.append(_path(_line(one, other), stroke_width=1.5))
    return "\n".join(drawn)


def message_flow(
    points: Sequence[Point], message: MessageLook | None = None, *, sets_out: bool = True, arrives: bool = True
) -> str:
    """A message flow: broken, from a ring to an open head; on its middle the message, where the file shows it.

    Of a line that only leads to or from something on the way, one of its ends is bare.
    """
    tip, back, left, right = _head(points, 11.0, 5.0)
    begin = _along(points[0], points[1], 8.0) if sets_out else points[0]
    line = rounded([begin, *points[1:-1], back if arrives else points[-1]])
    drawn = [_path(line, stroke_width=1.4, stroke_dasharray="7 5")]
    if sets_out:
        ring = _along(points[0], points[1], 4.0)
        circle = element("circle", cx=ring.x, cy=ring.y, r=4.0, fill=WHITE, stroke=FLOW, stroke_width=1.4)
        drawn.append(circle)
    if arrives:
        drawn.append(_outlined(_closed(tip, left, right)))
    if message is not None:
        drawn.append(_envelope(middle_of(points), WHITE if message == "initiating" else RULE))
    return "\n".join(drawn)


def association(points: Sequence[Point], *, start: bool = False, end: bool = False) -> str:
    """A dotted line, with open heads where it has a direction."""
    drawn = [_path(rounded(points), stroke_width=1.6, stroke_dasharray="0.1 4", stroke_linecap="round")]
    for wanted, line in ((start, points[::-1]), (end, points)):
        if wanted:
            tip, _, left, right = _head(line, 9.0, 5.0)
            drawn.append(_path(_line(left, tip, right), stroke_width=1.4, stroke_linejoin="round"))
    return "\n".join(drawn)


def middle_of(points: Sequence[Point]) -> Point:
    """The point halfway along a line."""
    left = sum(_length(one, other) for one, other in pairwise(points)) / 2
    for one, other in pairwise(points):
        if left <= _length(one, other):
            return _along(one, other, left)
        left -= _length(one, other)
    return points[-1]


def _head(points: Sequence[Point], long: float = _HEAD, half: float = _HALF) -> tuple[Point, Point, Point, Point]:
    """Tip, the middle of the back, and the two corners of a head at the end of a line."""
    tip, before = points[-1], points[-2]
    dx, dy = _direction(before, tip)
    back = tip.moved(-long * dx, -long * dy)
    return tip, back, back.moved(-half * dy, half * dx), back.moved(half * dy, -half * dx)


def _envelope(centre: Point, fill: str) -> str:
    x, y = centre.moved(-12, -8)
    return _outlined(f"M{number(x)} {number(y)}h24v16h-24zl12 9l12 -9", fill)


def _outlined(d: str, fill: str = WHITE) -> str:
    return element("path", d=d, fill=fill, stroke=FLOW, stroke_width=1.4, stroke_linejoin="round")


def _diamond(begin: Point, towards: Point) -> str:
    dx, dy = _direction(begin, towards)
    middle, end = begin.moved(7.5 * dx, 7.5 * dy), begin.moved(15 * dx, 15 * dy)
    left, right = middle.moved(-4.5 * dy, 4.5 * dx), middle.moved(4.5 * dy, -4.5 * dx)
    outline = _closed(begin, left, end, right)
    return _outlined(outline)


def _path(d: str, **attributes: str | float | None) -> str:
    return element("path", d=d, fill="none", stroke=FLOW, **attributes)


def _line(*points: Point) -> str:
    return "M" + "L".join(f"{number(point.x)} {number(point.y)}" for point in points)


def _closed(*points: Point) -> str:
    return _line(*points) + "Z"


def _length(one: Point, other: Point) -> float:
    return hypot(other.x - one.x, other.y - one.y)


def _direction(one: Point, other: Point) -> tuple[float, float]:
    length = _length(one, other) or 1.0
    return (other.x - one.x) / length, (other.y - one.y) / length


def _along(one: Point, other: Point, far: float) -> Point:
    dx, dy = _direction(one, other)
    far = min(far, _length(one, other))
    return one.moved(dx * far, dy * far)

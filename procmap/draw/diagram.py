"""Where everything in a panel stands on the page, by the path of its ids."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.draw.connecting import Plan
from procmap.draw.figures import GUEST
from procmap.draw.panels import Panel
from procmap.geometry import Bounds, Diagram, Point, Route

__all__ = ["OUTER", "depth_of", "diagram_of", "head_of", "paths_of", "size_of"]

_HEAD = 132.0
OUTER = 128.0
"""The width of a column with the names of lanes that are around others."""
_SPACE = 20.0  # from that column to the first element, and after the last


def depth_of(panel: Panel) -> int:
    """How many lanes are around another one at most."""
    return max((len(area.within) for area in panel.areas), default=0)


def head_of(panel: Panel) -> float:
    """The width of the columns with the names of the lanes."""
    return _HEAD + OUTER * depth_of(panel)


def size_of(plan: Plan) -> tuple[float, float]:
    """Width and height of a panel."""
    return head_of(plan.panel) + 2 * _SPACE + plan.routed.width, plan.placed.height


def diagram_of(plan: Plan, left: float, top: float) -> Diagram:
    """Where everything of a panel stands, by the path of its ids, when the panel's upper left corner is at a point."""
    dx, dy = left + head_of(plan.panel) + _SPACE, top
    prefix = plan.panel.prefix
    shapes_: dict[str, Bounds] = {}
    for id, one in plan.panel.figures.items():
        x, y = plan.routed.centres[plan.placed.column[id]] + dx, plan.placed.y[id] + dy
        shapes_[prefix + id] = Bounds(x - one.width / 2, y - one.height / 2, one.width, one.height)
        for guest in one.guests:
            shapes_[prefix + guest.id] = Bounds(x + guest.dx - GUEST, y + guest.dy - GUEST, 2 * GUEST, 2 * GUEST)
    routes = {}
    guests = {guest.id for one in plan.panel.figures.values() for guest in one.guests}
    for arrow in plan.panel.arrows:
        points = plan.routed.routes[arrow.id].moved(dx, dy).points
        if arrow.source in guests:
            points = (Point(points[0].x, shapes_[prefix + arrow.source].bottom), *points)
        routes[prefix + arrow.id] = Route(points)
    labels = {prefix + id: bounds.moved(dx, dy) for id, bounds in plan.routed.words.items()}
    return Diagram(shapes_, routes, labels)


def paths_of(panel: Panel) -> Iterator[str]:
    """The paths of all elements and flows of a panel."""
    for one in panel.figures.values():
        yield panel.prefix + one.id
        yield from (panel.prefix + guest.id for guest in one.guests)
    yield from (panel.prefix + arrow.id for arrow in panel.arrows)

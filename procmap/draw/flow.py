"""The view ``flow``: the process in bands, one for each lane, with each subprocess opened in a panel below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from procmap.draw import shapes
from procmap.draw.connecting import Plan
from procmap.draw.diagram import diagram_of, head_of, paths_of
from procmap.draw.figures import GUEST, Figure, Guest, Words
from procmap.draw.icons import icon
from procmap.draw.lanes import draw_lanes, lane_spots
from procmap.draw.marking import Marks, put, put_trail, spot
from procmap.draw.simple import SIMPLE
from procmap.draw.style import INK, MUTED
from procmap.draw.svg import element, escape, words
from procmap.geometry import Bounds, Point
from procmap.model.activity import CallActivity, SubProcess
from procmap.model.event import Event
from procmap.model.gateway import Gateway
from procmap.model.knowledge import Unknown
from procmap.text import Language

__all__ = ["draw_plan"]


def draw_plan(plan: Plan, left: float, top: float, width: float, marks: Marks, language: Language) -> str:
    """A panel as SVG: bands first, then lines, elements, and what is put on them."""
    drawn = _drawn(plan, left, top, width, marks, language)
    return element("g", *drawn, data_layout=SIMPLE if plan.simple else None)


def _drawn(plan: Plan, left: float, top: float, width: float, marks: Marks, language: Language) -> Iterator[str]:
    prefix = plan.panel.prefix
    diagram = diagram_of(plan, left, top)
    head = head_of(plan.panel)
    bands = [Bounds(left, top + band.top, width, band.bottom - band.top) for band in plan.placed.bands]
    yield from draw_lanes(plan.panel.areas, bands, head, language)
    others: dict[str, list[tuple[Point, ...]]] = {}
    for arrow in plan.panel.arrows:
        others.setdefault(arrow.source, []).append(diagram.routes[prefix + arrow.id].points)
    for arrow in sorted(plan.panel.arrows, key=lambda arrow: prefix + arrow.id in marks.trail.gone):
        path = prefix + arrow.id
        points = diagram.routes[path].points
        default = _own_beginning(points, others[arrow.source]) if arrow.default else None
        drawn = [shapes.arrow(points, default=default, strong=path in marks.trail.gone)]
        if arrow.words.lines:
            place = diagram.labels[path]
            drawn.append(_title(arrow.words) + words(arrow.words.lines, place.x, place.y, arrow.words.size, fill=INK))
        yield element("g", *drawn, data_flow=path)
    for one in plan.panel.figures.values():
        yield _figure(one, diagram.shapes[prefix + one.id], prefix)
        for guest in one.guests:
            yield _guest(guest, diagram.shapes[prefix + guest.id], prefix)
    for lane, at in lane_spots(plan.panel.areas, bands, head):
        yield from put(marks, f"lanes/{lane}", at)
    for path in paths_of(plan.panel):
        yield from put(marks, path, spot(path, diagram))
        yield from put_trail(marks.trail, path, diagram)


def _own_beginning(points: Sequence[Point], others: Sequence[Sequence[Point]]) -> Point | None:
    """A point a little way out on a line that sets out by itself; None where another one begins like it."""
    if sum(other[0] == points[0] and _side(other) == _side(points) for other in others) > 1:
        return None
    dx, dy = _side(points)
    return points[0].moved(11 * dx, 11 * dy)


def _side(points: Sequence[Point]) -> tuple[int, int]:
    """Which way a line sets out: right or left, down or up."""
    dx, dy = points[1].x - points[0].x, points[1].y - points[0].y
    return (dx > 0) - (dx < 0), (dy > 0) - (dy < 0)


def _figure(one: Figure, place: Bounds, prefix: str) -> str:
    node, centre = one.node, place.centre
    if isinstance(node, Gateway):
        drawn = [shapes.gateway(node.kind, centre, place.width / 2)]
        if one.words.lines:
            drawn.append(_centred(one.words, centre.x, place.y - 4 - one.words.height))
    elif isinstance(node, Event):
        drawn = [shapes.event(node, centre, place.width / 2)]
        if one.words.lines:
            drawn.append(_centred(one.words, centre.x, place.bottom + 4))
    else:
        drawn = [
            shapes.activity(
                place,
                dashed=isinstance(node.name, Unknown),
                thick=isinstance(node, CallActivity),
                double=isinstance(node, SubProcess) and node.kind == "transaction",
                dotted=isinstance(node, SubProcess) and node.kind == "event",
            )
        ]
        below = one.below.height + 6 if one.below.lines else 0
        at = place.y + (place.height + one.corner - one.foot - one.words.height - below) / 2
        if one.icon:
            drawn.append(icon(one.icon, place.x + 7, place.y + 6, 15, filled=one.icon == "sent"))
        drawn.append(_centred(one.words, centre.x, at))
        if one.below.lines:
            drawn.append(_centred(one.below, centre.x, at + one.words.height + 6, MUTED))
        if one.marks:
            drawn.append(shapes.marks(one.marks, centre.x, place.bottom - (GUEST if one.guests else 0)))
    return element("g", *drawn, data_element=prefix + one.id)


def _guest(guest: Guest, place: Bounds, prefix: str) -> str:
    drawn = [shapes.event(guest.event, place.centre, place.width / 2)]
    if guest.words.lines:
        top = place.centre.y - guest.dy + guest.level - guest.words.height - 3
        drawn.append(words(guest.words.lines, place.centre.x + 8, top, guest.words.size))
    return element("g", *drawn, data_element=prefix + guest.id)


def _centred(text: Words, x: float, y: float, fill: str = INK) -> str:
    return _title(text) + words(text.lines, x, y, text.size, bold=text.lines == ("??",), anchor="middle", fill=fill)


def _title(text: Words) -> str:
    return element("title", escape(text.whole)) if text.whole is not None else ""

"""The bands of a picture and their heads, side by side where lanes stand within lanes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from procmap.draw.areas import Area
from procmap.draw.diagram import OUTER
from procmap.draw.icons import icon
from procmap.draw.style import BAND, BODY, GROUND, INK, MUTED, RULE, SMALL, leading
from procmap.draw.svg import element, escape, words
from procmap.draw.wording import LANE_KINDS
from procmap.geometry import Bounds, Point
from procmap.layout.measure import width, wrap
from procmap.text import Language

__all__ = ["draw_lanes", "lane_spots"]

_KIND_ICONS = {"customer": "person", "external": "building", "person": "person", "system": "gear", "robot": "robot"}
_LONGEST = 600  # characters of a name that are looked at; the whole of it stands in its title
_EDGE = 4.0  # from the edge of a band to the words in its head
_Outer = tuple[str, str, Bounds]


def draw_lanes(areas: Sequence[Area], bands: Sequence[Bounds], head: float, language: Language) -> Iterator[str]:
    """The bands of some areas, with heads of ``head`` px together; what is around several stands beside them all."""
    around = _around(areas)
    for area, place in zip(areas, bands, strict=True):
        yield _band(area, place, head, area.lane in around, language)
    for lane, name, place in _outer(areas, bands):
        yield _outer_head(lane, name, place)


def lane_spots(areas: Sequence[Area], bands: Sequence[Bounds], head: float) -> Iterator[tuple[str, Point]]:
    """Where a mark stands that is about a lane: in the upper right corner of its head."""
    around = _around(areas)
    for area, place in zip(areas, bands, strict=True):
        if area.lane is not None and area.lane not in around:
            yield area.lane, Point(place.x + head - 18, place.y + 18)
    for lane, _, place in _outer(areas, bands):
        yield lane, Point(place.right - 18, place.y + 18)


def _around(areas: Sequence[Area]) -> set[str]:
    return {lane for area in areas for lane, _ in area.within}


def _outer(areas: Sequence[Area], bands: Sequence[Bounds]) -> Iterator[_Outer]:
    """The lanes around others, each with its name and the room of its head beside all of them."""
    around = _around(areas)
    ways = [(*area.within, (area.lane, area.name)) if area.lane in around else area.within for area in areas]
    for depth in range(max(map(len, ways), default=0)):
        for within, members in groupby(zip(ways, bands, strict=True), key=lambda one: one[0][: depth + 1]):
            if len(within) > depth:
                places = [place for _, place in members]
                first, last = places[0], places[-1]
                lane, name = within[depth]
                yield str(lane), name, Bounds(first.x + OUTER * depth, first.y, OUTER, last.bottom - first.y)


def _outer_head(lane: str, name: str, place: Bounds) -> str:
    x, y, wide, height = place
    lines, whole = _cut(name, (wide - 24) * 0.97, height - 12, bold=True)
    top = y + (height - len(lines) * leading(BODY)) / 2
    box = element("rect", x=x, y=y, width=wide, height=height, fill=GROUND, stroke=RULE, stroke_width=1.0)
    drawn = [*filter(None, [whole]), box, words(lines, x + 12, top, BODY, bold=True)]
    return element("g", *drawn, data_lane=lane)


def _cut(name: str, room: float, height: float, bold: bool) -> tuple[list[str], str]:
    """A name in the lines that there is room for, and where it was cut a title with all of it."""
    lines = wrap(name[:_LONGEST], BODY, room, bold=bold)
    most = max(1, int(height / leading(BODY)))
    if not lines or (len(lines) <= most and len(name) <= _LONGEST):
        return lines, ""
    last = lines[:most][-1]
    while last and width(last + "…", BODY, bold) > room:
        last = last[:-1]
    return [*lines[: most - 1], last.rstrip(" -") + "…"], element("title", escape(name))


def _band(area: Area, place: Bounds, head: float, is_around: bool, language: Language) -> str:
    """One band with its head; where the lane ``is_around`` others its name stands beside them and itself."""
    x, y, wide, height = place
    open_ = area.kind is None
    start = x + OUTER * (len(area.within) + is_around)
    drawn = [
        element(
            "rect",
            x=x,
            y=y,
            width=wide,
            height=height,
            fill=BAND[area.kind],
            stroke=MUTED if open_ else RULE,
            stroke_width=1.2 if open_ else 1.0,
            stroke_dasharray="6 5" if open_ else None,
        )
    ]
    room = (x + head - start - 28) * 0.97
    kind = LANE_KINDS.get(area.kind) if area.kind else None
    below = wrap(kind(language), SMALL, room) if kind and kind(language) != area.name else []
    free = height - 2 * _EDGE - (22 if area.kind else 0)
    if below and not is_around:
        needed = len(wrap(area.name[:_LONGEST], BODY, room, bold=not open_)) * leading(BODY)
        if needed + len(below) * leading(SMALL) > free:
            below = []  # the sign tells the same, and what it is called matters more
    lines, whole = ([], "") if is_around else _cut(area.name, room, free - len(below) * leading(SMALL), not open_)
    if whole:
        drawn.insert(0, whole)
    high = len(lines) * leading(BODY) + (len(below) * leading(SMALL) if below else 0) + (22 if area.kind else 0)
    at = y + (height - high) / 2
    if area.kind and not is_around:
        drawn.append(icon(_KIND_ICONS[area.kind], start + 14, at, colour=MUTED))
        at += 22
    if lines:
        drawn.append(words(lines, start + 14, at, BODY, bold=not open_, fill=MUTED if open_ else INK))
    if below:
        drawn.append(words(below, start + 14, at + len(lines) * leading(BODY), SMALL, fill=MUTED))
    drawn.append(element("line", x1=x + head, y1=y, x2=x + head, y2=y + height, stroke=RULE, stroke_width=1.0))
    return element("g", *drawn, data_lane=area.lane)

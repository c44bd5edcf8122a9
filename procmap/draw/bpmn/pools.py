"""Pools and lanes as SVG, lying or standing, with their names at their head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from procmap.draw.bpmn.fitting import fit
from procmap.draw.figures import Words
from procmap.draw.style import BAND, EDGE, INK
from procmap.draw.svg import element, escape, number, words
from procmap.geometry import Bounds
from procmap.model.resource import LaneKind

__all__ = ["Band", "draw_band", "headed"]

_HEAD = 30.0
_SIZES = (13.0, 12.0, 11.0, 10.0)


@dataclass(frozen=True, slots=True)
class Band:
    """A pool or lane. ``outer`` is the id of the one around it; ``upright`` is one that stands.

    ``empty`` is whether nothing of what happens in a pool is shown: a black box, with its name in the middle. ``head``
    is the strip for the name, ``around`` whether others are within it.
    """

    id: str
    name: str
    kind: LaneKind
    place: Bounds
    outer: str | None = None
    upright: bool = False
    is_pool: bool = False
    several: bool = False
    empty: bool = False
    around: bool = False
    head: Bounds | None = None


def headed(bands: Sequence[Band], zoom: float) -> list[Band]:
    """The bands with room for their names, as far as those within them leave it free; the outermost first."""
    size = _HEAD * zoom
    within: dict[str | None, list[Bounds]] = {}
    for band in bands:
        within.setdefault(band.outer, []).append(band.place)
    done = []
    for band in sorted(bands, key=lambda band: (not band.is_pool, -band.place.width * band.place.height)):
        x, y, width, height = band.place
        inner = [place for place in within.get(band.id, ()) if band.place.holds(place, 2)]
        start, ends = (y, [place.y for place in inner]) if band.upright else (x, [place.x for place in inner])
        deep = min(ends) - start if inner and 12 <= min(ends) - start <= 4 * size else size
        head = Bounds(x, y, width, min(deep, height)) if band.upright else Bounds(x, y, min(deep, width), height)
        done.append(replace(band, head=head, around=bool(inner), empty=band.empty and not inner))
    return done


def draw_band(band: Band) -> str:
    """A band with its name."""
    x, y, width, height = band.place
    box = element(
        "rect",
        x=x,
        y=y,
        width=width,
        height=height,
        fill=BAND["external" if band.empty and band.kind == "person" else band.kind],
        stroke=EDGE,
        stroke_width=1.4 if band.is_pool else 1.0,
    )
    drawn = [box]
    head = band.head
    if head is not None and (band.is_pool or band.around) and not band.empty:
        line = f"M{number(head.x)} {number(head.bottom)}H{number(head.right)}"
        if not band.upright:
            line = f"M{number(head.right)} {number(head.y)}V{number(head.bottom)}"
        drawn.append(element("path", d=line, fill="none", stroke=EDGE, stroke_width=1.0))
    if band.name:
        drawn.append(_name(band))
    if band.several:
        drawn.append(several_mark(band.place))
    return element("g", *drawn, data_lane=band.id)


def several_mark(place: Bounds) -> str:
    """The sign of a pool that stands for several of its kind, at its lower edge."""
    middle, low = place.centre.x, place.bottom - 5
    strokes = f"M{number(middle - 4)} {number(low - 10)}v10m4-10v10m4-10v10"
    return element("path", d=strokes, fill="none", stroke=INK, stroke_width=1.6)


def _name(band: Band) -> str:
    """The name in the head, or in the middle of a black box; read from below where a strip is high and narrow."""
    room = band.place if band.empty or band.head is None else band.head
    lies = band.upright if not band.empty else room.width >= min(room.height, 90.0)
    if lies:
        text, at = fit(band.name, [room.grown(-4)], sizes=_SIZES, bold=True)
        return _shown(text, at)
    x, y = room.centre
    turned = Bounds(x - room.height / 2 + 4, y - room.width / 2, max(room.height - 8, 1), room.width)
    text, at = fit(band.name, [turned], sizes=_SIZES, bold=True)
    return element("g", _shown(text, at), transform=f"rotate(-90 {number(x)} {number(y)})")


def _shown(text: Words, room: Bounds) -> str:
    title = element("title", escape(text.whole)) if text.whole else ""
    top = room.centre.y - text.height / 2
    return title + words(text.lines, room.centre.x, top, text.size, bold=True, anchor="middle", fill=INK)

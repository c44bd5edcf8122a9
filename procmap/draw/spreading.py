"""Panels that are too large to be searched for the tidiest picture: laid out along streets, without Graphviz."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isqrt

from procmap.draw.panels import Panel
from procmap.draw.placing import Band, Placed
from procmap.draw.ways import Ways
from procmap.layout.routes import Routed, drawn_out
from procmap.layout.streets import Ride, Stand, build
from procmap.layout.tracks import packed

__all__ = ["spread"]


def spread(panel: Panel) -> tuple[Placed, Routed]:
    """Where everything in a panel stands, and how its lines run."""
    bands = {area.key: number for number, area in enumerate(panel.areas)}
    stands = {
        id: Stand(bands[panel.figures[id].area.key], column, 2 * one.side, one.up, one.down)
        for id, column in _columns(panel).items()
        if (one := panel.figures[id])
    }
    town = build(stands, len(bands), list(_rides(panel)))
    edges = tuple(Band(area.key, top, bottom) for area, (top, bottom) in zip(panel.areas, town.edges, strict=True))
    placed = Placed(town.columns, town.column, town.y, edges, edges[-1].bottom if edges else 0.0)
    return placed, drawn_out(town.columns, (), town.paths, packed)


def _columns(panel: Panel) -> Mapping[str, int]:
    """The columns by the longest way to each element; what no arrow touches is put in as many rows as columns."""
    columns = Ways(panel).columns()
    touched = {end for ride in _rides(panel) for end in (ride.host, ride.target)}
    apart = [id for id in panel.figures if id not in touched]
    across = isqrt(len(apart))
    return columns | {id: number % across for number, id in enumerate(apart)}


def _rides(panel: Panel) -> Iterator[Ride]:
    guests = {guest.id: (id, guest) for id, one in panel.figures.items() for guest in one.guests}
    for arrow in panel.arrows:
        if arrow.source in guests:
            host, guest = guests[arrow.source]
            begins = guest.dx, guest.level
        else:
            host = arrow.source
            begins = panel.figures[host].width / 2, 0.0
        ends = -panel.figures[arrow.target].width / 2, 0.0
        yield Ride(arrow.id, arrow.source, host, arrow.target, begins, ends, arrow.room)

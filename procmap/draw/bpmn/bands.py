"""The pools and lanes of a drawing: who is within whom, and which of them stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from procmap.draw.bpmn.naming import Naming
from procmap.draw.bpmn.plane import Plane
from procmap.draw.bpmn.pools import Band, headed
from procmap.draw.bpmn.things import Things
from procmap.geometry import Look
from procmap.graph.residents import is_resident, kind_of
from procmap.model.resource import LaneKind

__all__ = ["bands_of"]


def bands_of(plane: Plane, things: Things, naming: Naming, zoom: float) -> list[Band]:
    """The bands of a drawing, the outermost first."""
    outer = dict(_outer(plane, things))
    busy = {*outer.values(), *_busy(plane, things)}
    upright = _upright(plane, outer)
    found = []
    for id, within in outer.items():
        pool, place = things.pools.get(id), plane.shapes[id]
        if pool is not None:
            kind: LaneKind = "customer" if is_resident(pool.name) else "person"
            name = naming.of(pool.name)
            band = Band(id, name, kind, place, None, upright[id], True, pool.several, id not in busy)
        else:
            lane = things.lanes[id]
            band = Band(id, naming.of(lane.name), kind_of(lane) or "person", place, within, upright[id])
        found.append(band)
    return headed(found, zoom)


def _outer(plane: Plane, things: Things) -> Iterator[tuple[str, str | None]]:
    """Each pool and lane that is drawn, with the one around it."""
    pools = {pool.process: id for id, pool in things.pools.items() if id in plane.shapes and pool.process}
    for id in plane.shapes:
        if id in things.pools:
            yield id, None
        elif (lane := things.lanes.get(id)) is not None:
            parent = lane.parent if lane.parent in plane.shapes else None
            yield id, parent or pools.get(things.processes[id].id)


def _busy(plane: Plane, things: Things) -> Iterator[str]:
    """The pools in which something is drawn that happens there."""
    shown = {things.processes[id].id for id in plane.shapes if id in things.nodes}
    yield from (id for id, pool in things.pools.items() if pool.process in shown)


def _upright(plane: Plane, outer: Mapping[str, str | None]) -> dict[str, bool]:
    """Which bands stand: as the file says, else as one that is joined to it, else as they lie beside each other."""
    said = {id: plane.looks.get(id, Look()).horizontal for id in outer}
    inner: dict[str | None, list[str]] = {}
    for id, within in outer.items():
        inner.setdefault(within, []).append(id)
    found: dict[str, bool] = {}
    for id, within in outer.items():
        near = [id, *([within] if within else []), *inner.get(id, ())]
        answers = [said[one] for one in near if said.get(one) is not None]
        if answers:
            found[id] = not answers[0]
            continue
        beside = [plane.shapes[one] for one in (inner.get(within, ()) if within else inner.get(id, ()))]
        if len(beside) > 1:
            found[id] = abs(beside[0].y - beside[1].y) < abs(beside[0].x - beside[1].x)
        else:
            found[id] = plane.shapes[id].height > 1.5 * plane.shapes[id].width
    return found

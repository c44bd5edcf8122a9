"""A part of a picture: one process of a collaboration, or one subprocess with what is inside it."""

from __future__ import annotations

from dataclasses import replace

from procmap.draw.bpmn.plane import Plane, Planes
from procmap.draw.bpmn.sheet import Sheet
from procmap.draw.bpmn.things import Things
from procmap.model.activity import SubProcess
from procmap.model.process import Process
from procmap.model.process_map import nodes_within

__all__ = ["part_of", "within"]


def part_of(sheet: Sheet, only: str | None) -> tuple[Sheet, str] | None:
    """The sheet narrowed to a process, and the prefix of a subprocess; None where the sheet has no such part."""
    if only is None or only == sheet.id:
        return sheet, ""
    for process in sheet.processes:
        if only == process.id:
            return _narrowed(sheet, process), ""
    for process in sheet.processes:
        path = only.removeprefix(f"{process.id}/")
        if any(path == found and isinstance(node, SubProcess) for found, node in nodes_within(process)):
            return _narrowed(sheet, process), f"{path}/"
    return None


def _narrowed(sheet: Sheet, process: Process) -> Sheet:
    """A process alone, in its pool."""
    if sheet.collaboration is None:
        return sheet
    pools = tuple(pool for pool in sheet.collaboration.pools if pool.process == process.id)
    alone = replace(
        sheet.collaboration, name=None, pools=pools, message_flows=(), annotations=(), groups=(), associations=()
    )
    return Sheet(alone, (process,), sheet.diagrams)


def within(planes: Planes, prefix: str, things: Things) -> Planes:
    """Of all drawings what shows the inside of a subprocess, which may stand opened in one of them."""
    if not prefix:
        return planes
    id = prefix[:-1].rpartition("/")[2]
    drawn = [
        plane if id in plane.trail else _inside(plane, id, things)
        for plane in planes.drawn
        if id in plane.trail or id in plane.opened
    ]
    return Planes(tuple(drawn), frozenset(key for key in planes.without if key[1].startswith(prefix)))


def _inside(plane: Plane, id: str, things: Things) -> Plane:
    """What stands inside a subprocess that is opened in a drawing."""
    return replace(
        plane,
        name="",
        trail=(*things.homes[id], id),
        shapes={one: place for one, place in plane.shapes.items() if id in things.homes.get(one, ())},
        routes={one: points for one, points in plane.routes.items() if id in things.homes.get(one, ())},
        labels={one: place for one, place in plane.labels.items() if id in things.homes.get(one, ())},
        opened=frozenset(one for one in plane.opened if id in things.homes.get(one, ())),
        added=None,
    )

"""Which signs of a picture of a BPMN file its legend explains."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from procmap.draw.bpmn.plane import Plane
from procmap.draw.bpmn.things import Things
from procmap.geometry import Look
from procmap.model.activity import CallActivity, SubProcess, Task
from procmap.model.event import Event
from procmap.model.flow import MessageFlow, SequenceFlow
from procmap.model.gateway import Gateway

__all__ = ["signs_of"]


def signs_of(planes: Iterable[Plane], things: Things, inside: Collection[str]) -> set[str]:
    """The signs in use; ``inside`` are the subprocesses that are opened further down."""
    ways: dict[str, int] = {}
    for line in things.lines.values():
        if isinstance(line, SequenceFlow):
            ways[line.source] = ways.get(line.source, 0) + 1
    found = {sign for plane in planes for sign in _signs(plane, things, ways, inside)}
    return found - {"plus", "closed"} | {"some"} if {"plus", "closed"} <= found else found


def _signs(plane: Plane, things: Things, ways: dict[str, int], inside: Collection[str]) -> Iterator[str]:
    for id in plane.shapes:
        if id in things.data:
            piece = things.data[id][0]
            yield "store" if piece is not None and piece.kind == "store" else "data"
        node = things.nodes.get(id)
        if isinstance(node, Gateway):
            crossed = plane.looks.get(id, Look()).marker is not False
            if crossed and (ways.get(id, 0) > 1 or node.kind != "exclusive"):
                yield node.kind
        elif isinstance(node, Event):
            if node.position == "boundary":
                yield "boundary" if node.interrupting else "beside"
            elif node.position == "catch":
                yield "catch"
        elif isinstance(node, SubProcess):
            if id not in plane.opened:
                yield "plus" if id in inside else "closed"
            if node.kind == "event":
                yield "any_time"
        elif isinstance(node, CallActivity):
            yield "call"
        elif isinstance(node, Task) and node.type == "send":
            yield "sent"
    if any(isinstance(things.lines[id], MessageFlow) for id in plane.routes):
        yield "message_flow"

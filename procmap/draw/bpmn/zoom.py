"""How much larger a file's diagram is drawn, so that the names of its steps have room in their boxes.

Tools draw boxes for type of 8 to 12 px that is narrower than ours, and cut or spill what does not fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from procmap.draw.bpmn.naming import Naming
from procmap.draw.bpmn.nodes import Closed, name_in
from procmap.draw.bpmn.plane import Plane, guests_of
from procmap.draw.bpmn.things import Things
from procmap.geometry import Bounds
from procmap.model.activity import CallActivity, GlobalTask
from procmap.model.event import Event
from procmap.model.gateway import Gateway

__all__ = ["zoom_for"]

_STEPS = (1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6)
_USUAL = 12.0


class _Step(NamedTuple):
    node: Closed
    name: str
    place: Bounds
    guests: Sequence[Bounds]
    called: GlobalTask | None


def zoom_for(planes: Iterable[Plane], things: Things, naming: Naming) -> float:
    """The least factor at which all names of steps fit in the usual size; the largest where even that is not enough."""
    waiting = [step for plane in planes for step in _steps(plane, things, naming)]
    for zoom in _STEPS:
        waiting = [step for step in waiting if not _fits(step, zoom)]
        if not waiting:
            return zoom
    return _STEPS[-1]


def _steps(plane: Plane, things: Things, naming: Naming) -> Iterable[_Step]:
    guests = guests_of(plane, things)
    for id, place in plane.shapes.items():
        node = things.nodes.get(id)
        if node is None or isinstance(node, (Event, Gateway)) or id in plane.opened:
            continue
        if name := naming.of(node.name):
            called = things.called(node) if isinstance(node, CallActivity) else None
            yield _Step(node, name, place, guests.get(id, ()), called)


def _fits(step: _Step, zoom: float) -> bool:
    place = step.place.scaled(zoom)
    words, _ = name_in(step.node, step.name, place, [guest.scaled(zoom) for guest in step.guests], step.called)
    return words.size >= _USUAL and words.whole is None

"""One drawing as SVG: bands, then what is open, lines, shapes, and the words beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from procmap.draw.bpmn import beside, lines, nodes
from procmap.draw.bpmn.bands import bands_of
from procmap.draw.bpmn.labels import Label, labels_of
from procmap.draw.bpmn.naming import Naming
from procmap.draw.bpmn.plane import Plane, guests_of
from procmap.draw.bpmn.pools import draw_band
from procmap.draw.bpmn.things import Things
from procmap.draw.style import INK, MUTED
from procmap.draw.svg import element, escape, words
from procmap.geometry import Bounds, Diagram, Look, Point, Route
from procmap.model.activity import Activity, CallActivity
from procmap.model.artefact import Association
from procmap.model.event import Event
from procmap.model.flow import MessageFlow, SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.resource import DataAssociation
from procmap.text import Text

__all__ = ["Drawing"]

_ADDED = Text("Raden ovanför har ingen plats i filens diagram", "The row above has no place in the file's diagram")


class Drawing:
    """A plane made ready to be drawn: everything measured, and the words beside shapes and lines put in place."""

    def __init__(self, plane: Plane, things: Things, naming: Naming, zoom: float) -> None:
        self.plane = plane.scaled(zoom)
        self._things = things
        self._naming = naming
        self._bands = bands_of(self.plane, things, naming, zoom)
        self._guests = guests_of(self.plane, things)
        self._labels = labels_of(self.plane, things, naming, self._bands)

    @property
    def bounds(self) -> Bounds:
        """How far all of it reaches."""
        boxes = [*self.plane.shapes.values(), *(label.box for label in self._labels.values())]
        points = [point for points in self.plane.routes.values() for point in points]
        left = min([*(box.x for box in boxes), *(point.x for point in points)])
        top = min([*(box.y for box in boxes), *(point.y for point in points)])
        right = max([*(box.right for box in boxes), *(point.x for point in points)])
        low = max([*(box.bottom for box in boxes), *(point.y for point in points)])
        if self.plane.added is not None:
            right, low = max(right, self.plane.added.x + 280), max(low, self.plane.added.y + 16)
        return Bounds(left - 2, top - 2, right - left + 4, low - top + 4)

    def diagram(self, dx: float, dy: float) -> Diagram:
        """Where it all stands when it is moved so far."""
        return Diagram(
            {id: box.moved(dx, dy) for id, box in self.plane.shapes.items()},
            {id: Route(points).moved(dx, dy) for id, points in self.plane.routes.items()},
            {id: label.box.moved(dx, dy) for id, label in self._labels.items()},
        )

    def draw(self, strong: frozenset[str] = frozenset()) -> Iterator[str]:
        """All of it, in px of the plane's own, from the ground up. ``strong`` lines are what the picture is about."""
        shapes, things, naming = self.plane.shapes, self._things, self._naming
        yield from map(draw_band, self._bands)
        for id in sorted(self.plane.opened, key=lambda id: (-shapes[id].width * shapes[id].height, id)):
            node = things.nodes[id]
            assert not isinstance(node, (Event, Gateway))
            deep = len(things.homes[id]) % 2 == 1
            box, name = nodes.opened(node, naming.of(node.name), shapes[id], self._guests.get(id, ()), deep)
            yield element("g", *filter(None, (box, name)), data_element=things.paths[id])
        for id in self._shown(things.groups):
            yield element("g", beside.group(shapes[id]), *self._beside(id), data_element=id)
        for id, points in sorted(self.plane.routes.items(), key=lambda item: item[0] in strong):
            drawn = self._line(id, points, id in strong)
            yield element("g", drawn, *self._beside(id), data_flow=things.paths.get(id, id))
        for id in self._shown(things.data):
            yield element("g", beside.data(things.data[id][0], shapes[id]), *self._beside(id), data_element=id)
        for id in self._shown(things.annotations):
            yield element("g", beside.annotation(things.annotations[id].text, shapes[id]), data_element=id)
        closed = [id for id in self._shown(things.nodes) if id not in self.plane.opened]
        for id in sorted(closed, key=lambda id: getattr(things.nodes[id], "attached_to", None) is not None):
            yield element("g", self._node(id), *self._beside(id), data_element=things.paths[id])
        if self.plane.added is not None:
            yield words([_ADDED(naming.language)], *self.plane.added, 12.0, bold=True, fill=MUTED)

    def _shown(self, kind: Mapping[str, object]) -> list[str]:
        return [id for id in self.plane.shapes if id in kind]

    def _node(self, id: str) -> str:
        node, place = self._things.nodes[id], self.plane.shapes[id]
        if isinstance(node, Event):
            return nodes.event(node, place)
        if isinstance(node, Gateway):
            return nodes.gateway(node, place, cross=self.plane.looks.get(id, Look()).marker is not False)
        called = self._things.called(node) if isinstance(node, CallActivity) else None
        return nodes.activity(node, self._naming.of(node.name), place, self._guests.get(id, ()), called)

    def _line(self, id: str, points: Sequence[Point], strong: bool) -> str:
        line = self._things.lines[id]
        if isinstance(line, MessageFlow):
            return lines.message_flow(points, self.plane.looks.get(id, Look()).message)
        if isinstance(line, Association):
            return lines.association(points, start=line.direction == "both", end=line.direction != "none")
        if isinstance(line, DataAssociation):
            return lines.association(points, end=True)
        assert isinstance(line, SequenceFlow)
        source = self._things.nodes.get(line.source)
        default = isinstance(source, (Gateway, Activity)) and source.default == id
        conditional = isinstance(source, Activity) and line.condition is not None and not default
        return lines.sequence_flow(points, default=default, conditional=conditional, strong=strong)

    def _beside(self, id: str) -> Iterator[str]:
        """The words beside a shape or on a line."""
        label: Label | None = self._labels.get(id)
        if label is None:
            return
        if label.words.whole:
            yield element("title", escape(label.words.whole))
        yield words(label.words.lines, label.box.centre.x, label.box.y, label.words.size, anchor="middle", fill=INK)

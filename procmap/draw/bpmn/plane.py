"""Where everything of one drawing stands: a diagram of the file, what it hides opened beside it, and what it forgot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from procmap.draw.bpmn.docking import Outline, docked, makeshift
from procmap.draw.bpmn.sheet import Sheet
from procmap.draw.bpmn.sound import is_sound, sound_points
from procmap.draw.bpmn.straight import straightened
from procmap.draw.bpmn.things import Things
from procmap.geometry import Bounds, Diagram, Look, Point
from procmap.model.activity import CallActivity, SubProcess
from procmap.model.event import Event
from procmap.model.flow import MessageFlow, SequenceFlow
from procmap.model.gateway import Gateway

__all__ = ["Plane", "Planes", "guests_of", "planes_of"]

_TASK, _EVENT, _GATEWAY = (110.0, 80.0), (36.0, 36.0), (50.0, 50.0)
_APART = 48.0
_WORDS = 10.0  # from elements that the file has no place for to the line that says so


@dataclass(frozen=True, slots=True)
class Plane:
    """One drawing, in px of its own. ``trail`` are the subprocesses down to what it shows, none for a whole diagram.

    ``opened`` are the subprocesses and calls that show what is inside them. ``added`` is where it is said
    that the file has no place for the elements above.
    """

    name: str
    trail: tuple[str, ...]
    shapes: Mapping[str, Bounds]
    routes: Mapping[str, tuple[Point, ...]]
    labels: Mapping[str, Bounds]
    looks: Mapping[str, Look]
    opened: frozenset[str] = frozenset()
    added: Point | None = None

    def scaled(self, by: float) -> Plane:
        """The same drawing, evenly larger."""
        if by == 1:
            return self
        return replace(
            self,
            shapes={id: place.scaled(by) for id, place in self.shapes.items()},
            labels={id: place.scaled(by) for id, place in self.labels.items()},
            routes={id: tuple(Point(by * x, by * y) for x, y in points) for id, points in self.routes.items()},
            added=Point(by * self.added.x, by * self.added.y) if self.added is not None else None,
        )


@dataclass(frozen=True, slots=True)
class Planes:
    """All drawings of a picture; ``without`` are the scopes that no diagram has, as document and prefix of paths."""

    drawn: tuple[Plane, ...]
    without: frozenset[tuple[str, str]] = field(default_factory=frozenset)


def planes_of(sheet: Sheet, things: Things) -> Planes:
    """The diagrams of a picture as they are drawn; what one of them shows closed and another shows open comes below."""
    drawn = [plane for diagram in sheet.diagrams for plane in _planes(diagram, things)]
    placed = set(chain.from_iterable(plane.shapes for plane in drawn))
    without: set[tuple[str, str]] = set()
    for key, (scope, _) in things.scopes.items():
        missing = [node.id for node in scope.nodes if node.id not in placed]
        if not missing:
            continue
        if len(missing) * 2 > len(scope.nodes):
            without.add(key)
            continue
        beside = {node.id for node in scope.nodes} & placed
        at = next(number for number, plane in enumerate(drawn) if not beside.isdisjoint(plane.shapes))
        drawn[at] = _with_missing(drawn[at], missing, things)
    joined = set(chain.from_iterable(plane.routes for plane in drawn))
    return Planes(tuple(_in_order([_with_lines(plane, joined, things) for plane in drawn])), frozenset(without))


def _planes(diagram: Diagram, things: Things) -> Iterator[Plane]:
    """A diagram, and each subprocess that it shows closed though it has places for what is inside."""
    sound = {id: bounds for id, bounds in diagram.shapes.items() if is_sound(bounds) and things.has_shape(id)}
    opened = frozenset(id for id in sound if _is_opened(id, sound, diagram, things))
    closed = {id for id in sound if isinstance(things.nodes.get(id), SubProcess)} - opened
    top = diagram.plane if isinstance(things.nodes.get(diagram.plane), SubProcess) else ""
    by_level: dict[str, dict[str, Bounds]] = {top: {}}
    for id, bounds in sound.items():
        level = next((one for one in reversed(things.homes.get(id, ())) if one in closed), top)
        by_level.setdefault(level, {})[id] = bounds
    for level, shapes in by_level.items():
        if not shapes:
            continue
        trail = (*things.homes[level], level) if level else ()
        yield _plane(diagram.name if level == top else "", trail, shapes, diagram, opened, things)


def _is_opened(id: str, sound: Mapping[str, Bounds], diagram: Diagram, things: Things) -> bool:
    """Whether a subprocess or a call shows what is inside it: the file says so, and has places for it."""
    node, look = things.nodes.get(id), diagram.looks.get(id, Look()).expanded
    if isinstance(node, CallActivity):
        own = things.processes[id]
        return look is True and any(
            things.processes.get(other) is not own and sound[id].holds(place, 2)
            for other, place in sound.items()
            if other in things.nodes
        )
    if not isinstance(node, SubProcess):
        return False
    if look is None:
        return any(inner.id in sound and sound[id].holds(sound[inner.id], 20) for inner in node.nodes)
    return look and (not node.nodes or any(inner.id in sound for inner in node.nodes))


def _plane(
    name: str,
    trail: tuple[str, ...],
    shapes: Mapping[str, Bounds],
    diagram: Diagram,
    opened: frozenset[str],
    things: Things,
) -> Plane:
    routes: dict[str, tuple[Point, ...]] = {}
    for id, route in diagram.routes.items():
        points = sound_points(route.points)
        if not points or id not in things.lines or not _belongs(id, shapes, diagram, things):
            continue
        source, target = (_outline(end, shapes, things) for end in things.ends(id))
        points = straightened(points, _middle(source), _middle(target))
        points = sound_points(docked(points, source, target))
        if points:
            routes[id] = points
    labels = {id: place for id, place in diagram.labels.items() if (id in shapes or id in routes) and is_sound(place)}
    return Plane(name, trail, shapes, routes, labels, diagram.looks, opened & shapes.keys())


def _belongs(id: str, shapes: Mapping[str, Bounds], diagram: Diagram, things: Things) -> bool:
    """Whether a line is drawn here: an end of it is, and none is in another drawing of the diagram."""
    ends = [end for end in things.ends(id) if end]
    if any(end not in shapes and is_sound(diagram.shapes.get(end)) for end in ends):
        return False
    return any(end in shapes for end in ends) or not any(end in things.nodes for end in ends)


def _outline(id: str, shapes: Mapping[str, Bounds], things: Things) -> Outline | None:
    """The form of a shape, for lines to end at."""
    place = shapes.get(id)
    if place is None:
        return None
    node = things.nodes.get(id)
    return "circle" if isinstance(node, Event) else "diamond" if isinstance(node, Gateway) else "box", place


def _middle(outline: Outline | None) -> Point | None:
    """The middle of a round or pointed shape, where lines meet it."""
    return outline[1].centre if outline is not None and outline[0] != "box" else None


def _with_missing(plane: Plane, missing: Sequence[str], things: Things) -> Plane:
    """The drawing with the elements that it forgot: events on their host's border, others in a row below."""
    shapes = dict(plane.shapes)
    guests = Counter(
        node.attached_to for id in shapes if isinstance(node := things.nodes.get(id), Event) and node.attached_to
    )
    left = min(bounds.x for bounds in shapes.values())
    low = max(bounds.bottom for bounds in shapes.values()) + _APART
    x = left
    for id in missing:
        node = things.nodes[id]
        wide, high = _EVENT if isinstance(node, Event) else _GATEWAY if isinstance(node, Gateway) else _TASK
        host = shapes.get(node.attached_to or "") if isinstance(node, Event) else None
        if host is not None and isinstance(node, Event) and node.attached_to:
            shapes[id] = Bounds(host.x + 8 + 40 * guests[node.attached_to], host.bottom - high / 2, wide, high)
            guests[node.attached_to] += 1
        else:
            shapes[id] = Bounds(x, low + (_TASK[1] - high) / 2, wide, high)
            x += wide + _APART
    return replace(plane, shapes=shapes, added=Point(left, low + _TASK[1] + _WORDS) if x > left else plane.added)


def _with_lines(plane: Plane, joined: set[str], things: Things) -> Plane:
    """The drawing with the flows that it forgot, where it has both their ends."""
    routes = dict(plane.routes)
    for id, line in things.lines.items():
        if id in joined or not isinstance(line, (SequenceFlow, MessageFlow)):
            continue
        source, target = (_outline(end, plane.shapes, things) for end in things.ends(id))
        if source is not None and target is not None:
            routes[id] = makeshift(source, target)
            joined.add(id)
    return replace(plane, routes=routes) if len(routes) > len(plane.routes) else plane


def _in_order(planes: Iterable[Plane]) -> Iterator[Plane]:
    """Each drawing before those of the subprocesses that it shows closed, and these as they stand in it."""
    inside: dict[str, list[Plane]] = {}
    roots: list[Plane] = []
    planes = list(planes)
    for plane in planes:
        at = plane.trail[-1] if plane.trail else ""
        if any(at in other.shapes and at not in other.trail for other in planes):
            inside.setdefault(at, []).append(plane)
        else:
            roots.append(plane)
    waiting = roots[::-1]
    while waiting:
        plane = waiting.pop()
        yield plane
        shown = sorted(plane.shapes.keys() & inside.keys(), key=lambda id: (plane.shapes[id].x, plane.shapes[id].y, id))
        waiting.extend(reversed([one for id in shown for one in inside.pop(id)]))
    for rest in inside.values():  # two that show each other
        yield from rest


def guests_of(plane: Plane, things: Things) -> dict[str, list[Bounds]]:
    """The places of the events on the border of each activity."""
    found: dict[str, list[Bounds]] = {}
    for id, place in plane.shapes.items():
        node = things.nodes.get(id)
        if isinstance(node, Event) and node.position == "boundary" and node.attached_to:
            found.setdefault(node.attached_to, []).append(place)
    return found

"""Where the lines of messages leave and come in: at elements, at the edge of a pool, and at the boxes themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from procmap.draw.collaboration.floors import Floor
from procmap.draw.collaboration.letters import End, Letter
from procmap.geometry import Bounds, Diagram, Point
from procmap.layout.paths import Side
from procmap.layout.wires import Port

__all__ = ["Ports"]

_TURNED, _SIDEWAYS, _SHARED = 80.0, 60.0, 700.0
_SMALL = 60.0
_CORNER = 14.0
_GUEST = 18.0
_FLOW = 9.0
_EDGE = 16.0
_ASIDE = 24.0


class Ports:
    """The ports of every letter at each of its ends."""

    def __init__(
        self,
        floors: Sequence[Floor],
        pools: Sequence[Bounds],
        diagrams: Sequence[Diagram | None],
        letters: Sequence[Letter],
        boxes: Mapping[int, Bounds],
    ) -> None:
        self._pools = pools
        self._diagrams = diagrams
        self._boxes = boxes
        self._found: dict[tuple[int, End], list[Port]] = {}
        self._guests = [_guests(floor) for floor in floors]
        self._on_border = [{id for ids in each.values() for id in ids} for each in self._guests]
        self._flows = [_touched(*each) for each in zip(floors, diagrams, strict=True)]
        self._edges: set[tuple[int, bool, float]] = set()
        shared: dict[tuple[End, bool], list[Letter]] = {}
        for letter in letters:
            for end in (*letter.sources, *letter.targets):
                shared.setdefault((end, self._is_below(letter, end)), []).append(letter)
        for (end, below), several in shared.items():
            ordered = sorted(several, key=lambda each: boxes[id(each)].centre.x)
            for place, letter in enumerate(ordered):
                share = (place + 1) / (len(ordered) + 1)
                self._found[id(letter), end] = list(self._ports(end, below, share, boxes[id(letter)]))

    def of(self, letter: Letter, end: End) -> list[Port]:
        """Where a letter's line may touch one of its ends."""
        return self._found[id(letter), end]

    def of_box(self, box: Bounds, down: bool) -> tuple[list[Port], list[Port]]:
        """Where lines come to a letter that goes down or up, and where they go on."""
        x = box.centre.x
        top, bottom = [Port(Point(x, box.y), "up")], [Port(Point(x, box.bottom), "down")]
        return (top, bottom) if down else (bottom, top)

    def every(self) -> Iterator[Port]:
        """All of them."""
        for ports in self._found.values():
            yield from ports
        yield from self.of_boxes()

    def of_boxes(self) -> Iterator[Port]:
        """Those of the letters themselves: each has its line."""
        for box in self._boxes.values():
            for ports in self.of_box(box, True):
                yield from ports

    def _is_below(self, letter: Letter, end: End) -> bool:
        """Whether a letter stands below one of its ends."""
        return self._boxes[id(letter)].y > self._pools[end.pool].y

    def _ports(self, end: End, below: bool, share: float, box: Bounds) -> Iterator[Port]:
        pool, diagram = self._pools[end.pool], self._diagrams[end.pool]
        if diagram is None or not end.element:
            at = Point(self._free(end.pool, below, box.centre.x), pool.bottom if below else pool.y)
            yield Port(at, "down" if below else "up")
            return
        shape = diagram.shapes[end.element]
        guests = [diagram.shapes[id].centre.x for id in self._guests[end.pool].get(end.element, ())]
        is_guest = end.element in self._on_border[end.pool]
        flows = self._flows[end.pool].get(end.element, {})
        sides: list[tuple[Side, float, list[float], float]] = [
            ("down", shape.bottom, guests, 0.0 if below else _TURNED),
            ("up", shape.y, [], _TURNED if below else 0.0),
        ]
        for side, y, taken, cost in sides[:1] if is_guest else sides:
            x = _spot(shape, share, taken, flows.get(side, ()))
            if x is not None:
                yield Port(Point(x, y), side, cost + _shared(shape, side, flows))
        if shape.width < _SMALL:
            yield Port(Point(shape.x, shape.centre.y), "left", _SIDEWAYS + _shared(shape, "left", flows))
            yield Port(Point(shape.right, shape.centre.y), "right", _SIDEWAYS + _shared(shape, "right", flows))

    def _free(self, pool: int, below: bool, wanted: float) -> float:
        """A place at the edge of a pool where no other line comes."""
        bounds = self._pools[pool]
        x = min(max(wanted, bounds.x + _EDGE), bounds.right - _EDGE)
        while any((pool, below) == each[:2] and abs(x - each[2]) < _ASIDE for each in self._edges):
            x += _ASIDE
        self._edges.add((pool, below, x))
        return x


def _shared(shape: Bounds, side: Side, flows: Mapping[Side, Sequence[float]]) -> float:
    """What it costs to come to a small shape where a flow does."""
    return _SHARED if shape.width < _SMALL and flows.get(side) else 0.0


def _spot(shape: Bounds, share: float, guests: Sequence[float], flows: Sequence[float]) -> float | None:
    """Where along a shape's edge a line may touch it: its share, clear of what stands and comes there."""
    if shape.width < _SMALL:
        return shape.centre.x
    wanted = shape.x + _CORNER + share * (shape.width - 2 * _CORNER)
    places = [shape.x + _CORNER + step for step in range(int(shape.width - 2 * _CORNER) + 1)]
    clear = [x for x in places if all(abs(x - at) > _GUEST for at in guests)]
    best = [x for x in clear if all(abs(x - at) > _FLOW for at in flows)]
    return min(best or clear, key=lambda x: abs(x - wanted), default=None)


def _touched(floor: Floor, diagram: Diagram | None) -> dict[str, dict[Side, list[float]]]:
    """Where flows touch each shape: the x of each, by the side."""
    found: dict[str, dict[Side, list[float]]] = {}
    if diagram is None or floor.plan is None:
        return found
    prefix = floor.plan.panel.prefix
    for arrow in floor.plan.panel.arrows:
        points = diagram.routes[prefix + arrow.id].points
        for id, point in ((arrow.source, points[0]), (arrow.target, points[-1])):
            found.setdefault(id, {}).setdefault(_side(diagram.shapes[prefix + id], point), []).append(point.x)
    return found


def _side(shape: Bounds, at: Point) -> Side:
    far: dict[Side, float] = {
        "up": abs(at.y - shape.y),
        "down": abs(at.y - shape.bottom),
        "left": abs(at.x - shape.x),
        "right": abs(at.x - shape.right),
    }
    return min(far, key=lambda side: far[side])


def _guests(floor: Floor) -> dict[str, tuple[str, ...]]:
    """The events at the border of each element."""
    if floor.plan is None:
        return {}
    figures = floor.plan.panel.figures
    return {id: tuple(guest.id for guest in one.guests) for id, one in figures.items() if one.guests}

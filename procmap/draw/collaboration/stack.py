"""Pools one below the other, the messages in the corridors between them, and the lines from and to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from procmap.draw.collaboration.floors import Floor
from procmap.draw.collaboration.letters import End, Letter, in_rows
from procmap.draw.collaboration.ports import Ports
from procmap.draw.diagram import diagram_of
from procmap.geometry import Bounds, Diagram, Point
from procmap.layout.paths import CLEAR
from procmap.layout.search import Effort
from procmap.layout.wires import Plane

__all__ = ["Posted", "Stack", "stacked"]

_APART = 22.0  # between pools that send each other nothing
_ABOVE = 40.0  # above and below the rows of a corridor, and between them
_BETWEEN = 44.0
_MOST_TRIED = 600_000
"""How much may be tried for the lines of a picture, which takes some 3 s."""
_ASIDE = 24.0  # between lines that pass pools at their right


@dataclass(frozen=True, slots=True)
class Posted:
    """A letter in its place, with the lines that come to it and those that go on from it."""

    letter: Letter
    box: Bounds
    coming: tuple[tuple[Point, ...], ...]
    going: tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class Stack:
    """``pools`` are the places of the floors, ``right`` and ``bottom`` where all of it ends.

    It is ``simple`` where there was too much for lines to go around what stands there.
    """

    pools: tuple[Bounds, ...]
    posted: tuple[Posted, ...]
    right: float
    bottom: float
    simple: bool


def stacked(floors: Sequence[Floor], letters: Sequence[Letter], left: float, least: float) -> Stack:
    """Everything in its place, from the level of the first pool down; pools are at least ``least`` wide."""
    wide = max([least, *(floor.width for floor in floors)])
    flat = [_diagram(floor, left, 0.0) for floor in floors]
    rows = {
        above: in_rows([(each, _wanted(each, flat, left, wide)) for each in letters if each.above == above])
        for above in range(len(floors))
    }
    reach = max((at + each.width / 2 for row in rows.values() for one in row for each, at in one), default=0.0)
    wide = max(wide, reach + 2 * CLEAR - left)
    pools, boxes, levels = [], {}, []
    y = 0.0
    for place, floor in enumerate(floors):
        pools.append(Bounds(left, y, wide, floor.height))
        y += floor.height
        if place == len(floors) - 1:
            break
        if not rows[place]:
            levels.append(y + _APART / 2)
            y += _APART
            continue
        levels += [y + CLEAR * step for step in (1, 2, 3)]
        y += _ABOVE
        for row in rows[place]:
            high = max(each.height for each, _ in row)
            for each, at in row:
                boxes[id(each)] = Bounds(at - each.width / 2, y + (high - each.height) / 2, each.width, each.height)
            y += high + _BETWEEN
            levels += [y - _BETWEEN + CLEAR * step for step in (1, 2, 3)]
        y += _ABOVE - _BETWEEN
        levels += [y - CLEAR * step for step in (1, 2, 3)]
    diagrams = tuple(_diagram(floor, left, pool.y) for floor, pool in zip(floors, pools, strict=True))
    wiring = _Wiring(floors, pools, diagrams, letters, boxes, levels)
    posted = tuple(wiring.post(each) for each in letters)
    ends = [point.x for each in posted for line in (*each.coming, *each.going) for point in line]
    return Stack(tuple(pools), posted, max([left + wide, *ends]), y, wiring.plane.crowded)


def _diagram(floor: Floor, left: float, top: float) -> Diagram | None:
    return diagram_of(floor.plan, left + floor.strip, top) if floor.plan is not None else None


def _wanted(letter: Letter, diagrams: Sequence[Diagram | None], left: float, wide: float) -> float:
    """The x that a letter would like: that of who sends it, else of who gets it."""
    for ends in (letter.sources, letter.targets):
        found = [at for end in ends if (at := _x_of(end, diagrams)) is not None]
        if found:
            middle = sum(found) / len(found)
            return max(left + letter.width / 2, middle)
    return left + wide / 2


def _x_of(end: End, diagrams: Sequence[Diagram | None]) -> float | None:
    diagram = diagrams[end.pool]
    return diagram.shapes[end.element].centre.x if diagram is not None and end.element else None


class _Wiring:
    """The lines of all letters, laid one by one."""

    def __init__(
        self,
        floors: Sequence[Floor],
        pools: Sequence[Bounds],
        diagrams: Sequence[Diagram | None],
        letters: Sequence[Letter],
        boxes: dict[int, Bounds],
        levels: Sequence[float],
    ) -> None:
        self.pools = pools
        self.boxes = boxes
        self.ports = Ports(floors, pools, diagrams, letters, boxes)
        walls: list[Bounds] = list(boxes.values())
        words: list[Bounds] = []
        lines: list[Sequence[Point]] = []
        for floor, pool, diagram in zip(floors, pools, diagrams, strict=True):
            walls.append(Bounds(pool.x, pool.y, floor.head, pool.height))
            if diagram is not None:
                walls += diagram.shapes.values()
                words += diagram.labels.values()
                words += _beside(floor, diagram)
                lines += [route.points for route in diagram.routes.values()]
        near, far = min(pool.x for pool in pools), max(pool.right for pool in pools)
        stubs = [port.outside for port in self.ports.every()]
        xs = [*(at.x for at in stubs), *(far + _ASIDE * step for step in range(1, 2 + len(letters)))]
        xs.append(near - 2 * CLEAR)
        ys = [*(at.y for at in stubs), *levels, *(pool.centre.y for pool in pools)]
        kept = self.ports.of_boxes()
        self.plane = Plane(walls, words, lines, xs, ys, kept=kept, effort=Effort(_MOST_TRIED))

    def post(self, letter: Letter) -> Posted:
        """A letter with its lines."""
        box = self.boxes[id(letter)]
        shut = [pool for place, pool in enumerate(self.pools) if place not in _pools_of(letter)]
        before, behind = self.ports.of_box(box, letter.down)
        coming = [tuple(self.plane.lay(self.ports.of(letter, end), before, shut)) for end in letter.sources]
        going = [tuple(self.plane.lay(behind, self.ports.of(letter, end), shut)) for end in letter.targets]
        return Posted(letter, box, tuple(coming), tuple(going))


def _pools_of(letter: Letter) -> set[int]:
    return {end.pool for end in (*letter.sources, *letter.targets)}


def _beside(floor: Floor, diagram: Diagram) -> Iterator[Bounds]:
    """The words below events and above gateways, and those beside events on a border."""
    assert floor.plan is not None
    prefix = floor.plan.panel.prefix
    for one in floor.plan.panel.figures.values():
        shape = diagram.shapes[prefix + one.id]
        centre = shape.centre
        if shape.width < 60 and one.words.lines:
            y = centre.y - one.up if one.up > one.down else shape.bottom
            yield Bounds(centre.x - one.words.width / 2, y, one.words.width, one.words.height + 4)
        for guest in one.guests:
            if guest.words.lines:
                at = diagram.shapes[prefix + guest.id].centre
                top = centre.y + guest.level - guest.words.height - 3
                yield Bounds(at.x + 8, top, guest.words.width, guest.words.height)

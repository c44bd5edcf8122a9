"""Lines at right angles over a free plane, around what stands there: between pools, where there are no columns.

The lines of one panel are laid by ``routes.py``; these come after it and move nothing. They run along a grid of places
beside what stands there, and each takes the cheapest way: length, bends, crossings, words that they run over and coming
near another line cost. After Wybrow, Marriott, Stuckey: Orthogonal Connector Routing (Graph Drawing 2009).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from procmap.geometry import Bounds, Point
from procmap.layout.paths import CLEAR, Side, straightened
from procmap.layout.search import Effort

__all__ = ["Plane", "Port"]

_BEND = 30.0
_CROSSING = 24.0
_ON_WORDS = 500.0
_TOO_NEAR = 400.0
_THROUGH = 20_000.0  # what nobody pays who can go another way, however long

_AWAY: dict[Side, tuple[int, int]] = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


class Port(NamedTuple):
    """Where a line may leave or enter a shape, and on which side of it; ``cost`` makes one less welcome."""

    at: Point
    side: Side
    cost: float = 0.0

    @property
    def outside(self) -> Point:
        """The place before it, clear of the shape."""
        dx, dy = _AWAY[self.side]
        return self.at.moved(dx * CLEAR, dy * CLEAR)


class Plane:
    """What stands on the plane, and the lines laid on it so far.

    No line runs through ``walls``, nor gladly over ``words``; it may cross ``lines``. ``xs`` and ``ys`` are more places
    along which lines may run, besides those right beside each wall. What is tried is taken off the ``effort``; when
    there is none left the plane is ``crowded``, and lines go straight, whatever stands there. Where a port that is
    ``kept`` has its place outside, other lines do not gladly come.
    """

    def __init__(
        self,
        walls: Iterable[Bounds],
        words: Iterable[Bounds],
        lines: Iterable[Sequence[Point]],
        xs: Iterable[float] = (),
        ys: Iterable[float] = (),
        *,
        kept: Iterable[Port] = (),
        effort: Effort,
    ) -> None:
        self.effort = effort
        self.crowded = False
        self._walls = [wall.grown(CLEAR - 1) for wall in walls]
        self._words = [box.grown(2) for box in words]
        self._lines = [piece for line in lines for piece in pairwise(line)]
        around = [wall.grown(1) for wall in self._walls]
        self._xs = _spread([*xs, *(x for wall in around for x in (wall.x, wall.right))])
        self._ys = _spread([*ys, *(y for wall in around for y in (wall.y, wall.bottom))])
        self._x_at = {x: number for number, x in enumerate(self._xs)}
        self._y_at = {y: number for number, y in enumerate(self._ys)}
        self.kept: dict[tuple[int, int], set[Point]] = {}
        for x, y in {port.outside for port in kept}:
            for column in _near(self._xs, x):
                for row in _near(self._ys, y):
                    self.kept.setdefault((column, row), set()).add(Point(x, y))
        self._rows: dict[int, list[float]] = {}
        self._columns: dict[int, list[float]] = {}

    def lay(self, exits: Sequence[Port], entries: Sequence[Port], closed: Sequence[Bounds] = ()) -> list[Point]:
        """The points of a line from one of some ports to one of others, which is there for those that come after.

        It runs through nothing ``closed``. The places outside its ports must be among ``xs`` and ``ys``.
        """
        shut = [box.grown(CLEAR - 1) for box in closed]
        path = None if self.crowded else _Search(self, exits, entries, shut).path()
        if path is None:
            self.crowded = True
            return _straight(exits[0], entries[0])
        self._take(path)
        return path

    def _take(self, path: Sequence[Point]) -> None:
        for piece in pairwise(path):
            self._lines.append(piece)
            for number, costs in self._rows.items():
                _charge(costs, self._xs, self._ys[number], *piece)
            for number, costs in self._columns.items():
                _charge(costs, self._ys, self._xs[number], *(Point(end.y, end.x) for end in piece))

    def row(self, number: int) -> list[float]:
        """What each step along a row costs, besides its length."""
        if number not in self._rows:
            self._rows[number] = self._costs(self._xs, self._ys[number], upright=False)
        return self._rows[number]

    def column(self, number: int) -> list[float]:
        """What each step down a column costs, besides its length."""
        if number not in self._columns:
            self._columns[number] = self._costs(self._ys, self._xs[number], upright=True)
        return self._columns[number]

    def _costs(self, places: Sequence[float], level: float, *, upright: bool) -> list[float]:
        costs = [0.0] * (len(places) - 1)
        self.effort.left -= (len(self._walls) + len(self._words) + len(self._lines) + len(places)) / 8
        for boxes, price in ((self._walls, _THROUGH), (self._words, _ON_WORDS)):
            for x, y, width, height in boxes:
                start, end, low, high = (y, y + height, x, x + width) if upright else (x, x + width, y, y + height)
                if low < level < high:
                    for at in _between(places, start, end):
                        costs[at] += price
        for one, other in self._lines:
            if upright:
                one, other = Point(one.y, one.x), Point(other.y, other.x)
            _charge(costs, places, level, one, other)
        return costs

    def covered(self, at: Point) -> float:
        """What it costs that a line bends where something stands or is written."""
        walls = sum(box.x < at.x < box.right and box.y < at.y < box.bottom for box in self._walls)
        words = sum(box.x < at.x < box.right and box.y < at.y < box.bottom for box in self._words)
        return _THROUGH * walls + _ON_WORDS * words

    @property
    def grid(self) -> tuple[list[float], list[float]]:
        """The places along which lines run: those of columns, and those of rows."""
        return self._xs, self._ys

    def place(self, at: Point) -> tuple[int, int]:
        """The column and the row of a point of the grid."""
        return self._x_at[at.x], self._y_at[at.y]


_State = tuple[int, int, bool]
"""A column, a row, and whether the line came there along the row."""


class _Search:
    """One line's search (A*)."""

    def __init__(self, plane: Plane, exits: Sequence[Port], entries: Sequence[Port], closed: Sequence[Bounds]) -> None:
        self.plane = plane
        self.exits = self._told(exits)
        entries = self._told(entries)
        self.xs, self.ys = plane.grid
        self.shut: dict[int, list[tuple[int, int]]] = {}
        for box in closed:
            across = bisect_right(self.xs, box.x), bisect_left(self.xs, box.right)
            for row in range(bisect_right(self.ys, box.y), bisect_left(self.ys, box.bottom)):
                self.shut.setdefault(row, []).append(across)
        self.goals: dict[_State, Port] = {}
        for port in entries:
            state = self._state(port)
            if state not in self.goals or port.cost < self.goals[state].cost:
                self.goals[state] = port
        self.ends = [(*port.outside, port.cost) for port in self.goals.values()]
        self.own = {port.outside for port in (*exits, *entries)}

    def _told(self, ports: Sequence[Port]) -> list[Port]:
        """The ports with what it costs to come out where something is."""
        return [port._replace(cost=port.cost + self.plane.covered(port.outside)) for port in ports]

    def _state(self, port: Port) -> _State:
        column, row = self.plane.place(port.outside)
        return column, row, port.side in ("left", "right")

    def path(self) -> list[Point] | None:
        """The points of the cheapest way; None where the effort does not suffice."""
        best: dict[_State, float] = {}
        came: dict[_State, _State | Port] = {}
        queue: list[tuple[float, float, _State]] = []

        def reach(state: _State, cost: float, origin: _State | Port) -> None:
            if cost < best.get(state, float("inf")):
                best[state] = cost
                came[state] = origin
                heappush(queue, (cost + self._ahead(state), cost, state))

        for port in self.exits:
            reach(self._state(port), port.cost, port)
        found: tuple[float, _State, Port] | None = None
        while queue:
            estimate, cost, state = heappop(queue)
            self.plane.effort.left -= 1
            if self.plane.effort.left < 0:
                return None
            if found is not None and found[0] <= estimate:
                break
            if cost > best[state]:
                continue
            for along in (True, False):
                goal = self.goals.get((state[0], state[1], along))
                if goal is not None:
                    total = cost + goal.cost + (0.0 if along == state[2] else _BEND)
                    if found is None or total < found[0]:
                        found = total, state, goal
            for following, step in self._steps(state):
                reach(following, cost + step, state)
        assert found is not None, "every place can be come to, at a price"
        return self._traced(found[1], found[2], came)

    def _ahead(self, state: _State) -> float:
        x, y = self.xs[state[0]], self.ys[state[1]]
        return min([abs(end_x - x) + abs(end_y - y) + cost for end_x, end_y, cost in self.ends])

    def _steps(self, state: _State) -> Iterator[tuple[_State, float]]:
        column, row, along = state
        x, y = self.xs[column], self.ys[row]
        bend = 0.0 if along else _BEND
        costs = self.plane.row(row)
        for other, at in ((column - 1, column - 1), (column + 1, column)):
            if 0 <= other < len(self.xs):
                yield (other, row, True), abs(self.xs[other] - x) + costs[at] + bend + self._shut(other, row)
        bend = _BEND if along else 0.0
        costs = self.plane.column(column)
        for other, at in ((row - 1, row - 1), (row + 1, row)):
            if 0 <= other < len(self.ys):
                yield (column, other, False), abs(self.ys[other] - y) + costs[at] + bend + self._shut(column, other)

    def _shut(self, column: int, row: int) -> float:
        """What it costs to come to a place that is closed, or kept for another line."""
        near = self.plane.kept.get((column, row))
        kept = 0.0 if near is None or near <= self.own else _TOO_NEAR
        if row not in self.shut:
            return kept
        return kept + _THROUGH * sum(first <= column < last for first, last in self.shut[row])

    def _traced(self, state: _State, entry: Port, came: dict[_State, _State | Port]) -> list[Point]:
        points = [entry.at, entry.outside]
        origin: _State | Port = state
        while not isinstance(origin, Port):
            points.append(Point(self.xs[origin[0]], self.ys[origin[1]]))
            origin = came[origin]
        points += [origin.outside, origin.at]
        points.reverse()
        return straightened(points)


def _straight(exit: Port, entry: Port) -> list[Point]:
    """A line that goes along the level before its end."""
    turn, end = exit.outside, entry.outside
    return straightened([exit.at, turn, Point(turn.x, end.y), end, entry.at])


def _spread(values: Iterable[float]) -> list[float]:
    return sorted(set(values))


def _near(places: Sequence[float], at: float) -> range:
    """The numbers of the places where a line would come too near."""
    return range(bisect_right(places, at - CLEAR + 1), bisect_left(places, at + CLEAR - 1))


def _between(places: Sequence[float], start: float, end: float) -> range:
    """The steps between places that share anything with the piece from ``start`` to ``end``."""
    return range(max(bisect_right(places, start) - 1, 0), min(bisect_left(places, end), len(places) - 1))


def _charge(costs: list[float], places: Sequence[float], level: float, one: Point, other: Point) -> None:
    """Add to the costs along a level what a piece of another line makes them: crossing it, or running beside it.

    Where two bend at one place nobody sees which goes where; so what only comes to the other's end costs as much.
    """
    low, high = (one.y, other.y) if one.y <= other.y else (other.y, one.y)
    if low == high:
        if abs(low - level) < CLEAR - 1:
            for at in _between(places, min(one.x, other.x) - 1, max(one.x, other.x) + 1):
                costs[at] += _TOO_NEAR
    elif low - 1 < level < high + 1:
        for at in _between(places, one.x - 0.5, one.x + 0.5)[:1]:
            costs[at] += _CROSSING

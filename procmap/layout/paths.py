"""Finding a way for each line between blocks that stand in columns.

Between two columns, and outside the first and the last, is a gap that no block reaches into. Lines run up and down in
gaps only, and cross columns on levels where nothing stands; so a way is a short list of levels and gaps. The cheapest
one is looked for with A*, line by line, where length, bends, crossings and coming near other lines cost.

After Wybrow, Marriott, Stuckey: Orthogonal Connector Routing (Graph Drawing 2009), made simple by the columns.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise
from typing import Literal, NamedTuple

__all__ = ["CLEAR", "Block", "Field", "Gate", "Line", "Path", "words_on"]

CLEAR = 10.0
"""How near, in px, a line may come to a block, and to another line that it does not join."""

_BEND = 30.0
_CROSSING = 24.0
_NEAR = 40.0
_TOO_NEAR = 240.0
_CLOSER = 4.0  # so much nearer than CLEAR to a block a line may come, at a price, to spare a small step
_TIGHT = 16.0
_GAP = 44.0
_APART = 3.0  # between levels that are tried; CLEAR for lines over more columns than _LONG, to save time
_LONG = 16
_VERY_LONG = 60
_HASTE = 1.3  # how much more than it is the way ahead of a very long line counts, so that fewer ways are tried
_SIDE_BY_SIDE = 3  # how many parallel levels are tried along each edge of a free space

Side = Literal["left", "right", "up", "down"]


class Block(NamedTuple):
    """What no line may cross: one node of a column, with all words that belong to it."""

    column: int
    top: float
    bottom: float


class Gate(NamedTuple):
    """Where a line may leave or enter a shape: on one side, ``dx`` px right of the middle of its column.

    ``y`` is where line and shape touch. For ``up`` and ``down``, ``reach`` is where the block ends. ``cost`` makes one
    gate less welcome than another.
    """

    column: int
    side: Side
    dx: float
    y: float
    reach: float = 0.0
    cost: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """What is to be drawn, from any of ``exits`` to any of ``entries``.

    Lines of one ``source`` may begin together, lines to one ``target`` end together. ``words`` are the width and height
    of what is written on the line where it comes out of its first gap.
    """

    id: str
    source: str
    target: str
    exits: tuple[Gate, ...]
    entries: tuple[Gate, ...]
    words: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Path:
    """A way: along ``levels[0]`` to the gap ``gaps[0]``, there up or down to ``levels[1]``, and so on.

    ``crowded`` counts the columns where it comes too near another line.
    """

    line: Line
    exit: Gate
    entry: Gate
    levels: tuple[float, ...]
    gaps: tuple[int, ...]
    crowded: int

    @property
    def stations(self) -> tuple[int, ...]:
        """Where its levels begin and end: gap ``g`` is station ``2g``, column ``c`` is ``2c + 1``."""
        return 2 * self.exit.column + 1, *(2 * gap for gap in self.gaps), 2 * self.entry.column + 1


class _Taken(NamedTuple):
    y: float
    line: Line


class _Upright(NamedTuple):
    top: float
    bottom: float
    line: Line


class Field:
    """The room that lines share: what stands there, and what the lines found so far have taken."""

    def __init__(self, columns: Sequence[float], blocks: Iterable[Block], barred: Iterable[float] = ()) -> None:
        """``columns`` are their widths; no line runs along a level in ``barred``."""
        blocks = tuple(blocks)
        top = min((block.top for block in blocks), default=0.0) - 8 * CLEAR
        bottom = max((block.bottom for block in blocks), default=0.0) + 8 * CLEAR
        stacks: list[list[Block]] = [[] for _ in columns]
        for block in blocks:
            stacks[block.column].append(block)
        self.free = [tuple(_between(stack, top, bottom)) for stack in stacks]
        self.barred = sorted(barred)
        self.taken: list[list[_Taken]] = [[] for _ in range(2 * len(columns) + 1)]
        self.upright: list[list[_Upright]] = [[] for _ in range(2 * len(columns) + 1)]
        self.written: list[list[tuple[float, float]]] = [[] for _ in range(2 * len(columns) + 1)]
        self.worded: set[tuple[str, Side]] = set()
        self.merging: dict[str, set[float]] = {}  # the levels of lines by where they end
        self.used: set[tuple[str, Side, bool]] = set()  # the sides of shapes that lines go out of, or come in at
        self.x = [0.0]
        for width in columns:
            self.x += self.x[-1] + (width + _GAP) / 2, self.x[-1] + width + _GAP

    def find(self, lines: Sequence[Line]) -> list[Path]:
        """A path for each line, in the order given; where there is no room left, lines come too near each other."""
        paths: dict[str, Path] = {}
        for line in sorted(lines, key=_difficulty):
            paths[line.id] = path = _Search(self, line).path()
            self._take(path)
        return [paths[line.id] for line in lines]

    def _take(self, path: Path) -> None:
        for level, (start, end) in zip(path.levels, pairwise(path.stations), strict=True):
            for station in range(min(start, end), max(start, end) + 1):
                self.taken[station].append(_Taken(level, path.line))
        for gap, (start_y, end_y) in zip(path.gaps, pairwise(path.levels), strict=True):
            self.upright[2 * gap].append(_Upright(min(start_y, end_y), max(start_y, end_y), path.line))
        for gate, level in ((path.exit, path.levels[0]), (path.entry, path.levels[-1])):
            if gate.y != level:
                self.upright[2 * gate.column + 1].append(_Upright(min(gate.y, level), max(gate.y, level), path.line))
        self.merging.setdefault(path.line.target, set()).update(path.levels)
        self.used |= {(path.line.source, path.exit.side, True), (path.line.target, path.entry.side, False)}
        if path.line.words:
            self._write(path, path.line.words[1])

    def _write(self, path: Path, height: float) -> None:
        self.worded.add((path.line.source, path.exit.side))
        if place := words_on(path):
            gap, y = place
            self.written[2 * gap].append((y - height, y))
        else:
            y = path.exit.y + (height / 2 if path.exit.side == "down" else -height / 2)
            for station in range(2 * path.exit.column, 2 * path.exit.column + 3):
                self.written[station].append((y - height / 2, y + height / 2))


def words_on(path: Path) -> tuple[int, float] | None:
    """The gap where a line's words stand, and the level they stand on; None where it does not leave to the right."""
    gap = path.exit.column + 1
    if path.exit.side != "right":
        return None
    if path.gaps[:1] != (gap,):
        return gap, path.levels[0]
    return gap, path.levels[1] if path.stations[2] > 2 * gap else (path.levels[0] + path.levels[1]) / 2


def _between(stack: list[Block], top: float, bottom: float) -> Iterator[tuple[float, float]]:
    """The free spaces of a column, from the highest to the lowest level that a line can take there."""
    for block in sorted(stack, key=lambda block: block.top):
        if top + CLEAR <= block.top - CLEAR:
            yield top + CLEAR, block.top - CLEAR
        top = max(top, block.bottom)
    yield top + CLEAR, bottom


def _difficulty(line: Line) -> tuple[bool, bool, float]:
    """Those with words first, then short and straight ones, and last those that run back."""
    run = line.entries[0].column - line.exits[0].column
    return run <= 0, not line.words, abs(run) * 1000 + abs(line.entries[0].y - line.exits[0].y)


_State = tuple[int, int, bool]
"""The station of a gap, the number of a level, and whether the line came there along the level."""


class _Search:
    """One line's search."""

    def __init__(self, field: Field, line: Line) -> None:
        self.field = field
        self.line = line
        gates = (*line.exits, *line.entries)
        last = len(field.free) - 1
        self.first_column = max(0, min(gate.column for gate in gates) - 1)
        self.last_column = min(last, max(gate.column for gate in gates) + 1)
        self.levels = self._levels()
        self.number = {level: number for number, level in enumerate(self.levels)}

    def _levels(self) -> list[float]:
        """The levels that are tried: those of its gates and of lines it may merge with, and others well apart."""
        fixed = {gate.y for gate in (*self.line.exits, *self.line.entries) if gate.side in ("left", "right")}
        fixed |= self.field.merging.get(self.line.target, set())
        apart = _APART if self.last_column - self.first_column < _LONG else CLEAR
        levels: list[float] = []
        for level in sorted(fixed.union(self._free_levels())):
            if level in fixed or not levels or level - levels[-1] >= apart:
                levels.append(level)
        return levels

    def _free_levels(self) -> Iterator[float]:
        for column in range(self.first_column, self.last_column + 1):
            for top, bottom in self.field.free[column]:
                for step in range(_SIDE_BY_SIDE):
                    for level in (top + step * CLEAR, bottom - step * CLEAR):
                        if top <= level <= bottom and not self._barred_between(level - 6, level + 6):
                            yield level

    def _barred_between(self, top: float, bottom: float) -> int:
        return bisect_left(self.field.barred, bottom) - bisect_left(self.field.barred, top)

    def path(self) -> Path:
        """The cheapest way there is."""
        best: dict[_State, float] = {}
        came: dict[_State, _State | Gate] = {}
        queue: list[tuple[float, float, _State]] = []

        def reach(state: _State, cost: float, origin: _State | Gate) -> None:
            if cost < best.get(state, float("inf")):
                best[state] = cost
                came[state] = origin
                heappush(queue, (cost + self._ahead(state), cost, state))

        for gate in self.line.exits:
            extra = _TOO_NEAR if (self.line.source, gate.side, False) in self.field.used else 0.0
            if self.line.words and gate.side != "right" and (self.line.source, gate.side) in self.field.worded:
                extra += _TOO_NEAR
            for station, level, cost in self._through(gate):
                reach((station, self.number[level], True), cost + extra, gate)
        ending: tuple[float, _State, Gate] | None = None
        endings: dict[tuple[int, int], tuple[float, Gate]] = {}
        for gate in self.line.entries:
            extra = _TOO_NEAR if (self.line.target, gate.side, True) in self.field.used else 0.0
            for station, level, cost in self._through(gate):
                cost += extra + self._overwriting(station, 2 * gate.column + 1, level)
                known = endings.get((station, self.number[level]))
                if known is None or cost < known[0]:
                    endings[station, self.number[level]] = cost, gate
        while queue:
            estimate, cost, state = heappop(queue)
            if ending and ending[0] <= estimate:
                break
            if cost > best[state]:
                continue
            if end := endings.get(state[:2]):
                total = cost + end[0] + (0 if state[2] else _BEND)
                if ending is None or total < ending[0]:
                    ending = total, state, end[1]
            for following, step in self._steps(state):
                reach(following, cost + step, state)
        assert ending is not None, "the outermost levels are always free"
        return self._traced(ending[1], ending[2], came)

    def _through(self, gate: Gate) -> Iterator[tuple[int, float, float]]:
        """The stations and levels at which a line comes out of a gate (or goes into it), and what that costs."""
        if gate.side == "right":
            yield 2 * gate.column + 2, gate.y, gate.cost
        elif gate.side == "left":
            yield 2 * gate.column, gate.y, gate.cost
        else:
            away = 1 if gate.side == "down" else -1
            nearest = gate.reach + away * (CLEAR - _CLOSER)
            for top, bottom in self.field.free[gate.column]:
                if top - _CLOSER <= nearest <= bottom + _CLOSER:
                    span = (nearest, bottom) if gate.side == "down" else (top, nearest)
                    for level in self.levels[bisect_left(self.levels, span[0]) : bisect_right(self.levels, span[1])]:
                        cost = gate.cost + _BEND + abs(level - gate.y) + self._nearness(2 * gate.column + 1, level)
                        cost += _TIGHT if abs(level - gate.reach) < CLEAR else 0.0
                        yield 2 * gate.column, level, cost
                        yield 2 * gate.column + 2, level, cost

    def _ahead(self, state: _State) -> float:
        """What it costs from here if nothing is in the way: length, and the bends that must come."""
        station, number, along = state
        x, y = self.field.x[station], self.levels[number]
        least = float("inf")
        for gate in self.line.entries:
            if gate.side == "left":
                way = abs(self.field.x[2 * gate.column] - x)
                if y != gate.y:
                    way += abs(y - gate.y) + (2 * _BEND if along else _BEND)
            else:
                way = min(abs(self.field.x[2 * gate.column] - x), abs(self.field.x[2 * gate.column + 2] - x))
                way += gate.cost + _BEND + max(0.0, gate.y - y if gate.side == "down" else y - gate.y)
            least = min(least, way)
        return least * (1.0 if self.last_column - self.first_column < _VERY_LONG else _HASTE)

    def _steps(self, state: _State) -> Iterator[tuple[_State, float]]:
        station, number, along = state
        level = self.levels[number]
        for other in (number - 1, number + 1):
            if 0 <= other < len(self.levels):
                cost = abs(self.levels[other] - level) + (_BEND if along else 0.0)
                low, high = sorted((level, self.levels[other]))
                for taken in self.field.taken[station]:
                    if low < taken.y <= high and not self._joins(taken.line):
                        cost += _CROSSING
                yield (station, other, False), cost
        for next_station in (station - 2, station + 2):
            column = (station + next_station) // 4
            if (
                self.first_column <= column <= self.last_column
                and (tight := self._tightness(column, level)) is not None
            ):
                cost = tight + abs(self.field.x[next_station] - self.field.x[station]) + (0.0 if along else _BEND)
                cost += self._nearness(2 * column + 1, level)
                if along:
                    cost += sum(
                        _CROSSING
                        for wall in self.field.upright[station]
                        if wall.top < level < wall.bottom and not self._joins(wall.line)
                    )
                cost += self._overwriting(station, next_station, level)
                yield (next_station, number, True), cost

    def _tightness(self, column: int, level: float) -> float | None:
        """What it costs that a level is nearer to a block than it should be; None where there is no way through."""
        for top, bottom in self.field.free[column]:
            if top - _CLOSER <= level <= bottom + _CLOSER:
                return 0.0 if top <= level <= bottom else _TIGHT
        return None

    def _nearness(self, station: int, level: float) -> float:
        cost = 0.0
        for taken in self.field.taken[station]:
            if abs(taken.y - level) < CLEAR - 0.5 and not (taken.y == level and self._merges(taken.line)):
                cost += _TOO_NEAR
        for wall in self.field.upright[station]:
            if wall.top < level < wall.bottom and not self._joins(wall.line):
                cost += _CROSSING
        return cost

    def _overwriting(self, station: int, next_station: int, level: float) -> float:
        """What it costs to run over words, or to put one's own words on a line that is there."""
        cost = 0.0
        for passed in range(min(station, next_station), max(station, next_station) + 1):
            cost += sum(_NEAR * 3 for top, bottom in self.field.written[passed] if top - 4 < level < bottom + 4)
        if self.line.words and station == 2 * self.line.exits[0].column + 2 and next_station > station:
            top = level - self.line.words[1] - 3
            cost += _NEAR * self._barred_between(top, level)
            cost += sum(
                _NEAR * 3
                for taken in self.field.taken[station + 1]
                if top - 4 < taken.y < level + 4 and not (taken.y == level and self._merges(taken.line))
            )
            cost += sum(
                _TOO_NEAR for above, below in self.field.written[station] if above < level + 2 and top - 2 < below
            )
        return cost

    def _merges(self, other: Line) -> bool:
        """Whether the two may run on one level: they end together."""
        return other.target == self.line.target

    def _joins(self, other: Line) -> bool:
        """Whether the two may touch: they begin or end together."""
        return other.target == self.line.target or other.source == self.line.source

    def _traced(self, state: _State, entry: Gate, came: dict[_State, _State | Gate]) -> Path:
        states = [state]
        while not isinstance(origin := came[states[-1]], Gate):
            states.append(origin)
        states.reverse()
        levels = [self.levels[states[0][1]]]
        gaps: list[int] = []
        crowded = 0
        for before, (station, number, along) in pairwise(states):
            level = self.levels[number]
            if along:
                crowded += self._nearness((before[0] + station) // 2, level) >= _TOO_NEAR
            elif before[2] or not gaps:
                gaps.append(station // 2)
                levels.append(level)
            else:
                levels[-1] = level
        return Path(self.line, origin, entry, tuple(levels), tuple(gaps), crowded)

"""Finding the cheapest way for each line: length, bends, crossings and coming near other things cost.

Lines are taken one by one: those with words first, then short ones, and last those that run back. After Wybrow,
Marriott, Stuckey: Orthogonal Connector Routing (Graph Drawing 2009), made simple by the columns.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import pairwise

from procmap.layout.field import Field
from procmap.layout.paths import CLEAR, Gate, Line, Path

__all__ = ["find_paths"]

_BEND = 30.0
_CROSSING = 24.0
_ON_EDGE = 40.0  # words across the edge of a band
_ON_WORDS = 120.0
_TOO_NEAR = 240.0
_CLOSER = 4.0  # so much nearer than CLEAR to a block a line may come, at a price, to spare a small step
_TIGHT = 16.0
_APART = 3.0  # between levels that are tried; CLEAR for lines over more columns than _LONG, to save time
_LONG = 16
_VERY_LONG = 60
_HASTE = 1.3  # how much more than it is the way ahead of a very long line counts, so that fewer ways are tried
_SIDE_BY_SIDE = 3  # how many parallel levels are tried along each edge of a free space


def find_paths(field: Field, lines: Sequence[Line]) -> list[Path]:
    """A path for each line, in the order given; where there is no room left, lines come too near each other."""
    paths: dict[str, Path] = {}
    for line in sorted(lines, key=_difficulty):
        paths[line.id] = path = _Search(field, line).path()
        field.take(path)
    return [paths[line.id] for line in lines]


def _difficulty(line: Line) -> tuple[bool, bool, float]:
    """Those with words first, then short and straight ones, and last those that run back."""
    run = line.entries[0].column - line.exits[0].column
    return run <= 0, not line.words, abs(run) * 1000 + abs(line.entries[0].y - line.exits[0].y)


_State = tuple[int, int, bool]
"""The station of a gap, the number of a level, and whether the line came there along the level."""


class _Search:
    """One line's search (A*): the cheapest way over stations and levels."""

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
                        if top <= level <= bottom and not self.field.barred_between(level - 6, level + 6):
                            yield level

    def path(self) -> Path:
        """The cheapest way there is (A*)."""
        best: dict[_State, float] = {}
        came: dict[_State, _State | Gate] = {}
        queue: list[tuple[float, float, _State]] = []

        def reach(state: _State, cost: float, origin: _State | Gate) -> None:
            if cost < best.get(state, float("inf")):
                best[state] = cost
                came[state] = origin
                heappush(queue, (cost + self._ahead(state), cost, state))

        for state, cost, gate in self._beginnings():
            reach(state, cost, gate)
        endings = self._endings()
        found: tuple[float, _State, Gate] | None = None
        while queue:
            estimate, cost, state = heappop(queue)
            if found and found[0] <= estimate:
                break
            if cost > best[state]:
                continue
            if end := endings.get(state[:2]):
                total = cost + end[0] + (0 if state[2] else _BEND)
                if found is None or total < found[0]:
                    found = total, state, end[1]
            for following, step in self._steps(state):
                reach(following, cost + step, state)
        assert found is not None, "the outermost levels are always free"
        return self._traced(found[1], found[2], came)

    def _beginnings(self) -> Iterator[tuple[_State, float, Gate]]:
        """Where the line may come out, least gladly where others come in or where another's words stand."""
        for gate in self.line.exits:
            extra = _TOO_NEAR * ((self.line.source, gate.side, False) in self.field.used)
            if self.line.words and gate.side != "right" and (self.line.source, gate.side) in self.field.worded:
                extra += _TOO_NEAR
            for station, level, cost in self._through(gate):
                yield (station, self.number[level], True), cost + extra, gate

    def _endings(self) -> dict[tuple[int, int], tuple[float, Gate]]:
        """Where the line may go in, by station and number of the level, with what is left to pay and the gate."""
        endings: dict[tuple[int, int], tuple[float, Gate]] = {}
        for gate in self.line.entries:
            extra = _TOO_NEAR * ((self.line.target, gate.side, True) in self.field.used)
            for station, level, cost in self._through(gate):
                total = cost + extra + self._overwriting(station, 2 * gate.column + 1, level)
                place = station, self.number[level]
                if place not in endings or total < endings[place][0]:
                    endings[place] = total, gate
        return endings

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
        """Where the line may go next: to the level above or below in its gap, or over a column to the next gap."""
        station, number, along = state
        level = self.levels[number]
        for other in (number - 1, number + 1):
            if 0 <= other < len(self.levels):
                low, high = sorted((level, self.levels[other]))
                crossed = sum(low < one.y <= high and not self._joins(one.line) for one in self.field.taken[station])
                yield (station, other, False), high - low + _CROSSING * crossed + (_BEND if along else 0.0)
        for next_station in (station - 2, station + 2):
            column = (station + next_station) // 4
            if self.first_column <= column <= self.last_column:
                tight = self._tightness(column, level)
                if tight is not None:
                    cost = tight + abs(self.field.x[next_station] - self.field.x[station])
                    cost += self._nearness(2 * column + 1, level) + self._overwriting(station, next_station, level)
                    cost += self._crossing(station, level) if along else _BEND
                    yield (next_station, number, True), cost

    def _crossing(self, station: int, level: float) -> float:
        """What it costs to cross what runs up and down at a station."""
        return _CROSSING * sum(
            wall.top < level < wall.bottom and not self._joins(wall.line) for wall in self.field.upright[station]
        )

    def _tightness(self, column: int, level: float) -> float | None:
        """What it costs that a level is nearer to a block than it should be; None where there is no way through."""
        for top, bottom in self.field.free[column]:
            if top - _CLOSER <= level <= bottom + _CLOSER:
                return 0.0 if top <= level <= bottom else _TIGHT
        return None

    def _nearness(self, station: int, level: float) -> float:
        """What it costs to cross a column: other lines that are too near, or run up and down there."""
        near = sum(
            abs(one.y - level) < CLEAR - 0.5 and not (one.y == level and self._merges(one.line))
            for one in self.field.taken[station]
        )
        return _TOO_NEAR * near + self._crossing(station, level)

    def _overwriting(self, station: int, next_station: int, level: float) -> float:
        """What it costs to run over words, or to put one's own words on a line that is there."""
        cost = 0.0
        for passed in range(min(station, next_station), max(station, next_station) + 1):
            cost += sum(_ON_WORDS for top, bottom in self.field.written[passed] if top - 4 < level < bottom + 4)
        if self.line.words and station == 2 * self.line.exits[0].column + 2 and next_station > station:
            top = level - self.line.words[1] - 3
            cost += _ON_EDGE * self.field.barred_between(top, level)
            cost += sum(
                _ON_WORDS
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

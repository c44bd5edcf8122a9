"""Finding the cheapest way for each line: length, bends, crossings and coming near other things cost.

Lines are taken one by one: those with words first, then short ones, and last those that run back. After Wybrow,
Marriott, Stuckey: Orthogonal Connector Routing (Graph Drawing 2009), made simple by the columns.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import pairwise

from procmap.layout.field import Field, Spans
from procmap.layout.paths import CLEAR, Gate, Line, Path, Side

__all__ = ["Effort", "find_paths"]

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


class Effort:
    """How much may still be tried: levels of lines that are looked at, so that it is the same on every machine."""

    def __init__(self, left: float = float("inf")) -> None:
        self.left = left


def find_paths(field: Field, lines: Sequence[Line], effort: Effort) -> list[Path] | None:
    """A path for each line, in the order given; where there is no room left, lines come too near each other.

    None where that takes more than the ``effort`` that is left; what it takes is taken off.
    """
    paths: dict[str, Path] = {}
    for line in sorted(lines, key=_difficulty):
        search = _Search(field, line)
        path = search.straight() or search.path(effort)
        if path is None:
            return None
        paths[line.id] = path
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
        self.levels: list[float] = []
        self.number: dict[float, int] = {}
        self._foreign: dict[int, list[float]] = {}
        self._walls: dict[int, Spans] = {}
        self._goals: dict[int, list[tuple[float, Side, float]]] = {}
        self._overs: dict[tuple[int, int, int], float | None] = {}
        self._haste = 1.0 if self.last_column - self.first_column < _VERY_LONG else _HASTE

    def _levels(self) -> list[float]:
        """The levels that are tried: those of its gates and of lines it may merge with, and others well apart."""
        fixed = {gate.y for gate in (*self.line.exits, *self.line.entries) if gate.side in ("left", "right")}
        fixed |= self.field.merging.get(self.line.target, set())
        apart = _APART if self.last_column - self.first_column < _LONG else CLEAR
        levels: list[float] = []
        tried = (self.field.tried(column) for column in range(self.first_column, self.last_column + 1))
        for level in sorted(fixed.union(*tried)):
            if level in fixed or not levels or level - levels[-1] >= apart:
                levels.append(level)
        return levels

    def straight(self) -> Path | None:
        """The way to a neighbour on the same level where nothing is in it: no other can be as cheap."""
        exit, entry = self.line.exits[0], self.line.entries[0]
        if (exit.side, entry.side, exit.column + 1, exit.y) != ("right", "left", entry.column, entry.y):
            return None
        station = 2 * entry.column
        costs = exit.cost + entry.cost + self._overwriting(station, station + 1, exit.y)
        if costs or self._is_used(exit, True) or self._is_used(entry, False):
            return None
        return Path(self.line, exit, entry, (exit.y,), (), 0)

    def path(self, effort: Effort) -> Path | None:
        """The cheapest way there is (A*); None where the effort does not suffice."""
        self.levels = self._levels()
        self.number = {level: number for number, level in enumerate(self.levels)}
        effort.left -= len(self.levels) / 4
        best: dict[_State, float] = {}
        came: dict[_State, _State | Gate] = {}
        queue: list[tuple[float, float, _State]] = []
        found: tuple[float, _State, Gate] | None = None

        def reach(state: _State, cost: float, origin: _State | Gate) -> None:
            if cost < best.get(state, float("inf")):
                best[state] = cost
                came[state] = origin
                estimate = cost + self._ahead(state)
                if found is None or estimate < found[0]:
                    heappush(queue, (estimate, cost, state))

        for state, cost, gate in self._beginnings():
            reach(state, cost, gate)
        endings = self._endings()
        while queue:
            estimate, cost, state = heappop(queue)
            effort.left -= 1
            if effort.left < 0:
                return None
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
            extra = _TOO_NEAR * self._is_used(gate, True)
            if self.line.words and gate.side != "right" and (self.line.source, gate.side) in self.field.worded:
                extra += _TOO_NEAR
            for station, level, cost in self._through(gate):
                yield (station, self.number[level], True), cost + extra, gate

    def _endings(self) -> dict[tuple[int, int], tuple[float, Gate]]:
        """Where the line may go in, by station and number of the level, with what is left to pay and the gate."""
        endings: dict[tuple[int, int], tuple[float, Gate]] = {}
        for gate in self.line.entries:
            extra = _TOO_NEAR * self._is_used(gate, False)
            for station, level, cost in self._through(gate):
                total = cost + extra + self._overwriting(station, 2 * gate.column + 1, level)
                place = station, self.number[level]
                if place not in endings or total < endings[place][0]:
                    endings[place] = total, gate
        return endings

    def _is_used(self, gate: Gate, leaving: bool) -> bool:
        """Whether others come in where the line leaves, or leave where it comes in."""
        end = self.line.source if leaving else self.line.target
        return (end, gate.side, not leaving) in self.field.used

    def _through(self, gate: Gate) -> Iterator[tuple[int, float, float]]:
        """The stations and levels at which a line comes out of a gate (or goes into it), and what that costs."""
        if gate.side == "right":
            yield 2 * gate.column + 2, gate.y, gate.cost
        elif gate.side == "left":
            yield 2 * gate.column, gate.y, gate.cost
        else:
            away = 1 if gate.side == "down" else -1
            nearest = gate.reach + away * (CLEAR - _CLOSER)
            if space := self.field.space(gate.column, nearest, _CLOSER):
                span = (nearest, space[1]) if gate.side == "down" else (space[0], nearest)
                for level in self.levels[bisect_left(self.levels, span[0]) : bisect_right(self.levels, span[1])]:
                    cost = gate.cost + _BEND + abs(level - gate.y) + self._nearness(2 * gate.column + 1, level)
                    cost += _TIGHT if abs(level - gate.reach) < CLEAR else 0.0
                    yield 2 * gate.column, level, cost
                    yield 2 * gate.column + 2, level, cost

    def _ahead(self, state: _State) -> float:
        """What it costs from here if nothing is in the way: length, and the bends that must come."""
        station, number, along = state
        y = self.levels[number]
        least = float("inf")
        for way, side, goal in self._ways_to_goals(station):
            if side == "left":
                if y != goal:
                    way += abs(y - goal) + (2 * _BEND if along else _BEND)
            elif side == "down":
                way += goal - y if goal > y else 0.0
            else:
                way += y - goal if y > goal else 0.0
            if way < least:
                least = way
        return least * self._haste

    def _ways_to_goals(self, station: int) -> list[tuple[float, Side, float]]:
        """For each entry its side and level, and what it costs at least from a station, without the way up or down."""
        if station not in self._goals:
            at = self.field.x[station]
            goals: list[tuple[float, Side, float]] = []
            for gate in self.line.entries:
                before, after = self.field.x[2 * gate.column], self.field.x[2 * gate.column + 2]
                if gate.side == "left":
                    goals.append((abs(before - at), gate.side, gate.y))
                else:
                    goals.append((min(abs(before - at), abs(after - at)) + gate.cost + _BEND, gate.side, gate.y))
            self._goals[station] = goals
        return self._goals[station]

    def _steps(self, state: _State) -> Iterator[tuple[_State, float]]:
        """Where the line may go next: to the level above or below in its gap, or over a column to the next gap."""
        station, number, along = state
        level = self.levels[number]
        foreign = self._foreign_levels(station)
        bend = _BEND if along else 0.0
        for other in (number - 1, number + 1):
            if 0 <= other < len(self.levels):
                low, high = self.levels[other], level
                if low > high:
                    low, high = high, low
                crossed = bisect_right(foreign, high) - bisect_right(foreign, low) if foreign else 0
                yield (station, other, False), high - low + _CROSSING * crossed + bend
        for next_station in (station - 2, station + 2):
            over = self._over(station, next_station, number)
            if over is not None:
                yield (next_station, number, True), over + (self._crossing(station, level) if along else _BEND)

    def _over(self, station: int, next_station: int, number: int) -> float | None:
        """What it costs to run over a column on a level; None where there is no way."""
        key = station, next_station, number
        if key not in self._overs:
            column = (station + next_station) // 4
            level = self.levels[number]
            cost = self._tightness(column, level) if self.first_column <= column <= self.last_column else None
            if cost is not None:
                cost += abs(self.field.x[next_station] - self.field.x[station])
                cost += self._nearness(2 * column + 1, level) + self._overwriting(station, next_station, level)
            self._overs[key] = cost
        return self._overs[key]

    def _crossing(self, station: int, level: float) -> float:
        """What it costs to cross what runs up and down at a station."""
        if not self.field.upright[station]:
            return 0.0
        if station not in self._walls:
            foreign = [wall for wall in self.field.upright[station] if not self._joins(wall.line)]
            self._walls[station] = Spans((wall.top, wall.bottom) for wall in foreign)
        return _CROSSING * self._walls[station].across(level, level)

    def _foreign_levels(self, station: int) -> list[float]:
        """The levels at a station that lines run along which the line must not touch."""
        if station not in self._foreign:
            self._foreign[station] = sorted(one.y for one in self.field.taken[station] if not self._joins(one.line))
        return self._foreign[station]

    def _tightness(self, column: int, level: float) -> float | None:
        """What it costs that a level is nearer to a block than it should be; None where there is no way through."""
        space = self.field.space(column, level, _CLOSER)
        if space is None:
            return None
        return 0.0 if space[0] <= level <= space[1] else _TIGHT

    def _nearness(self, station: int, level: float) -> float:
        """What it costs to cross a column: other lines that are too near, or run up and down there."""
        reach = CLEAR - 0.5
        near = self.field.others_near(station, level - reach, level + reach, level, self.line.target)
        return _TOO_NEAR * near + self._crossing(station, level)

    def _overwriting(self, station: int, next_station: int, level: float) -> float:
        """What it costs to run over words, or to put one's own words on a line that is there."""
        cost = 0.0
        for passed in range(min(station, next_station), max(station, next_station) + 1):
            if written := self.field.written[passed]:
                cost += _ON_WORDS * written.across(level - 4, level + 4)
        if self.line.words and station == 2 * self.line.exits[0].column + 2 and next_station > station:
            top = level - self.line.words[1] - 3
            cost += _ON_EDGE * self.field.barred_between(top, level)
            cost += _ON_WORDS * self.field.others_near(station + 1, top - 4, level + 4, level, self.line.target)
            cost += _TOO_NEAR * self.field.written[station].across(top - 2, level + 2)
        return cost

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

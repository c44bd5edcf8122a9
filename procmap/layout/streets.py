"""A layout for very many elements, in time that grows with their number: along streets, as a town is laid out.

Elements stand in columns, and in the rows of their band. Between rows and between columns are streets, as wide as the
lines in them need. Every line has a lane of its own there, so that none runs along another, or over an element. It has
more bends than one that is searched for (``search.py``), and nobody tries to save crossings.

Lines leave elements in the left half of the gap to their right, and come to elements in the right half of the gap to
their left. A column that nothing stands in parts the halves where lines turn in both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import accumulate, pairwise
from typing import NamedTuple

from procmap.layout.paths import CLEAR, Gate, Line, Path

__all__ = ["Ride", "Stand", "Town", "build"]

_EDGE = 14.0  # from the elements of a row to the first lane of a street, and from its last lane to the next row
_UNDER = 5.0  # from words to what stands above them


class Stand(NamedTuple):
    """Where an element is to stand, how wide it is, and how far it reaches above and below its middle."""

    band: int
    column: int
    width: float
    up: float
    down: float


class Ride(NamedTuple):
    """What a line is to connect: it leaves the ``host`` at ``begins``, and comes to the target at ``ends``.

    Both are dx and dy from the middle of the element. The ``source`` is the host or something on its border.
    """

    id: str
    source: str
    host: str
    target: str
    begins: tuple[float, float]
    ends: tuple[float, float]
    words: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Town:
    """Everything in its place: ``columns`` are their widths, ``edges`` the upper and lower edge of each band."""

    columns: tuple[float, ...]
    column: Mapping[str, int]
    y: Mapping[str, float]
    edges: tuple[tuple[float, float], ...]
    paths: tuple[Path, ...]


class _Street(NamedTuple):
    """It runs above a row of a band, or below the last one."""

    band: int
    row: int


class _Drive(NamedTuple):
    """A line on its way: where it turns, as halves of gaps (``2c`` before column ``c``, ``2c + 1`` after it), and the
    street that it takes between each two turns."""

    ride: Ride
    turns: tuple[int, ...]
    streets: tuple[_Street, ...]


def build(stands: Mapping[str, Stand], bands: int, rides: Sequence[Ride]) -> Town:
    """All elements in their rows, and a path for each line, in the order given."""
    rows = _rows(stands, rides)
    drives = _Drives(stands, rows, rides).found
    lanes, pitches = _lanes(drives)
    y, levels, edges = _levels(stands, bands, rows, drives, pitches)
    shift = _shift(1 + max((stand.column for stand in stands.values()), default=-1), drives)
    column = {id: stand.column + shift[stand.column] for id, stand in stands.items()}
    widths = [0.0] * (len(shift) - 1 + shift[-1])
    for id, stand in stands.items():
        widths[column[id]] = max(widths[column[id]], stand.width)
    paths = []
    for number, (ride, turns, streets) in enumerate(drives):
        exit = Gate(column[ride.host], "right", ride.begins[0], y[ride.host] + ride.begins[1])
        entry = Gate(column[ride.target], "left", ride.ends[0], y[ride.target] + ride.ends[1])
        between = (levels[street][lanes[number, place]] for place, street in enumerate(streets))
        line = Line(ride.id, ride.source, ride.target, (exit,), (entry,), ride.words)
        gaps = tuple((turn + 1) // 2 + shift[turn // 2] for turn in turns)
        paths.append(Path(line, exit, entry, (exit.y, *between, *((entry.y,) if turns else ())), gaps, 0))
    return Town(tuple(widths), column, y, edges, tuple(paths))


def _rows(stands: Mapping[str, Stand], rides: Sequence[Ride]) -> dict[str, int]:
    """The row of each element in its band: that of what leads to it, where that is free, else the next one below."""
    before: dict[str, str] = {}
    for ride in rides:
        source, target = stands[ride.host], stands[ride.target]
        if source.column < target.column and source.band == target.band:
            before.setdefault(ride.target, ride.host)
    rows: dict[str, int] = {}
    free: dict[tuple[int, int], dict[int, int]] = {}
    columns: dict[int, list[str]] = {}
    for id, stand in stands.items():
        columns.setdefault(stand.column, []).append(id)
    for _, ids in sorted(columns.items()):
        wanted = {id: rows[before[id]] if id in before else 0 for id in ids}
        for id in sorted(ids, key=lambda id: (id not in before, wanted[id])):
            rows[id] = _next_free(free.setdefault((stands[id].band, stands[id].column), {}), wanted[id])
    return rows


def _next_free(after: dict[int, int], row: int) -> int:
    """The first free row from one on, which is taken; ``after`` leads on from the rows that are taken already."""
    passed = []
    while row in after:
        passed.append(row)
        row = after[row]
    for taken in (*passed, row):
        after[taken] = row + 1
    return row


class _Drives:
    """The way of each line, by turns and streets."""

    def __init__(self, stands: Mapping[str, Stand], rows: Mapping[str, int], rides: Sequence[Ride]) -> None:
        self._stands = stands
        self._rows = rows
        self._load: dict[_Street, int] = {}
        straight = self._straight(rides)
        self._turned_from = {self._place(ride.host) for ride in rides if ride.id not in straight}
        self._worded = {
            (ride.target, stands[ride.host].column) for ride in rides if ride.words and ride.id in straight
        }
        self.found = [_Drive(ride, (), ()) if ride.id in straight else self._turning(ride) for ride in rides]

    def _place(self, id: str) -> tuple[int, int, int]:
        return self._stands[id].band, self._rows[id], self._stands[id].column

    def _straight(self, rides: Sequence[Ride]) -> set[str]:
        """Those that lead to what stands next in the row; of several the first."""
        order = sorted((self._place(id), id) for id in self._stands)
        beside = {id: other for (place, id), (next_place, other) in pairwise(order) if place[:2] == next_place[:2]}
        first: dict[str, str] = {}
        for ride in rides:
            if ride.source == ride.host and beside.get(ride.host) == ride.target:
                first.setdefault(ride.host, ride.id)
        return set(first.values())

    def _turning(self, ride: Ride) -> _Drive:
        begin, end = 2 * self._stands[ride.host].column + 1, 2 * self._stands[ride.target].column
        if begin + 1 == end and self._leads_up_to(ride):
            return _Drive(ride, (begin,), ())
        street = self._street(ride)
        if ride.words and end < begin:  # words stand where a line sets out to the right
            return _Drive(ride, (begin, begin + 1, end), (street, street))
        return _Drive(ride, (begin, end), (street,))

    def _leads_up_to(self, ride: Ride) -> bool:
        """Whether a line may come to its target from the gap it is in: nobody else sets out or writes on that level."""
        band, row, column = self._place(ride.target)
        words = ride.target, column - 1
        if (band, row, column - 1) in self._turned_from or (ride.words and words in self._worded):
            return False
        if ride.words:
            self._worded.add(words)
        return True

    def _street(self, ride: Ride) -> _Street:
        """The emptier of two: beside the row that the line leaves, and beside that it goes to."""
        source, target = self._place(ride.host)[:2], self._place(ride.target)[:2]
        down = source < target
        beside = (_Street(source[0], source[1] + down), _Street(target[0], target[1] + (not down)))
        street = min(beside, key=lambda one: self._load.get(one, 0))
        self._load[street] = self._load.get(street, 0) + 1
        return street


def _lanes(drives: Sequence[_Drive]) -> tuple[dict[tuple[int, int], int], dict[_Street, list[float]]]:
    """The lane of each line, by its number and the place of the street on its way; and how high the lanes are.

    As few lanes as can be, where those with words are apart from those without.
    """
    wanted: dict[_Street, list[tuple[int, int, float, int, int]]] = {}
    for number, (ride, turns, streets) in enumerate(drives):
        for place, (street, (begin, end)) in enumerate(zip(streets, pairwise(turns), strict=True)):
            high = ride.words[1] + _UNDER if ride.words and not place else 0.0
            wanted.setdefault(street, []).append((min(begin, end), max(begin, end), high, number, place))
    lanes: dict[tuple[int, int], int] = {}
    pitches: dict[_Street, list[float]] = {}
    for street, pieces in wanted.items():
        pitch = pitches[street] = []
        ending: dict[bool, list[tuple[int, int]]] = {False: [], True: []}
        for first, last, high, number, place in sorted(pieces):
            waiting = ending[high > 0]
            if waiting and waiting[0][0] < first:
                lane = heappop(waiting)[1]
            else:
                lane = len(pitch)
                pitch.append(CLEAR)
            pitch[lane] = max(pitch[lane], CLEAR + high)
            heappush(waiting, (last, lane))
            lanes[number, place] = lane
    return lanes, pitches


def _levels(
    stands: Mapping[str, Stand],
    bands: int,
    rows: Mapping[str, int],
    drives: Sequence[_Drive],
    pitches: Mapping[_Street, Sequence[float]],
) -> tuple[dict[str, float], dict[_Street, list[float]], tuple[tuple[float, float], ...]]:
    """The y of the middle of each element and of each lane, and the edges of the bands, from top to bottom."""
    up: dict[_Street, float] = {}
    down: dict[_Street, float] = {}
    depths = [0] * bands
    for id, stand in stands.items():
        row = _Street(stand.band, rows[id])
        up[row] = max(up.get(row, 0.0), stand.up)
        down[row] = max(down.get(row, 0.0), stand.down)
        depths[stand.band] = max(depths[stand.band], rows[id] + 1)
    for ride, _, streets in drives:
        if ride.words and not streets:
            row = _Street(stands[ride.target].band, rows[ride.target])
            up[row] = max(up[row], ride.words[1] + _UNDER)
    middles: dict[_Street, float] = {}
    levels: dict[_Street, list[float]] = {}
    edges = []
    y = 0.0
    for band, depth in enumerate(depths):
        top = y
        for row in (_Street(band, number) for number in range(depth + 1)):
            levels[row] = list(accumulate(pitches.get(row, ()), initial=y + _EDGE))[1:]
            y = (levels[row] or [y + _EDGE])[-1] + _EDGE
            if row in up:
                middles[row] = y + up[row]
                y += up[row] + down[row]
        edges.append((top, y))
    return {id: middles[_Street(stand.band, rows[id])] for id, stand in stands.items()}, levels, tuple(edges)


def _shift(count: int, drives: Sequence[_Drive]) -> list[int]:
    """How far each column moves to the right, since columns that part gaps are put in before it."""
    parted = {(turn - 1) // 2 for _, turns, streets in drives if streets for turn in turns if turn > 0}
    return list(accumulate((before in parted for before in range(count)), initial=0))

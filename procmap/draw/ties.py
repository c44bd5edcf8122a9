"""The lines between the tiles of a column of a blueprint.

To the left of a column, or straight down where nothing lies between, run those of contact and of work between its rows;
to its right those from each activity to the systems that it is done in. Beside a column each line has a track of its
own, the shortest one next to the tiles, and only lines that begin or end together share one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from procmap.draw.style import FLOW, MUTED
from procmap.draw.svg import element, number, rounded
from procmap.draw.tiles import Look
from procmap.geometry import Bounds, Point
from procmap.graph.ties import Tie
from procmap.layout.grid import Placed, Tile
from procmap.ref import Ref

__all__ = [
    "Line", "draw_lines", "draw_straight", "draw_use", "lines_between", "room_of_lines", "room_of_uses", "tie_sign",
]  # fmt: skip

_HEAD = 6.0
_BESIDE = 9.0  # from a column to the first line at its left
_TRACK, _TRACKS = 5.0, 25.0  # from one line to a system to the next, and the room of all of them
_FREE, _MOST_ROOM = 2, 60.0  # so many lines at the left have room anyway, and what more of them get
_BEND = 6.0
_ASIDE = 4.0  # from the middle of a name up to lines from above, and down to lines that go on below


class _End(NamedTuple):
    """Where a line ends: at which tile of the column, counted from above, and at which of its paragraphs."""

    tile: int
    paragraph: int


class Line(NamedTuple):
    """A line between two tiles; arrows tell which way work goes. ``track`` counts from the column, None is straight."""

    upper: _End
    lower: _End
    down: bool = False
    up: bool = False
    broken: bool = False
    track: int | None = None


def lines_between(tiles: Sequence[Tile[Look]], ties: Iterable[Tie]) -> list[Line]:
    """One line for each two tiles of a column, given from above, that are tied.

    A touchpoint that leads to nothing has a broken line to the tile that says so.
    """
    ends, holes = _ends(tiles)
    found: dict[tuple[int, int], Line] = {}
    for ref, lower in holes.items():
        if ref in ends:
            found[ends[ref].tile, lower.tile] = Line(ends[ref], lower, broken=True)
    for tie in ties:
        if tie.upper in ends and tie.lower in ends:
            line = Line(ends[tie.upper], ends[tie.lower], tie.down, tie.up)
            pair = line.upper.tile, line.lower.tile
            found[pair] = _merged(found[pair], line) if pair in found else line
    return list(_on_tracks([found[pair] for pair in sorted(found)]))


def room_of_lines(lines: Iterable[Line]) -> float:
    """What lines take at the left of a column, beyond the gap that is there anyway."""
    return min(_TRACK * max(0, _tracks(lines) - _FREE), _MOST_ROOM)


def draw_lines(lines: Sequence[Line], tiles: Sequence[Placed[Look]]) -> Iterator[str]:
    """The lines of one column between its tiles, given from above."""
    tracks = _tracks(lines)
    step = min(_TRACK, (_TRACK * _FREE + _MOST_ROOM) / tracks) if tracks else _TRACK
    for line in lines:
        upper, lower = tiles[line.upper.tile], tiles[line.lower.tile]
        if line.track is None:
            yield draw_straight(upper.bounds, lower.bounds, line)
            continue
        start, end = _at(upper, line.upper).moved(0, _ASIDE), _at(lower, line.lower).moved(0, -_ASIDE)
        x = upper.bounds.x - _BESIDE - step * line.track
        yield _arrow([start, Point(x, start.y), Point(x, end.y), end], line)


def draw_straight(upper: Bounds, lower: Bounds, line: Line | None = None) -> str:
    """A line straight down from one tile to the next."""
    x = upper.centre.x
    return _arrow([Point(x, upper.bottom), Point(x, lower.y)], line)


def room_of_uses(lines: int) -> float:
    """What so many lines to systems take at the right of a column."""
    return min(_TRACK * lines, _TRACKS)


def draw_use(owners: Iterable[Point], system: Bounds, track: int, lines: int) -> Iterator[str]:
    """The lines to one system from the owners at the right border of the column, on a track of its own.

    ``lines`` is how many systems have such lines; the track ``0`` is the one next to the column.
    """
    x = system.right + (track + 1) * room_of_uses(lines) / lines
    first, *others = sorted(set(owners), key=lambda owner: owner.y)
    end = Point(system.right, system.centre.y)
    yield _arrow([first, Point(x, first.y), Point(x, end.y), end])
    for owner in others:  # into the line of the first, so that no two lie on each other
        yield _arrow([owner, Point(x, owner.y), Point(x, owner.y + _BEND)])


def tie_sign(middle: Point) -> str:
    """A line as it stands in the legend."""
    return _arrow([middle.moved(-12, 0), middle.moved(12, 0)], Line(_End(0, 0), _End(1, 0), down=True))


def _ends(tiles: Sequence[Tile[Look]]) -> tuple[Mapping[Ref, _End], Mapping[Ref, _End]]:
    """Where each card and touchpoint stands, and where it is said of a touchpoint that it leads to nothing."""
    ends: dict[Ref, _End] = {}
    holes: dict[Ref, _End] = {}
    for place, tile in enumerate(tiles):
        look = tile.about
        named = look.named or (0,) * len(look.refs)
        for ref, paragraph in zip(look.refs, named, strict=True):
            (holes if look.ground == "hole" else ends)[ref] = _End(place, paragraph)
    return ends, holes


def _merged(one: Line, other: Line) -> Line:
    """Two lines between the same tiles as one, at the first names of each."""
    return Line(
        min(one.upper, other.upper), min(one.lower, other.lower), one.down or other.down, one.up or other.up
    )


def _on_tracks(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines with their tracks: straight to the next tile, else beside the column."""
    together: dict[tuple[_End, bool, bool, bool], list[Line]] = {}
    for line in lines:
        if line.lower.tile == line.upper.tile + 1:
            yield line
        else:
            together.setdefault((line.lower, line.down, line.up, line.broken), []).append(line)
    fans: dict[tuple[_End, bool, bool, bool], list[Line]] = {}
    bundles: list[list[Line]] = []
    for bundle in together.values():
        if len(bundle) > 1:
            bundles.append(bundle)
        else:
            (line,) = bundle
            fans.setdefault((line.upper, line.down, line.up, line.broken), []).append(line)
    bundles.extend(fans.values())
    taken: list[list[tuple[_End, _End]]] = []
    for top, bottom, bundle in sorted(map(_reach, bundles), key=lambda each: (each[1].tile - each[0].tile, each)):
        free = (at for at, others in enumerate(taken) if all(bottom < first or last < top for first, last in others))
        track = next(free, len(taken))
        if track == len(taken):
            taken.append([])
        taken[track].append((top, bottom))
        yield from (line._replace(track=track) for line in bundle)


def _reach(bundle: list[Line]) -> tuple[_End, _End, list[Line]]:
    """From where to where lines that share a track go."""
    return min(line.upper for line in bundle), max(line.lower for line in bundle), bundle


def _tracks(lines: Iterable[Line]) -> int:
    return max((line.track + 1 for line in lines if line.track is not None), default=0)


def _at(placed: Placed[Look], end: _End) -> Point:
    """The left border of a tile at a paragraph's first line."""
    text = placed.texts[end.paragraph]
    return Point(placed.bounds.x, text.y + text.paragraph.leading / 2)


def _arrow(points: Sequence[Point], line: Line | None = None) -> str:
    points = list(points)
    heads = []
    broken = line is not None and line.broken
    if line and line.down:
        points[-1], head = _head(points[-2], points[-1])
        heads.append(head)
    if line and line.up:
        points[0], head = _head(points[1], points[0])
        heads.append(head)
    drawn = element(
        "path",
        d=rounded(points, 5.0),
        fill="none",
        stroke=MUTED if broken else FLOW,
        stroke_width=1.25,
        stroke_dasharray="3 3" if broken else None,
    )
    return "\n".join([drawn, *heads])


def _head(before: Point, tip: Point) -> tuple[Point, str]:
    """Where the line ends, and the head from there to the tip."""
    dx, dy = (tip.x > before.x) - (tip.x < before.x), (tip.y > before.y) - (tip.y < before.y)
    back = tip.moved(-_HEAD * dx, -_HEAD * dy)
    sides = back.moved(3 * dy, 3 * dx), back.moved(-3 * dy, -3 * dx)
    path = "L".join(f"{number(x)} {number(y)}" for x, y in (tip, *sides))
    return back, element("path", d=f"M{path}Z", fill=FLOW)

"""The words beside shapes and on lines: where the file wants them, or else where there is room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from procmap.draw.bpmn.fitting import SAFE, rows
from procmap.draw.bpmn.free import Free
from procmap.draw.bpmn.lines import middle_of
from procmap.draw.bpmn.naming import Naming
from procmap.draw.bpmn.nodes import title_in
from procmap.draw.bpmn.plane import Plane
from procmap.draw.bpmn.pools import Band
from procmap.draw.bpmn.things import Things
from procmap.draw.figures import Words
from procmap.draw.style import leading
from procmap.geometry import Bounds, Look, Point
from procmap.layout.measure import narrowest, width
from procmap.model.event import Event
from procmap.model.gateway import Gateway

__all__ = ["Label", "labels_of"]

_SIZE = 12.0
_MOST_LINES = 9
_ROOM = 112.0
_LEAST = 44.0
_BREADTHS = (1.0, 0.75, 1.5)
_AWAY = 4.0
_NOTES = 12.0  # what it costs to stand on an annotation, which is mostly empty

_Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """Words, centred in a box."""

    words: Words
    box: Bounds


def labels_of(plane: Plane, things: Things, naming: Naming, bands: Sequence[Band]) -> dict[str, Label]:
    """The words of all that has them outside its shape in a drawing; those that the file has a place for come first."""
    free = _ground(plane, things, naming, bands)
    found: dict[str, Label] = {}
    small = [id for id in plane.shapes if id in things.data or isinstance(things.nodes.get(id), (Event, Gateway))]
    for id in sorted(small, key=lambda id: id not in plane.labels):
        if text := naming.beside(id):
            node = things.nodes.get(id)
            above = isinstance(node, Gateway)
            on_border = isinstance(node, Event) and node.position == "boundary"
            found[id] = _beside_shape(text, plane.shapes[id], plane.labels.get(id), free, above, on_border)
    for id in plane.shapes:
        if id in things.groups and (text := naming.of(things.groups[id].name)):
            found[id] = _in_frame(text, plane.shapes[id], free)
    for id in sorted(plane.routes, key=lambda id: id not in plane.labels):
        if text := naming.of(getattr(things.lines[id], "name", None)):
            found[id] = _beside_line(text, plane.routes[id], plane.labels.get(id), free)
    return found


def _ground(plane: Plane, things: Things, naming: Naming, bands: Sequence[Band]) -> Free:
    """The drawing as words find it: what they may not cover, and what they had better not."""
    free = Free()
    for band in bands:
        free.take_border(band.place)
        free.take(band.place if band.empty or band.head is None else band.head)
    for id, place in plane.shapes.items():
        if id in plane.opened or id in things.groups:
            free.take_border(place)
            if id in plane.opened:
                free.take(title_in(naming.of(things.nodes[id].name), place)[1])
        elif id in things.nodes or id in things.data:
            free.take(place.grown(1))
        elif id in things.annotations:
            free.take(place, _NOTES)
    for id, points in plane.routes.items():
        free.take_line(points)
        if plane.looks.get(id, Look()).message is not None:
            middle = middle_of(points)
            free.take(Bounds(middle.x - 13, middle.y - 9, 26, 18))
    return free


def _beside_shape(text: str, place: Bounds, given: Bounds | None, free: Free, above: bool, on_border: bool) -> Label:
    """Words of a small shape. ``given`` is where the file has them, ``above`` whether they rather stand over it."""

    def wanted(size: _Size) -> Iterator[Bounds]:
        if given is not None:
            yield _kept(given, place, size)
        yield from _around(place, size, above, on_border)

    return _placed(text, given, free, wanted)


def _beside_line(text: str, points: Sequence[Point], given: Bounds | None, free: Free) -> Label:
    """Words of a line: where the file has them, near its beginning, or at its longest piece."""

    def wanted(size: _Size) -> Iterator[Bounds]:
        if given is not None:
            middle = given.centre
            yield Bounds(middle.x - size[0] / 2, middle.y - size[1] / 2, *size)
        yield from _along(points, size)

    return _placed(text, given, free, wanted)


def _in_frame(text: str, frame: Bounds, free: Free) -> Label:
    """Words of a group: in a corner of its frame, or above it."""

    def wanted(size: _Size) -> Iterator[Bounds]:
        wide, high = size
        for y in (frame.y + 4, frame.bottom - 4 - high, frame.y - 2 - high):
            for x in (frame.x + 10, frame.right - 10 - wide, frame.centre.x - wide / 2):
                yield Bounds(x, y, wide, high)

    return _placed(text, Bounds(0, 0, frame.width / 1.3, 1), free, wanted)


def _placed(text: str, given: Bounds | None, free: Free, wanted: Callable[[_Size], Iterable[Bounds]]) -> Label:
    """The words where they are in the way of least, in broader or narrower lines where that helps."""
    usual = given.width * 1.15 if given is not None else _ROOM
    best: Label | None = None
    least = inf
    tried: set[tuple[str, ...]] = set()
    for rank, factor in enumerate(_BREADTHS):
        words = _wrapped(text, usual * factor)
        if words.lines in tried:
            continue
        tried.add(words.lines)
        box, cost = free.find(wanted(_size(words)), least - rank)
        if box is not None:
            best, least = Label(words, box), cost + rank
    assert best is not None
    free.take_words(best.box)
    return best


def _wrapped(text: str, room: float) -> Words:
    """The text in lines; no word is cut that is not very long."""
    lines = rows(text, _SIZE, max(room, min(narrowest(text, _SIZE) / SAFE + 1, 2 * _ROOM), _LEAST))
    if len(lines) <= _MOST_LINES:
        return Words(tuple(lines), _SIZE)
    return Words((*lines[: _MOST_LINES - 1], lines[_MOST_LINES - 1][:-1] + "…"), _SIZE, text)


def _size(words: Words) -> _Size:
    wide = max((width(line, words.size) for line in words.lines), default=0.0)
    return wide / SAFE, len(words.lines) * leading(words.size)


def _kept(given: Bounds, place: Bounds, size: _Size) -> Bounds:
    """Where the file has the words, for lines of another size: they keep the edge that is towards the shape."""
    wide, high = size
    x, y = given.centre.x - wide / 2, given.centre.y - high / 2
    if given.y >= place.bottom - 6:
        y = max(given.y, place.bottom + 1)
    elif given.bottom <= place.y + 6:
        y = min(given.bottom, place.y - 1) - high
    elif given.x >= place.right - 4:
        x = max(given.x, place.right + 4)
    elif given.right <= place.x + 4:
        x = min(given.right, place.x - 4) - wide
    return Bounds(x, y, wide, high)


def _around(place: Bounds, size: _Size, above: bool, on_border: bool) -> Iterator[Bounds]:
    """Places around a small shape, the best first."""
    wide, high = size
    middle = place.centre
    under = Bounds(middle.x - wide / 2, place.bottom + _AWAY, wide, high)
    over = Bounds(middle.x - wide / 2, place.y - _AWAY - high, wide, high)
    right, left = place.right + 2, place.x - 2 - wide
    beyond, before = middle.x + 6, middle.x - 6 - wide
    lower = [(right, middle.y + 5), (left, middle.y + 5), (beyond, under.y), (before, under.y)]
    upper = [(right, middle.y - 5 - high), (left, middle.y - 5 - high), (beyond, over.y), (before, over.y)]
    low, up = ([Bounds(x, y, wide, high) for x, y in places] for places in (lower, upper))
    if on_border:
        yield from (*low, under, *up, over)
    else:
        yield from (*((over, under) if above else (under, over)), *up, *low)


def _along(points: Sequence[Point], size: _Size) -> Iterator[Bounds]:
    """Beside the first piece where it sets out, then beside each piece, the longest first."""
    yield from _by_piece(points[0], points[1], size, None)
    pieces = sorted(pairwise(points), key=lambda piece: -abs(piece[0].x - piece[1].x) - abs(piece[0].y - piece[1].y))
    for part in (0.5, 0.25, 0.75):
        for one, other in pieces[:4]:
            yield from _by_piece(one, other, size, part)


def _by_piece(one: Point, other: Point, size: _Size, part: float | None) -> Iterator[Bounds]:
    """On both sides of a piece: so far along it, or where it begins."""
    wide, high = size
    along = part or 0.0
    x, y = one.x + (other.x - one.x) * along, one.y + (other.y - one.y) * along
    if abs(one.x - other.x) >= abs(one.y - other.y):
        left = x - wide / 2 if part is not None else x + 6 if other.x >= one.x else x - 6 - wide
        yield Bounds(left, y - high - 2, wide, high)
        yield Bounds(left, y + 2, wide, high)
    else:
        top = y - high / 2 if part is not None else y + 4 if other.y >= one.y else y - 4 - high
        yield Bounds(x + 6, top, wide, high)
        yield Bounds(x - 6 - wide, top, wide, high)

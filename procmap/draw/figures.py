"""Each element as it will be drawn: its shape, its words in lines, and the room the two take.

All measures are px from the middle of the shape. What is fixed here is fixed for everything after: the layout gets
boxes that hold their words, so that nothing runs out of its box later.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Union

from procmap.draw import wording
from procmap.draw.areas import Area
from procmap.draw.style import BODY, SMALL, leading
from procmap.draw.wording import Names
from procmap.layout.measure import narrowest, width, wrap
from procmap.model.activity import CallActivity, Node, SubProcess, Task
from procmap.model.event import Event
from procmap.model.gateway import Gateway
from procmap.model.knowledge import Disputed, NotApplicable, Unknown, known

__all__ = ["CIRCLE", "DIAMOND", "GUEST", "Figure", "Guest", "Words", "figure", "flow_words"]

CIRCLE = 18.0
"""The radius of an event, ``GUEST`` that of one on a border; ``DIAMOND`` is half the diagonal of a gateway."""
GUEST = 13.0
DIAMOND = 22.0

_WIDTHS = (144.0, 168.0, 200.0, 240.0)
_LEAST_HEIGHT = 52.0
_PADDING = 11.0
_CORNER = 26.0  # what an icon takes in the upper left corner
_FOOT = 16.0  # what marks take at the lower border
_LONGEST = 600  # characters of a label that are drawn; the whole of it stands in its title
_MOST_LINES = 9
_SAFE = 0.97  # another font than Open Sans may be a little wider


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of text of one size, and ``whole`` what they say where it was cut short."""

    lines: tuple[str, ...] = ()
    size: float = SMALL
    whole: str | None = None

    @property
    def width(self) -> float:
        """How wide the longest line is."""
        return max((width(line, self.size) for line in self.lines), default=0.0)

    @property
    def height(self) -> float:
        """How high the lines are together."""
        return len(self.lines) * leading(self.size)


@dataclass(frozen=True, slots=True)
class Guest:
    """An event on a border, ``dx`` and ``dy`` from the middle of its host; its line goes out on ``level``."""

    id: str
    event: Event
    words: Words
    dx: float
    dy: float
    level: float


@dataclass(frozen=True, slots=True)
class Figure:
    """One element: ``width`` and ``height`` of its shape, and how far all of it reaches up, down, and to each side.

    ``corner`` and ``foot`` are what icon and marks take of an activity's height, above and below its words.
    """

    id: str
    node: Node
    area: Area
    width: float
    height: float
    up: float
    down: float
    side: float
    words: Words
    below: Words = Words()
    guests: tuple[Guest, ...] = ()
    icon: str | None = None
    corner: float = 0.0
    marks: tuple[str, ...] = ()
    foot: float = 0.0


def figure(node: Node, area: Area, guests: Sequence[Event], names: Names) -> Figure:
    """A node measured, with the events on its border."""
    if isinstance(node, Gateway):
        return _gateway(node, area, names)
    if isinstance(node, Event):
        return _event(node, area, names)
    return _activity(node, area, guests, names)


def flow_words(text: str) -> Words:
    """The answer that stands on a flow."""
    return _words(text, SMALL, (96.0, 128.0), 3)


def _words(text: str, size: float, rooms: Sequence[float], most: int) -> Words:
    """The text wrapped to the first room where it needs at most so many lines and no word is cut, else to the last."""
    shown = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
    lines: list[str] = []
    longest = narrowest(shown, size)
    for room in rooms:
        lines = wrap(shown, size, room * _SAFE, balance=True)
        if len(lines) <= most and longest <= room * _SAFE:
            break
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], lines[_MOST_LINES - 1][:-1] + "…"]
        return Words(tuple(lines), size, text)
    return Words(tuple(lines), size, None if shown == text else text)


def _others(node: _Activity, names: Names) -> str:
    """Who else takes part; ``??`` where somebody asked and nobody knew, or not all agree."""
    if isinstance(node.together_with, (Unknown, Disputed)):
        return "??"
    others = known(node.together_with) or ()
    return ", ".join(names.lane(lane) if isinstance(lane, str) else "??" for lane in others)


def _activity(node: _Activity, area: Area, events: Sequence[Event], names: Names) -> Figure:
    name = names.of(node.name)
    unknown = isinstance(node.name, Unknown)
    words = Words(("??",), 20.0) if unknown else _words(name, BODY, [w - 2 * _PADDING for w in _WIDTHS], 4)
    below = Words()
    if others := _others(node, names):
        below = _words(wording.TOGETHER(names.language, who=others), SMALL, [w - 2 * _PADDING for w in _WIDTHS[:2]], 3)
    icon, marks = icon_of(node, area), marks_of(node)
    inner = words.height + below.height + (6 if below.lines else 0)
    room = max(words.width, below.width) / _SAFE + 2 * _PADDING
    wide = max(_WIDTHS[0], room, 36.0 * len(events) + 24)
    beside = len(words.lines) < 3 and max(words.width, below.width) < wide - 2 * _CORNER
    corner = _CORNER - 14.0 if icon and not beside else 0.0
    foot = (_FOOT if marks else 0.0) + (GUEST if events else 0.0)
    height = max(_LEAST_HEIGHT, inner + 2 * _PADDING + corner + foot)
    guests = _guests(events, wide, height, names)
    down = max((guest.level for guest in guests), default=height / 2 - 4) + 4
    side = max([wide / 2, *(guest.dx + 8 + guest.words.width for guest in guests)])
    return Figure(
        node.id, node, area, wide, height, height / 2, down, side, words, below, guests, icon, corner, marks, foot
    )


def _guests(events: Sequence[Event], wide: float, height: float, names: Names) -> tuple[Guest, ...]:
    """Events stand on the lower border from the left; each has a row of its own below for its words and its line.

    The rightmost one has the uppermost row, so that no line crosses another on its way out to the right.
    """
    found = []
    level = height / 2 + GUEST + 1
    for place in reversed(range(len(events))):
        words = _words(names.event(events[place]), SMALL, (108.0, 140.0), 3)
        level += max(words.height, 8.0) + 5
        found.append(Guest(events[place].id, events[place], words, -wide / 2 + 26 + 36 * place, height / 2, level))
    return tuple(reversed(found))


def _gateway(node: Gateway, area: Area, names: Names) -> Figure:
    words = _words(names.of(node.name), SMALL + 1, (124.0, 148.0), 4)
    up = DIAMOND + (words.height + 4 if words.lines else 0)
    side = max(DIAMOND, words.width / 2)
    return Figure(node.id, node, area, 2 * DIAMOND, 2 * DIAMOND, up, DIAMOND, side, words)


def _event(node: Event, area: Area, names: Names) -> Figure:
    words = _words(names.event(node), SMALL + 1, (112.0, 136.0), 4)
    down = CIRCLE + (words.height + 4 if words.lines else 0)
    side = max(CIRCLE, words.width / 2)
    return Figure(node.id, node, area, 2 * CIRCLE, 2 * CIRCLE, CIRCLE, down, side, words)


_Activity = Union[Task, CallActivity, SubProcess]

_TASKS = {
    "user": "person",
    "manual": "hand",
    "service": "gear",
    "script": "script",
    "send": "sent",
    "receive": "envelope",
    "business_rule": "table",
}
_LANES = {"robot": "robot", "system": "gear"}


def icon_of(node: _Activity, area: Area) -> str | None:
    """The icon in the corner: what kind of task it is, else who does it where that is no person, else that it sends."""
    if isinstance(node, Task):
        if node.waits_for:
            return _TRIGGERS.get(node.waits_for.kind, "clock")
        if node.type:
            return _TASKS[node.type]
        if area.kind in _LANES:
            return _LANES[area.kind]
        if node.sends:
            return "sent"
        if node.message:
            return "envelope"
    return None


_TRIGGERS = {"timer": "clock", "message": "envelope", "condition": "page", "signal": "signal"}


def marks_of(node: _Activity) -> tuple[str, ...]:
    """The marks at the lower border, as BPMN has them: more to see inside, once for each, undone later."""
    marks: list[str] = []
    if node.loop or node.for_each:
        marks.append(node.loop or "parallel")
    if node.for_compensation:
        marks.append("compensation")
    if isinstance(node, SubProcess):
        if node.nodes or not isinstance(node.inside, NotApplicable):
            marks.append("plus" if node.nodes else "unknown" if isinstance(node.inside, Unknown) else "empty")
        if node.kind == "ad_hoc":
            marks.append("ad_hoc")
    elif isinstance(node, CallActivity):
        marks.append("plus")
    return tuple(marks)

"""The elements of the flow as SVG, at the places that a file gives them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Union

from procmap.draw import shapes
from procmap.draw.areas import Area
from procmap.draw.bpmn.fitting import Fitted, fit
from procmap.draw.bpmn.gateways import diamond
from procmap.draw.figures import Words, icon_of, marks_of
from procmap.draw.icons import icon
from procmap.draw.style import INK, LINE, PALE, WHITE, leading
from procmap.draw.svg import element, escape, words
from procmap.geometry import Bounds
from procmap.layout.measure import width
from procmap.model.activity import CallActivity, GlobalTask, SubProcess, Task
from procmap.model.event import Event
from procmap.model.gateway import Gateway

__all__ = ["Closed", "activity", "event", "gateway", "name_in", "opened", "shown_words", "title_in"]

Closed = Union[Task, CallActivity, SubProcess]

_SIZES = (12.0, 11.0, 10.0, 9.0)
_PAD = 6.0
_ICON = 15.0
_FOOT = 18.0
_NOWHERE = Area("", "", None, None, 0)
"""Where somebody works, nothing shows but what the task itself says: files of BPMN state the kind of each task."""


def event(node: Event, place: Bounds) -> str:
    """An event in the middle of its place."""
    return shapes.event(node, place.centre, min(place.width, place.height) / 2)


def gateway(node: Gateway, place: Bounds, *, cross: bool = True) -> str:
    """A gateway; ``cross`` is whether an exclusive one shows its sign."""
    half = min(place.width, place.height) / 2
    if node.kind == "exclusive" and not cross:
        return diamond(place.centre, half)
    if node.instantiates:
        return diamond(place.centre, half, starts="all" if node.all_events else "first")
    return shapes.gateway(node.kind, place.centre, half)


def activity(node: Closed, name: str, place: Bounds, guests: Sequence[Bounds], called: GlobalTask | None) -> str:
    """A closed activity with its name; ``guests`` are the events on its border, ``called`` the global task it calls."""
    drawn = [_box(node, place, WHITE)]
    sign, marks = _signs(node, called)
    if isinstance(node, SubProcess) and node.kind == "event" and (start := _start(node)) is not None:
        drawn.append(shapes.event(start, place.centre.moved(16 - place.width / 2, 16 - place.height / 2), 10))
    elif sign:
        drawn.append(icon(sign, place.x + 5, place.y + 5, _ICON, filled=sign == "sent"))
    if marks:
        drawn.append(shapes.marks(marks, _marks_at(marks, place, guests).centre.x, place.bottom))
    if name:
        drawn.append(shown_words(*name_in(node, name, place, guests, called)))
    return "\n".join(drawn)


def name_in(node: Closed, name: str, place: Bounds, guests: Sequence[Bounds], called: GlobalTask | None) -> Fitted:
    """The name in the middle of an activity, clear of its signs and of the events on its border."""
    sign, marks = _signs(node, called)
    inner = place.grown(-_PAD)
    top, bottom = place.y + 5 + _ICON, place.bottom - _FOOT
    taken = [guest.grown(1) for guest in guests]
    if sign:
        taken.append(Bounds(place.x, place.y, 7 + _ICON, 6 + _ICON))
    if marks:
        taken.append(_marks_at(marks, place, guests))
    off = place.height * 0.4
    low = min([bottom if marks else inner.bottom, *(one.y for one in guests if one.centre.y > place.centre.y + off)])
    high = max([top if sign else inner.y, *(one.bottom for one in guests if one.centre.y < place.centre.y - off)])
    rooms = [(inner.y, inner.bottom), (inner.y, low), (high, inner.bottom), (high, low)]
    return fit(name, [Bounds(inner.x, y, inner.width, max(end - y, 1)) for y, end in rooms], taken, _SIZES)


def opened(node: Closed, name: str, place: Bounds, guests: Sequence[Bounds], deep: bool) -> tuple[str, str]:
    """An open subprocess or call, and its name at its upper left; ``deep`` where it stands in another one."""
    marks = tuple(mark for mark in _signs(node, None)[1] if mark != "plus")
    drawn = [_box(node, place, PALE if deep else WHITE)]
    if marks:
        drawn.append(shapes.marks(marks, _marks_at(marks, place, guests).centre.x, place.bottom))
    if not name:
        return "\n".join(drawn), ""
    text, room = title_in(name, place)
    title = element("title", escape(text.whole)) if text.whole else ""
    return "\n".join(drawn), title + words(text.lines, room.x, room.y, text.size, bold=True, fill=INK)


def title_in(name: str, place: Bounds) -> Fitted:
    """The name of an open subprocess, and the room that it takes at the upper left."""
    room = Bounds(place.x + 10, place.y + 5, max(place.width - 20, 1), leading(12) * 2)
    text, _ = fit(name, [room], sizes=(12.0, 11.0), bold=True)
    wide = max((width(line, text.size, True) for line in text.lines), default=0.0)
    return text, Bounds(room.x, room.y, wide, text.height)


def shown_words(text: Words, room: Bounds) -> str:
    """Words in the middle of a room, with all they say as their title where they were cut short."""
    top = room.centre.y - text.height / 2
    title = element("title", escape(text.whole)) if text.whole else ""
    return title + words(text.lines, room.centre.x, top, text.size, anchor="middle", fill=INK)


def _marks_at(marks: Sequence[str], place: Bounds, guests: Sequence[Bounds]) -> Bounds:
    """Where marks stand at the lower border: in the middle, or beside the events that are there."""
    wide = len(marks) * 18.0
    middle = Bounds(place.centre.x - wide / 2, place.bottom - _FOOT, wide, _FOOT)
    places = (middle.moved(side * by, 0) for by in range(0, int(place.width / 2 - wide / 2), 6) for side in (-1, 1))
    return next((one for one in places if not any(one.meets(guest) for guest in guests)), middle)


def _start(node: SubProcess) -> Event | None:
    """What starts an event subprocess, where it says that."""
    starts = (inner for inner in node.nodes if isinstance(inner, Event) and inner.position == "start")
    return next((start for start in starts if start.triggers), None)


def _box(node: Closed, place: Bounds, fill: str) -> str:
    of_event = isinstance(node, SubProcess) and node.kind == "event"
    x, y, width, height = place
    line = shapes.DOTTED if of_event else {"stroke_width": 3.0 if isinstance(node, CallActivity) else 1.4}
    box = element(
        "rect", x=x, y=y, width=width, height=height, rx=min(8.0, height / 6), fill=fill, stroke=LINE, **line
    )  # fmt: skip
    if not isinstance(node, SubProcess) or node.kind != "transaction":
        return box
    x, y, width, height = place.grown(-3)
    inner = element(
        "rect", x=x, y=y, width=width, height=height, rx=6.0, fill="none", stroke=LINE, stroke_width=1.0
    )  # fmt: skip
    return "\n".join([box, inner])


def _signs(node: Closed, called: GlobalTask | None) -> tuple[str | None, tuple[str, ...]]:
    """The icon of the kind of task, and the marks at the lower border; a closed subprocess has a plus, known or not."""
    marks = tuple("plus" if mark in ("empty", "unknown") else mark for mark in marks_of(node))
    if called is None:
        return icon_of(node, _NOWHERE), marks
    return icon_of(Task(id="", type=called.type), _NOWHERE), tuple(mark for mark in marks if mark != "plus")

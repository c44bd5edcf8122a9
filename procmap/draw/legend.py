"""What the signs of a picture mean, each with a few words, and only those that are in the picture."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import get_args

from procmap.draw import shapes
from procmap.draw.bpmn.beside import data
from procmap.draw.bpmn.lines import message_flow
from procmap.draw.icons import icon
from procmap.draw.panels import Panel
from procmap.draw.style import LINE, MUTED, SMALL, leading
from procmap.draw.svg import element, words
from procmap.geometry import Bounds, Point
from procmap.layout.measure import width
from procmap.model.activity import SubProcess
from procmap.model.event import Event
from procmap.model.gateway import Gateway, GatewayKind
from procmap.model.resource import Data
from procmap.text import Language, Text

__all__ = ["Legend"]

_WORDS: dict[str, Text] = {
    "exclusive": Text("En av vägarna tas", "One of the ways is taken"),
    "parallel": Text("Alla vägar tas", "All ways are taken"),
    "inclusive": Text("De vägar som gäller tas", "The ways that apply are taken"),
    "event_based": Text("Det som händer först avgör", "What happens first decides"),
    "complex": Text("Vägen väljs enligt en egen regel", "The way is chosen by a rule of its own"),
    "catch": Text("Något inväntas", "Something is waited for"),
    "boundary": Text("Avbryter arbetet när det händer", "Stops the work when it happens"),
    "beside": Text("Händer utan att avbryta", "Happens without stopping the work"),
    "sent": Text("Något skickas", "Something is sent"),
    "plus": Text("Delprocess, öppnad längre ned", "Subprocess, opened further down"),
    "closed": Text("Delprocess som inte är öppnad här", "Subprocess that is not opened here"),
    "some": Text("Delprocess; en del är öppnade längre ned", "Subprocess; some are opened further down"),
    "any_time": Text("Kan börja när som helst under arbetet", "May begin any time while work goes on"),
    "call": Text("En process som beskrivs för sig", "A process that is described elsewhere"),
    "message_flow": Text("Meddelande mellan deltagare", "Message between participants"),
    "data": Text("Uppgifter eller handlingar", "Information or documents"),
    "store": Text("Uppgifter som sparas", "Information that is kept"),
    "empty": Text("Ingen har frågats vad som sker inuti", "Nobody has been asked what happens inside"),
    "unknown": Text("Ingen visste vad som sker inuti", "Nobody knew what happens inside"),
    "asked": Text("Frågat, men ingen visste", "Asked, but nobody knew"),
    "disputed": Text("Svaren går isär", "The answers differ"),
    "gone": Text("Vägen dit, med steg 1, 2, 3 …", "The way there, with steps 1, 2, 3 …"),
    "stuck": Text("Här fastnar ärendet", "Here the case gets stuck"),
    "endless": Text("Härifrån blir ärendet aldrig klart", "From here the case never finishes"),
    "doubled": Text("Här kan det bli dubbelt", "Here it may be done twice"),
    "twice": Text("Hit kan ärendet komma två gånger", "Here the case may come twice"),
    "never": Text("Kan aldrig hända", "Can never happen"),
}
_GATEWAYS: dict[str, GatewayKind] = {kind: kind for kind in get_args(GatewayKind)}
_SIGN = 24.0
_APART = 26.0
_ROW = 26.0


class Legend:
    """The signs in use, laid in rows of a given width; ``also`` are those that are put on elements."""

    def __init__(self, panels: Iterable[Panel], also: Collection[str], language: Language, room: float) -> None:
        used = {sign for panel in panels for sign in _signs(panel)}.union(also)
        self._items: list[tuple[str, str, float, float]] = []
        x = y = 0.0
        for sign in _WORDS:
            if sign in used:
                text = _WORDS[sign](language)
                wide = _SIGN + 8 + width(text, SMALL)
                if x and x + wide > room:
                    x, y = 0.0, y + _ROW
                self._items.append((sign, text, x, y))
                x += wide + _APART
        self.height = y + _ROW if self._items else 0.0

    def draw(self, left: float, top: float) -> Iterator[str]:
        """The rows, from their upper left corner."""
        for sign, text, x, y in self._items:
            middle = Point(left + x + _SIGN / 2, top + y + _ROW / 2)
            yield _sign(sign, middle)
            yield words([text], left + x + _SIGN + 8, middle.y - leading(SMALL) / 2, SMALL, fill=MUTED)


def _signs(panel: Panel) -> Iterator[str]:
    for one in panel.figures.values():
        node = one.node
        if isinstance(node, Gateway):
            if len(panel.scope.outgoing.get(one.id, ())) > 1 or node.kind != "exclusive":
                yield node.kind
        elif isinstance(node, Event) and node.position == "catch":
            yield "catch"
        elif isinstance(node, SubProcess):
            yield from (mark for mark in one.marks if mark in ("plus", "empty", "unknown"))
            if node.kind == "event":
                yield "any_time"
        if one.icon == "sent":
            yield "sent"
        yield from ("boundary" if guest.event.interrupting else "beside" for guest in one.guests)
        if "??" in (*one.words.lines, *(line for guest in one.guests for line in guest.words.lines)):
            yield "asked"
    if any("??" in arrow.words.lines for arrow in panel.arrows):
        yield "asked"


def _border(middle: Point) -> str:
    """A piece of the lower border of an activity, for an event to stand on."""
    left, right = middle.moved(-13, 0), middle.moved(13, 0)
    return element("line", x1=left.x, y1=left.y, x2=right.x, y2=right.y, stroke=LINE, stroke_width=1.4)


def _sign(sign: str, middle: Point) -> str:
    if sign in _GATEWAYS:
        return shapes.gateway(_GATEWAYS[sign], middle, 11.0)
    if sign in ("catch", "boundary", "beside"):
        circle = shapes.event(Event(id="", position="boundary", interrupting=sign != "beside"), middle, 9.0)
        return circle if sign == "catch" else f"{_border(middle)}\n{circle}"
    if sign in ("plus", "closed", "some", "empty", "unknown"):
        return shapes.marks(["plus" if sign in ("closed", "some") else sign], middle.x, middle.y + 10.5)
    if sign == "any_time":
        return shapes.activity(Bounds(middle.x - 11, middle.y - 8, 22, 16), dotted=True)
    if sign == "call":
        return shapes.activity(Bounds(middle.x - 11, middle.y - 8, 22, 16), thick=True)
    if sign == "message_flow":
        return message_flow([middle.moved(-13, 0), middle.moved(13, 0)])
    if sign in ("data", "store"):
        return data(Data(id="", kind="store" if sign == "store" else None), Bounds(middle.x - 8, middle.y - 9, 16, 18))
    if sign == "sent":
        return icon("sent", middle.x - 8, middle.y - 8, filled=True)
    if sign == "disputed":
        return shapes.disputed(middle)
    if sign == "gone":
        return shapes.arrow([middle.moved(-13, 0), middle.moved(13, 0)], strong=True)
    if sign == "never":
        return shapes.never(middle)
    if sign in ("stuck", "endless", "doubled", "twice"):
        return shapes.fault(middle)
    box = shapes.activity(Bounds(middle.x - 11, middle.y - 8, 22, 16), dashed=True)
    return "\n".join([box, words(["??"], middle.x, middle.y - 8, 11, bold=True, anchor="middle", gap=16)])

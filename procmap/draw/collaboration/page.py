"""The picture of a collaboration: pools and what they send, what the signs mean, what there is to talk about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from procmap.draw import flow
from procmap.draw.alternative import in_words
from procmap.draw.badges import Findings, numbers_by_element
from procmap.draw.bpmn.lines import message_flow
from procmap.draw.bpmn.pools import Band, draw_band, several_mark
from procmap.draw.collaboration.floors import Floor, floors
from procmap.draw.collaboration.letters import ICON, Letter, letters
from procmap.draw.collaboration.stack import Posted, Stack, stacked
from procmap.draw.diagram import paths_of, size_of
from procmap.draw.icons import icon
from procmap.draw.legend import Legend
from procmap.draw.marking import Marks
from procmap.draw.page import head
from procmap.draw.panels import Panel
from procmap.draw.simple import SIMPLE
from procmap.draw.style import FLOW, MARGIN, WHITE, leading
from procmap.draw.svg import document, element, escape, number, words
from procmap.draw.trace import Told, Trail
from procmap.draw.wording import Names, listed
from procmap.finding import Finding
from procmap.geometry import Bounds
from procmap.graph.parts import open_values, parts_of
from procmap.graph.residents import is_resident
from procmap.model.collaboration import Collaboration
from procmap.model.knowledge import Disputed
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap
from procmap.model.resource import LaneKind
from procmap.text import Language, Text

__all__ = ["collaboration_picture"]

_LEAST = 560.0
_PANEL_TITLE = 16.0
_POOL = Text("{name}: {work}", "{name}: {work}")
_SENT = Text("{message}: från {source} till {target}.", "{message}: from {source} to {target}.")
_MESSAGE = Text("Meddelande", "Message")


def collaboration_picture(
    collaboration: Collaboration,
    map: ProcessMap,
    language: Language,
    findings: Sequence[Finding] = (),
    trails: Mapping[str, Trail] | None = None,
) -> str:
    """The SVG of a collaboration; ``trails`` are the ways to faults that are shown, by process."""
    return _Page(collaboration, map, language, findings, trails or {}).draw()


class _Page:
    """What the picture is made of."""

    def __init__(
        self,
        collaboration: Collaboration,
        map: ProcessMap,
        language: Language,
        findings: Sequence[Finding],
        trails: Mapping[str, Trail],
    ) -> None:
        self.collaboration, self.language, self.trails = collaboration, language, trails
        self.names = Names(Process(id=""), language)
        self.floors = floors(collaboration, map, self.names)
        shown = {collaboration.id, *(floor.process.id for floor in self.floors if floor.process is not None)}
        self.findings = [one for one in findings if any(ref.document in shown for ref in one.refs)]
        elements = [{path: path for path in _elements(floor)} for floor in self.floors]
        self.letters = letters(collaboration, elements, self.names)
        self.title = self.names.of(collaboration.name) or listed([floor.name for floor in self.floors], language)

    def draw(self) -> str:
        """The whole of it."""
        numbers = numbers_by_element(self.findings, self.collaboration.id)
        drawn: list[str] = []
        y = MARGIN - 4
        room = max([_LEAST, *(size_of(laid)[0] for floor in self.floors for laid in floor.below)])
        stack = stacked(self.floors, self.letters, MARGIN, room)
        room = max(room, stack.right - MARGIN)
        for part, high in head(self.title, "", room, sorted({n for each in numbers.values() for n in each})):
            drawn.append(part)
            y += high
        y += 14
        place = f"translate(0 {number(y)})"
        layout = SIMPLE if stack.simple else None
        drawn.append(element("g", *self._stack(stack), transform=place, data_layout=layout))
        y += stack.bottom
        for floor in self.floors:
            for laid in floor.below:
                y += 26
                drawn.append(words([" › ".join([floor.name, *laid.panel.trail])], MARGIN, y, _PANEL_TITLE, bold=True))
                y += leading(_PANEL_TITLE) + 8
                wide, high = size_of(laid)
                drawn.append(flow.draw_plan(laid, MARGIN, y, wide, self._marks(floor), self.language))
                y += high
        for below in self._below(room):
            if below.height:
                y += 18
                drawn += below.draw(MARGIN, y)
                y += below.height
        return document(room + 2 * MARGIN, y + MARGIN - 8, self.title, self._in_words(), self.language, drawn)

    def _stack(self, stack: Stack) -> Iterator[str]:
        for floor, pool in zip(self.floors, stack.pools, strict=True):
            drawn = [draw_band(_band(floor, pool))]
            if floor.plan is not None:
                wide = pool.width - floor.strip
                marks = self._marks(floor)
                drawn.append(flow.draw_plan(floor.plan, pool.x + floor.strip, pool.y, wide, marks, self.language))
                if floor.pool.several:  # on top of its bands
                    drawn.append(several_mark(pool))
            yield element("g", *drawn, data_pool=floor.pool.id)
        for posted in stack.posted:
            yield element("g", *self._posted(posted), data_message=posted.letter.message)

    def _posted(self, posted: Posted) -> Iterator[str]:
        letter, (x, y, width, height) = posted.letter, posted.box
        yield from (message_flow(line, arrives=False) for line in posted.coming)
        yield from (message_flow(line, sets_out=False) for line in posted.going)
        if letter.words.whole is not None:
            yield element("title", escape(letter.words.whole))
        yield element("rect", x=x, y=y, width=width, height=height, rx=5.0, fill=WHITE, stroke=FLOW, stroke_width=1.2)
        inner = width - 16
        yield icon("envelope", x + 8 if letter.words.lines else x + width / 2 - 8, y + height / 2 - 8)
        if letter.words.lines:
            top = y + (height - letter.words.height) / 2
            middle = x + 8 + ICON + (inner - ICON) / 2
            yield words(letter.words.lines, middle, top, letter.words.size, anchor="middle")

    def _marks(self, floor: Floor) -> Marks:
        if floor.process is None:
            return Marks()
        disputed = frozenset(
            value.ref.element
            for value in open_values(parts_of(floor.process))
            if isinstance(value.value, Disputed) and value.ref.element is not None
        )
        numbers = numbers_by_element(self.findings, floor.process.id)
        return Marks(numbers, disputed, self.trails.get(floor.process.id, Trail()))

    def _panels(self, floor: Floor) -> list[Panel]:
        plans = ([floor.plan] if floor.plan is not None else []) + list(floor.below)
        return [laid.panel for laid in plans]

    def _below(self, room: float) -> Iterator[Legend | Told | Findings]:
        every = [panel for floor in self.floors for panel in self._panels(floor)]
        also = {"message_flow"} if self.letters else set()
        for floor in self.floors:
            there = {path for panel in self._panels(floor) for path in paths_of(panel)}
            marks = self._marks(floor)
            also |= {"disputed"} if marks.disputed & there else set()
            also |= {sign for path, sign in marks.trail.signs.items() if path in there}
            also |= {"gone"} if marks.trail.gone & there else set()
        yield Legend(every, also, self.language, room)
        yield from (Told(trail, room) for trail in self.trails.values())
        yield Findings(self.findings, self.language, room)

    def _in_words(self) -> str:
        """Who takes part and what each does, then what is sent from whom to whom."""
        said = [trail.in_words(self.language) for trail in self.trails.values() if trail.says]
        for floor in self.floors:
            work = f"{floor.name}."
            if floor.process is not None:
                told = in_words(self._panels(floor), Names(floor.process, self.language))
                work = _POOL(self.language, name=floor.name, work=told)
            said.append(work)
        return " ".join([*said, *map(self._told, self.letters)])

    def _told(self, letter: Letter) -> str:
        message = letter.words.whole or " ".join(letter.words.lines) or _MESSAGE(self.language)
        source, target = (self.floors[ends[0].pool].name for ends in (letter.sources, letter.targets))
        return _SENT(self.language, message=message, source=source, target=target)


def _band(floor: Floor, place: Bounds) -> Band:
    kind: LaneKind = "person" if floor.plan is not None else "external"
    return Band(
        floor.pool.id,
        floor.name if floor.plan is None or floor.strip else "",
        "customer" if is_resident(floor.pool.name) else kind,
        place,
        is_pool=True,
        several=floor.pool.several and floor.plan is None,
        empty=floor.plan is None,
        head=place._replace(width=floor.strip) if floor.strip else None,
    )


def _elements(floor: Floor) -> Iterator[str]:
    """The elements that are shown in a pool, by their ids."""
    if floor.plan is not None:
        for one in floor.plan.panel.figures.values():
            yield one.id
            yield from (guest.id for guest in one.guests)

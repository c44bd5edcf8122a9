"""A whole picture of a BPMN file: title, drawings, what the signs mean, and what there is to talk about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from procmap.draw import flow
from procmap.draw.badges import Findings
from procmap.draw.bpmn.drawing import Drawing
from procmap.draw.bpmn.legend import signs_of
from procmap.draw.bpmn.naming import Naming
from procmap.draw.bpmn.part import within
from procmap.draw.bpmn.plane import planes_of
from procmap.draw.bpmn.sheet import Sheet
from procmap.draw.bpmn.telling import told
from procmap.draw.bpmn.things import things_of
from procmap.draw.bpmn.zoom import zoom_for
from procmap.draw.connecting import Plan, plans
from procmap.draw.diagram import paths_of, size_of
from procmap.draw.legend import Legend
from procmap.draw.marking import Marks, put, put_trail, spot
from procmap.draw.page import head
from procmap.draw.panels import panels
from procmap.draw.style import LINE, MARGIN, WHITE, leading
from procmap.draw.svg import document, element, number, words
from procmap.draw.trace import Told, Trail
from procmap.draw.wording import NO_NAME, listed
from procmap.finding import Finding
from procmap.geometry import Bounds, Diagram
from procmap.model.process import Process
from procmap.text import Language

__all__ = ["sheet_picture"]

_LEAST = 560.0
_HEADING = 16.0
_FRAME = 22.0
"""From the frame of an opened subprocess to what is in it."""


def sheet_picture(
    sheet: Sheet,
    prefix: str,
    language: Language,
    findings: Sequence[Finding] = (),
    trails: Mapping[str, Trail] | None = None,
) -> str:
    """The SVG of a sheet; with a ``prefix`` only the inside of that subprocess.

    ``trails`` are the ways to faults that are shown, by process.
    """
    return _Page(sheet, prefix, language, findings, trails or {}).draw()


class _Page:
    """What the picture is made of, measured."""

    def __init__(
        self, sheet: Sheet, prefix: str, language: Language, findings: Sequence[Finding], trails: Mapping[str, Trail]
    ) -> None:
        self.sheet, self.prefix, self.language, self.trails = sheet, prefix, language, trails
        self.things = things_of(sheet)
        self.naming = Naming(self.things, language)
        self.findings = [one for one in findings if any(ref.document in sheet.documents for ref in one.refs)]
        self.numbers: dict[str | None, list[int]] = {}
        for rank, finding in enumerate(self.findings, 1):
            for id in dict.fromkeys(ref.id for ref in finding.refs if ref.document in sheet.documents):
                self.numbers.setdefault(id, []).append(rank)
        found = within(planes_of(sheet, self.things), prefix, self.things)
        zoom = zoom_for(found.drawn, self.things, self.naming)
        self.drawings = [Drawing(plane, self.things, self.naming, zoom) for plane in found.drawn]
        self.plans = [each for process in sheet.processes for each in self._plans(process, found.without)]
        sizes = [self._width(drawing) for drawing in self.drawings]
        self.room = max([_LEAST, *sizes, *(size_of(laid)[0] for _, _, laid in self.plans)])

    def _plans(self, process: Process, without: frozenset[tuple[str, str]]) -> Iterator[tuple[Process, str, Plan]]:
        """What no diagram shows, laid out: each scope with its heading."""
        wanted = {prefix for document, prefix in without if document == process.id}
        every = panels(process, self.language, self.naming.pool(process)) if wanted else ()
        for laid in plans([panel for panel in every if panel.prefix in wanted]):
            title = " › ".join(laid.panel.trail) or self.naming.process(process) or NO_NAME(self.language)
            yield process, title, laid

    def _width(self, drawing: Drawing) -> float:
        return drawing.bounds.width + (2 * _FRAME if drawing.plane.trail else 0)

    def draw(self) -> str:
        """The whole of it."""
        title = self._title()
        drawn: list[str] = []
        y = MARGIN - 4
        for part, high in head(title, "", self.room, self.numbers.get(None, ())):
            drawn.append(part)
            y += high
        y += 14
        for place, drawing in enumerate(self.drawings):
            heading = self._heading(drawing, place)
            if heading:
                y += 26 if place else 4
                drawn.append(words([heading], MARGIN, y, _HEADING, bold=True))
                y += leading(_HEADING) + 8
            elif place:
                y += 40
            parts, high = self._drawing(drawing, y)
            drawn += parts
            y += high
        for process, heading, laid in self.plans:
            y += 26
            drawn.append(words([heading], MARGIN, y, _HEADING, bold=True))
            y += leading(_HEADING) + 8
            marks = Marks(self._by_path(process), frozenset(), self.trails.get(process.id, Trail()))
            drawn.append(flow.draw_plan(laid, MARGIN, y, size_of(laid)[0], marks, self.language))
            y += size_of(laid)[1]
        for below in self._below():
            if below.height:
                y += 18
                drawn += below.draw(MARGIN, y)
                y += below.height
        trails = (trail.in_words(self.language) for trail in self.trails.values() if trail.says)
        said = [*trails, told(self.sheet, self.language)]
        return document(self.room + 2 * MARGIN, y + MARGIN - 8, title, " ".join(said), self.language, drawn)

    def _drawing(self, drawing: Drawing, top: float) -> tuple[list[str], float]:
        """A drawing with what is put on it, and its height; the inside of a subprocess stands in a frame."""
        box, plane = drawing.bounds, drawing.plane
        frame = _FRAME if plane.trail else 0.0
        dx, dy = MARGIN + frame - box.x, top + frame - box.y
        strong = frozenset(id for id in plane.routes if self.things.paths.get(id) in self._trail(id).gone)
        drawn = []
        if frame:
            wide, high = box.width + 2 * frame, box.height + 2 * frame
            drawn.append(_frame(Bounds(MARGIN, top, wide, high)))
        place = f"translate({number(dx)} {number(dy)})"
        drawn.append(element("g", *drawing.draw(strong), transform=place))
        drawn += self._put_on(drawing.diagram(dx, dy))
        return drawn, box.height + 2 * frame

    def _put_on(self, diagram: Diagram) -> Iterator[str]:
        """The numbers of findings, and the way to a fault."""
        marks = Marks(self.numbers)
        for id in (*diagram.shapes, *diagram.routes):
            if id in self.numbers:
                yield from put(marks, id, spot(id, diagram))
        for id in (*diagram.routes, *diagram.shapes):
            trail = self._trail(id)
            path = self.things.paths.get(id, "")
            if path in trail.numbers or path in trail.signs:
                at = {path: diagram.shapes[id]} if id in diagram.shapes else {}
                line = {path: diagram.routes[id]} if id in diagram.routes else {}
                name = {path: diagram.labels[id]} if id in diagram.labels else {}
                yield from put_trail(trail, path, Diagram(at, line, name))

    def _trail(self, id: str) -> Trail:
        process = self.things.processes.get(id)
        return self.trails.get(process.id, _NO_TRAIL) if process is not None else _NO_TRAIL

    def _by_path(self, process: Process) -> dict[str | None, list[int]]:
        """The numbers of findings by the paths of a process."""
        return {path: self.numbers[id] for id, path in self.things.paths.items() if id in self.numbers}

    def _below(self) -> Iterator[Legend | Told | Findings]:
        planes = [drawing.plane for drawing in self.drawings]
        inside = {plane.trail[-1] for plane in planes if plane.trail}
        inside |= {laid.panel.prefix[:-1].rpartition("/")[2] for _, _, laid in self.plans}
        signs = signs_of(planes, self.things, inside)
        there = {self.things.paths.get(id) for plane in planes for id in (*plane.shapes, *plane.routes)}
        there |= {path for _, _, laid in self.plans for path in paths_of(laid.panel)}
        for trail in self.trails.values():
            signs |= {sign for path, sign in trail.signs.items() if path in there}
            signs |= {"gone"} if trail.gone & there else set()
        yield Legend([laid.panel for _, _, laid in self.plans], signs, self.language, self.room)
        yield from (Told(trail, self.room) for trail in self.trails.values())
        yield Findings(self.findings, self.language, self.room)

    # Names

    def _title(self) -> str:
        """What the picture shows: the collaboration, its diagram or its pools; or the process and a part of it."""
        naming, sheet = self.naming, self.sheet
        name = naming.of(sheet.collaboration.name) if sheet.collaboration is not None else ""
        if not name and len(sheet.processes) == 1:
            name = naming.process(sheet.processes[0])
        name = name or next((diagram.name for diagram in sheet.diagrams if diagram.name), "") or self._pools()
        parts = [naming.of(self.things.nodes[id].name) or id for id in self.prefix.split("/")[:-1]]
        return " › ".join([name or NO_NAME(self.language), *parts])

    def _pools(self) -> str:
        """Those who take part, in one line."""
        pools = self.sheet.collaboration.pools if self.sheet.collaboration is not None else ()
        return listed([name for name in (self.naming.of(pool.name) for pool in pools) if name], self.language)

    def _heading(self, drawing: Drawing, place: int) -> str:
        """What stands above a drawing: the subprocess whose inside it is, or its own name where there are several."""
        trail = drawing.plane.trail[len(self.prefix.split("/")) - 1 :]
        if trail:
            return " › ".join(self.naming.of(self.things.nodes[id].name) or id for id in trail)
        several = sum(not each.plane.trail for each in self.drawings) > 1
        return drawing.plane.name if several and drawing.plane.name != self._title() else ""


def _frame(place: Bounds) -> str:
    x, y, width, height = place
    return element("rect", x=x, y=y, width=width, height=height, rx=10.0, fill=WHITE, stroke=LINE, stroke_width=1.4)


_NO_TRAIL = Trail()

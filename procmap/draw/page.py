"""A whole picture: title, panels, what the signs mean, and what there is to talk about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from procmap.draw import flow, shapes
from procmap.draw.alternative import in_words
from procmap.draw.badges import Findings, numbers_by_element
from procmap.draw.connecting import plans
from procmap.draw.diagram import paths_of, size_of
from procmap.draw.legend import Legend
from procmap.draw.marking import Marks
from procmap.draw.panels import Panel
from procmap.draw.style import MARGIN, MUTED, SUBTITLE, TITLE, leading
from procmap.draw.svg import document, words
from procmap.draw.trace import Told, Trail
from procmap.draw.wording import NO_NAME, Names
from procmap.finding import Finding
from procmap.geometry import Point
from procmap.layout.measure import width, wrap
from procmap.model.process import Process
from procmap.text import Language, Text

__all__ = ["head", "page"]

_NOTHING = Text("Inget steg är beskrivet än.", "No step has been described yet.")
_LEAST = 560.0
_PANEL_TITLE = 16.0


def page(
    process: Process,
    panels: Sequence[Panel],
    disputed: frozenset[str],
    findings: Sequence[Finding],
    language: Language,
    way: Trail | None = None,
) -> str:
    """The SVG of some panels of a process.

    ``disputed`` are the paths of elements about which answers differ, ``way`` is the way to a fault that is shown.
    """
    names = Names(process, language)
    laid = plans(panels)
    room = max([_LEAST, *(size_of(one)[0] for one in laid)])
    trail = panels[0].trail if panels else ()
    title = " › ".join([names.of(process.name) or NO_NAME(language), *trail])
    numbers = numbers_by_element(findings, process.id)
    drawn: list[str] = []
    y = MARGIN - 4
    for part in head(title, "" if trail else names.of(process.purpose), room, numbers.get(None, ())):
        drawn.append(part[0])
        y += part[1]
    y += 14
    if not laid:
        drawn.append(words([_NOTHING(language)], MARGIN, y, SUBTITLE, fill=MUTED))
        y += leading(SUBTITLE)
    for number, one in enumerate(laid):
        if number:
            y += 26
            drawn.append(words([" › ".join(one.panel.trail)], MARGIN, y, _PANEL_TITLE, bold=True))
            y += leading(_PANEL_TITLE) + 8
        marks = Marks(numbers, disputed, way or Trail())
        wide = room if not number else size_of(one)[0]
        drawn.append(flow.draw_plan(one, MARGIN, y, wide, marks, language))
        y += size_of(one)[1]
    there = {path for panel in panels for path in paths_of(panel)}
    also = {"disputed"} if disputed & there else set()
    below_it: list[Legend | Told | Findings] = []
    if way is not None:
        also |= {sign for path, sign in way.signs.items() if path in there}
        also |= {"gone"} if way.gone & there else set()
        below_it.append(Told(way, room))
    for below in (Legend(panels, also, language, room), *below_it, Findings(findings, language, room)):
        if below.height:
            y += 18
            drawn += below.draw(MARGIN, y)
            y += below.height
    said = " ".join([*([way.in_words(language)] if way is not None else []), in_words(panels, names)])
    return document(room + 2 * MARGIN, y + MARGIN - 8, title, said, language, drawn)


def head(title: str, purpose: str, room: float, numbers: Sequence[int]) -> Iterator[tuple[str, float]]:
    """Title and purpose with their heights; findings about the document as a whole stand beside the title."""
    lines = wrap(title, TITLE, max(room - 120, 400), bold=True)
    yield words(lines, MARGIN, MARGIN - 4, TITLE, bold=True), len(lines) * leading(TITLE)
    x = MARGIN + width(lines[-1] if lines else "", TITLE, bold=True) + 22
    middle = MARGIN - 4 + (len(lines) - 0.5) * leading(TITLE)
    for place, number in enumerate(numbers):
        yield shapes.badge(str(number), Point(x + 24 * place, middle)), 0
    if purpose:
        top = MARGIN - 4 + len(lines) * leading(TITLE) + 2
        below = wrap(purpose, SUBTITLE, min(room, 860) * 0.97)
        yield words(below, MARGIN, top, SUBTITLE, fill=MUTED), len(below) * leading(SUBTITLE) + 2

"""A whole sheet: title and facts, the strips of the grid, what the signs mean, what there is to talk about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from procmap.draw import journey_words as say
from procmap.draw import shapes
from procmap.draw.badges import Findings
from procmap.draw.strip import draw_strip, set_words
from procmap.draw.style import BODY, LINE, MARGIN, MUTED, SMALL, SUBTITLE, TITLE, leading
from procmap.draw.svg import document, element, words
from procmap.draw.tiles import Look
from procmap.finding import Finding
from procmap.geometry import Point
from procmap.layout.grid import GAP, Grid, Measures, Paragraph, Phase, Row, Set, lay, measures, set_lines, strips
from procmap.layout.measure import width
from procmap.text import Language

__all__ = ["Fact", "Sheet", "Sign"]

_MOST = 12
"""Steps in one strip: what an A3 sheet can show so that it can be read."""
_LEAST = 680.0
_BETWEEN = 44.0  # from one strip to the next
_PHASE = 15.0
_SIGN, _ROW, _APART = 30.0, 26.0, 28.0

Over = Callable[[Grid[Look], int], Iterator[str]]
"""Draws over a strip what only one picture has, given the grid and the number of its first column."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line under the title; with ``to`` it tells of a way from the one to the other."""

    name: str
    text: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """What a sign means; ``draw`` draws it around a point."""

    text: str
    draw: Callable[[Point], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is on a sheet.

    ``phases`` are names with their number of columns, ``pale`` is the key of a row with a ground of its own.
    """

    language: Language
    kicker: str
    title: str
    facts: Sequence[Fact]
    phases: Sequence[tuple[str, int]]
    rows: Sequence[Row[Look]]
    over: Over
    signs: Sequence[Sign]
    footer: str
    in_words: str
    notes: Sequence[str] = ()
    findings: Sequence[Finding] = ()
    pale: str = ""
    gap: float = GAP

    def svg(self) -> str:
        """The sheet as SVG."""
        sizes = measures(self.rows, self.gap)
        parts = strips([columns for _, columns in self.phases], _MOST)
        widest = max((part[-1][2] - part[0][1] for part in parts), default=0)
        room = max(sizes.across(widest), _LEAST)
        numbers = self._numbers()
        at_title = self._at_title(numbers)
        y = MARGIN - 6
        drawn: list[str] = []
        for text, high in self._head(sizes, room, at_title):
            drawn.append(text)
            y += high
        y += 18
        for number, part in enumerate(parts):
            y += _BETWEEN if number else 0
            grid = self._grid(part, sizes, y)
            drawn += draw_strip(grid, numbers, pale=self.pale)
            drawn += self.over(grid, part[0][1])
            if number + 1 < len(parts):
                drawn.append(_goes_on(grid, self.language))
            y = grid.bounds.bottom
        if not parts:
            drawn.append(words([say.NO_STEPS(self.language)], MARGIN, y, SUBTITLE, fill=MUTED))
            y += leading(SUBTITLE)
        for text, high in self._foot(y, room):
            drawn.append(text)
            y += high
        return document(room + 2 * MARGIN, y + MARGIN, self.title, self.in_words, self.language, drawn)

    def _numbers(self) -> dict[str, list[int]]:
        """The numbers of the findings at each step or element, by ``document/element``."""
        found: dict[str, list[int]] = {}
        for number, finding in enumerate(self.findings, 1):
            for ref in dict.fromkeys(ref.of(None) for ref in finding.refs):
                found.setdefault(str(ref), []).append(number)
        return found

    def _at_title(self, numbers: dict[str, list[int]]) -> list[int]:
        """The numbers of the findings that stand at none of the tiles, such as those about the journey as a whole."""
        looks = [tile.about for row in self.rows for cell in row.cells for tile in cell]
        shown = {str(ref) for look in looks if look.badges for ref in look.refs}
        at_tiles = {number for where in shown for number in numbers.get(where, ())}
        return [number for number in range(1, len(self.findings) + 1) if number not in at_tiles]

    def _grid(self, part: Sequence[tuple[int, int, int]], sizes: Measures, top: float) -> Grid[Look]:
        start, stop = part[0][1], part[-1][2]
        phases = []
        for which, first, end in part:
            name = self.phases[which][0]
            began = sum(columns for _, columns in self.phases[:which])
            if first > began:
                name = say.WENT_ON(self.language, phase=name)
            title = Paragraph(name, _PHASE, leading(_PHASE), bold=True, most=3)
            last = which + 1 == len(self.phases) and end == began + self.phases[which][1]
            phases.append(Phase(title, end - first, follows=first > 0, leads=not last))
        return lay(phases, [row.cut(start, stop) for row in self.rows], sizes, MARGIN, top)

    def _head(self, sizes: Measures, room: float, numbers: Sequence[int]) -> Iterator[tuple[str, float]]:
        y = MARGIN - 6
        kicker = set_lines(Paragraph(self.kicker, SUBTITLE, leading(SUBTITLE), muted=True), MARGIN, y, room)
        yield set_words(kicker), kicker.bounds.height + 2
        y = kicker.bounds.bottom + 2
        title = set_lines(Paragraph(self.title, TITLE, leading(TITLE), bold=True, most=4), MARGIN, y, room - 120)
        yield set_words(title), title.bounds.height + 10
        x = MARGIN + (width(title.lines[-1], TITLE, bold=True) if title.lines else 0) + 22
        for place, number in enumerate(numbers):
            at = Point(x + 24 * place, title.bounds.bottom - leading(TITLE) / 2)
            yield shapes.badge(str(number), at), 0
        y = title.bounds.bottom + 10
        value = MARGIN + sizes.head + sizes.gap
        for fact in self.facts:
            name = set_lines(Paragraph(fact.name, BODY, leading(BODY), bold=True), MARGIN, y, sizes.head)
            texts = list(_set_fact(fact, value, y, min(room - (value - MARGIN), 1000)))
            high = max(name.bounds.bottom, *(text.bounds.bottom for text, _ in texts)) - y + 3
            arrow = [_way(text, texts[0][0]) for text, follows in texts if follows]
            yield element("g", set_words(name), *(set_words(text) for text, _ in texts), *arrow), high
            y += high

    def _foot(self, y: float, room: float) -> Iterator[tuple[str, float]]:
        top = y
        for note in self.notes:
            y += 16
            text = set_lines(Paragraph(note, SMALL, leading(SMALL), muted=True), MARGIN, y, room)
            yield set_words(text), 0
            y = text.bounds.bottom
        if self.signs:
            y += 22
            x = 0.0
            for sign in self.signs:
                wide = _SIGN + 6 + width(sign.text, SMALL) / 0.97
                if x and x + wide > room:
                    x, y = 0.0, y + _ROW
                middle = Point(MARGIN + x + _SIGN / 2, y + _ROW / 2)
                yield sign.draw(middle), 0
                at = MARGIN + x + _SIGN + 6
                yield words([sign.text], at, middle.y - leading(SMALL) / 2, SMALL, fill=MUTED), 0
                x += wide + _APART
            y += _ROW
        listed = Findings(self.findings, self.language, room)
        if listed.height:
            y += 20
            for item in listed.draw(MARGIN, y):
                yield item, 0
            y += listed.height
        y += 14
        footer = set_lines(Paragraph(self.footer, SMALL, leading(SMALL), muted=True), MARGIN, y, room)
        yield set_words(footer), footer.bounds.bottom - top


_ARROW = 30.0


def _set_fact(fact: Fact, x: float, y: float, room: float) -> Iterator[tuple[Set, bool]]:
    """The words of a fact; what a way leads to goes beside where it begins if there is room, else below."""
    style = Paragraph(fact.text, BODY, leading(BODY), most=4)
    text = set_lines(style, x, y, room)
    yield text, False
    if fact.to:
        beside = text.bounds.right / 0.97 + _ARROW if len(text.lines) == 1 else x + room
        wide = width(fact.to, BODY) / 0.97
        if beside + wide <= x + room:
            yield set_lines(replace(style, text=fact.to), beside, y, x + room - beside + 4), True
        else:
            below = text.bounds.bottom if text.lines else y
            yield set_lines(replace(style, text=fact.to), x + _ARROW, below, room - _ARROW), True


def _way(text: Set, start: Set) -> str:
    """An arrow to words, midway from those it starts at where they stand on one line."""
    left = start.bounds.right if start.y == text.y else text.x - _ARROW
    x, middle = (left + text.x) / 2 - 7.5, text.y + leading(BODY) / 2
    path = f"M{x:.1f} {middle:.1f}h15m-5 -4l5 4l-5 4"
    return element(
        "path", d=path, fill="none", stroke=LINE, stroke_width=1.5, stroke_linecap="round", stroke_linejoin="round"
    )


def _goes_on(grid: Grid[Look], language: Language) -> str:
    return words([say.GOES_ON(language)], grid.bounds.right, grid.bounds.bottom + 8, SMALL, anchor="end", fill=MUTED)

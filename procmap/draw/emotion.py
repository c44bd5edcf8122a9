"""The curve of what was felt, from very bad to very good, with a face at every step that somebody has told of.

What nobody has told of is a gap, never a zero. Where nobody has asked the one who felt it, or where it is only wished
for, the line is broken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple

from procmap.draw import journey_words as say
from procmap.draw import svg
from procmap.draw.faces import RADIUS, colour_of, face
from procmap.draw.style import EDGE, INK, LINE, MUTED, RULE, SMALL, WHITE, leading
from procmap.draw.svg import element, escape, words
from procmap.draw.tiles import Look, Words
from procmap.geometry import Bounds, Point
from procmap.layout.curve import Bend, Wanted, bends, place_words
from procmap.layout.grid import Band, Grid, Paragraph, Set, set_lines
from procmap.layout.measure import width
from procmap.model.journey import ASSUMED, Journey, Step
from procmap.model.knowledge import Disputed, Unknown, known

__all__ = ["Emotion"]

_UNIT = 34.0
_TOP, _FOOT = 44.0, 40.0
_SECOND_LINE, _ONE_LINE = 16.0, 150.0
"""What is left free above and below the scale where the words of a feeling are so wide that they take two lines."""


@dataclass(frozen=True, slots=True)
class _Felt:
    """What was felt at one step; ``number`` is its column in the whole journey."""

    number: int
    value: int
    word: str
    assumed: bool


class _Label(NamedTuple):
    """Words beside a face."""

    text: Set
    colour: str
    wanted: Wanted


class Emotion:
    """The curve of a journey, drawn strip by strip."""

    def __init__(self, journey: Journey, columns: Sequence[Step | None], words: Words) -> None:
        self._columns = columns
        self._words = words
        steps = [step for step in columns if step is not None]
        self.has_evidence = any(_rests_on_something(step) for step in steps)
        self.is_wished = journey.state == "to_be"
        self.colour = LINE if self.has_evidence or self.is_wished else EDGE
        self._felt = {
            number: _Felt(number, known(step.feels) or 0, words.of(known(step.feeling)), _is_assumed(step))
            for number, step in enumerate(columns)
            if step is not None and isinstance(known(step.feels), int)
        }

        said = [felt.word for felt in self._felt.values()]
        beyond = _SECOND_LINE if any(width(word, SMALL) > _ONE_LINE for word in said) else 0.0
        self._top = _TOP + (_SECOND_LINE if self.is_wished else beyond)  # the title of the row has two lines then
        self.height = self._top + 4 * _UNIT + _FOOT + beyond

    @property
    def is_empty(self) -> bool:
        """Whether nobody has said anything of what was felt, not even that they do not know."""
        return not any(step is not None and step.feels is not None for step in self._columns)

    @property
    def is_broken(self) -> bool:
        """Whether any of the curve is assumed or wished for."""
        return any(self._is_broken(*pair) for run in self._runs() for pair in pairwise(run))

    @property
    def has_assumed(self) -> bool:
        """Whether any face stands for what is only assumed, or for answers that differ."""
        differing = any(step is not None and isinstance(step.feels, Disputed) for step in self._columns)
        return differing or any(felt.assumed for felt in self._felt.values())

    def _is_broken(self, before: _Felt, after: _Felt) -> bool:
        return self.is_wished or not self.has_evidence or before.assumed or after.assumed

    def draw(self, grid: Grid[Look], band: Band[Look], first: int) -> Iterator[str]:
        """The curve in a strip whose first column is the ``first`` of the journey."""
        strip = _Strip(grid, band.bounds.y + self._top, first)
        yield from self._axis(grid, band)
        curve = list(self._bends(strip))
        for broken, pieces in groupby(curve, key=lambda piece: piece[1]):
            yield _line([bend for bend, _ in pieces], broken, self.colour)
        marks: list[Bounds] = []
        labels: list[_Label] = []
        for place, column in enumerate(grid.columns):
            step = self._columns[first + place]
            if step is None:
                continue
            x = column.centre.x
            if (felt := self._felt.get(first + place)) is not None:
                point = Point(x, strip.y(felt.value))
                yield face(felt.value, point, dashed=felt.assumed)
                marks.append(_around(point))
                if felt.word:
                    labels.append(_label(felt.word, point, column.width, colour_of(felt.value), self._is_high(felt)))
            elif isinstance(step.feels, Disputed):
                yield from _range(step.feels, x, strip)
                for role, value in _voices(step.feels):
                    marks.append(_around(Point(x, strip.y(value))))
                    labels.append(_label(role, Point(x, strip.y(value)), column.width / 2, MUTED, value > 0))
            elif isinstance(step.feels, Unknown):
                yield _unknown(Point(x, band.bounds.bottom - 17))
                marks.append(Bounds(x - 16, band.bounds.bottom - 28, 32, 22))
        yield from self._labels(labels, [bend for bend, _ in curve], marks, grid, band, strip)

    def _labels(
        self,
        labels: Sequence[_Label],
        curve: Sequence[Bend],
        marks: Sequence[Bounds],
        grid: Grid[Look],
        band: Band[Look],
        strip: _Strip,
    ) -> Iterator[str]:
        """The words of feelings, where they lie on nothing."""
        left = grid.columns[0].x
        room = Bounds(left, band.bounds.y + 2, grid.bounds.right - left, band.bounds.height - 4)
        levels = [strip.y(level) for level in say.LEVELS]
        places = place_words([label.wanted for label in labels], curve, marks, room, levels, strip.y(0))
        for label, at in zip(labels, places, strict=True):
            drawn = words(label.text.lines, at.centre.x, at.y, SMALL, anchor="middle", fill=label.colour)
            whole = label.text.whole
            yield drawn if whole is None else element("g", element("title", escape(whole)), drawn)

    def _axis(self, grid: Grid[Look], band: Band[Look]) -> Iterator[str]:
        left, right = grid.columns[0].x, grid.bounds.right
        for level, text in say.LEVELS.items():
            y = band.bounds.y + self._top + (2 - level) * _UNIT
            yield element(
                "line", x1=left, y1=y, x2=right, y2=y, stroke=EDGE if level == 0 else RULE, stroke_width=1.0,
                stroke_dasharray=None if level == 0 else "2 4",
            )  # fmt: skip
            yield words([text(self._words.language)], left - 10, y - 8, SMALL, anchor="end", fill=MUTED)

    def _bends(self, strip: _Strip) -> Iterator[tuple[Bend, bool]]:
        """The pieces of the curve in a strip, the first and last cut where it goes on in another, each with whether it
        is broken."""
        for run in self._runs():
            points = [Point(strip.x(felt.number), strip.y(felt.value)) for felt in run]
            for before, after, bend in zip(run, run[1:], bends(points), strict=False):
                broken = self._is_broken(before, after)
                inside = strip.holds(before.number), strip.holds(after.number)
                if all(inside):
                    yield bend, broken
                elif any(inside):
                    yield bend.halves()[0 if inside[0] else 1], broken

    def _runs(self) -> Iterator[list[_Felt]]:
        """What was felt from step to step, without a gap."""
        run: list[_Felt] = []
        for number in range(len(self._columns)):
            felt = self._felt.get(number)
            if felt is not None:
                run.append(felt)
            elif run:
                yield run
                run = []
        if run:
            yield run

    def _is_high(self, felt: _Felt) -> bool:
        """Whether words stand better above: where the curve comes from below on either side."""
        sides = [self._felt[n].value for n in (felt.number - 1, felt.number + 1) if n in self._felt]
        level = sum(sides) / len(sides) if sides else felt.value
        return felt.value > level if level != felt.value else felt.value >= 0


class _Strip:
    """Where values and columns stand in one strip."""

    def __init__(self, grid: Grid[Look], top: float, first: int) -> None:
        self._first, self._count = first, len(grid.columns)
        self._left = grid.columns[0].centre.x
        self._pitch = grid.columns[1].x - grid.columns[0].x if self._count > 1 else grid.columns[0].width + 8
        self._top = top

    def x(self, number: int) -> float:
        return self._left + (number - self._first) * self._pitch

    def y(self, value: int) -> float:
        return self._top + (2 - max(-2, min(2, value))) * _UNIT

    def holds(self, number: int) -> bool:
        return 0 <= number - self._first < self._count


def _is_assumed(step: Step) -> bool:
    for one in step.provenance:
        if one.attribute == "feels":
            return one.method == "assumed" or (bool(one.sources) and set(one.sources) == {ASSUMED})
    return step.evidence == (ASSUMED,)


def _rests_on_something(step: Step) -> bool:
    return bool(step.evidence) or any(one.sources or one.method for one in step.provenance)


def _voices(value: Disputed) -> Iterator[tuple[str, int]]:
    for says in value.says:
        if isinstance(says.value, int):
            yield says.role, says.value


def _range(value: Disputed, x: float, strip: _Strip) -> Iterator[str]:
    """Answers that differ: a face for each, joined by a thin line."""
    values = sorted({said for _, said in _voices(value)})
    if len(values) > 1:
        top, bottom = strip.y(values[-1]), strip.y(values[0])
        yield element("line", x1=x, y1=top, x2=x, y2=bottom, stroke=MUTED, stroke_width=1.5, stroke_dasharray="2 3")
    for one in values:
        yield face(one, Point(x, strip.y(one)), dashed=True)


def _around(point: Point) -> Bounds:
    return Bounds(point.x - RADIUS - 1, point.y - RADIUS - 1, 2 * RADIUS + 2, 2 * RADIUS + 2)


def _label(text: str, point: Point, room: float, colour: str, above: bool) -> _Label:
    placed = set_lines(Paragraph(text, SMALL, leading(SMALL), most=2), 0.0, 0.0, room * 0.95)
    bounds = placed.bounds
    return _Label(placed, colour, Wanted(point, bounds.width / 0.97, bounds.height, above))


def _line(curve: Sequence[Bend], broken: bool, colour: str) -> str:
    path = []
    at: Point | None = None
    for start, first, second, end in curve:
        if start != at:
            path.append(f"M{svg.number(start.x)} {svg.number(start.y)}")
        path.append("C" + " ".join(f"{svg.number(x)} {svg.number(y)}" for x, y in (first, second, end)))
        at = end
    return element(
        "path", d="".join(path), fill="none", stroke=colour, stroke_width=3.0, stroke_linecap="round",
        stroke_dasharray="7 7" if broken else None,
    )  # fmt: skip


def _unknown(centre: Point) -> str:
    """Nobody knew: below the scale, where it cannot be taken for a value."""
    box = element(
        "rect", x=centre.x - 15, y=centre.y - 10, width=30.0, height=20.0, rx=6.0, fill=WHITE, stroke=MUTED,
        stroke_width=1.2, stroke_dasharray="4 3",
    )  # fmt: skip
    return box + words(["??"], centre.x, centre.y - 8, SMALL, bold=True, anchor="middle", fill=INK)

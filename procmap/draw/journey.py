"""The view ``journey``: what a resident goes through, step by step, and how it feels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from procmap.draw import journey_words as say
from procmap.draw.emotion import Emotion
from procmap.draw.sheet import Sheet, Sign
from procmap.draw.steps import Steps
from procmap.draw.svg import element
from procmap.draw.tiles import Look
from procmap.finding import Finding
from procmap.geometry import Point
from procmap.layout.grid import Grid, Row, Tile
from procmap.model.journey import Journey, Step
from procmap.model.process_map import ProcessMap
from procmap.text import Language, Text

__all__ = ["journey_map"]

_WISHED = Text("Streckad kurva: så som det ska kännas", "Broken curve: how it is wanted to feel")
_ASSUMED = Text("Streckad kurva: antagande", "Broken curve: assumed")
_UNASKED = Text("Grå streckad kurva: inget underlag är angivet", "Grey broken curve: no evidence has been given")


def journey_map(
    map: ProcessMap, journey: Journey, language: Language = "sv", findings: Sequence[Finding] = ()
) -> str:
    """A journey as SVG: its phases and steps, touchpoints, thoughts, feelings, pains and what could be done."""
    steps = Steps(map, journey, language)
    emotion = Emotion(journey, steps.columns, steps.words)
    rows = [steps.steps_row(), *_rows(steps, emotion)]

    def over(grid: Grid[Look], first: int) -> Iterator[str]:
        for band in grid.bands:
            if band.row.key == "feels":
                yield element("g", *emotion.draw(grid, band, first), data_layer="curve")

    return Sheet(
        language=language,
        kicker=steps.kicker(say.JOURNEY),
        title=steps.title,
        facts=list(steps.facts()),
        phases=steps.phases,
        rows=rows,
        over=over,
        signs=[*steps.signs(rows, emotion.has_assumed), *_curve_signs(emotion, language)],
        footer=journey.id,
        in_words=steps.in_words(),
        findings=[one for one in findings if any(ref.document == journey.id for ref in one.refs)],
        pale="feels",
    ).svg()


def _rows(steps: Steps, emotion: Emotion) -> Iterator[Row[Look]]:
    def each(what: str) -> list[list[Tile[Look] | None]]:
        return [list(_said(steps, step, what)) if step else [] for step in steps.columns]

    yield replace(steps.row("does", say.DOES, steps.does()), even=True)
    yield steps.row("touchpoints", say.MEETS, steps.meets())
    yield steps.row("waits", say.WAITS, each("wait_time"))
    said = say.SAYS if any(step and step.quotes for step in steps.columns) else say.THINKS
    yield steps.row("thinks", said, each("thinks"))
    if not emotion.is_empty:
        title = say.TO_BE_FEELS if emotion.is_wished else say.FEELS
        yield replace(steps.row("feels", title, [[] for _ in steps.columns]), height=emotion.height)
    yield steps.row("pains", say.PAINS, each("pains"))
    yield steps.row("gains", say.GAINS, each("gains"))
    yield steps.row("opportunities", say.OPPORTUNITIES, each("opportunities"))
    yield steps.row("notes", say.NOTES, each("note"))


def _said(steps: Steps, step: Step, what: str) -> Iterator[Tile[Look] | None]:
    """The tiles of a step in one row."""
    ref, words = steps.ref(step, what), steps.words
    match what:
        case "wait_time":
            yield words.tile(step.wait_time, "wait", ref, "hourglass")
        case "thinks":
            yield from words.thoughts(step, ref)
        case "pains":
            yield from words.statements(step.pains, "pain", ref, "pain")
        case "gains":
            yield from words.statements(step.gains, "gain", ref, "gain")
        case "opportunities":
            yield from words.opportunities(step.opportunities, ref)
        case _:
            yield words.tile(step.note, "plain", ref, "note")


def _curve_signs(emotion: Emotion, language: Language) -> Iterator[Sign]:
    if not emotion.is_broken:
        return
    text = _WISHED if emotion.is_wished else _ASSUMED if emotion.has_evidence else _UNASKED

    def line(middle: Point) -> str:
        return element(
            "line", x1=middle.x - 13, y1=middle.y, x2=middle.x + 13, y2=middle.y, stroke=emotion.colour,
            stroke_width=3.0, stroke_linecap="round", stroke_dasharray="7 7",
        )  # fmt: skip

    yield Sign(text(language), line)

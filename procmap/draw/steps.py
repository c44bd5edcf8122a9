"""A journey's head, steps and touchpoints: what journey map and blueprint have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from procmap.draw import journey_words as say
from procmap.draw import shapes
from procmap.draw.sheet import Fact, Sign
from procmap.draw.strip import proof_mark
from procmap.draw.style import BODY, MUTED, SMALL, WHITE, leading
from procmap.draw.svg import element
from procmap.draw.tiles import INDENT, Look, Proof, Words, proof_of
from procmap.geometry import Point
from procmap.graph.blueprint import HoleKind
from procmap.graph.entries import by_id
from procmap.layout.grid import Paragraph, Row, Tile
from procmap.model.catalogue import Persona
from procmap.model.journey import ASSUMED, Journey, Step, Touchpoint
from procmap.model.knowledge import Disputed, NotApplicable, Unknown, known
from procmap.model.process_map import ProcessMap
from procmap.ref import Ref
from procmap.text import Language, Text

__all__ = ["Steps"]

_STEP = 15.0
_PROOFS: dict[Proof, Text] = {
    "researched": Text("Vilar på underlag", "Rests on evidence"),
    "partly": Text("Vilar delvis på underlag", "Rests partly on evidence"),
    "assumed": Text("Antagande, ingen har frågats", "Assumed, nobody has been asked"),
}
_DASHED = Text("Streckat: inte känt, eller antaget", "Broken border: not known, or assumed")
_DISPUTED = Text("Svaren går isär", "The answers differ")
_MOST_TOLD = 60


class Steps:
    """A journey in one language: its facts, and the rows that stand above the line of interaction."""

    def __init__(self, map: ProcessMap, journey: Journey, language: Language) -> None:
        self.journey = journey
        self.language: Language = language
        self.words = Words(language)
        self._personas = by_id(journey.personas, *(one.personas for one in map.catalogues))
        self._evidence = by_id(journey.evidence, *(one.evidence for one in map.catalogues))
        self.columns: list[Step | None] = []
        self.phases: list[tuple[str, int]] = []
        for phase in journey.phases:
            self.columns.extend(phase.steps or (None,))
            self.phases.append((self.words.of(phase.name) or phase.id, max(1, len(phase.steps))))

    @property
    def title(self) -> str:
        """The journey's name."""
        return self.words.of(self.journey.name) or say.NO_NAME(self.language)

    def kicker(self, kind: Text) -> str:
        """What kind of picture it is, and whether it is so or shall be."""
        state = say.STATES[self.journey.state]
        return kind(self.language) + (f", {state(self.language)}" if state else "")

    def facts(self) -> Iterator[Fact]:
        """Whose journey it is, from where to where, and what it rests on."""
        language, journey = self.language, self.journey
        persona = self._personas.get(journey.persona) if isinstance(journey.persona, str) else None
        yield Fact(say.PERSONA(language), self._persona(persona))
        if persona is not None and (needs := known(persona.needs)):
            yield Fact(say.NEEDS(language), _sentence("; ".join(needs)))
        trigger, outcome = (self._open(value) for value in (journey.trigger, journey.outcome))
        if trigger or outcome:
            yield Fact(say.FROM_TO(language), trigger or "…", outcome or "…")
        yield Fact(say.EVIDENCE(language), self._sources())
        if owner := self._open(journey.owner):
            yield Fact(say.OWNER(language), owner)

    def steps_row(self) -> Row[Look]:
        """The names of the steps, numbered, with what they rest on."""
        cells: list[tuple[Tile[Look], ...]] = []
        number = 0
        for step in self.columns:
            if step is None:
                text = self.words.small(say.NO_STEPS(self.language), before=0)
                cells.append((Tile((text,), Look("step", dashed=True)),))
                continue
            number += 1
            name = self.words.of(step.name) or step.id
            proof = proof_of(step)
            paragraphs = [Paragraph(f"{number}.\u00a0{name}", _STEP, 20.0, bold=True, most=8)]
            if step.moment_of_truth:
                moment = Paragraph(
                    say.MOMENT(self.language), SMALL, leading(SMALL), bold=True, indent=INDENT, before=6.0, sign="truth"
                )
                paragraphs.append(moment)
            look = Look(
                "step",
                (Ref(self.journey.id, step.id),),
                badges=True,
                dashed=isinstance(step.name, Unknown),
                thick=step.moment_of_truth,
                disputed=isinstance(step.name, Disputed),
                proof=proof,
            )
            aside = 22.0 if look.disputed else 16.0 if proof else 0.0
            cells.append((Tile(tuple(paragraphs), look, aside=aside, least=56.0),))
        return Row("steps", self.row_title(""), tuple(cells), even=True)

    def row(self, key: str, title: Text, tiles: Iterable[Iterable[Tile[Look] | None]]) -> Row[Look]:
        """A row from the tiles of each step."""
        cells = tuple(tuple(tile for tile in cell if tile is not None) for cell in tiles)
        return Row(key, self.row_title(title(self.language)), cells)

    def row_title(self, text: str) -> Paragraph:
        """The name of a row."""
        return Paragraph(text, BODY, leading(BODY), bold=True)

    def does(self) -> list[list[Tile[Look] | None]]:
        """What she does at each step."""
        return [[self.words.tile(step.does, "plain", self.ref(step, "does"))] if step else [] for step in self.columns]

    def meets(self, behind: bool = True) -> list[list[Tile[Look]]]:
        """The touchpoints of each step; ``behind`` tells whether to say where nothing stands behind one."""
        return [list(self._meets(step, behind)) if step else [] for step in self.columns]

    def ref(self, step: Step, attribute: str) -> Ref:
        """The Ref of one of a step's attributes."""
        return Ref(self.journey.id, step.id, attribute)

    def signs(self, rows: Sequence[Row[Look]], dashed: bool = False) -> Iterator[Sign]:
        """What the signs in use mean; ``dashed`` tells whether there is a broken border that is no tile's."""
        looks = [tile.about for row in rows for cell in row.cells for tile in cell]
        for proof, text in _PROOFS.items():
            if any(look.proof == proof for look in looks):
                yield Sign(text(self.language), _proof_sign(proof))
        if dashed or any(look.dashed for look in looks):
            yield Sign(_DASHED(self.language), _dashed_sign)
        if any(look.disputed for look in looks):
            yield Sign(_DISPUTED(self.language), shapes.disputed)

    def in_words(self) -> str:
        """The journey for those who cannot see it: each step with what she does, where, and how it feels."""
        told = []
        for number, step in enumerate((step for step in self.columns if step), 1):
            parts = [self.words.of(step.name) or step.id, self.words.of(step.does)]
            parts.append(", ".join(self.words.channel(one)[1] for one in known(step.touchpoints) or ()))
            felt = known(step.feels)
            if isinstance(felt, int):
                parts.append(say.FEELINGS[max(-2, min(2, felt))](self.language))
            parts.extend(self.words.of(pain.text) for pain in known(step.pains) or ())
            told.append(f"{number}. " + ". ".join(part.rstrip(".") for part in parts if part) + ".")
        facts = " ".join(f"{fact.name}: {' – '.join(filter(None, (fact.text, fact.to)))}." for fact in self.facts())
        return " ".join([facts, *told[:_MOST_TOLD], *(["…"] if len(told) > _MOST_TOLD else [])])

    def _meets(self, step: Step, behind: bool) -> Iterator[Tile[Look]]:
        ref = self.ref(step, "touchpoints")
        if isinstance(step.touchpoints, (Unknown, Disputed)):
            text = self.words.small(say.HOLES["touchpoints-unknown"](self.language), before=0)
            yield Tile((text,), Look("touchpoint", (ref,), dashed=True))
            return
        for number, touchpoint in enumerate(known(step.touchpoints) or (), 1):
            yield self._touchpoint(touchpoint, ref.of("touchpoints", str(number)), behind)

    def _touchpoint(self, touchpoint: Touchpoint, ref: Ref, behind: bool) -> Tile[Look]:
        """A channel with its sign, and in small what is odd about it."""
        sign, name = self.words.channel(touchpoint)
        unknown = sign == "question"
        paragraphs = [self.words.body(name, sign)]
        if touchpoint.note:
            paragraphs.append(self.words.small(touchpoint.note, indent=INDENT))
        hole = _hole(touchpoint) if behind else None
        if hole:
            paragraphs.append(self.words.small(say.HOLES[hole](self.language), indent=INDENT))
            if isinstance(touchpoint.elements, Unknown) and touchpoint.elements.ask:
                ask = say.ask(touchpoint.elements.ask, self.language)
                paragraphs.append(self.words.small(ask, indent=INDENT))
        disputed = isinstance(touchpoint.channel, Disputed)
        look = Look("touchpoint", (ref,), dashed=bool(hole) or (unknown and not disputed), disputed=disputed)
        return Tile(tuple(paragraphs), look, aside=22.0 if disputed else 0.0)

    def _persona(self, persona: Persona | None) -> str:
        if persona is None:
            value = self.journey.persona
            return say.NO_PERSONA(self.language) if value is None else self._open(value) or str(value)
        name, segment = self.words.of(persona.name) or persona.id, self.words.of(persona.segment)
        return f"{name} ({segment})" if segment else name

    def _open(self, value: object) -> str:
        """A value of the head; where nobody knew it, with whom to ask."""
        if isinstance(value, Unknown):
            return f"?? {say.ask(value.ask, self.language) if value.ask else say.NOBODY_KNEW(self.language)}"
        return self.words.of(value)

    def _sources(self) -> str:
        """The evidence that steps rest on, and whether any of it is assumed."""
        used = dict.fromkeys(source for step in self.columns if step for source in _sources_of(step))
        named = [self._source(id) for id in used if id != ASSUMED]
        if ASSUMED in used:
            named.append(say.ASSUMED(self.language))
        return _sentence("; ".join(named)) or say.NO_EVIDENCE(self.language)

    def _source(self, id: str) -> str:
        evidence = self._evidence.get(id)
        return (self.words.of(evidence.name) if evidence else "") or id



def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sources_of(step: Step) -> Iterator[str]:
    yield from step.evidence
    for one in step.provenance:
        yield from one.sources
    for said in (*step.quotes, *(known(step.pains) or ()), *(known(step.gains) or ())):
        yield from said.evidence


def _hole(touchpoint: Touchpoint) -> HoleKind | None:
    """What the team has answered about what stands behind a touchpoint, where that is nothing or not known."""
    if isinstance(touchpoint.elements, NotApplicable):
        return "nothing-behind" if touchpoint.channel != "none" else None
    return "behind-unknown" if isinstance(touchpoint.elements, (Unknown, Disputed)) else None


def _proof_sign(proof: Proof) -> Callable[[Point], str]:
    return lambda middle: proof_mark(proof, middle)


def _dashed_sign(middle: Point) -> str:
    return element(
        "rect", x=middle.x - 12, y=middle.y - 8, width=24.0, height=16.0, rx=4.0, fill=WHITE, stroke=MUTED,
        stroke_width=1.2, stroke_dasharray="5 4",
    )  # fmt: skip

"""What a team says of a step, as tiles of the grid: its words, the sign before them, and how sure they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, Union

from procmap.draw import journey_words as say
from procmap.draw.style import BODY, SMALL, leading
from procmap.draw.wording import DISPUTED
from procmap.graph.amounts import amount
from procmap.graph.blueprint import HoleKind
from procmap.layout.grid import Paragraph, Tile
from procmap.model.journey import ASSUMED, Opportunity, Statement, Step, Touchpoint
from procmap.model.knowledge import Disputed, NotApplicable, Unknown, known
from procmap.model.label import Translated, label_in
from procmap.ref import Ref
from procmap.text import Language

__all__ = ["INDENT", "Look", "Proof", "Words", "proof_of"]

INDENT = 24.0
"""What a sign takes before words."""

Proof = Literal["researched", "partly", "assumed"]


@dataclass(frozen=True, slots=True)
class Look:
    """How a tile is drawn: its ground by name, and its marks. ``dashed`` is for what is not known or only assumed.

    ``refs`` are the steps, attributes or elements it tells of; ``badges`` says whether findings at them stand here.
    ``named`` has for each of them the number of the paragraph with its name, where there are several.
    """

    ground: str
    refs: tuple[Ref, ...] = ()
    named: tuple[int, ...] = ()
    badges: bool = False
    dashed: bool = False
    thick: bool = False
    disputed: bool = False
    proof: Proof | None = None


def proof_of(step: Step) -> Proof | None:
    """What a step rests on: evidence, assumptions, or both; None where nobody has said."""
    said = [*step.evidence, *(source for one in step.provenance for source in one.sources)]
    said += [ASSUMED for one in step.provenance if one.method == "assumed"]
    part = [source for one in _statements(step) for source in one.evidence]
    if not said and not part:
        return None
    if all(source == ASSUMED for source in (*said, *part)):
        return "assumed"
    whole = step.evidence and ASSUMED not in (*said, *part)
    return "researched" if whole else "partly"


def _statements(step: Step) -> Iterator[Union[Statement, Opportunity]]:
    yield from step.quotes
    yield from known(step.pains) or ()
    yield from known(step.gains) or ()


class Words:
    """The team's words in one language, as text and as tiles."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def of(self, value: object) -> str:
        """A value in a line of text: ``??`` where nobody knew it, all answers where they differ, else empty."""
        if isinstance(value, Disputed):
            return self._either([self.of(says.value) for says in value.says] or [""])
        if value is None or isinstance(value, NotApplicable):
            return ""
        if isinstance(value, Unknown):
            return "??"
        if isinstance(value, Translated):
            return label_in(value, self.language)
        return amount(value, self.language)

    def body(self, text: str, sign: str = "", *, bold: bool = False, before: float = 0.0) -> Paragraph:
        """Words of the usual size."""
        return Paragraph(text, BODY, leading(BODY), bold, INDENT if sign else 0.0, before, sign=sign)

    def small(self, text: str, *, indent: float = 0.0, before: float = 2.0, sign: str = "") -> Paragraph:
        """Words that explain others."""
        return Paragraph(text, SMALL, leading(SMALL), False, indent, before, sign=sign, muted=True)

    def tile(self, value: Any, ground: str, ref: Ref, sign: str = "") -> Tile[Look] | None:
        """A value of a step; None where nobody has been asked, or it does not apply."""
        if isinstance(value, Unknown):
            return Tile(tuple(self.unknown(value, sign)), Look(ground, (ref,), dashed=True))
        if isinstance(value, Disputed):
            return Tile(tuple(self.differing(value, sign)), Look(ground, (ref,), disputed=True), aside=22.0)
        text = self.of(value)
        return Tile((self.body(text, sign),), Look(ground, (ref,))) if text else None

    def unknown(self, value: Unknown, sign: str = "") -> Iterator[Paragraph]:
        """That nobody knew, and whom to ask."""
        yield self.body("??", sign, bold=True)
        text = say.ask(value.ask, self.language) if value.ask else say.NOBODY_KNEW(self.language)
        yield self.small(text, indent=INDENT if sign else 0.0)

    def differing(self, value: Disputed, sign: str = "") -> Iterator[Paragraph]:
        """Every answer with the role that gave it."""
        for number, says in enumerate(value.says):
            indent = INDENT if sign else 0.0
            answer = self.body(self.of(says.value), sign="" if number else sign, before=6.0 if number else 0.0)
            yield replace(answer, indent=indent)
            yield self.small(says.role, indent=indent, before=0.0)

    def statements(
        self, values: Any, ground: str, ref: Ref, sign: str
    ) -> Iterator[Tile[Look]]:
        """Pains, gains: a tile for each; what is only assumed has a dashed border."""
        if isinstance(values, (Unknown, Disputed)):
            if (tile := self.tile(values, ground, ref, sign)) is not None:
                yield tile
            return
        for one in known(values) or ():
            tile = self.tile(one.text, ground, ref, sign)
            if tile is not None:
                assumed = bool(one.evidence) and all(source == ASSUMED for source in one.evidence)
                yield Tile(tile.paragraphs, Look(ground, (ref,), dashed=tile.about.dashed or assumed), tile.aside)

    def opportunities(self, values: Any, ref: Ref) -> Iterator[Tile[Look]]:
        """What could be done, which pain it eases and who takes it further."""
        if isinstance(values, (Unknown, Disputed)):
            yield from self.statements(values, "opportunity", ref, "opportunity")
            return
        for one in known(values) or ():
            tile = self.tile(one.text, "opportunity", ref, "opportunity")
            if tile is None:
                continue
            more = [say.ADDRESSES(self.language, pain=pain) for pain in known(one.addresses) or ()]
            if owner := self.of(one.owner):
                more.append(f"{say.OWNER(self.language)}: {owner}")
            below = (self.small(text, indent=INDENT) for text in more)
            yield Tile((*tile.paragraphs, *below), tile.about, tile.aside)

    def thoughts(self, step: Step, ref: Ref) -> Iterator[Tile[Look]]:
        """What she thinks, and what somebody has said in so many words."""
        tile = self.tile(step.thinks, "plain", ref.of("thinks"), "thought")
        if tile is not None:
            yield tile
        for quote in step.quotes:
            text = self.of(quote.text)
            marked = f"”{text}”" if self.language == "sv" else f"“{text}”"
            tile = self.tile(marked if isinstance(quote.text, str) else quote.text, "plain", ref.of("quotes"), "quote")
            if tile is not None:
                yield tile

    def channel(self, touchpoint: Touchpoint) -> tuple[str, str]:
        """The sign of a touchpoint's channel, and its name."""
        value = touchpoint.channel
        if isinstance(value, str):
            return value, say.CHANNELS[value](self.language)
        if isinstance(value, Disputed):
            names = [self.channel(Touchpoint(channel=says.value))[1] for says in value.says] or [""]
            return "question", self._either([names[0], *(name[:1].lower() + name[1:] for name in names[1:])])
        hole: HoleKind = "channel-unknown" if isinstance(value, Unknown) else "channel-not-asked"
        return "question", say.HOLES[hole](self.language)

    def _either(self, said: Sequence[str]) -> str:
        first, *others = said
        for other in others:
            first = DISPUTED(self.language, one=first, other=other)
        return first

"""Proofs of pools together, for people: whether what somebody waits for can come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from procmap.graph.document_words import collaboration_called
from procmap.graph.together import Together
from procmap.graph.together_words import sentences, steps
from procmap.model.collaboration import Collaboration
from procmap.ref import Ref
from procmap.report.cells import wrap
from procmap.report.locate import locate_ref
from procmap.report.sentence import sentence
from procmap.report.visible import visible
from procmap.report.way_text import way_lines
from procmap.text import Language, Text
from procmap.verify.result import Verification

if TYPE_CHECKING:
    from procmap.read.reading import Reading

__all__ = ["ProvedTogether", "together_report"]

_WAY = Text("En väg dit:", "A way there:")


@dataclass(frozen=True, slots=True)
class ProvedTogether:
    """A collaboration and what was proved of its pools together."""

    collaboration: Collaboration
    proof: Verification


def together_report(
    proved: Iterable[ProvedTogether], reading: Reading, language: Language, *, width: int = 80
) -> list[str]:
    """A paragraph for each collaboration, in lines of at most ``width`` cells."""
    return ["\n".join(_one(each, reading, language, width)) for each in proved]


def _one(each: ProvedTogether, reading: Reading, language: Language, width: int) -> Iterator[str]:
    called = collaboration_called(each.collaboration)
    place = locate_ref(Ref(each.collaboration.id), reading)
    together = Together(each.collaboration, each.proof, reading.map)
    yield f"{visible(place.path if place is not None else each.collaboration.id)}  {sentence(called(language))}"
    for words in sentences(together):
        yield from wrap(sentence(words(language)), width, "  ")
    lines = steps(together)
    if lines:
        yield ""
        yield "  " + _WAY(language)
        yield from way_lines(lines, language, width)

"""Proofs of pools together, for people: whether what somebody waits for can come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from procmap.graph.document_words import collaboration_called
from procmap.graph.labels import quoted
from procmap.graph.run_words import listed
from procmap.graph.view import View
from procmap.model.collaboration import Collaboration
from procmap.model.label import Translated
from procmap.ref import Ref
from procmap.report.cells import wrap
from procmap.report.locate import locate_ref
from procmap.report.sentence import sentence
from procmap.report.visible import visible
from procmap.text import Language, Text
from procmap.verify.result import Verification

if TYPE_CHECKING:
    from procmap.read.reading import Reading

__all__ = ["ProvedTogether", "together_report"]

_SOUND = Text(
    "Tillsammans kan alla parter bli klara: det som någon väntar på kan alltid komma.",
    "Together all parties can finish: what somebody waits for can always come.",
)
_STUCK = Text(
    "Någon kan få vänta förgäves när parterna möts: {names}.",
    "Somebody may wait in vain where the parties meet: {names}.",
)
_NEVER = Text(
    "Det här kan aldrig hända när parterna möts: {names}.", "This can never happen where the parties meet: {names}."
)
_TWICE = Text("Något kan göras två gånger när parterna möts.", "Something may be done twice where the parties meet.")
_UNKNOWN = Text(
    "Hur parterna möts gick inte att avgöra. {reason}", "How the parties meet could not be decided. {reason}"
)
_WAY = Text("En väg dit:", "A way there:")
_AT = Text("{pool}: {step}", "{pool}: {step}")
_MOST = 30


@dataclass(frozen=True, slots=True)
class ProvedTogether:
    """A collaboration and what was proved of its pools together."""

    collaboration: Collaboration
    proof: Verification

    @property
    def is_tried(self) -> bool:
        """Whether it could be tried at all; messages inside what is repeated, for one, cannot."""
        return self.proof.states > 0


def together_report(
    proved: Iterable[ProvedTogether], reading: Reading, language: Language, *, width: int = 80
) -> list[str]:
    """A paragraph for each collaboration, in lines of at most ``width`` cells."""
    view = View(reading.map)
    return ["\n".join(_one(each, view, reading, language, width)) for each in proved]


def _one(each: ProvedTogether, view: View, reading: Reading, language: Language, width: int) -> Iterator[str]:
    called = collaboration_called(each.collaboration)
    place = locate_ref(Ref(each.collaboration.id), reading)
    yield f"{visible(place.path if place is not None else each.collaboration.id)}  {sentence(called(language))}"
    for words in _words(each.proof, view):
        yield from wrap(sentence(words(language)), width, "  ")
    trace = each.proof.trace
    if trace is not None:
        yield ""
        yield "  " + _WAY(language)
        steps = [path for path in trace.elements if not _is_silent(view, path)]
        shown = steps if len(steps) <= _MOST else steps[-_MOST:]
        for number, path in enumerate(shown, len(steps) - len(shown) + 1):
            first = f"    {number:>{len(str(len(steps)))}}. "
            yield from wrap(sentence(_label(view, each.collaboration, path)(language)), width, " " * len(first), first)


def _words(proof: Verification, view: View) -> Iterator[Text]:
    if proof.verdict == "sound":
        yield _SOUND
        return
    elements = proof.elements
    if proof.properties["option_to_complete"] is False:
        yield _STUCK.fill(names=listed(_named(view, path) for path in elements["option_to_complete"]))
    if proof.properties["no_dead_activities"] is False:
        yield _NEVER.fill(names=listed(_named(view, path) for path in elements["no_dead_activities"]))
    if False in (proof.properties["safeness"], proof.properties["proper_completion"]):
        yield _TWICE
    if proof.reason is not None:
        yield _UNKNOWN.fill(reason=proof.reason)


def _named(view: View, path: str) -> Text:
    process, _, element = path.partition("/")
    return view.label(Ref(process, element))


def _label(view: View, collaboration: Collaboration, path: str) -> Text:
    """The step, with the pool that it is in."""
    process = path.partition("/")[0]
    pool = next((pool for pool in collaboration.pools if pool.process == process), None)
    name = pool.name if pool is not None else None
    called = quoted(name) if isinstance(name, (str, Translated)) else view.label(Ref(process))
    return _AT.fill(pool=called, step=_named(view, path))


def _is_silent(view: View, path: str) -> bool:
    """Whether an element is there for the flow alone, and has no name to tell."""
    process, _, element = path.partition("/")
    for each in view.processes:
        if each.id == process:
            node = view.node(each, element)
            return node.name is None
    return False

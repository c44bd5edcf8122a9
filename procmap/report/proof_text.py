"""Proofs for people: whether every case can finish, and where not, the way to the fault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from procmap.graph.document_words import process_called
from procmap.graph.labels import called
from procmap.graph.pools import work_within
from procmap.graph.run_words import where
from procmap.graph.soundness_words import Account, capital, undecided
from procmap.model.activity import Activity, Node, SubProcess
from procmap.model.event import Event
from procmap.model.gateway import Gateway
from procmap.model.label import Translated
from procmap.model.process import Process
from procmap.model.process_map import nodes_within
from procmap.ref import Ref
from procmap.report.cells import wrap
from procmap.report.locate import locate_ref
from procmap.report.sentence import sentence
from procmap.report.together_text import ProvedTogether, together_report
from procmap.report.visible import visible
from procmap.report.way_text import way_lines
from procmap.source.shell import in_shell
from procmap.source.xml_start import looks_like_xml
from procmap.text import Language, Text
from procmap.verify.repair import Repair
from procmap.verify.result import PROPERTIES, Property, Verification

if TYPE_CHECKING:
    from procmap.read.reading import Reading

__all__ = ["Proved", "proof_report"]

_SOUND = Text(
    "Alla ärenden som startar kan bli klara. Alla steg kan hända, ingen väg gås två gånger samtidigt och inget slut "
    "nås två gånger.",
    "Every case that starts can finish. Every step can happen, no way is gone twice at once and no end is reached "
    "twice.",
)
_BESIDE = Text(
    "Det som händer vid sidan om, som en påminnelse, kan hända fler gånger.",
    "What happens beside that, such as a reminder, may happen more than once.",
)
_NO_STEPS = Text(
    "Här finns inga steg än, så det finns inget att pröva.", "There are no steps yet, so there is nothing to prove."
)
_SHORTEST = Text("Kortaste vägen dit:", "The shortest way there:")
_A_WAY = Text("En väg dit:", "A way there:")
_FREE = Text(
    "Här räknas varje fråga som om den kan få vilket som helst av sina svar, varje gång.",
    "Here every question counts as if it could get any of its answers, each time.",
)
_PLACE = Text("platsen {where}", "the place {where}")
_REPAIR = Text("Ett sätt att rätta det: {words}", "One way to mend it: {words}")
_DRAWN = Text("Vägen i en bild: procmap draw {path} --trace", "The way in a picture: procmap draw {path} --trace")
_DRAWN_ALONE = Text(
    "Vägen i en bild: procmap draw {path} --only {id} --trace",
    "The way in a picture: procmap draw {path} --only {id} --trace",
)


@dataclass(frozen=True, slots=True)
class Proved:
    """A process, what was proved of it, and what would mend it."""

    process: Process
    proof: Verification
    account: Account
    repairs: tuple[Repair, ...] = ()


def proof_report(
    proved: Sequence[Proved],
    reading: Reading,
    language: Language,
    *,
    together: Sequence[ProvedTogether] = (),
    width: int = 80,
) -> str:
    """Each process with its verdict in lines of at most ``width`` cells (a path is never broken), then ``together``."""
    parts = ["\n".join(_process(each, reading, language, width)) for each in proved]
    parts += together_report(together, reading, language, width=width)
    faulty = [each for each in proved if each.proof.verdict == "unsound"]
    if faulty:
        parts.append("\n".join(wrap(_FREE(language), width)))
    drawn = [each for each in faulty if each.proof.trace is not None]
    place = locate_ref(Ref(drawn[0].process.id), reading) if len(drawn) == 1 else None
    if place is not None and not place.path.startswith("<"):
        words = _DRAWN if _is_one_picture(place.path, reading) else _DRAWN_ALONE
        said = words.fill(path=visible(in_shell(place.path)), id=visible(in_shell(drawn[0].process.id)))
        parts.append("\n".join(wrap(said(language), width)))
    return "\n\n".join(parts) + "\n"


def _is_one_picture(path: str, reading: Reading) -> bool:
    """Whether what is in a file is drawn in one picture: a process, or the pools of one collaboration."""
    ids = [*(process.id for process in reading.map.processes), *(each.id for each in reading.map.collaborations)]
    here = {id for id in ids if (place := locate_ref(Ref(id), reading)) is not None and place.path == path}
    for each in reading.map.collaborations:
        work = work_within(each, reading.map, reading.sources)
        here -= {*work} if each.message_flows or work else {each.id}
    return len(here) < 2


def _process(each: Proved, reading: Reading, language: Language, width: int) -> Iterator[str]:
    process, proof = each.process, each.proof
    yield f"{_where(each, reading)}  {sentence(process_called(process, reading.map)(language))}"
    if proof.verdict == "sound":
        is_empty = not any(isinstance(node, Activity) for node in process.nodes)
        yield from wrap((_NO_STEPS if is_empty else _SOUND)(language), width, "  ")
        if any(_is_beside(node) for _, node in nodes_within(process)):
            yield from wrap(_BESIDE(language), width, "  ")
        return
    trace = proof.trace
    fault = trace.fault if trace is not None else None
    if trace is not None and (words := each.account.fault(trace.fault)) is not None:
        yield from wrap(sentence(words(language)), width, "  ")
        yield ""
        yield "  " + (_SHORTEST if trace.shortest else _A_WAY)(language)
        yield from way_lines(each.account.steps, language, width)
    others = [*(each.account.fault(other) for other in PROPERTIES if other != fault), undecided(proof)]
    told = [words for words in others if words is not None]
    if told and trace is not None:
        yield ""
    for words in told:
        yield from wrap(sentence(words(language)), width, "  ")
    source = reading.sources.get(process.id)
    is_bpmn = source is not None and looks_like_xml(source.data)
    for repair in each.repairs:
        element, other = (_named(each.account, path) for path in (repair.element, repair.other))
        if element is not None and other is not None:
            yield ""
            said = repair.drawn if is_bpmn else repair.words
            words = _REPAIR.fill(words=capital(said.fill(element=element, other=other)))
            yield from wrap(sentence(words(language)), width, "  ")


def _is_beside(node: Node) -> bool:
    """Whether what begins here goes on beside the rest, once for each time that it happens: it interrupts nothing."""
    if isinstance(node, SubProcess) and node.kind == "event":
        starts = [each for each in node.nodes if isinstance(each, Event) and each.position == "start"]
        return bool(starts) and not any(start.interrupting for start in starts)
    return isinstance(node, Event) and node.position == "boundary" and not node.interrupting


def _named(account: Account, path: str) -> Text | None:
    """What to call an element; a gateway without a name, after the ways that meet there."""
    place = account.course.place(path)
    if place is None:
        return None
    is_meeting = isinstance(place.node, Gateway) and len(place.scope.incoming.get(place.id, ())) > 1
    if is_meeting and not isinstance(place.node.name, (str, Translated)):
        return _PLACE.fill(where=where(place))
    return called(place.scope, place.id)


def _where(each: Proved, reading: Reading) -> str:
    """The path, with line and column of the element where the first fault shows."""
    process, proof = each.process, each.proof
    for ref in (*_at_fault(process, proof), Ref(process.id)):
        place = locate_ref(ref, reading)
        if place is not None:
            is_fault = ref.element is not None and place.line is not None
            return visible(place.path) + (f":{place.line}:{place.column}" if is_fault else "")
    return visible(process.id)


def _at_fault(process: Process, proof: Verification) -> Iterable[Ref]:
    names: list[Property] = [] if proof.trace is None else [proof.trace.fault]
    for name in (*names, *PROPERTIES):
        for path in proof.elements.get(name, ())[:1]:
            yield Ref(process.id, path)

"""BPM103 same-answer-twice: two ways out of a choice have the same answer, or hold on the same condition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from procmap.checks.bpmn import WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.checks.naming import spellings
from procmap.graph.labels import quoted
from procmap.graph.view import View
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.knowledge import known
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Where both lead to the same place, that is said elsewhere (BPM086, FLW040)."""
    for process in view.processes:
        for scope in view.scopes(process):
            for id, ways in scope.outgoing.items():
                source = scope.nodes[id]
                if len(ways) < 2 or not isinstance(source, Gateway) or source.kind != "exclusive":
                    continue
                for way, other, same in _alike(ways):
                    refs = [view.at(process, scope, each) for each in (way.id, other.id, id)]
                    yield hit(*refs, gateway=view.label(refs[2]), same=same)


def _alike(ways: Sequence[SequenceFlow]) -> Iterator[tuple[SequenceFlow, SequenceFlow, Text]]:
    """Each way with one before it that says the same and leads elsewhere, and what it is that they both say."""
    seen: dict[tuple[str, str], SequenceFlow] = {}
    for way in ways:
        said = [("answer", name, _ANSWER) for name in spellings(way.name)[:1]]
        said += [("condition", text, _CONDITION) for text in (known(way.condition),) if text]
        for what, text, words in said:
            first = seen.setdefault((what, " ".join(text.casefold().split())), way)
            if first.target != way.target:
                yield way, first, words.fill(words=quoted(text))
                break


_ANSWER = Text("svar, {words},", "answer, {words},")
_CONDITION = Text("villkor, {words},", "condition, {words},")


CHECK = Check(
    code="BPM103",
    name="same-answer-twice",
    kind="risk",
    message=Text(
        sv="Två vägar från {gateway} har samma {same} men leder åt olika håll.",
        en="Two ways from {gateway} have the same {same} but lead to different places.",
    ),
    question=Text(
        sv="Vad är det som skiljer de två vägarna från {gateway}?",
        en="What is it that tells the two ways from {gateway} apart?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Säger två vägar samma sak vet ingen vilken man ska ta. Ett program tar den första.",
        en="Where two ways say the same, nobody knows which to take. A program takes the first.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.6.2, 13.4.2",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="komplett"/>
  <exclusiveGateway id="komplett" name="Är anmälan komplett?"/>
  <sequenceFlow id="f2" sourceRef="komplett" targetRef="granska" name="ja"/>
  <sequenceFlow id="f3" sourceRef="komplett" targetRef="slut" name="ja"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f4" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="komplett"/>
  <exclusiveGateway id="komplett" name="Är anmälan komplett?"/>
  <sequenceFlow id="f2" sourceRef="komplett" targetRef="granska" name="ja"/>
  <sequenceFlow id="f3" sourceRef="komplett" targetRef="slut" name="nej"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f4" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

"""BPM111 arrow-to-itself: an arrow leads from a choice or an event straight back to it."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.event import Event
from procmap.model.gateway import Gateway
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """A step may well be done until it is right."""
    for process in view.processes:
        for scope in view.scopes(process):
            for id, ways in scope.outgoing.items():
                for way in ways if isinstance(scope.nodes[id], (Gateway, Event)) else ():
                    if way.target == id:
                        at, where = view.at(process, scope, way.id), view.at(process, scope, id)
                        yield hit(at, where, element=view.label(where))


CHECK = Check(
    code="BPM111",
    name="arrow-to-itself",
    kind="risk",
    message=Text(
        sv="En pil går från {element} direkt tillbaka dit, utan att något görs däremellan.",
        en="An arrow leads from {element} straight back there, and nothing is done in between.",
    ),
    question=Text(
        sv="Vad görs innan det är dags för {element} igen?",
        en="What is done before it is time for {element} again?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Görs ingenting blir svaret detsamma, och ärendet kommer aldrig vidare.",
        en="Where nothing is done the answer stays the same, and the case never goes on.",
    ),
    source="procmap, 2026-11-30",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="komplett"/>
  <exclusiveGateway id="komplett" name="Är anmälan komplett?"/>
  <sequenceFlow id="f2" sourceRef="komplett" targetRef="granska" name="ja"/>
  <sequenceFlow id="f3" sourceRef="komplett" targetRef="komplett" name="nej"/>
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

"""BPM047 condition-where-none-counts: an arrow has a condition where there is nothing to choose."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.event import Event
from procmap.model.gateway import Gateway
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        for scope in view.scopes(process):
            for id, flows in scope.outgoing.items():
                source = scope.nodes[id]
                if isinstance(source, Gateway):
                    if source.kind not in ("parallel", "event_based"):
                        continue
                elif not isinstance(source, Event):
                    continue
                for flow in flows:
                    is_default = isinstance(source, Gateway) and source.default == flow.id
                    if flow.condition is not None or is_default:
                        at, where = view.at(process, scope, flow.id), view.at(process, scope, id)
                        what = _DEFAULT if flow.condition is None else _CONDITION
                        yield hit(at, where, way=view.label(at), source=view.label(where), what=what)


_CONDITION = Text("har ett villkor", "has a condition")
_DEFAULT = Text("är standardväg (default)", "is the default")


CHECK = Check(
    code="BPM047",
    name="condition-where-none-counts",
    kind="error",
    message=Text(
        sv="{way} {what}, men vid {source} väljer man inte väg: det räknas inte.",
        en="{way} {what}, but no way is chosen at {source}: it does not count.",
    ),
    question=Text(
        sv="Ska vägen från {source} bara gås ibland? Var avgörs det?",
        en="Is the way from {source} to be taken only sometimes? Where is that decided?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Villkor räknas bara efter steg och vägval där man väljer. Annars går ärendet vidare vad villkoret än "
        "säger, eller så tar programmet inte emot filen.",
        en="Conditions count only after steps and gateways where one chooses. Otherwise the case goes on whatever the "
        "condition says, or the program does not accept the file.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 8.4.13, 10.6.4, 10.6.6; bpmnlint 11.15, event-based-gateway, 2026-11-23",
    answers=("BPMN: parallel gateway with conditions",),
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="dela"/>
  <parallelGateway id="dela" name="Granska och fakturera"/>
  <sequenceFlow id="f2" sourceRef="dela" targetRef="granska" name="om det kostar">
    <conditionExpression>belopp > 0</conditionExpression>
  </sequenceFlow>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f3" sourceRef="dela" targetRef="fakturera"/>
  <task id="fakturera" name="Skicka faktura"/>
  <sequenceFlow id="f4" sourceRef="granska" targetRef="samla"/>
  <sequenceFlow id="f5" sourceRef="fakturera" targetRef="samla"/>
  <parallelGateway id="samla"/>
  <sequenceFlow id="f6" sourceRef="samla" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="dela"/>
  <parallelGateway id="dela" name="Granska och fakturera"/>
  <sequenceFlow id="f2" sourceRef="dela" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f3" sourceRef="dela" targetRef="fakturera"/>
  <task id="fakturera" name="Skicka faktura"/>
  <sequenceFlow id="f4" sourceRef="granska" targetRef="samla"/>
  <sequenceFlow id="f5" sourceRef="fakturera" targetRef="samla"/>
  <parallelGateway id="samla"/>
  <sequenceFlow id="f6" sourceRef="samla" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

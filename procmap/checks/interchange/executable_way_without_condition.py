"""BPM050 executable-way-without-condition: a program that runs it could not choose this way."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.gateway import Gateway
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, scope, ref, gateway in view.elements(Gateway):
        ways = scope.outgoing.get(gateway.id, ())
        if not process.executable or gateway.kind not in ("exclusive", "inclusive") or len(ways) < 2:
            continue
        for flow in ways:
            if flow.condition is None and flow.id != gateway.default:
                at = view.at(process, scope, flow.id)
                yield hit(at, ref, way=view.label(at), gateway=view.label(ref))


CHECK = Check(
    code="BPM050",
    name="executable-way-without-condition",
    kind="error",
    message=Text(
        sv="Processen ska köras av ett program, men {way} har inget villkor.",
        en="The process is to be run by a program, but {way} has no condition.",
    ),
    question=Text(
        sv="Vilket villkor ska gälla, eller är det den vägen som tas när inget annat stämmer vid {gateway}?",
        en="Which condition is to hold, or is it the way taken when nothing else holds at {gateway}?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Programmet läser inte namnet på pilen. Utan villkor går ärendet alltid den vägen, eller stannar.",
        en="The program does not read the name of the arrow. Without a condition the case always goes that way, or "
        "stops.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.6.2; bpmnlint 11.15, conditional-flows, 2026-11-23",
    follows_arrows=True,
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering" isExecutable="true">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="val"/>
  <exclusiveGateway id="val" name="Är anmälan komplett?"/>
  <sequenceFlow id="f2" sourceRef="val" targetRef="granska" name="ja">
    <conditionExpression>${komplett}</conditionExpression>
  </sequenceFlow>
  <sequenceFlow id="f3" sourceRef="val" targetRef="slut" name="nej"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f4" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering" isExecutable="true">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="val"/>
  <exclusiveGateway id="val" name="Är anmälan komplett?" default="f3"/>
  <sequenceFlow id="f2" sourceRef="val" targetRef="granska" name="ja">
    <conditionExpression>${komplett}</conditionExpression>
  </sequenceFlow>
  <sequenceFlow id="f3" sourceRef="val" targetRef="slut" name="nej"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f4" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

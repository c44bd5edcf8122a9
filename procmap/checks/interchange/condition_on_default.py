"""BPM048 condition-on-default: the way that is taken when no condition holds has a condition itself."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        for scope in view.scopes(process):
            for flow in scope.conditional:
                if flow.id == getattr(scope.nodes[flow.source], "default", None):
                    at, where = view.at(process, scope, flow.id), view.at(process, scope, flow.source)
                    yield hit(at, where, way=view.label(at), source=view.label(where))


CHECK = Check(
    code="BPM048",
    name="condition-on-default",
    kind="risk",
    message=Text(
        sv="{way} är standardvägen men har ändå ett villkor. Det räknas inte.",
        en="{way} is the default but has a condition all the same. It does not count.",
    ),
    question=Text(
        sv="Ska vägen från {source} gås när inget annat stämmer, eller bara när villkoret stämmer?",
        en="Is the way from {source} to be taken when nothing else holds, or only when the condition holds?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Den som läser villkoret tror att det gäller. Program bryr sig inte om det.",
        en="Whoever reads the condition believes that it holds. Programs do not look at it.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 8.4.13",
    answers=("BPMN: condition on default flow",),
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="val"/>
  <exclusiveGateway id="val" name="Är anmälan komplett?" default="f3"/>
  <sequenceFlow id="f2" sourceRef="val" targetRef="granska" name="ja">
    <conditionExpression>komplett</conditionExpression>
  </sequenceFlow>
  <sequenceFlow id="f3" sourceRef="val" targetRef="slut" name="nej">
    <conditionExpression>inte komplett</conditionExpression>
  </sequenceFlow>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f4" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="val"/>
  <exclusiveGateway id="val" name="Är anmälan komplett?" default="f3"/>
  <sequenceFlow id="f2" sourceRef="val" targetRef="granska" name="ja">
    <conditionExpression>komplett</conditionExpression>
  </sequenceFlow>
  <sequenceFlow id="f3" sourceRef="val" targetRef="slut" name="nej"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f4" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

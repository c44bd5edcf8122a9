"""BPM084 gateway-without-choice: one way leads to a gateway, and one way from it."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.gateway import Gateway
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """A question with one answer or none is asked about elsewhere (FLW010, FLW011), as is a race (BPM043)."""
    for process, scope, ref, gateway in view.elements(Gateway):
        ways = scope.outgoing.get(gateway.id, ())
        if len(ways) != 1 or len(scope.incoming.get(gateway.id, ())) != 1 or not view.is_bpmn(process.id):
            continue
        asks = gateway.kind in ("exclusive", "inclusive")
        if asks and (gateway.name is not None or ways[0].name is not None or ways[0].condition is not None):
            continue
        if gateway.kind != "event_based":
            yield hit(ref, gateway=view.label(ref))


CHECK = Check(
    code="BPM084",
    name="gateway-without-choice",
    kind="ask",
    message=Text(
        sv="{gateway} delar inte upp något och samlar inte ihop något: en väg in och en ut.",
        en="{gateway} parts nothing and gathers nothing: one way in and one out.",
    ),
    question=Text(
        sv="Saknas en väg till eller från {gateway}, eller kan det tas bort?",
        en="Is a way to or from {gateway} missing, or can it be taken away?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Den som läser letar efter ett val eller en väntan som inte finns.",
        en="Whoever reads looks for a choice or a wait that is not there.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.6.1; bpmnlint 11.15, superfluous-gateway, 2026-11-23",
    follows_arrows=True,
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="g"/>
  <parallelGateway id="g"/>
  <sequenceFlow id="f3" sourceRef="g" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

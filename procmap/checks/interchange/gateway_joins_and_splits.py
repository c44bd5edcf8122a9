"""BPM085 gateway-joins-and-splits: a gateway that waits for several ways and parts into several."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.gateway import Gateway
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """An exclusive gateway only lets all through that come: there nobody has to guess what is waited for."""
    for process, scope, ref, gateway in view.elements(Gateway):
        waits = gateway.kind in ("parallel", "inclusive", "complex") and view.is_bpmn(process.id)
        if waits and all(len(arrows.get(gateway.id, ())) > 1 for arrows in (scope.incoming, scope.outgoing)):
            yield hit(ref, gateway=view.label(ref))


CHECK = Check(
    code="BPM085",
    name="gateway-joins-and-splits",
    kind="ask",
    message=Text(
        sv="{gateway} både väntar in flera vägar och delar upp i flera.",
        en="{gateway} both waits for several ways and parts into several.",
    ),
    question=Text(
        sv="Vad ska vara klart innan det går vidare från {gateway}, och vad görs sedan?",
        en="What must be done before it goes on from {gateway}, and what is done then?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Med två vägval, ett som samlar ihop och ett som delar upp, läser alla det likadant.",
        en="With two gateways, one that gathers and one that parts, all read it alike.",
    ),
    source="bpmnlint 11.15, no-gateway-join-fork, 2026-11-23",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="dela"/>
  <parallelGateway id="dela"/>
  <sequenceFlow id="f2" sourceRef="dela" targetRef="granska"/>
  <sequenceFlow id="f3" sourceRef="dela" targetRef="fakturera"/>
  <task id="granska" name="Granska anmälan"/>
  <task id="fakturera" name="Skicka faktura"/>
  <sequenceFlow id="f4" sourceRef="granska" targetRef="g"/>
  <sequenceFlow id="f5" sourceRef="fakturera" targetRef="g"/>
  <parallelGateway id="g"/>
  <sequenceFlow id="f6" sourceRef="g" targetRef="beslut"/>
  <sequenceFlow id="f7" sourceRef="g" targetRef="kvitto"/>
  <endEvent id="beslut" name="Beslutet är skickat"/>
  <endEvent id="kvitto" name="Kvittot är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="dela"/>
  <parallelGateway id="dela"/>
  <sequenceFlow id="f2" sourceRef="dela" targetRef="granska"/>
  <sequenceFlow id="f3" sourceRef="dela" targetRef="fakturera"/>
  <task id="granska" name="Granska anmälan"/>
  <task id="fakturera" name="Skicka faktura"/>
  <sequenceFlow id="f4" sourceRef="granska" targetRef="g"/>
  <sequenceFlow id="f5" sourceRef="fakturera" targetRef="g"/>
  <parallelGateway id="g"/>
  <sequenceFlow id="f6" sourceRef="g" targetRef="h"/>
  <parallelGateway id="h"/>
  <sequenceFlow id="f8" sourceRef="h" targetRef="beslut"/>
  <sequenceFlow id="f7" sourceRef="h" targetRef="kvitto"/>
  <endEvent id="beslut" name="Beslutet är skickat"/>
  <endEvent id="kvitto" name="Kvittot är skickat"/>
</process>
""",
    find=find,
)

"""BPM063 gateway-direction-disagrees: a gateway says that it parts or gathers, and its arrows say otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.gateway import Gateway
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for _, scope, ref, gateway in view.elements(Gateway):
        several_in = len(scope.incoming.get(gateway.id, ())) > 1
        several_out = len(scope.outgoing.get(gateway.id, ())) > 1
        if gateway.direction == "converging" and several_out:
            yield hit(ref, gateway=view.label(ref), fault=_PARTS)
        elif gateway.direction == "diverging" and several_in:
            yield hit(ref, gateway=view.label(ref), fault=_GATHERS)


_PARTS = Text(
    "säger att det samlar ihop vägar (Converging), men flera pilar leder ut",
    "says that it gathers ways (Converging), but several arrows lead out",
)
_GATHERS = Text(
    "säger att det delar upp vägar (Diverging), men flera pilar leder in",
    "says that it parts ways (Diverging), but several arrows lead in",
)


CHECK = Check(
    code="BPM063",
    name="gateway-direction-disagrees",
    kind="risk",
    message=Text(sv="{gateway} {fault}.", en="{gateway} {fault}."),
    question=Text(
        sv="Ska {gateway} dela upp vägar eller samla ihop dem?",
        en="Is {gateway} to part ways or to gather them?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Pilarna gäller, men program som läser gatewayDirection ser något annat.",
        en="The arrows hold, but programs that read gatewayDirection see something else.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.6.1; BPMNspector EXT.017, EXT.018 (2014)",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="val"/>
  <exclusiveGateway id="val" name="Är anmälan komplett?" gatewayDirection="Converging"/>
  <sequenceFlow id="f2" sourceRef="val" targetRef="granska" name="ja"/>
  <sequenceFlow id="f3" sourceRef="val" targetRef="slut" name="nej"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f4" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="val"/>
  <exclusiveGateway id="val" name="Är anmälan komplett?" gatewayDirection="Diverging"/>
  <sequenceFlow id="f2" sourceRef="val" targetRef="granska" name="ja"/>
  <sequenceFlow id="f3" sourceRef="val" targetRef="slut" name="nej"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f4" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

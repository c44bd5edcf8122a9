"""BPM045 event-gateway-target-shared: an event that a race may wait for is led to from elsewhere as well."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.gateway import Gateway
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        for scope in view.scopes(process):
            races = {id for id, node in scope.nodes.items() if isinstance(node, Gateway) and node.kind == "event_based"}
            for target, arrows in scope.incoming.items() if races else ():
                race = next((arrow.source for arrow in arrows if arrow.source in races), None)
                others = [arrow.id for arrow in arrows if arrow.source != race]
                if race is not None and others:
                    at, gateway = view.at(process, scope, target), view.at(process, scope, race)
                    ways = (view.at(process, scope, id) for id in others)
                    yield hit(at, *ways, event=view.label(at), gateway=view.label(gateway))


CHECK = Check(
    code="BPM045",
    name="event-gateway-target-shared",
    kind="error",
    message=Text(
        sv="{event} hör till {gateway}, men en pil leder dit även från annat håll.",
        en="{event} belongs to {gateway}, but an arrow leads there from elsewhere as well.",
    ),
    question=Text(
        sv="Ska pilen gå till {gateway}, eller vänta på {event} för sig?",
        en="Is the arrow to go to {gateway}, or to wait for {event} on its own?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Vid ett sådant vägval väntar man på alla händelserna samtidigt. Den som kommer dit från annat håll väntar "
        "bara på en.",
        en="At such a gateway all its events are waited for at once. Whoever comes from elsewhere waits for one of "
        "them only.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.6.6; BPMNspector EXT.141 (2014)",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f0" sourceRef="start" targetRef="val"/>
  <exclusiveGateway id="val" name="Är den komplett?"/>
  <sequenceFlow id="f1" sourceRef="val" targetRef="lopp" name="nej"/>
  <sequenceFlow id="f6" sourceRef="val" targetRef="frist" name="kanske"/>
  <eventBasedGateway id="lopp" name="Vad händer först?"/>
  <sequenceFlow id="f2" sourceRef="lopp" targetRef="komplettering"/>
  <intermediateCatchEvent id="komplettering" name="Komplettering inkommer">
    <messageEventDefinition/>
  </intermediateCatchEvent>
  <sequenceFlow id="f3" sourceRef="lopp" targetRef="frist"/>
  <intermediateCatchEvent id="frist" name="Fristen går ut">
    <timerEventDefinition/>
  </intermediateCatchEvent>
  <sequenceFlow id="f4" sourceRef="komplettering" targetRef="slut"/>
  <sequenceFlow id="f5" sourceRef="frist" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="lopp"/>
  <eventBasedGateway id="lopp" name="Vad händer först?"/>
  <sequenceFlow id="f2" sourceRef="lopp" targetRef="komplettering"/>
  <intermediateCatchEvent id="komplettering" name="Komplettering inkommer">
    <messageEventDefinition/>
  </intermediateCatchEvent>
  <sequenceFlow id="f3" sourceRef="lopp" targetRef="frist"/>
  <intermediateCatchEvent id="frist" name="Fristen går ut">
    <timerEventDefinition/>
  </intermediateCatchEvent>
  <sequenceFlow id="f4" sourceRef="komplettering" targetRef="slut"/>
  <sequenceFlow id="f5" sourceRef="frist" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

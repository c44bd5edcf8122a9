"""BPM046 event-gateway-mixed: a race waits by messages and by steps that receive."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS, has
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.activity import Task
from procmap.model.event import Event
from procmap.model.gateway import Gateway
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, scope, ref, gateway in view.elements(Gateway):
        if gateway.kind != "event_based":
            continue
        targets = [scope.nodes[flow.target] for flow in scope.outgoing.get(gateway.id, ())]
        receiving = [node for node in targets if isinstance(node, Task) and node.type == "receive"]
        messages = [node for node in targets if isinstance(node, Event) and has(node, "message")]
        faulty = receiving if messages else [node for node in receiving if scope.boundary.get(node.id)]
        if faulty:
            first, *others = (view.at(process, scope, node.id) for node in faulty)
            yield hit(first, *others, ref, step=view.label(first), gateway=view.label(ref))


CHECK = Check(
    code="BPM046",
    name="event-gateway-mixed",
    kind="error",
    message=Text(
        sv="Vid {gateway} får {step} inte stå tillsammans med meddelandehändelser, eller ha händelser på kanten.",
        en="At {gateway}, {step} may not stand together with message events, or have events on its border.",
    ),
    question=Text(
        sv="Kan {step} ritas som en händelse som väntar på ett meddelande?",
        en="Can {step} be drawn as an event that waits for a message?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Ett sådant vägval väntar antingen med händelser eller med steg som tar emot, inte med båda. Så säger "
        "standarden, och programmen följer den.",
        en="Such a gateway waits either by events or by steps that receive, not by both. So says the standard, and "
        "programs follow it.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.6.6; BPMNspector EXT.139, EXT.140 (2014)",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="lopp"/>
  <eventBasedGateway id="lopp" name="Vad händer först?"/>
  <sequenceFlow id="f2" sourceRef="lopp" targetRef="komplettering"/>
  <intermediateCatchEvent id="komplettering" name="Komplettering inkommer">
    <messageEventDefinition/>
  </intermediateCatchEvent>
  <sequenceFlow id="f3" sourceRef="lopp" targetRef="ta"/>
  <receiveTask id="ta" name="Ta emot återkallelse"/>
  <sequenceFlow id="f4" sourceRef="komplettering" targetRef="slut"/>
  <sequenceFlow id="f5" sourceRef="ta" targetRef="slut"/>
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

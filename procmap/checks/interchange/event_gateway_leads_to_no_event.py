"""BPM044 event-gateway-leads-to-no-event: after a race of events comes what waits for nothing."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.activity import Node, Task
from procmap.model.event import Event
from procmap.model.gateway import Gateway
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, scope, ref, gateway in view.elements(Gateway):
        if gateway.kind != "event_based":
            continue
        for flow in scope.outgoing.get(gateway.id, ()):
            if not _waits(scope.nodes[flow.target]):
                target = view.at(process, scope, flow.target)
                yield hit(
                    target, view.at(process, scope, flow.id), ref, step=view.label(target), gateway=view.label(ref)
                )


def _waits(node: Node) -> bool:
    """Whether it waits for something; an event whose trigger is not said is asked about elsewhere."""
    if isinstance(node, Task):
        return node.type == "receive" or node.waits_for is not None
    if not isinstance(node, Event) or node.position != "catch":
        return False
    return all(trigger.kind in ("message", "signal", "timer", "condition") for trigger in node.triggers)


CHECK = Check(
    code="BPM044",
    name="event-gateway-leads-to-no-event",
    kind="error",
    message=Text(
        sv="Efter {gateway} kommer {step}, som inte väntar på något. Där ska det stå ett meddelande, en tid, en "
        "signal, ett villkor eller ett steg som tar emot.",
        en="After {gateway} comes {step}, which waits for nothing. A message, a time, a signal, a condition or a step "
        "that receives belongs there.",
    ),
    question=Text(sv="Vad är det som händer innan {step} görs?", en="What is it that happens before {step} is done?"),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Vägvalet väljer den väg där något händer först. Där inget ska hända finns inget att välja på.",
        en="The gateway chooses the way where something happens first. Where nothing is to happen there is nothing to "
        "choose by.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.6.6; BPMNspector EXT.138 (2014)",
    answers=("BPMN: event gateway targets",),
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="lopp"/>
  <eventBasedGateway id="lopp" name="Vad händer först?"/>
  <sequenceFlow id="f2" sourceRef="lopp" targetRef="komplettering"/>
  <intermediateCatchEvent id="komplettering" name="Komplettering inkommer">
    <messageEventDefinition/>
  </intermediateCatchEvent>
  <sequenceFlow id="f3" sourceRef="lopp" targetRef="paminn"/>
  <task id="paminn" name="Påminn"/>
  <sequenceFlow id="f4" sourceRef="komplettering" targetRef="slut"/>
  <sequenceFlow id="f5" sourceRef="paminn" targetRef="slut"/>
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

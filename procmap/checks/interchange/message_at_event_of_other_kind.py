"""BPM072 message-at-event-of-other-kind: a message flow to or from an event that is not about a message."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS, has, message_ends
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.event import Event
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """In a file of BPMN only: in words, what is sent need not be said at the event."""
    for collaboration, flow, source, target in message_ends(view):
        at = Ref(collaboration.id, f"message_flows/{flow.id}")
        for end, positions in ((source, ("throw", "end")), (target, ("start", "catch", "boundary"))):
            if end.ref is None or not isinstance(end.node, Event) or end.node.position not in positions:
                continue
            if not has(end.node, "message") and view.is_bpmn(end.ref.document):
                yield hit(at, end.ref, flow=view.label(at), event=view.label(end.ref))


CHECK = Check(
    code="BPM072",
    name="message-at-event-of-other-kind",
    kind="risk",
    message=Text(
        sv="Meddelandet {flow} börjar eller slutar vid {event}, men händelsen handlar inte om något meddelande.",
        en="The message {flow} begins or ends at {event}, but the event is not about a message.",
    ),
    question=Text(
        sv="Sker {event} för att {flow} skickas eller kommer?",
        en="Does {event} happen because {flow} is sent or arrives?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Standarden kräver att händelsen är en meddelandehändelse. Program bryr sig annars inte om meddelandet.",
        en="The standard asks for a message event. Otherwise programs do not look at the message.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.5.2, 10.5.3; BPMNspector EXT.103, EXT.109 (2014)",
    bad="""\
<collaboration id="samverkan">
  <participant id="kommun" name="Kommunen" processRef="livsmedel"/>
  <participant id="foretagare" name="Företagaren"/>
  <messageFlow id="m1" name="Besked" sourceRef="foretagare" targetRef="start"/>
</collaboration>
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<collaboration id="samverkan">
  <participant id="kommun" name="Kommunen" processRef="livsmedel"/>
  <participant id="foretagare" name="Företagaren"/>
  <messageFlow id="m1" name="Besked" sourceRef="foretagare" targetRef="start"/>
</collaboration>
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer">
    <messageEventDefinition/>
  </startEvent>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

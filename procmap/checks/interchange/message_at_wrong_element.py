"""BPM071 message-at-wrong-element: a message flow from or to an element that can neither send nor receive it."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS, message_ends
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.activity import Node
from procmap.model.event import Event
from procmap.model.gateway import Gateway
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for collaboration, flow, source, target in message_ends(view):
        at = Ref(collaboration.id, f"message_flows/{flow.id}")
        for end, sends in ((source, True), (target, False)):
            if end.node is not None and end.ref is not None and not _can(end.node, sends):
                does = _SENDS if sends else _RECEIVES
                yield hit(at, end.ref, flow=view.label(at), element=view.label(end.ref), does=does)


def _can(node: Node, sends: bool) -> bool:
    """Whether an element may send, or receive, at all."""
    if isinstance(node, Event):
        return node.position in (("throw", "end") if sends else ("start", "catch", "boundary"))
    return not isinstance(node, Gateway)


_SENDS = Text("skicka", "send")
_RECEIVES = Text("ta emot", "receive")


CHECK = Check(
    code="BPM071",
    name="message-at-wrong-element",
    kind="error",
    message=Text(
        sv="Meddelandet {flow} börjar eller slutar vid {element}, som inte kan {does} något.",
        en="The message {flow} begins or ends at {element}, which cannot {does} anything.",
    ),
    question=Text(
        sv="Vilket steg eller vilken händelse är det som ska {does} {flow}?",
        en="Which step or event is it that is to {does} {flow}?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Vägval och starter skickar inget, och slut tar inte emot. Program tar inte emot filen.",
        en="Gateways and starts send nothing, and ends do not receive. Programs do not accept the file.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 7.6.2; BPMNspector EXT.102, EXT.108, EXT.119 (2014)",
    bad="""\
<collaboration id="samverkan">
  <participant id="kommun" name="Kommunen" processRef="livsmedel"/>
  <participant id="foretagare" name="Företagaren"/>
  <messageFlow id="m1" name="Besked" sourceRef="foretagare" targetRef="slut"/>
</collaboration>
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="skicka"/>
  <sendTask id="skicka" name="Skicka besked"/>
  <sequenceFlow id="f2" sourceRef="skicka" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<collaboration id="samverkan">
  <participant id="kommun" name="Kommunen" processRef="livsmedel"/>
  <participant id="foretagare" name="Företagaren"/>
  <messageFlow id="m1" name="Besked" sourceRef="skicka" targetRef="foretagare"/>
</collaboration>
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="skicka"/>
  <sendTask id="skicka" name="Skicka besked"/>
  <sequenceFlow id="f2" sourceRef="skicka" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

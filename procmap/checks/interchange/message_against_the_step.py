"""BPM110 message-against-the-step: a message goes to a step that only sends, or from one that only receives."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS, message_ends
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.activity import Task
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for collaboration, flow, *ends in message_ends(view):
        at = Ref(collaboration.id, f"message_flows/{flow.id}")
        for end, kind, fault in zip(ends, ("receive", "send"), (_ONLY_RECEIVES, _ONLY_SENDS), strict=True):
            if end.ref is not None and isinstance(end.node, Task) and end.node.type == kind:
                step = view.label(end.ref)
                yield hit(at, end.ref, flow=view.label(at), step=step, fault=fault.fill(step=step))


_ONLY_RECEIVES = Text("går från {step}, som bara tar emot", "goes from {step}, which only receives")
_ONLY_SENDS = Text("går till {step}, som bara skickar", "goes to {step}, which only sends")


CHECK = Check(
    code="BPM110",
    name="message-against-the-step",
    kind="risk",
    message=Text(sv="Meddelandet {flow} {fault}.", en="The message {flow} {fault}."),
    question=Text(
        sv="Skickar {step} något, eller tar {step} emot något?",
        en="Does {step} send something, or does {step} receive something?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Ett skickasteg (sendTask) är klart när det har skickat, och ett mottagningssteg (receiveTask) när "
        "det har tagit emot. Något annat gör de inte.",
        en="A send task is done when it has sent, and a receive task when it has received. They do nothing else.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.3.3",
    bad="""\
<collaboration id="c" name="Anmälan">
  <participant id="kommun" name="Kommunen" processRef="livsmedel"/>
  <participant id="foretag" name="Företagaren"/>
  <messageFlow id="m1" name="Komplettering" sourceRef="foretag" targetRef="granska"/>
</collaboration>
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <sendTask id="granska" name="Skicka begäran"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<collaboration id="c" name="Anmälan">
  <participant id="kommun" name="Kommunen" processRef="livsmedel"/>
  <participant id="foretag" name="Företagaren"/>
  <messageFlow id="m1" name="Komplettering" sourceRef="foretag" targetRef="granska"/>
</collaboration>
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <receiveTask id="granska" name="Ta emot komplettering"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

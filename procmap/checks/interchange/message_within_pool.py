"""BPM070 message-within-pool: a message flow from a participant to the same participant."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS, message_ends
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for collaboration, flow, source, target in message_ends(view):
        if source.pool and source.pool == target.pool:
            at = Ref(collaboration.id, f"message_flows/{flow.id}")
            framed = source.process is None or any(pool.id == source.pool for pool in collaboration.pools)
            pool = Ref(collaboration.id, f"pools/{source.pool}") if framed else Ref(source.pool)
            elements = (end.ref for end in (source, target) if end.ref is not None)
            yield hit(at, *elements, flow=view.label(at), pool=view.label(pool))


CHECK = Check(
    code="BPM070",
    name="message-within-pool",
    kind="error",
    message=Text(
        sv="Meddelandet {flow} går inom {pool}. Meddelanden går mellan deltagare.",
        en="The message {flow} goes within {pool}. Messages go between participants.",
    ),
    question=Text(
        sv="Är {flow} ett meddelande till någon annan, eller en pil till nästa steg i {pool}?",
        en="Is {flow} a message to somebody else, or an arrow to the next step in {pool}?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Inom en process styr pilarna. Den som läser tror att någon annan är inblandad.",
        en="Within a process the arrows govern. Whoever reads believes that somebody else takes part.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 9.4; BPMNspector EXT.031 (2014)",
    answers=("BPMN: message flow within pool or to gateway",),
    bad="""\
<collaboration id="samverkan">
  <participant id="kommun" name="Kommunen" processRef="livsmedel"/>
  <participant id="foretagare" name="Företagaren"/>
  <messageFlow id="m1" name="Besked" sourceRef="skicka" targetRef="granska"/>
  <messageFlow id="m2" name="Besked" sourceRef="granska" targetRef="foretagare"/>
</collaboration>
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="skicka"/>
  <sendTask id="skicka" name="Skicka besked"/>
  <sequenceFlow id="f3" sourceRef="skicka" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
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

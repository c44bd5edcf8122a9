"""BPM075 empty-lane: a lane in which nothing stands."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Where nothing stands in any lane, that is said of what stands there (BPM074)."""
    for process in view.processes:
        if not process.lanes or not view.is_bpmn(process.id):
            continue
        used = {lane.parent for lane in process.lanes}
        for _, node in view.nodes(process):
            used.update((node.lane, *node.others) if isinstance(node.lane, str) else ())
        for lane in process.lanes if used != {None} else ():
            if lane.id not in used:
                ref = Ref(process.id, f"lanes/{lane.id}")
                yield hit(ref, step=view.label(ref), asked=False)


CHECK = Check(
    code="BPM075",
    name="empty-lane",
    kind="ask",
    message=Text(sv="I banan {step} står inget.", en="Nothing stands in the lane {step}."),
    gathered=Text(sv="I de här banorna står inget: {steps}.", en="Nothing stands in these lanes: {steps}."),
    question=Text(
        sv="Vad gör {step}, eller kan banan tas bort?",
        en="What does {step} do, or can the lane be taken away?",
    ),
    gathered_question=Text(
        sv="Vad gör var och en av dem, eller kan banorna tas bort: {steps}?",
        en="What does each of them do, or can the lanes be taken away: {steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="En tom bana betyder oftast att det som görs där har glömts.",
        en="An empty lane mostly means that what is done there was forgotten.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.8",
    answers=("BPMN: empty lane or process",),
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <laneSet id="banor">
    <lane id="registrator" name="Registrator">
      <flowNodeRef>start</flowNodeRef>
      <flowNodeRef>granska</flowNodeRef>
      <flowNodeRef>slut</flowNodeRef>
    </lane>
    <lane id="inspektor" name="Inspektör">
    </lane>
  </laneSet>
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <laneSet id="banor">
    <lane id="registrator" name="Registrator">
      <flowNodeRef>start</flowNodeRef>
      <flowNodeRef>granska</flowNodeRef>
    </lane>
    <lane id="inspektor" name="Inspektör">
      <flowNodeRef>slut</flowNodeRef>
    </lane>
  </laneSet>
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

"""BPM055 subprocess-start-with-trigger: a subprocess in the flow begins with something that happens outside."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import TRIGGERS, WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.activity import SubProcess
from procmap.model.event import Event
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for _, scope, ref, event in view.elements(Event):
        owner = scope.owner
        if event.position == "start" and event.triggers and isinstance(owner, SubProcess) and owner.kind != "event":
            around = ref._replace(element=scope.prefix[:-1])
            trigger = TRIGGERS[event.triggers[0].kind]
            yield hit(ref, around, start=view.label(ref), step=view.label(around), trigger=trigger)


CHECK = Check(
    code="BPM055",
    name="subprocess-start-with-trigger",
    kind="error",
    message=Text(
        sv="{start} i {step} har {trigger}, men delprocessen börjar när flödet kommer dit.",
        en="{start} in {step} has {trigger}, but the subprocess begins when the flow comes there.",
    ),
    question=Text(
        sv="Vad väntar man på i {step}, och kan det ritas som en händelse efter starten?",
        en="What is waited for in {step}, and can it be drawn as an event after the start?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Det finns ingen som lyssnar innan delprocessen har börjat. Program tar inte emot filen.",
        en="Nobody listens before the subprocess has begun. Programs do not accept the file.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.5.2; bpmnlint 11.15, sub-process-blank-start-event, 2026-11-23",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="handlagg"/>
  <subProcess id="handlagg" name="Handlägg anmälan">
    <startEvent id="borja" name="Anmälan är fördelad">
      <messageEventDefinition/>
    </startEvent>
    <sequenceFlow id="g1" sourceRef="borja" targetRef="granska"/>
    <task id="granska" name="Granska anmälan"/>
    <sequenceFlow id="g2" sourceRef="granska" targetRef="granskad"/>
    <endEvent id="granskad" name="Anmälan är granskad"/>
  </subProcess>
  <sequenceFlow id="f2" sourceRef="handlagg" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="handlagg"/>
  <subProcess id="handlagg" name="Handlägg anmälan">
    <startEvent id="borja" name="Anmälan är fördelad"/>
    <sequenceFlow id="g1" sourceRef="borja" targetRef="granska"/>
    <task id="granska" name="Granska anmälan"/>
    <sequenceFlow id="g2" sourceRef="granska" targetRef="granskad"/>
    <endEvent id="granskad" name="Anmälan är granskad"/>
  </subProcess>
  <sequenceFlow id="f2" sourceRef="handlagg" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

"""BPM062 cancel-outside-transaction: what cancels a transaction, where there is none."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS, has
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.activity import SubProcess
from procmap.model.event import Event
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for _, scope, ref, event in view.elements(Event):
        if not has(event, "cancel") or event.position not in ("end", "boundary"):
            continue
        ends = event.position == "end"
        cancelled = scope.owner if ends else scope.nodes.get(str(event.attached_to))
        if not isinstance(cancelled, SubProcess) or cancelled.kind != "transaction":
            yield hit(ref, event=view.label(ref), fault=_ENDS if ends else _CATCHES)


_ENDS = Text("avbryter en transaktion, men står inte i någon", "cancels a transaction, but does not stand in one")
_CATCHES = Text(
    "väntar på att en transaktion avbryts, men sitter inte på någon",
    "waits for a transaction to be cancelled, but is not on one",
)


CHECK = Check(
    code="BPM062",
    name="cancel-outside-transaction",
    kind="error",
    message=Text(sv="{event} {fault}.", en="{event} {fault}."),
    question=Text(sv="Vad är det som ska avbrytas vid {event}?", en="What is to be cancelled at {event}?"),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Bara en transaktion kan avbrytas så att allt i den ångras. Program tar inte emot filen.",
        en="Only a transaction can be cancelled so that all in it is undone. Programs do not accept the file.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.5.3, 10.5.4; BPMNspector EXT.106, EXT.111 (2014)",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="handlagg"/>
  <subProcess id="handlagg" name="Registrera och fakturera">
    <startEvent id="borja" name="Anmälan är komplett"/>
    <sequenceFlow id="g1" sourceRef="borja" targetRef="registrera"/>
    <task id="registrera" name="Registrera anmälan"/>
    <sequenceFlow id="g2" sourceRef="registrera" targetRef="klar"/>
    <endEvent id="klar" name="Registreringen är klar"/>
    <sequenceFlow id="g3" sourceRef="sen" targetRef="avbryt"/>
    <boundaryEvent id="sen" name="Sökanden återkallar" attachedToRef="registrera">
      <messageEventDefinition/>
    </boundaryEvent>
    <endEvent id="avbryt" name="Registreringen avbryts">
      <cancelEventDefinition/>
    </endEvent>
  </subProcess>
  <boundaryEvent id="avbruten" name="Registreringen är avbruten" attachedToRef="handlagg">
    <cancelEventDefinition/>
  </boundaryEvent>
  <sequenceFlow id="f2" sourceRef="handlagg" targetRef="slut"/>
  <sequenceFlow id="f3" sourceRef="avbruten" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="handlagg"/>
  <transaction id="handlagg" name="Registrera och fakturera">
    <startEvent id="borja" name="Anmälan är komplett"/>
    <sequenceFlow id="g1" sourceRef="borja" targetRef="registrera"/>
    <task id="registrera" name="Registrera anmälan"/>
    <sequenceFlow id="g2" sourceRef="registrera" targetRef="klar"/>
    <endEvent id="klar" name="Registreringen är klar"/>
    <sequenceFlow id="g3" sourceRef="sen" targetRef="avbryt"/>
    <boundaryEvent id="sen" name="Sökanden återkallar" attachedToRef="registrera">
      <messageEventDefinition/>
    </boundaryEvent>
    <endEvent id="avbryt" name="Registreringen avbryts">
      <cancelEventDefinition/>
    </endEvent>
  </transaction>
  <boundaryEvent id="avbruten" name="Registreringen är avbruten" attachedToRef="handlagg">
    <cancelEventDefinition/>
  </boundaryEvent>
  <sequenceFlow id="f2" sourceRef="handlagg" targetRef="slut"/>
  <sequenceFlow id="f3" sourceRef="avbruten" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

"""BPM054 event-subprocess-start: a subprocess that an event starts has no such event, or several."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.activity import SubProcess
from procmap.model.event import Event
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for _, _, ref, sub in view.elements(SubProcess):
        if sub.kind != "event" or not sub.nodes:
            continue
        starts = [node for node in sub.nodes if isinstance(node, Event) and node.position == "start"]
        if len(starts) != 1:
            yield hit(ref, step=view.label(ref), fault=_SEVERAL if starts else _NONE)
        elif not starts[0].triggers:
            yield hit(ref._replace(element=f"{ref.element}/{starts[0].id}"), ref, step=view.label(ref), fault=_PLAIN)


_NONE = Text("har ingen start", "has no start")
_SEVERAL = Text("har flera starter", "has several starts")
_PLAIN = Text("har en start som inte säger vad som händer", "has a start that does not say what happens")


CHECK = Check(
    code="BPM054",
    name="event-subprocess-start",
    kind="error",
    message=Text(
        sv="{step} ska sättas i gång av en händelse, men {fault}.",
        en="{step} is to be started by an event, but {fault}.",
    ),
    question=Text(sv="Vilken händelse sätter i gång {step}?", en="Which event starts {step}?"),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Utan exakt en start som säger vad som händer vet ingen när det ska göras. Program tar inte emot filen.",
        en="Without exactly one start that says what happens nobody knows when it is to be done. Programs do not "
        "accept the file.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.3.5; bpmnlint 11.15, event-sub-process-typed-start-event, 2026-11-23",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
  <subProcess id="aterkallar" name="Om sökanden återkallar" triggeredByEvent="true">
    <startEvent id="aterkallelse" name="Återkallelse inkommer"/>
    <sequenceFlow id="g1" sourceRef="aterkallelse" targetRef="avskrivet"/>
    <endEvent id="avskrivet" name="Ärendet är avskrivet"/>
  </subProcess>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
  <subProcess id="aterkallar" name="Om sökanden återkallar" triggeredByEvent="true">
    <startEvent id="aterkallelse" name="Återkallelse inkommer">
      <messageEventDefinition/>
    </startEvent>
    <sequenceFlow id="g1" sourceRef="aterkallelse" targetRef="avskrivet"/>
    <endEvent id="avskrivet" name="Ärendet är avskrivet"/>
  </subProcess>
</process>
""",
    find=find,
)

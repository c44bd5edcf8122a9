"""BPM040 start-with-arrow-in: an arrow leads to a start, which nothing in the process can lead to."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.event import Event
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, scope, ref, event in view.elements(Event):
        arrows = scope.incoming.get(event.id) if event.position == "start" else None
        if arrows:
            yield hit(ref, *(view.at(process, scope, arrow.id) for arrow in arrows), start=view.label(ref))


CHECK = Check(
    code="BPM040",
    name="start-with-arrow-in",
    kind="error",
    message=Text(
        sv="En pil leder till {start}. Till en start kan ingen pil leda.",
        en="An arrow leads to {start}. No arrow can lead to a start.",
    ),
    question=Text(
        sv="Ska ärendet gå tillbaka till det första steget efter {start}, eller börjar det om som ett nytt ärende?",
        en="Is the case to go back to the first step after {start}, or does it begin anew as another case?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="En start sker för att något händer utifrån. Program som kör processen tar inte emot filen.",
        en="A start happens because something happens outside. Programs that run the process do not accept the file.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.5.2; BPMNspector EXT.096 (2014)",
    answers=("BPMN: start in and end out",),
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2b" sourceRef="granska" targetRef="val"/>
  <exclusiveGateway id="val" name="Är anmälan komplett?"/>
  <sequenceFlow id="f3" sourceRef="val" targetRef="slut" name="ja"/>
  <sequenceFlow id="f4" sourceRef="val" targetRef="start" name="nej"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="val"/>
  <exclusiveGateway id="val" name="Är anmälan komplett?"/>
  <sequenceFlow id="f3" sourceRef="val" targetRef="slut" name="ja"/>
  <sequenceFlow id="f4" sourceRef="val" targetRef="granska" name="nej"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

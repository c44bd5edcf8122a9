"""BPM041 end-with-arrow-out: an arrow leads from an end, after which nothing comes."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.event import Event
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, scope, ref, event in view.elements(Event):
        arrows = scope.outgoing.get(event.id) if event.position == "end" else None
        if arrows:
            yield hit(ref, *(view.at(process, scope, arrow.id) for arrow in arrows), end=view.label(ref))


CHECK = Check(
    code="BPM041",
    name="end-with-arrow-out",
    kind="error",
    message=Text(
        sv="En pil leder vidare från {end}. Från ett slut går inget vidare.",
        en="An arrow leads on from {end}. Nothing goes on from an end.",
    ),
    question=Text(
        sv="Är ärendet klart vid {end}, eller är det en händelse på vägen?",
        en="Is the case done at {end}, or is it an event on the way?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Det som ritas efter ett slut sker aldrig. Program som kör processen tar inte emot filen.",
        en="What is drawn after an end never happens. Programs that run the process do not accept the file.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.5.3; BPMNspector EXT.104 (2014)",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="besked"/>
  <endEvent id="besked" name="Besked är skickat"/>
  <sequenceFlow id="f3" sourceRef="besked" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="besked"/>
  <intermediateThrowEvent id="besked" name="Besked är skickat"/>
  <sequenceFlow id="f3" sourceRef="besked" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

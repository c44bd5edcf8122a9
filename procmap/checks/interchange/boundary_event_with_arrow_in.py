"""BPM042 boundary-event-with-arrow-in: an arrow leads to an event on the border of a step."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.event import Event
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, scope, ref, event in view.elements(Event):
        arrows = scope.incoming.get(event.id) if event.position == "boundary" else None
        if arrows:
            yield hit(ref, *(view.at(process, scope, arrow.id) for arrow in arrows), event=view.label(ref))


CHECK = Check(
    code="BPM042",
    name="boundary-event-with-arrow-in",
    kind="error",
    message=Text(
        sv="En pil leder till {event}, som sitter på kanten av ett steg. Dit kan ingen pil leda.",
        en="An arrow leads to {event}, which is on the border of a step. No arrow can lead there.",
    ),
    question=Text(
        sv="Ska pilen gå till steget som {event} sitter på, eller till det som händer efter {event}?",
        en="Is the arrow to go to the step that {event} is on, or to what happens after {event}?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="En kanthändelse sker medan steget pågår, inte för att ett annat steg är klart.",
        en="A boundary event happens while its step is under way, not because another step is done.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.5.4; BPMNspector EXT.112 (2014)",
    answers=("BPMN: arrow into boundary event",),
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <boundaryEvent id="sen" name="Två veckor har gått" attachedToRef="granska"><timerEventDefinition/></boundaryEvent>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="sen"/>
  <sequenceFlow id="f3" sourceRef="sen" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <boundaryEvent id="sen" name="Två veckor har gått" attachedToRef="granska"><timerEventDefinition/></boundaryEvent>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <sequenceFlow id="f3" sourceRef="sen" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

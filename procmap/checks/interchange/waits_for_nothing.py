"""BPM052 waits-for-nothing: an event that waits, for nothing that is said."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.event import Event
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """In a file of BPMN only: in words, what is waited for may be the name alone."""
    for process, _, ref, event in view.elements(Event):
        if event.position in ("catch", "boundary") and not event.triggers and view.is_bpmn(process.id):
            yield hit(ref, event=view.label(ref))


CHECK = Check(
    code="BPM052",
    name="waits-for-nothing",
    kind="error",
    message=Text(
        sv="{event} väntar, men det står inte på vad: inget utlöser händelsen.",
        en="{event} waits, but not said for what: nothing triggers the event.",
    ),
    question=Text(
        sv="Vad är det som händer vid {event}: ett meddelande, en tid eller något annat?",
        en="What is it that happens at {event}: a message, a time or something else?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="En händelse utan utlösare i flödet skickar, den väntar inte. Program tar inte emot filen.",
        en="An event without a trigger in the flow throws, it does not wait. Programs do not accept the file.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.5.4; BPMNspector EXT.110 (2014)",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="vanta"/>
  <intermediateCatchEvent id="vanta" name="Kompletteringen inkommer"/>
  <sequenceFlow id="f2" sourceRef="vanta" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="vanta"/>
  <intermediateCatchEvent id="vanta" name="Kompletteringen inkommer">
    <messageEventDefinition/>
  </intermediateCatchEvent>
  <sequenceFlow id="f2" sourceRef="vanta" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

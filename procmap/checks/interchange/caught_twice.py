"""BPM105 caught-twice: two events on the border of one step catch the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from procmap.checks.bpmn import TRIGGERS, WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.event import Event, Trigger
from procmap.model.knowledge import known
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        codes = {signal.id: code for signal in process.signals if (code := known(signal.code))}
        for scope in view.scopes(process):
            for host, events in scope.boundary.items():
                for event, first, trigger in _twice(events, codes) if len(events) > 1 else ():
                    at, other, step = (view.at(process, scope, id) for id in (event, first, host))
                    same = TRIGGERS[trigger.kind]
                    yield hit(
                        at, other, event=view.label(at), other=view.label(other), step=view.label(step), trigger=same
                    )


def _twice(events: Sequence[Event], codes: Mapping[str, str]) -> Iterator[tuple[str, str, Trigger]]:
    """Each event that catches what one before it catches: both ids, and what it is."""
    seen: dict[tuple[str, object], str] = {}
    for event in events:
        for trigger in event.triggers:
            if trigger.what is not None or trigger.kind in _ALL_OF_A_KIND:
                first = seen.setdefault((trigger.kind, codes.get(str(trigger.what), trigger.what)), event.id)
                if first != event.id:
                    yield event.id, first, trigger
                    break


_ALL_OF_A_KIND = ("error", "escalation", "cancel")
"""Of these, an event that does not say which catches all."""


CHECK = Check(
    code="BPM105",
    name="caught-twice",
    kind="risk",
    message=Text(
        sv="{event} och {other} på {step} väntar på samma sak: {trigger}.",
        en="{event} and {other} at {step} wait for the same thing: {trigger}.",
    ),
    question=Text(
        sv="Vad händer när det inträffar vid {step}: {event} eller {other}?",
        en="What follows when it happens at {step}: {event} or {other}?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Ingen vet vilken av vägarna som gäller, och program väljer olika.",
        en="Nobody knows which of the ways holds, and programs choose differently.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.5.4, 10.5.6",
    bad="""\
<error id="fel" name="Fel" errorCode="1"/>
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="hamta"/>
  <serviceTask id="hamta" name="Hämta uppgifter"/>
  <boundaryEvent id="stopp" name="Tjänsten svarar inte" attachedToRef="hamta">
    <errorEventDefinition errorRef="fel"/>
  </boundaryEvent>
  <boundaryEvent id="stopp2" name="Uppgifter saknas" attachedToRef="hamta">
    <errorEventDefinition errorRef="fel"/>
  </boundaryEvent>
  <sequenceFlow id="f2" sourceRef="hamta" targetRef="slut"/>
  <sequenceFlow id="f3" sourceRef="stopp" targetRef="ring"/>
  <sequenceFlow id="f4" sourceRef="stopp2" targetRef="slut"/>
  <task id="ring" name="Ring driften"/>
  <sequenceFlow id="f5" sourceRef="ring" targetRef="slut"/>
  <endEvent id="slut" name="Ärendet är avslutat"/>
</process>
""",
    good="""\
<error id="fel" name="Inget svar" errorCode="1"/>
<error id="fel2" name="Uppgifter saknas" errorCode="2"/>
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="hamta"/>
  <serviceTask id="hamta" name="Hämta uppgifter"/>
  <boundaryEvent id="stopp" name="Tjänsten svarar inte" attachedToRef="hamta">
    <errorEventDefinition errorRef="fel"/>
  </boundaryEvent>
  <boundaryEvent id="stopp2" name="Uppgifter saknas" attachedToRef="hamta">
    <errorEventDefinition errorRef="fel2"/>
  </boundaryEvent>
  <sequenceFlow id="f2" sourceRef="hamta" targetRef="slut"/>
  <sequenceFlow id="f3" sourceRef="stopp" targetRef="ring"/>
  <sequenceFlow id="f4" sourceRef="stopp2" targetRef="slut"/>
  <task id="ring" name="Ring driften"/>
  <sequenceFlow id="f5" sourceRef="ring" targetRef="slut"/>
  <endEvent id="slut" name="Ärendet är avslutat"/>
</process>
""",
    find=find,
)

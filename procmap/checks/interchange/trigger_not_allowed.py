"""BPM051 trigger-not-allowed: an event with what cannot make an event of its sort happen."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import TRIGGERS, WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.adjacency import Scope
from procmap.graph.view import View
from procmap.model.activity import SubProcess
from procmap.model.event import Event
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for _, scope, ref, event in view.elements(Event):
        sort = _sort(event, scope)
        allowed = _ALLOWED.get(sort)
        wrong = next((one.kind for one in event.triggers if allowed is not None and one.kind not in allowed), None)
        if wrong is not None:
            yield hit(ref, event=view.label(ref), trigger=TRIGGERS[wrong], sort=_SORTS[sort])


def _sort(event: Event, scope: Scope) -> str:
    """What the event is; a start within a subprocess of the flow may have no trigger at all (BPM055)."""
    if event.position == "boundary" and not event.interrupting:
        return "aside"
    if event.position != "start" or not isinstance(scope.owner, SubProcess):
        return event.position
    if scope.owner.kind != "event":
        return "inner"
    return "stopping" if event.interrupting else "aside"


_ALWAYS = frozenset({"message", "timer", "condition", "signal"})
_ALLOWED = {
    "start": _ALWAYS,
    "stopping": _ALWAYS | {"error", "escalation", "compensation"},
    "aside": _ALWAYS | {"escalation"},
    "catch": _ALWAYS | {"link"},
    "boundary": _ALWAYS | {"error", "escalation", "cancel", "compensation"},
    "throw": frozenset({"message", "signal", "escalation", "compensation", "link"}),
    "end": frozenset({"message", "signal", "error", "escalation", "cancel", "compensation", "terminate"}),
}
_SORTS = {
    "start": Text("en start", "a start"),
    "stopping": Text("starten av en händelsedelprocess", "the start of an event subprocess"),
    "aside": Text("en händelse som inte avbryter", "an event that does not interrupt"),
    "catch": Text("en händelse som väntar", "an event that waits"),
    "boundary": Text("en händelse på kanten av ett steg", "an event on the border of a step"),
    "throw": Text("en händelse som skickar", "an event that sends"),
    "end": Text("ett slut", "an end"),
}


CHECK = Check(
    code="BPM051",
    name="trigger-not-allowed",
    kind="error",
    message=Text(
        sv="{event} har {trigger}, och det kan inte stå på {sort}.",
        en="{event} has {trigger}, which cannot stand on {sort}.",
    ),
    question=Text(sv="Vad är det som händer vid {event}?", en="What is it that happens at {event}?"),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Standarden säger för varje slags händelse vad som kan utlösa den. Program tar inte emot andra.",
        en="The standard says for each sort of event what can trigger it. Programs do not accept others.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.5.2–10.5.4; BPMNspector EXT.098, EXT.110, EXT.146 (2014)",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <boundaryEvent id="sen" name="Två veckor har gått" attachedToRef="granska" cancelActivity="false">
    <errorEventDefinition/>
  </boundaryEvent>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <sequenceFlow id="f3" sourceRef="sen" targetRef="paminn"/>
  <endEvent id="paminn" name="En påminnelse är skickad"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <boundaryEvent id="sen" name="Två veckor har gått" attachedToRef="granska" cancelActivity="false">
    <timerEventDefinition/>
  </boundaryEvent>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <sequenceFlow id="f3" sourceRef="sen" targetRef="paminn"/>
  <endEvent id="paminn" name="En påminnelse är skickad"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

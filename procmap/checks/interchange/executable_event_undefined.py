"""BPM057 executable-event-undefined: a program that runs it could not tell what this event is."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import TRIGGERS, WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.event import Event
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """What sends a message may say to whom in ways of its own; what catches any signal, error or escalation may."""
    without = {
        process.id: {signal.id for signal in process.signals if signal.code is None}
        for process in view.processes
        if process.executable
    }
    for process, _, ref, event in view.elements(Event):
        if not process.executable:
            continue
        uncoded = without[process.id]
        sends = event.position in ("throw", "end")
        for trigger in event.triggers:
            needed = _SENT if sends else _AWAITED
            lacks = _LACKS[trigger.kind] if trigger.what is None and trigger.kind in needed else None
            if sends and trigger.kind in ("error", "escalation") and str(trigger.what) in uncoded:
                lacks = _CODE
            if lacks is not None:
                yield hit(ref, event=view.label(ref), trigger=TRIGGERS[trigger.kind], lacks=lacks)


_SENT = frozenset({"signal", "error", "escalation"})
_AWAITED = frozenset({"message", "timer", "condition"})
_CODE = Text("vilken kod", "which code")
_LACKS = {
    "message": Text("vilket meddelande", "which message"),
    "timer": Text("hur länge eller när", "how long or when"),
    "condition": Text("vilket villkor", "which condition"),
    "signal": Text("vilken signal", "which signal"),
    "error": Text("vilket fel", "which error"),
    "escalation": Text("vilken eskalering", "which escalation"),
}


CHECK = Check(
    code="BPM057",
    name="executable-event-undefined",
    kind="error",
    message=Text(
        sv="Processen ska köras av ett program. {event} har {trigger}, men säger inte {lacks}.",
        en="The process is to be run by a program. {event} has {trigger}, but does not say {lacks}.",
    ),
    question=Text(sv="Vad gäller vid {event}: {lacks}?", en="What holds at {event}: {lacks}?"),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Programmet läser inte namnet på händelsen, och tar inte emot processen.",
        en="The program does not read the name of the event, and does not accept the process.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.5.5; bpmnlint 11.15, conditional-event, 2026-11-23",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering" isExecutable="true">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="vanta"/>
  <intermediateCatchEvent id="vanta" name="Tre veckor går">
    <timerEventDefinition/>
  </intermediateCatchEvent>
  <sequenceFlow id="f2" sourceRef="vanta" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering" isExecutable="true">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="vanta"/>
  <intermediateCatchEvent id="vanta" name="Tre veckor går">
    <timerEventDefinition>
      <timeDuration>P21D</timeDuration>
    </timerEventDefinition>
  </intermediateCatchEvent>
  <sequenceFlow id="f2" sourceRef="vanta" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

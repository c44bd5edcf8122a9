"""BPM057 executable-event-undefined: a program that runs it could not tell what this event is."""

from __future__ import annotations

from collections.abc import Container, Iterator

from procmap.checks.bpmn import TRIGGERS, WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.event import Event, Trigger
from procmap.model.process import Process
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """What sends a message may say to whom in ways of its own; what catches any signal, error or escalation may."""
    for process in view.processes:
        if process.executable:
            bare = _bare(process)
            for ref, node in view.nodes(process):
                if isinstance(node, Event):
                    for trigger, lacks in _lacking(node, bare):
                        yield hit(ref, event=view.label(ref), trigger=TRIGGERS[trigger.kind], lacks=lacks)


def _bare(process: Process) -> set[tuple[str, str]]:
    """(kind, id) of messages and signals without a name, and of errors and escalations without a code."""
    bare = {("message", message.id) for message in process.messages if message.name is None}
    for signal in process.signals:
        if (signal.name if signal.kind == "signal" else signal.code) is None:
            bare.add((signal.kind, signal.id))
    return bare


def _lacking(event: Event, bare: Container[tuple[str, str]]) -> Iterator[tuple[Trigger, Text]]:
    """What does not say enough of what triggers an event, or of what it sends, and what it does not say."""
    sends = event.position in ("throw", "end")
    for trigger in event.triggers:
        if trigger.what is None:
            if trigger.kind in (_SENT if sends else _AWAITED):
                yield trigger, _LACKS[trigger.kind]
        elif (trigger.kind, str(trigger.what)) in bare and (sends or trigger.kind in ("message", "signal")):
            yield trigger, _BARE[trigger.kind]


_SENT = frozenset({"signal", "error", "escalation"})
_AWAITED = frozenset({"message", "timer", "condition"})
_CODE = Text("vilken kod", "which code")
_BARE = {
    "message": Text("vilket namn meddelandet har", "which name the message has"),
    "signal": Text("vilket namn signalen har", "which name the signal has"),
    "error": _CODE,
    "escalation": _CODE,
}
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

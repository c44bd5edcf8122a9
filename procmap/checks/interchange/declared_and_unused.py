"""BPM079 declared-and-unused: a message, signal, error or escalation that nothing in the file refers to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS, declared
from procmap.checks.check import Check, Hit, hit
from procmap.graph.drawn import Drawing
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.model.event import Event
from procmap.model.knowledge import known
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for drawing in view.drawings:
        spare = {part.id: ref for ref, part in declared(drawing)}
        for id in _used(view, drawing) if spare else ():
            spare.pop(str(id), None)
        if spare:
            spoken = Counter(id.decode("utf-8", "replace") for id in _VALUE.findall(drawing.data))
            for id, ref in spare.items():
                if spoken[id] < 2:
                    yield hit(ref, step=view.label(ref), asked=False)


def _used(view: View, drawing: Drawing) -> Iterator[object]:
    for process in drawing.processes:
        for _, node in view.nodes(process):
            if isinstance(node, Event):
                yield from (trigger.what for trigger in node.triggers)
            elif isinstance(node, Activity):
                yield from (node.message, *(known(node.sends) or ()))
    for collaboration in drawing.collaborations:
        yield from (flow.message for flow in collaboration.message_flows)


_VALUE = re.compile(rb'(?:(?<!name)=\s*["\']|>\s*)(?:[^"\'<>\s:]*:)?([^"\'<>\s:]+)\s*(?=["\'<])')
"""Every attribute and text of one word: whatever names an id in ways that are not read here may refer to it."""


CHECK = Check(
    code="BPM079",
    name="declared-and-unused",
    kind="ask",
    message=Text(sv="{step} finns i filen, men inget använder det.", en="{step} is in the file, but nothing uses it."),
    gathered=Text(
        sv="Det här finns i filen, men inget använder det: {steps}.",
        en="This is in the file, but nothing uses it: {steps}.",
    ),
    question=Text(
        sv="Vilken händelse eller vilket steg är det som ska använda {step}?",
        en="Which event or step is to use {step}?",
    ),
    gathered_question=Text(
        sv="Vilka händelser eller steg är det som ska använda det här: {steps}?",
        en="Which events or steps are to use this: {steps}?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Oftast är det kvar från ett steg som tagits bort, eller så saknas kopplingen till det.",
        en="Mostly it is left from a step that was taken away, or the link to it is missing.",
    ),
    source="bpmnlint 11.15, global, 2026-11-23",
    bad="""\
<message id="besked" name="Besked"/>
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="skicka"/>
  <sendTask id="skicka" name="Skicka besked"/>
  <sequenceFlow id="f2" sourceRef="skicka" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<message id="besked" name="Besked"/>
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="skicka"/>
  <sendTask id="skicka" name="Skicka besked" messageRef="besked"/>
  <sequenceFlow id="f2" sourceRef="skicka" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

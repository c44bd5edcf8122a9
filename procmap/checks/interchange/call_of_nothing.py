"""BPM068 call-of-nothing: a call that does not say which process is called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.model.activity import CallActivity
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Not in files of a program that has an element of its own for it, such as ``zeebe:calledElement``."""
    silent = {process.id for process, _, _, call in view.elements(CallActivity) if call.calls is None}
    elsewhere: set[str] = set()
    for drawing in view.drawings if silent else ():
        if _OWN.search(drawing.data):
            elsewhere.update(process.id for process in drawing.processes)
    for process, _, ref, call in view.elements(CallActivity):
        if call.calls is None and view.is_bpmn(process.id) and process.id not in elsewhere:
            yield hit(ref.of("calls"), ref, step=view.label(ref), asked=False)


_OWN = re.compile(rb"<[\w.-]+:calledElement\b|\bcaseRef\s*=")


CHECK = Check(
    code="BPM068",
    name="call-of-nothing",
    kind="gap",
    message=Text(
        sv="Det står inte vilken process som {step} anropar.",
        en="It does not say which process {step} calls.",
    ),
    gathered=Text(
        sv="Det står inte vilken process de här stegen anropar: {steps}.",
        en="It does not say which processes these steps call: {steps}.",
    ),
    question=Text(
        sv="Var finns processen som {step} anropar beskriven?",
        en="Where is the process that {step} calls described?",
    ),
    gathered_question=Text(
        sv="Var finns processerna som de här stegen anropar beskrivna: {steps}?",
        en="Where are the processes that these steps call described: {steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Den som läser ser ett steg med en process bakom, men hittar den inte.",
        en="Whoever reads sees a step with a process behind it, and does not find that.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.3.6",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="anropa"/>
  <callActivity id="anropa" name="Handlägg anmälan"/>
  <sequenceFlow id="f2" sourceRef="anropa" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="anropa"/>
  <callActivity id="anropa" name="Handlägg anmälan" calledElement="handlagg"/>
  <sequenceFlow id="f2" sourceRef="anropa" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
<process id="handlagg" name="Handläggning">
  <startEvent id="borja" name="Anmälan är fördelad"/>
  <sequenceFlow id="g1" sourceRef="borja" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="g2" sourceRef="granska" targetRef="granskad"/>
  <endEvent id="granskad" name="Anmälan är granskad"/>
</process>
""",
    find=find,
)

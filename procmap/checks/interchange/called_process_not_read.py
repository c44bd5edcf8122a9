"""BPM102 called-process-not-read: a process that is called is in none of the files that were read."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS
from procmap.graph.labels import quoted
from procmap.graph.view import View
from procmap.model.activity import CallActivity
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """In a file of BPMN only; not what a program works out while it runs, nor an address."""
    there = {process.id for process in view.processes}
    beside = {process.id: drawing for drawing in view.drawings for process in drawing.processes}
    for process, _, ref, call in view.elements(CallActivity):
        called = call.calls
        if not isinstance(called, str) or called in there or not view.is_bpmn(process.id):
            continue
        if process.id in beside and called in beside[process.id].things:  # it cannot be called, which is said (BPM012)
            continue
        is_task = any(task.id == called for task in process.global_tasks)
        if not is_task and not any(sign in called for sign in "${}:/#="):
            yield hit(ref.of("calls"), ref, step=view.label(ref), process=quoted(called), asked=False)


CHECK = Check(
    code="BPM102",
    name="called-process-not-read",
    kind="ask",
    message=Text(
        sv="{step} anropar {process}, som inte finns bland de filer som lästes.",
        en="{step} calls {process}, which is not among the files that were read.",
    ),
    gathered=Text(
        sv="De här anropar processer som inte finns bland de filer som lästes: {steps}.",
        en="These call processes that are not among the files that were read: {steps}.",
    ),
    question=Text(
        sv="I vilken fil finns processen som {step} anropar?",
        en="In which file is the process that {step} calls?",
    ),
    gathered_question=Text(
        sv="I vilka filer finns processerna som de här anropar: {steps}?",
        en="In which files are the processes that these call: {steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Vad som händer där är inte kontrollerat. Ge hela mappen, så följs anropen från fil till fil.",
        en="What happens there is not checked. Give the whole folder, and calls are followed from file to file.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.3.6",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="anropa"/>
  <callActivity id="anropa" name="Handlägg anmälan" calledElement="handlagg"/>
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

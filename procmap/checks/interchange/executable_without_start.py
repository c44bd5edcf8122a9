"""BPM069 executable-without-start: a process that a program is to run, and that nothing starts."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.activity import Activity, CallActivity
from procmap.model.knowledge import known
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    called = {known(call.calls) for _, _, _, call in view.elements(CallActivity)}
    for process in view.processes:
        if process.executable and process.id not in called:
            scope = view.scopes(process)[0]
            begins = scope.starts or any(getattr(node, "instantiates", False) for node in scope.nodes.values())
            if not begins and any(isinstance(node, Activity) for node in scope.nodes.values()):
                where = Ref(process.id)
                yield hit(where, process=view.label(where))


CHECK = Check(
    code="BPM069",
    name="executable-without-start",
    kind="risk",
    message=Text(
        sv="{process} ska köras av ett program, men har ingen start.",
        en="{process} is to be run by a program, but has no start.",
    ),
    question=Text(sv="Vad är det som sätter i gång {process}?", en="What sets {process} going?"),
    role=WHO_DRAWS,
    rationale=Text(
        sv="De flesta program kan inte köra en process som inte har någon start.",
        en="Most programs cannot run a process that has no start.",
    ),
    source="bpmnlint 11.15, start-event-required, 2026-11-23",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering" isExecutable="true">
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f1" sourceRef="granska" targetRef="registrera"/>
  <task id="registrera" name="Registrera anmälan"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering" isExecutable="true">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f0" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f1" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

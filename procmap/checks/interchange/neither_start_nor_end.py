"""BPM089 neither-start-nor-end: a process in which neither a start nor an end is drawn."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """One that a program is to run says so itself (BPM069)."""
    for process in view.processes:
        if not view.is_bpmn(process.id) or process.executable:
            continue
        scope = view.scopes(process)[0]
        begins = scope.starts or any(getattr(node, "instantiates", False) for node in scope.nodes.values())
        if not begins and not scope.ends and any(isinstance(node, Activity) for node in scope.nodes.values()):
            where = Ref(process.id)
            yield hit(where, process=view.label(where))


CHECK = Check(
    code="BPM089",
    name="neither-start-nor-end",
    kind="ask",
    message=Text(
        sv="I {process} är varken start eller slut utritat.",
        en="In {process} neither a start nor an end is drawn.",
    ),
    question=Text(
        sv="Vad sätter i gång {process}, och när är ett ärende klart?",
        en="What sets {process} going, and when is a case done?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Standarden tillåter det, men ingen ser vad som kommer in och vad som blir resultatet.",
        en="The standard allows it, but nobody sees what comes in and what comes of it.",
    ),
    source="bpmnlint 11.15, start-event-required, 2026-11-23",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f1" sourceRef="granska" targetRef="registrera"/>
  <task id="registrera" name="Registrera anmälan"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

"""BPM082 start-or-end-missing: starts are drawn and no end, or ends and no start."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.activity import SubProcess
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """In a file of BPMN only: the standard asks for both or neither. One that never ends says so itself (FLW003)."""
    for process in view.processes:
        for scope in view.scopes(process) if view.is_bpmn(process.id) else ():
            kind = scope.owner.kind if isinstance(scope.owner, SubProcess) else None
            begins = scope.starts or any(getattr(node, "instantiates", False) for node in scope.nodes.values())
            if kind == "ad_hoc" or bool(begins) == bool(scope.ends):
                continue
            if not begins and kind == "event":
                continue
            if begins and scope.finishing.isdisjoint(scope.entries):
                continue
            where = view.at(process, scope)
            yield hit(where, scope=view.label(where), fault=_NO_END if begins else _NO_START)


_NO_END = Text("har en start men inget slut", "has a start but no end")
_NO_START = Text("har ett slut men ingen start", "has an end but no start")


CHECK = Check(
    code="BPM082",
    name="start-or-end-missing",
    kind="error",
    message=Text(sv="{scope} {fault}.", en="{scope} {fault}."),
    question=Text(
        sv="Hur börjar {scope}, och när är ett ärende klart där?",
        en="How does {scope} begin, and when is a case done there?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Standarden kräver båda eller ingen av dem. Den som läser undrar om något fallit bort.",
        en="The standard asks for both or neither. Whoever reads wonders whether something got lost.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.5.2, 10.5.3; bpmnlint 11.15, end-event-required, 2026-11-23",
    follows_arrows=True,
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
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

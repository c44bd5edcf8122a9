"""BPM088 stands-alone: no arrow leads to an element, and none from it, beside others that are joined."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import performer
from procmap.graph.view import View
from procmap.model.activity import SubProcess
from procmap.model.element import Element
from procmap.model.event import Event
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Where a start is drawn, what no way leads to is said elsewhere (FLW001, FLW004); so is a start (FLW002)."""
    for process, scope, ref, node in view.elements(Element):
        if scope.starts or not scope.outgoing or not view.is_bpmn(process.id):
            continue
        if isinstance(scope.owner, SubProcess) and scope.owner.kind == "ad_hoc":
            continue
        if node.id in scope.outgoing or node.id in scope.incoming or node.id in scope.apart:
            continue
        if not isinstance(node, Event) or (node.position not in ("start", "boundary") and node.id not in scope.links):
            role = performer(view, process, ref.element or "")
            yield hit(ref, step=view.label(ref), role=role)


CHECK = Check(
    code="BPM088",
    name="stands-alone",
    kind="risk",
    message=Text(sv="Ingen pil leder till {step} eller därifrån.", en="No arrow leads to {step} or from there."),
    question=Text(
        sv="Vad kommer före {step}, och vad händer sedan?",
        en="What comes before {step}, and what happens then?",
    ),
    role=Text(sv="den som gör {step}", en="whoever does {step}"),
    rationale=Text(
        sv="Enligt standarden börjar det när processen börjar. Oftast har en pil lossnat.",
        en="By the standard it begins when the process begins. Mostly an arrow has come loose.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.5.2; bpmnlint 11.15, no-disconnected, 2026-11-23",
    follows_arrows=True,
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="handlagg"/>
  <subProcess id="handlagg" name="Handlägg anmälan">
    <task id="granska" name="Granska anmälan"/>
    <sequenceFlow id="g1" sourceRef="granska" targetRef="fort"/>
    <intermediateThrowEvent id="fort" name="Anmälan är registrerad"/>
    <intermediateThrowEvent id="besked" name="Besked är skickat"/>
  </subProcess>
  <sequenceFlow id="f2" sourceRef="handlagg" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="handlagg"/>
  <subProcess id="handlagg" name="Handlägg anmälan">
    <task id="granska" name="Granska anmälan"/>
    <sequenceFlow id="g1" sourceRef="granska" targetRef="fort"/>
    <intermediateThrowEvent id="fort" name="Anmälan är registrerad"/>
  </subProcess>
  <sequenceFlow id="f2" sourceRef="handlagg" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

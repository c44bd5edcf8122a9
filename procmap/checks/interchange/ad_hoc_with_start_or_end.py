"""BPM064 ad-hoc-with-start-or-end: work in any order, with a start or an end."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.activity import SubProcess
from procmap.model.event import Event
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for _, _, ref, sub in view.elements(SubProcess):
        if sub.kind != "ad_hoc":
            continue
        for node in sub.nodes:
            if isinstance(node, Event) and node.position in ("start", "end"):
                at = ref._replace(element=f"{ref.element}/{node.id}")
                yield hit(at, ref, event=view.label(at), step=view.label(ref))


CHECK = Check(
    code="BPM064",
    name="ad-hoc-with-start-or-end",
    kind="error",
    message=Text(
        sv="I {step} görs stegen i valfri ordning. Där kan {event} inte stå.",
        en="In {step} the steps are done in any order, so that {event} cannot stand there.",
    ),
    question=Text(sv="Görs stegen i {step} i en viss ordning?", en="Are the steps in {step} done in a certain order?"),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Där allt kan göras när som helst finns ingen början och inget slut. Program tar inte emot filen.",
        en="Where all can be done at any time there is no beginning and no end. Programs do not accept the file.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.3.5; bpmnlint 11.15, ad-hoc-sub-process, 2026-11-23",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="utred"/>
  <adHocSubProcess id="utred" name="Utred">
    <startEvent id="borja" name="Ärendet är fördelat"/>
    <sequenceFlow id="g1" sourceRef="borja" targetRef="granska"/>
    <task id="granska" name="Granska anmälan"/>
  </adHocSubProcess>
  <sequenceFlow id="f2" sourceRef="utred" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="utred"/>
  <adHocSubProcess id="utred" name="Utred">
    <task id="granska" name="Granska anmälan"/>
    <task id="registrera" name="Registrera anmälan"/>
  </adHocSubProcess>
  <sequenceFlow id="f2" sourceRef="utred" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

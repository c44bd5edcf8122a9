"""BPM053 event-subprocess-in-the-flow: an arrow leads to or from a subprocess that an event starts."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.activity import SubProcess
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, scope, ref, sub in view.elements(SubProcess):
        if sub.kind == "event":
            arrows = (*scope.incoming.get(sub.id, ()), *scope.outgoing.get(sub.id, ()))
            if arrows:
                yield hit(ref, *(view.at(process, scope, arrow.id) for arrow in arrows), step=view.label(ref))


CHECK = Check(
    code="BPM053",
    name="event-subprocess-in-the-flow",
    kind="error",
    message=Text(
        sv="{step} sätts i gång av en händelse, men en pil leder dit eller därifrån.",
        en="{step} is started by an event, but an arrow leads there or from there.",
    ),
    question=Text(
        sv="Görs {step} som ett steg i flödet, eller när något händer medan arbetet pågår?",
        en="Is {step} done as a step of the flow, or when something happens while the work is under way?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Det som en händelse sätter i gång står vid sidan av flödet. Program tar inte emot pilar dit.",
        en="What an event starts stands beside the flow. Programs do not accept arrows there.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.3.5; BPMNspector EXT.057 (2014)",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <sequenceFlow id="f3" sourceRef="aterkallar" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
  <subProcess id="aterkallar" name="Om sökanden återkallar" triggeredByEvent="true">
    <startEvent id="aterkallelse" name="Återkallelse inkommer">
      <messageEventDefinition/>
    </startEvent>
    <sequenceFlow id="g1" sourceRef="aterkallelse" targetRef="avskrivet"/>
    <endEvent id="avskrivet" name="Ärendet är avskrivet"/>
  </subProcess>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
  <subProcess id="aterkallar" name="Om sökanden återkallar" triggeredByEvent="true">
    <startEvent id="aterkallelse" name="Återkallelse inkommer">
      <messageEventDefinition/>
    </startEvent>
    <sequenceFlow id="g1" sourceRef="aterkallelse" targetRef="avskrivet"/>
    <endEvent id="avskrivet" name="Ärendet är avskrivet"/>
  </subProcess>
</process>
""",
    find=find,
)

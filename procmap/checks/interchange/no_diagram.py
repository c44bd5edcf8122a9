"""BPM091 no-diagram: a file without a picture, which most programs that draw cannot show."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for drawing in view.drawings:
        drawn = any(diagram.shapes or diagram.routes for diagram in drawing.diagrams)
        if not drawn and any(process.nodes for process in drawing.processes):
            where = Ref(next(process.id for process in drawing.processes if process.nodes))
            yield hit(where, process=view.label(where))


CHECK = Check(
    code="BPM091",
    name="no-diagram",
    kind="ask",
    message=Text(
        sv="Filen med {process} har ingen bild av processen.",
        en="The file with {process} has no picture of the process.",
    ),
    question=Text(
        sv="Ska {process} kunna öppnas och ritas vidare i ett annat program?",
        en="Is {process} to be opened and drawn on in another program?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Program som kör processen behöver ingen bild, men de flesta som ritar visar då en tom sida. procmap draw "
        "ritar den ändå.",
        en="Programs that run the process need no picture, but most of those that draw show an empty page then. "
        "procmap draw draws it all the same.",
    ),
    source="bpmnlint 11.15, no-bpmndi, 2026-11-23",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
<di:BPMNDiagram id="bild"/>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
<di:BPMNDiagram id="bild">
  <di:BPMNPlane id="yta" bpmnElement="livsmedel">
    <di:BPMNShape id="s_start" bpmnElement="start">
      <dc:Bounds x="50" y="22" width="36" height="36"/>
    </di:BPMNShape>
    <di:BPMNShape id="s_granska" bpmnElement="granska">
      <dc:Bounds x="150" y="0" width="100" height="80"/>
    </di:BPMNShape>
    <di:BPMNShape id="s_slut" bpmnElement="slut">
      <dc:Bounds x="330" y="22" width="36" height="36"/>
    </di:BPMNShape>
    <di:BPMNEdge id="l_f1" bpmnElement="f1">
      <dd:waypoint x="86" y="40"/>
      <dd:waypoint x="150" y="40"/>
    </di:BPMNEdge>
    <di:BPMNEdge id="l_f2" bpmnElement="f2">
      <dd:waypoint x="250" y="40"/>
      <dd:waypoint x="330" y="40"/>
    </di:BPMNEdge>
  </di:BPMNPlane>
</di:BPMNDiagram>
""",
    find=find,
)

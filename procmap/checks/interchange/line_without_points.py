"""BPM093 line-without-points: a line in the picture with fewer than two points."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS, briefly
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    label = briefly(view)
    for drawing in view.drawings:
        for diagram in drawing.diagrams:
            for id, route in diagram.routes.items():
                if len(route.points) < 2 and (thing := drawing.things.get(id)) is not None:
                    yield hit(thing.shown_in(diagram), step=label(thing.ref), asked=False)


CHECK = Check(
    code="BPM093",
    name="line-without-points",
    kind="error",
    message=Text(
        sv="På bilden har {step} färre än två punkter, så ingen linje kan dras.",
        en="In the picture {step} has fewer than two points, so that no line can be drawn.",
    ),
    gathered=Text(
        sv="På bilden har de här färre än två punkter, så inga linjer kan dras: {steps}.",
        en="In the picture these have fewer than two points, so that no lines can be drawn: {steps}.",
    ),
    question=Text(sv="Hur ska {step} dras på bilden?", en="How is {step} to be drawn in the picture?"),
    gathered_question=Text(
        sv="Hur ska de här dras på bilden: {steps}?",
        en="How are these to be drawn in the picture: {steps}?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Program som ritar visar ingen pil, eller tar inte emot filen.",
        en="Programs that draw show no arrow, or do not accept the file.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 12.2; OMG, Diagram Definition 1.1 (2015-06)",
    bad="""\
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
    </di:BPMNEdge>
    <di:BPMNEdge id="l_f2" bpmnElement="f2">
      <dd:waypoint x="250" y="40"/>
      <dd:waypoint x="330" y="40"/>
    </di:BPMNEdge>
  </di:BPMNPlane>
</di:BPMNDiagram>
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

"""BPM106 drawn-as-something-else: something is drawn as a shape, a line or a whole picture, and is of another sort."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS, briefly
from procmap.checks.check import Check, Hit, hit
from procmap.geometry import Diagram
from procmap.graph.drawn import Drawing
from procmap.graph.view import View
from procmap.model.activity import SubProcess
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    label = briefly(view)
    for drawing in view.drawings:
        for diagram in drawing.diagrams:
            for ref, place in _misdrawn(drawing, diagram):
                yield hit(place, step=label(ref), asked=False)


def _misdrawn(drawing: Drawing, diagram: Diagram) -> Iterator[tuple[Ref, Ref]]:
    """What is drawn as what it is not, and where that stands."""
    documents = [process.id for process in drawing.processes] + [each.id for each in drawing.collaborations]
    for id in documents:
        if id in diagram.shapes:
            yield Ref(id), Ref(id)
    for id in diagram.shapes:
        if (thing := drawing.things.get(id)) is not None and thing.sort in _LINES:
            yield thing.ref, thing.shown_in(diagram)
    for id in diagram.routes:
        if (thing := drawing.things.get(id)) is not None and thing.sort not in _LINES:
            yield thing.ref, thing.shown_in(diagram)
    thing = drawing.things.get(diagram.plane)
    if thing is not None and not isinstance(thing.part, SubProcess):
        yield thing.ref, thing.ref


_LINES = frozenset({"flow", "message_flow", "association"})


CHECK = Check(
    code="BPM106",
    name="drawn-as-something-else",
    kind="error",
    message=Text(
        sv="På bilden har {step} fel form: steg ska vara figurer, och pilar linjer.",
        en="In the picture {step} has the wrong form: steps shall be shapes, and arrows lines.",
    ),
    gathered=Text(
        sv="På bilden har de här fel form: {steps}. Steg ska vara figurer, och pilar linjer.",
        en="In the picture these have the wrong form: {steps}. Steps shall be shapes, and arrows lines.",
    ),
    question=Text(
        sv="Ska {step} vara en figur, en linje eller en hel bild?",
        en="Is {step} to be a shape, a line or a whole picture?",
    ),
    gathered_question=Text(
        sv="Vad ska var och en av dem vara, en figur, en linje eller en hel bild: {steps}?",
        en="What is each of them to be, a shape, a line or a whole picture: {steps}?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Steg är figurer (BPMNShape), pilar är linjer (BPMNEdge), och bara processer, samarbeten och "
        "delprocesser har en bild (BPMNPlane). Annat visar programmen inte.",
        en="Steps are shapes (BPMNShape), arrows are lines (BPMNEdge), and only processes, collaborations and "
        "subprocesses have a picture (BPMNPlane). Anything else programs do not show.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 12.2",
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
    <di:BPMNShape id="s_f1" bpmnElement="f1">
      <dc:Bounds x="100" y="30" width="20" height="20"/>
    </di:BPMNShape>
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

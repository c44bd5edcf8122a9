"""BPM092 impossible-size: a shape, a line or words that no program can draw: no size, or no place."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

from procmap.checks.bpmn import WHO_DRAWS, briefly
from procmap.checks.check import Check, Hit, hit
from procmap.geometry import Bounds
from procmap.graph.neighbourhood import is_sound
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    label = briefly(view)
    for drawing in view.drawings:
        for diagram in drawing.diagrams:
            faulty = [id for id, bounds in diagram.shapes.items() if not is_sound(bounds)]
            faulty += [
                id
                for id, route in diagram.routes.items()
                if not all(isfinite(number) for point in route.points for number in point)
            ]
            faulty += [id for id, bounds in diagram.labels.items() if id not in faulty and not _has_a_place(bounds)]
            for id in faulty:
                if (thing := drawing.things.get(id)) is not None:
                    yield hit(thing.shown_in(diagram), step=label(thing.ref), asked=False)


def _has_a_place(bounds: Bounds) -> bool:
    """Whether words can be put there; programs measure them anew, so that many write no size."""
    return all(map(isfinite, bounds))


CHECK = Check(
    code="BPM092",
    name="impossible-size",
    kind="error",
    message=Text(
        sv="På bilden har {step} ingen plats eller ingen storlek: ett tal saknas, är noll eller negativt, eller är "
        "inget tal.",
        en="In the picture {step} has no place or no size: a number is missing, zero or negative, or is no number.",
    ),
    gathered=Text(
        sv="På bilden har de här ingen plats eller ingen storlek: {steps}.",
        en="In the picture these have no place or no size: {steps}.",
    ),
    question=Text(sv="Var på bilden ska {step} stå?", en="Where in the picture is {step} to stand?"),
    gathered_question=Text(
        sv="Var på bilden ska de här stå: {steps}?",
        en="Where in the picture are these to stand: {steps}?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Program som ritar visar inget där, eller tar inte emot filen.",
        en="Programs that draw show nothing there, or do not accept the file.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 12.2; OMG, Diagram Definition 1.1 (2015-06)",
    answers=("BPMN: impossible size",),
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
      <dc:Bounds x="150" y="0" width="0" height="-80"/>
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

"""BPM094 line-does-not-reach: a line in the picture does not touch what it joins."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot, isfinite

from procmap.checks.bpmn import WHO_DRAWS, briefly
from procmap.checks.check import Check, Hit, hit
from procmap.geometry import Bounds, Diagram, Point
from procmap.graph.drawn import Drawing, Thing
from procmap.graph.neighbourhood import is_sound
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    label, most = briefly(view), view.thresholds["line-does-not-reach"]
    for drawing in view.drawings:
        for diagram in drawing.diagrams:
            for thing in _loose(drawing, diagram, most):
                yield hit(thing.shown_in(diagram), step=label(thing.ref), asked=False)


def _loose(drawing: Drawing, diagram: Diagram, most: float) -> Iterator[Thing]:
    """The lines with an end farther from its shape than that; whose ends are not shown in the diagram count as well."""
    shapes = diagram.shapes
    for id, route in diagram.routes.items():
        thing = drawing.things.get(id)
        if thing is None or len(route.points) < 2:
            continue
        for point, end in zip((route.points[0], route.points[-1]), thing.ends, strict=True):
            bounds = shapes.get(end)
            if bounds is not None and is_sound(bounds) and all(map(isfinite, point)) and _far(point, bounds) > most:
                yield thing
                break


def _far(point: Point, bounds: Bounds) -> float:
    """How far a point is from a rectangle, in px; zero within it."""
    return hypot(
        max(bounds.x - point.x, 0, point.x - bounds.right), max(bounds.y - point.y, 0, point.y - bounds.bottom)
    )


CHECK = Check(
    code="BPM094",
    name="line-does-not-reach",
    kind="risk",
    message=Text(
        sv="På bilden når {step} inte fram till det som linjen binder ihop.",
        en="In the picture {step} does not reach what the line joins.",
    ),
    gathered=Text(
        sv="På bilden når de här linjerna inte fram till det som de binder ihop: {steps}.",
        en="In the picture these lines do not reach what they join: {steps}.",
    ),
    question=Text(
        sv="Var på bilden ska {step} börja och sluta?",
        en="Where in the picture is {step} to begin and end?",
    ),
    gathered_question=Text(
        sv="Var på bilden ska de här linjerna börja och sluta: {steps}?",
        en="Where in the picture are these lines to begin and end: {steps}?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Den som ser bilden ser en annan process än den som står i filen.",
        en="Whoever looks at the picture sees another process than the one in the file.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 12.2",
    thresholds={"line-does-not-reach": 10},
    answers=("BPMN: edge does not touch",),
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
      <dd:waypoint x="150" y="40"/>
    </di:BPMNEdge>
    <di:BPMNEdge id="l_f2" bpmnElement="f2">
      <dd:waypoint x="250" y="40"/>
      <dd:waypoint x="290" y="40"/>
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

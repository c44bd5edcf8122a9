"""BPM097 lies-on-line: a line in the picture goes right through an element that it does not join."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import isfinite

from procmap.checks.bpmn import WHO_DRAWS, briefly
from procmap.checks.check import Check, Hit, hit
from procmap.geometry import Bounds, Diagram
from procmap.graph.drawn import Drawing, Thing
from procmap.graph.neighbourhood import Neighbourhood, crosses, is_sound
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    label, through = briefly(view), briefly(view)
    for drawing in view.drawings:
        for diagram in drawing.diagrams:
            for thing, line in _crossed(drawing, diagram):
                place, way = thing.shown_in(diagram), line.shown_in(diagram)
                yield hit(place, way, step=label(thing.ref), way=through(line.ref), asked=False)


def _crossed(drawing: Drawing, diagram: Diagram) -> Iterator[tuple[Thing, Thing]]:
    """The elements with an arrow through them, among those that stand beside the arrow's own ends; each once."""
    groups: dict[str, dict[str, Bounds]] = {}
    for id, bounds in diagram.shapes.items():
        thing = drawing.things.get(id)
        if thing is not None and thing.sort == "node" and is_sound(bounds):
            groups.setdefault(thing.around, {})[id] = bounds
    near = {around: Neighbourhood(shapes) for around, shapes in groups.items()}
    seen: set[str] = set()
    for id, route in diagram.routes.items():
        line = drawing.things.get(id)
        if line is None or line.sort != "flow" or line.around not in near:
            continue
        joined = [at for end in line.ends if (at := drawing.things.get(end)) is not None]
        ends = {*line.ends, *(at.host for at in joined if at.host is not None)}
        shapes = [shape for end in line.ends if (shape := diagram.shapes.get(end)) is not None]
        for start, end in pairwise(route.points):
            if not (isfinite(start.x) and isfinite(start.y) and isfinite(end.x) and isfinite(end.y)):
                continue
            for other in near[line.around].on_line(start, end, besides=ends):
                thing, bounds = drawing.things[other], diagram.shapes[other]
                if other in seen or thing.host in ends or any(map(bounds.holds, shapes)):
                    continue
                round_off = 0 if isinstance(thing.part, Activity) else min(bounds.width, bounds.height) / 4
                if crosses(start, end, bounds.grown(-max(_MARGIN, round_off))):
                    seen.add(other)
                    yield thing, line


_MARGIN = 4
"""So far inside the edge of a shape a line has to go, px; farther in the corners of what is round or slanted."""


CHECK = Check(
    code="BPM097",
    name="lies-on-line",
    kind="risk",
    message=Text(sv="På bilden går {way} rakt genom {step}.", en="In the picture {way} goes right through {step}."),
    gathered=Text(
        sv="På bilden går pilar rakt genom de här, utan att höra dit: {steps}.",
        en="In the picture arrows go right through these, without belonging there: {steps}.",
    ),
    question=Text(
        sv="Hör {step} till den vägen, eller kan pilen dras vid sidan av?",
        en="Does {step} belong to that way, or can the arrow be drawn beside it?",
    ),
    gathered_question=Text(
        sv="Hör de här till de vägarna, eller kan pilarna dras vid sidan av: {steps}?",
        en="Do these belong to those ways, or can the arrows be drawn beside them: {steps}?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Den som ser bilden tror att ärendet går dit.",
        en="Whoever looks at the picture believes that the case goes there.",
    ),
    source="procmap, 2026-11-23",
    answers=("BPMN: element on a flow",),
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="val"/>
  <exclusiveGateway id="val" name="Är anmälan komplett?"/>
  <sequenceFlow id="f2" sourceRef="val" targetRef="granska" name="ja"/>
  <sequenceFlow id="f3" sourceRef="val" targetRef="slut" name="nej"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f4" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
<di:BPMNDiagram id="bild">
  <di:BPMNPlane id="yta" bpmnElement="livsmedel">
    <di:BPMNShape id="s_start" bpmnElement="start">
      <dc:Bounds x="0" y="22" width="36" height="36"/>
    </di:BPMNShape>
    <di:BPMNShape id="s_val" bpmnElement="val">
      <dc:Bounds x="70" y="15" width="50" height="50"/>
    </di:BPMNShape>
    <di:BPMNShape id="s_granska" bpmnElement="granska">
      <dc:Bounds x="150" y="0" width="100" height="80"/>
    </di:BPMNShape>
    <di:BPMNShape id="s_slut" bpmnElement="slut">
      <dc:Bounds x="300" y="22" width="36" height="36"/>
    </di:BPMNShape>
    <di:BPMNEdge id="l_f1" bpmnElement="f1">
      <dd:waypoint x="36" y="40"/>
      <dd:waypoint x="70" y="40"/>
    </di:BPMNEdge>
    <di:BPMNEdge id="l_f2" bpmnElement="f2">
      <dd:waypoint x="120" y="40"/>
      <dd:waypoint x="150" y="40"/>
    </di:BPMNEdge>
    <di:BPMNEdge id="l_f3" bpmnElement="f3">
      <dd:waypoint x="95" y="65"/>
      <dd:waypoint x="95" y="70"/>
      <dd:waypoint x="318" y="70"/>
      <dd:waypoint x="318" y="58"/>
    </di:BPMNEdge>
    <di:BPMNEdge id="l_f4" bpmnElement="f4">
      <dd:waypoint x="250" y="40"/>
      <dd:waypoint x="300" y="40"/>
    </di:BPMNEdge>
  </di:BPMNPlane>
</di:BPMNDiagram>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="val"/>
  <exclusiveGateway id="val" name="Är anmälan komplett?"/>
  <sequenceFlow id="f2" sourceRef="val" targetRef="granska" name="ja"/>
  <sequenceFlow id="f3" sourceRef="val" targetRef="slut" name="nej"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f4" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
<di:BPMNDiagram id="bild">
  <di:BPMNPlane id="yta" bpmnElement="livsmedel">
    <di:BPMNShape id="s_start" bpmnElement="start">
      <dc:Bounds x="0" y="22" width="36" height="36"/>
    </di:BPMNShape>
    <di:BPMNShape id="s_val" bpmnElement="val">
      <dc:Bounds x="70" y="15" width="50" height="50"/>
    </di:BPMNShape>
    <di:BPMNShape id="s_granska" bpmnElement="granska">
      <dc:Bounds x="150" y="0" width="100" height="80"/>
    </di:BPMNShape>
    <di:BPMNShape id="s_slut" bpmnElement="slut">
      <dc:Bounds x="300" y="22" width="36" height="36"/>
    </di:BPMNShape>
    <di:BPMNEdge id="l_f1" bpmnElement="f1">
      <dd:waypoint x="36" y="40"/>
      <dd:waypoint x="70" y="40"/>
    </di:BPMNEdge>
    <di:BPMNEdge id="l_f2" bpmnElement="f2">
      <dd:waypoint x="120" y="40"/>
      <dd:waypoint x="150" y="40"/>
    </di:BPMNEdge>
    <di:BPMNEdge id="l_f3" bpmnElement="f3">
      <dd:waypoint x="95" y="65"/>
      <dd:waypoint x="95" y="110"/>
      <dd:waypoint x="318" y="110"/>
      <dd:waypoint x="318" y="58"/>
    </di:BPMNEdge>
    <di:BPMNEdge id="l_f4" bpmnElement="f4">
      <dd:waypoint x="250" y="40"/>
      <dd:waypoint x="300" y="40"/>
    </di:BPMNEdge>
  </di:BPMNPlane>
</di:BPMNDiagram>
""",
    find=find,
)

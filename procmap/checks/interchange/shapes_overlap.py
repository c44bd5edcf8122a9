"""BPM096 shapes-overlap: one shape in the picture lies upon another."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS, briefly
from procmap.checks.check import Check, Hit, hit
from procmap.geometry import Bounds, Diagram
from procmap.graph.drawn import Drawing, Thing
from procmap.graph.neighbourhood import Neighbourhood, is_sound
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    label, beneath = briefly(view), briefly(view)
    for drawing in view.drawings:
        for diagram in drawing.diagrams:
            for thing, other in _overlapping(drawing, diagram):
                place, under = thing.shown_in(diagram), other.shown_in(diagram)
                yield hit(place, under, step=label(thing.ref), other=beneath(other.ref), asked=False)


def _overlapping(drawing: Drawing, diagram: Diagram) -> Iterator[tuple[Thing, Thing]]:
    """Each shape with one before it that it lies upon, of those beside it: not what is around it."""
    groups: dict[tuple[str, object], dict[str, Bounds]] = {}
    for id, bounds in diagram.shapes.items():
        thing = drawing.things.get(id)
        if thing is not None and thing.sort in _SORTS and is_sound(bounds):
            beside = getattr(thing.part, "parent", None) if thing.sort == "lane" else thing.around
            groups.setdefault((_SORTS[thing.sort], beside), {})[id] = bounds
    for shapes in groups.values():

        def belong(id: str, other: str) -> bool:
            return drawing.things[id].host == other or drawing.things[other].host == id

        for id, other in Neighbourhood(shapes).overlapping(_SLACK, belong).items():
            yield drawing.things[id], drawing.things[other]


_SLACK = 2
"""Shapes may touch, px."""
_SORTS = {"node": "node", "data": "node", "pool": "pool", "lane": "lane"}
"""What is held against what."""


CHECK = Check(
    code="BPM096",
    name="shapes-overlap",
    kind="risk",
    message=Text(sv="På bilden ligger {step} ovanpå {other}.", en="In the picture {step} lies upon {other}."),
    gathered=Text(
        sv="På bilden ligger de här ovanpå något annat: {steps}.",
        en="In the picture these lie upon something else: {steps}.",
    ),
    question=Text(sv="Var på bilden ska {step} stå?", en="Where in the picture is {step} to stand?"),
    gathered_question=Text(
        sv="Var på bilden ska de här stå: {steps}?",
        en="Where in the picture are these to stand: {steps}?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Det som ligger under syns inte, och kan ha blivit kvar av misstag.",
        en="What lies beneath is not seen, and may have been left by mistake.",
    ),
    source="bpmnlint 11.15, no-overlapping-elements, 2026-11-23",
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
      <dc:Bounds x="230" y="22" width="36" height="36"/>
    </di:BPMNShape>
    <di:BPMNEdge id="l_f1" bpmnElement="f1">
      <dd:waypoint x="86" y="40"/>
      <dd:waypoint x="150" y="40"/>
    </di:BPMNEdge>
    <di:BPMNEdge id="l_f2" bpmnElement="f2">
      <dd:waypoint x="250" y="40"/>
      <dd:waypoint x="248" y="40"/>
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

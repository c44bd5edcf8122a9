"""BPM099 drawn-in-other-lane: an element is drawn in another lane than the one it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS, briefly
from procmap.checks.check import Check, Hit, hit
from procmap.geometry import Bounds, Diagram
from procmap.graph.neighbourhood import Neighbourhood, is_sound
from procmap.graph.view import View
from procmap.model.event import Event
from procmap.model.process import Process
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    label = briefly(view)
    for drawing in view.drawings:
        for process in drawing.processes:
            for diagram in drawing.diagrams if process.lanes else ():
                for id, lane, other in _moved(process, diagram):
                    ref = Ref(process.id, id)
                    own, drawn = (Ref(process.id, f"lanes/{each}") for each in (lane, other))
                    words = {"lane": view.label(own), "other": view.label(drawn), "step": label(ref)}
                    yield hit(ref.of("diagram", diagram.id), own, drawn, asked=False, **words)


def _moved(process: Process, diagram: Diagram) -> Iterator[tuple[str, str, str]]:
    """The elements that are drawn wholly in another lane: their ids, the lane they stand in, and the other.

    Lanes count that have no lanes within them. What is on the border of a step is where that is.
    """
    outer = {lane.parent for lane in process.lanes}
    shapes = {lane.id: diagram.shapes.get(lane.id) for lane in process.lanes if lane.id not in outer}
    lanes = {id: bounds for id, bounds in shapes.items() if bounds is not None and is_sound(bounds)}
    near = Neighbourhood(lanes)
    for node in process.nodes if len(lanes) > 1 else ():
        lane, bounds = node.lane, diagram.shapes.get(node.id)
        if not isinstance(lane, str) or lane not in lanes or bounds is None or not is_sound(bounds):
            continue
        middle = bounds.centre
        if lanes[lane].holds(Bounds(*middle, 0, 0)) or (isinstance(node, Event) and node.position == "boundary"):
            continue
        other = next((id for id in near.at(middle) if lanes[id].holds(bounds, _SLACK)), None)
        if other is not None:
            yield node.id, lane, other


_SLACK = 5
"""So far out over the edge of the other lane a shape may stick, px; what stands across two is in neither."""


CHECK = Check(
    code="BPM099",
    name="drawn-in-other-lane",
    kind="risk",
    message=Text(
        sv="{step} hör till banan {lane}, men är ritad i banan {other}.",
        en="{step} belongs to the lane {lane}, but is drawn in the lane {other}.",
    ),
    gathered=Text(
        sv="De här är ritade i en annan bana än den de hör till: {steps}.",
        en="These are drawn in another lane than the one they belong to: {steps}.",
    ),
    question=Text(sv="Vem gör {step}: {lane} eller {other}?", en="Who does {step}: {lane} or {other}?"),
    gathered_question=Text(sv="Vem gör vart och ett av dem: {steps}?", en="Who does each of them: {steps}?"),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Den som ser bilden och det program som läser filen får olika svar på vem som gör det.",
        en="Whoever looks at the picture and the program that reads the file get different answers to who does it.",
    ),
    source="procmap, 2026-11-23",
    bad="""\
<collaboration id="c" name="Anmälan">
  <participant id="kommun" name="Kommunen" processRef="livsmedel"/>
</collaboration>
<process id="livsmedel" name="Livsmedelsregistrering">
  <laneSet id="banor">
    <lane id="registrator" name="Registrator">
      <flowNodeRef>start</flowNodeRef>
      <flowNodeRef>granska</flowNodeRef>
    </lane>
    <lane id="inspektor" name="Inspektör">
      <flowNodeRef>slut</flowNodeRef>
    </lane>
  </laneSet>
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
<di:BPMNDiagram id="bild">
  <di:BPMNPlane id="yta" bpmnElement="c">
    <di:BPMNShape id="s_kommun" bpmnElement="kommun">
      <dc:Bounds x="0" y="-40" width="400" height="300"/>
    </di:BPMNShape>
    <di:BPMNShape id="s_registrator" bpmnElement="registrator">
      <dc:Bounds x="30" y="-40" width="370" height="150"/>
    </di:BPMNShape>
    <di:BPMNShape id="s_inspektor" bpmnElement="inspektor">
      <dc:Bounds x="30" y="110" width="370" height="150"/>
    </di:BPMNShape>
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
    good="""\
<collaboration id="c" name="Anmälan">
  <participant id="kommun" name="Kommunen" processRef="livsmedel"/>
</collaboration>
<process id="livsmedel" name="Livsmedelsregistrering">
  <laneSet id="banor">
    <lane id="registrator" name="Registrator">
      <flowNodeRef>start</flowNodeRef>
      <flowNodeRef>granska</flowNodeRef>
    </lane>
    <lane id="inspektor" name="Inspektör">
      <flowNodeRef>slut</flowNodeRef>
    </lane>
  </laneSet>
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
<di:BPMNDiagram id="bild">
  <di:BPMNPlane id="yta" bpmnElement="c">
    <di:BPMNShape id="s_kommun" bpmnElement="kommun">
      <dc:Bounds x="0" y="-40" width="400" height="300"/>
    </di:BPMNShape>
    <di:BPMNShape id="s_registrator" bpmnElement="registrator">
      <dc:Bounds x="30" y="-40" width="370" height="150"/>
    </di:BPMNShape>
    <di:BPMNShape id="s_inspektor" bpmnElement="inspektor">
      <dc:Bounds x="30" y="110" width="370" height="150"/>
    </di:BPMNShape>
    <di:BPMNShape id="s_start" bpmnElement="start">
      <dc:Bounds x="50" y="22" width="36" height="36"/>
    </di:BPMNShape>
    <di:BPMNShape id="s_granska" bpmnElement="granska">
      <dc:Bounds x="150" y="0" width="100" height="80"/>
    </di:BPMNShape>
    <di:BPMNShape id="s_slut" bpmnElement="slut">
      <dc:Bounds x="330" y="160" width="36" height="36"/>
    </di:BPMNShape>
    <di:BPMNEdge id="l_f1" bpmnElement="f1">
      <dd:waypoint x="86" y="40"/>
      <dd:waypoint x="150" y="40"/>
    </di:BPMNEdge>
    <di:BPMNEdge id="l_f2" bpmnElement="f2">
      <dd:waypoint x="250" y="40"/>
      <dd:waypoint x="330" y="178"/>
    </di:BPMNEdge>
  </di:BPMNPlane>
</di:BPMNDiagram>
""",
    find=find,
)

"""BPM098 drawn-outside: an element or a lane is drawn outside the pool or subprocess that it stands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS, briefly
from procmap.checks.check import Check, Hit, hit
from procmap.geometry import Diagram
from procmap.graph.drawn import Drawing, Thing
from procmap.graph.neighbourhood import is_sound
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    label = briefly(view)
    for drawing in view.drawings:
        doing = Counter(pool.process for each in drawing.collaborations for pool in each.pools)
        for diagram in drawing.diagrams:
            for id, bounds in diagram.shapes.items():
                thing = drawing.things.get(id)
                if thing is None or thing.sort not in ("node", "lane") or not is_sound(bounds):
                    continue
                if doing[thing.around] > 1:  # it stands in one pool of several, which is said (BPM078)
                    continue
                frame = _frame(thing, drawing, diagram)
                outer = diagram.shapes.get(frame.id) if frame is not None and frame.id is not None else None
                if frame is not None and outer is not None and is_sound(outer) and not outer.holds(bounds, _SLACK):
                    place = thing.shown_in(diagram)
                    yield hit(place, frame, step=label(thing.ref), frame=view.label(frame), asked=False)


def _frame(thing: Thing, drawing: Drawing, diagram: Diagram) -> Ref | None:
    """The subprocess or pool that an element stands in; None where the picture does not show what is in it."""
    around = drawing.things.get(thing.around)
    if around is not None:
        look = diagram.looks.get(thing.around)
        return around.ref if look is not None and look.expanded else None
    pool = drawing.things.get(drawing.pools.get(thing.around, ""))
    return pool.ref if pool is not None else None


_SLACK = 10
"""So far out over the edge a shape may stick, px."""


CHECK = Check(
    code="BPM098",
    name="drawn-outside",
    kind="risk",
    message=Text(sv="På bilden står {step} utanför {frame}.", en="In the picture {step} stands outside {frame}."),
    gathered=Text(
        sv="På bilden står de här utanför det som de hör till: {steps}.",
        en="In the picture these stand outside what they belong to: {steps}.",
    ),
    question=Text(sv="Hör {step} till {frame}?", en="Does {step} belong to {frame}?"),
    gathered_question=Text(sv="Vart hör de här: {steps}?", en="Where do these belong: {steps}?"),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Den som ser bilden tror att någon annan gör det.",
        en="Whoever looks at the picture believes that somebody else does it.",
    ),
    source="bpmnlint 11.15, no-overlapping-elements, 2026-11-23",
    bad="""\
<collaboration id="c" name="Anmälan">
  <participant id="kommun" name="Kommunen" processRef="livsmedel"/>
</collaboration>
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
<di:BPMNDiagram id="bild">
  <di:BPMNPlane id="yta" bpmnElement="c">
    <di:BPMNShape id="s_kommun" bpmnElement="kommun">
      <dc:Bounds x="0" y="-40" width="300" height="200"/>
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
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
<di:BPMNDiagram id="bild">
  <di:BPMNPlane id="yta" bpmnElement="c">
    <di:BPMNShape id="s_kommun" bpmnElement="kommun">
      <dc:Bounds x="0" y="-40" width="400" height="200"/>
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
    find=find,
)

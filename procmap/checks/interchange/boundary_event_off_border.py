"""BPM100 boundary-event-off-border: an event is drawn away from the border of the step that it is attached to."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS, briefly
from procmap.checks.check import Check, Hit, hit
from procmap.graph.neighbourhood import is_sound
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    label = briefly(view)
    for drawing in view.drawings:
        for diagram in drawing.diagrams:
            for id, bounds in diagram.shapes.items():
                thing = drawing.things.get(id)
                if thing is None or thing.host is None:
                    continue
                host, shape = drawing.things.get(thing.host), diagram.shapes.get(thing.host)
                if host is None or shape is None or not (is_sound(bounds) and is_sound(shape)):
                    continue
                if not bounds.meets(shape.grown(_SLACK)) or shape.grown(-_SLACK).holds(bounds):
                    place, at = thing.shown_in(diagram), host.shown_in(diagram)
                    yield hit(place, at, step=label(thing.ref), host=view.label(host.ref), asked=False)


_SLACK = 3
"""So far from the border an event may be, px."""


CHECK = Check(
    code="BPM100",
    name="boundary-event-off-border",
    kind="risk",
    message=Text(
        sv="På bilden sitter {step} inte på kanten av {host}.",
        en="In the picture {step} is not on the border of {host}.",
    ),
    gathered=Text(
        sv="På bilden sitter de här händelserna inte på kanten av sina steg: {steps}.",
        en="In the picture these events are not on the borders of their steps: {steps}.",
    ),
    question=Text(sv="Vilket steg hör {step} till?", en="Which step does {step} belong to?"),
    gathered_question=Text(
        sv="Vilka steg hör de här händelserna till: {steps}?",
        en="Which steps do these events belong to: {steps}?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Den som ser bilden ser inte vilket steg händelsen avbryter.",
        en="Whoever looks at the picture does not see which step the event interrupts.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.5.4",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <boundaryEvent id="sen" name="Två veckor har gått" attachedToRef="granska">
    <timerEventDefinition/>
  </boundaryEvent>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <sequenceFlow id="f3" sourceRef="sen" targetRef="slut"/>
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
    <di:BPMNShape id="s_sen" bpmnElement="sen">
      <dc:Bounds x="182" y="120" width="36" height="36"/>
    </di:BPMNShape>
    <di:BPMNEdge id="l_f3" bpmnElement="f3">
      <dd:waypoint x="218" y="138"/>
      <dd:waypoint x="348" y="138"/>
      <dd:waypoint x="348" y="58"/>
    </di:BPMNEdge>
  </di:BPMNPlane>
</di:BPMNDiagram>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <boundaryEvent id="sen" name="Två veckor har gått" attachedToRef="granska">
    <timerEventDefinition/>
  </boundaryEvent>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <sequenceFlow id="f3" sourceRef="sen" targetRef="slut"/>
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
    <di:BPMNShape id="s_sen" bpmnElement="sen">
      <dc:Bounds x="182" y="62" width="36" height="36"/>
    </di:BPMNShape>
    <di:BPMNEdge id="l_f3" bpmnElement="f3">
      <dd:waypoint x="218" y="80"/>
      <dd:waypoint x="348" y="80"/>
      <dd:waypoint x="348" y="58"/>
    </di:BPMNEdge>
  </di:BPMNPlane>
</di:BPMNDiagram>
""",
    find=find,
)

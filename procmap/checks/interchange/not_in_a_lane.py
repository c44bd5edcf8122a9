"""BPM074 not-in-a-lane: elements that stand in none of the lanes of their process."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS, names
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.event import Event
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """What is on the border of a step stands where that does; within a subprocess its lane is enough."""
    for process in view.processes:
        if not process.lanes or not view.is_bpmn(process.id):
            continue
        scope = view.scopes(process)[0]
        outside = [
            view.at(process, scope, id)
            for id, node in scope.nodes.items()
            if node.lane is None and not (isinstance(node, Event) and node.position == "boundary")
        ]
        if outside:
            where = view.at(process, scope)
            yield hit(*outside, steps=names(view, outside), process=view.label(where))


CHECK = Check(
    code="BPM074",
    name="not-in-a-lane",
    kind="risk",
    message=Text(
        sv="Det här står inte i någon av banorna i {process}: {steps}.",
        en="This stands in none of the lanes of {process}: {steps}.",
    ),
    question=Text(
        sv="I vilka banor i {process} hör det här hemma: {steps}?",
        en="In which lanes of {process} does this belong: {steps}?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Den som läser ser det i en bana på bilden, men program vet inte vem som gör det.",
        en="Whoever looks at the picture sees it in a lane, but programs do not know who does it.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.8",
    answers=("BPMN: node in no lane or two",),
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <laneSet id="banor">
    <lane id="registrator" name="Registrator">
      <flowNodeRef>start</flowNodeRef>
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
""",
    good="""\
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
""",
    find=find,
)

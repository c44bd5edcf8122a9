"""BPM060 compensation-in-the-flow: an arrow leads to or from what undoes work."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS, has
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.model.element import Element
from procmap.model.event import Event
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, scope, ref, node in view.elements(Element):
        if isinstance(node, Activity):
            if not node.for_compensation:
                continue
            arrows = (*scope.incoming.get(node.id, ()), *scope.outgoing.get(node.id, ()))
        elif isinstance(node, Event) and node.position == "boundary" and has(node, "compensation"):
            arrows = scope.outgoing.get(node.id, ())
        else:
            continue
        if arrows:
            yield hit(ref, *(view.at(process, scope, arrow.id) for arrow in arrows), step=view.label(ref))


CHECK = Check(
    code="BPM060",
    name="compensation-in-the-flow",
    kind="error",
    message=Text(
        sv="{step} ångrar det som gjorts och står utanför flödet, men en pil leder dit eller därifrån.",
        en="{step} undoes what was done and stands outside the flow, but an arrow leads there or from there.",
    ),
    question=Text(
        sv="Är {step} ett vanligt steg, eller görs det bara när något ska ångras?",
        en="Is {step} an ordinary step, or done only when something is to be undone?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Det som ångrar binds till sitt steg med en streckad linje, aldrig med pilar.",
        en="What undoes is tied to its step by a dotted line, never by arrows.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.7; BPMNspector EXT.114 (2014)",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <boundaryEvent id="angra" name="Ångra" attachedToRef="granska">
    <compensateEventDefinition/>
  </boundaryEvent>
  <task id="stryk" name="Stryk registreringen" isForCompensation="true"/>
  <association id="a1" sourceRef="angra" targetRef="stryk"/>
  <sequenceFlow id="f3" sourceRef="stryk" targetRef="slut"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <boundaryEvent id="angra" name="Ångra" attachedToRef="granska">
    <compensateEventDefinition/>
  </boundaryEvent>
  <task id="stryk" name="Stryk registreringen" isForCompensation="true"/>
  <association id="a1" sourceRef="angra" targetRef="stryk"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

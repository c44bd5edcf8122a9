"""BPM065 beginning-with-arrow-in: an arrow leads to a step or gateway with which a case begins."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.activity import Task
from procmap.model.element import Element
from procmap.model.gateway import Gateway
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, scope, ref, node in view.elements(Element):
        if isinstance(node, (Task, Gateway)) and node.instantiates:
            arrows = scope.incoming.get(node.id, ())
            if arrows:
                yield hit(ref, *(view.at(process, scope, arrow.id) for arrow in arrows), step=view.label(ref))


CHECK = Check(
    code="BPM065",
    name="beginning-with-arrow-in",
    kind="error",
    message=Text(
        sv="Ett ärende börjar med {step} (instantiate), men en pil leder dit.",
        en="A case begins with {step} (instantiate), but an arrow leads there.",
    ),
    question=Text(
        sv="Börjar ett nytt ärende vid {step}, eller väntar man där i ett som pågår?",
        en="Does a new case begin at {step}, or is it waited there in one that is under way?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Det som börjar ett ärende kan inte komma efter något annat i det. Program tar inte emot filen.",
        en="What begins a case cannot come after something else in it. Programs do not accept the file.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.3.3, 10.6.6; BPMNspector EXT.142 (2014)",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="ta"/>
  <receiveTask id="ta" name="Ta emot anmälan" instantiate="true"/>
  <sequenceFlow id="f2" sourceRef="ta" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <receiveTask id="ta" name="Ta emot anmälan" instantiate="true"/>
  <sequenceFlow id="f1" sourceRef="ta" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

"""BPM049 only-way-with-condition: a step whose only way out is taken on a condition."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import performer
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        for scope in view.scopes(process):
            for way in scope.conditional:
                if len(scope.outgoing[way.source]) == 1 and isinstance(scope.nodes[way.source], Activity):
                    ref = view.at(process, scope, way.source)
                    role = performer(view, process, ref.element or "")
                    yield hit(view.at(process, scope, way.id), ref, step=view.label(ref), role=role)


CHECK = Check(
    code="BPM049",
    name="only-way-with-condition",
    kind="risk",
    message=Text(
        sv="Den enda vägen från {step} har ett villkor. Stämmer det inte blir ärendet stående.",
        en="The only way from {step} has a condition. Where it does not hold the case stands still.",
    ),
    question=Text(
        sv="Vad händer efter {step} när villkoret inte stämmer?",
        en="What happens after {step} when the condition does not hold?",
    ),
    role=Text(sv="den som gör {step}", en="whoever does {step}"),
    rationale=Text(
        sv="Standarden kräver en väg till där en väg har ett villkor. Program stannar med ett fel.",
        en="The standard asks for another way where one has a condition. Programs stop with an error.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 8.4.13; BPMNspector EXT.025 (2014)",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut" name="komplett">
    <conditionExpression>komplett</conditionExpression>
  </sequenceFlow>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan" default="f3"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut" name="komplett">
    <conditionExpression>komplett</conditionExpression>
  </sequenceFlow>
  <sequenceFlow id="f3" sourceRef="granska" targetRef="begar"/>
  <task id="begar" name="Begär komplettering"/>
  <sequenceFlow id="f4" sourceRef="begar" targetRef="granska"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

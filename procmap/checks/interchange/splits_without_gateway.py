"""BPM083 splits-without-gateway: several arrows lead from a step, and all of them are followed."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import names
from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import performer
from procmap.graph.view import View
from procmap.model.element import Element
from procmap.model.gateway import Gateway
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, scope, ref, node in view.elements(Element):
        leaving = scope.outgoing.get(node.id, ())
        if len(leaving) < 2 or isinstance(node, Gateway) or not view.is_bpmn(process.id):
            continue
        default = getattr(node, "default", None)
        ways = [way for way in leaving if way.condition is None and way.id != default]
        targets = dict.fromkeys(way.target for way in ways)
        if len(targets) > 1:
            yield hit(
                ref,
                *(view.at(process, scope, way.id) for way in ways),
                step=view.label(ref),
                targets=names(view, [view.at(process, scope, id) for id in targets]),
                role=performer(view, process, ref.element or ""),
            )


CHECK = Check(
    code="BPM083",
    name="splits-without-gateway",
    kind="ask",
    message=Text(
        sv="Efter {step} görs allt det här samtidigt, utan vägval: {targets}.",
        en="After {step} all of this is done at the same time, without a gateway: {targets}.",
    ),
    question=Text(
        sv="Görs allt detta efter {step}, eller bara det ena: {targets}?",
        en="Is all of this done after {step}, or only one of it: {targets}?",
    ),
    role=Text(sv="den som gör {step}", en="whoever does {step}"),
    rationale=Text(
        sv="Flera pilar från ett steg betyder att alla följs. Många som ritar så menar att en av dem väljs.",
        en="Several arrows from a step mean that all are followed. Many who draw it mean that one is chosen.",
    ),
    source="bpmnlint 11.15, no-implicit-split, 2026-11-23",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="beslut"/>
  <sequenceFlow id="f3" sourceRef="granska" targetRef="avslag"/>
  <endEvent id="beslut" name="Beslutet är skickat"/>
  <endEvent id="avslag" name="Avslaget är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="val"/>
  <exclusiveGateway id="val" name="Är anmälan komplett?"/>
  <sequenceFlow id="f3" sourceRef="val" targetRef="beslut" name="ja"/>
  <sequenceFlow id="f4" sourceRef="val" targetRef="avslag" name="nej"/>
  <endEvent id="beslut" name="Beslutet är skickat"/>
  <endEvent id="avslag" name="Avslaget är skickat"/>
</process>
""",
    find=find,
)

"""BPM086 way-drawn-twice: two arrows alike lead from one element to another."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS, message_ends
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    yield from _ways(view)
    yield from _messages(view)


def _ways(view: View) -> Iterator[Hit]:
    for process in view.processes:
        for scope in view.scopes(process):
            for id, ways in scope.outgoing.items():
                seen: dict[object, str] = {}
                for way in ways if len(ways) > 1 else ():
                    first = seen.setdefault((way.target, way.name, way.condition), way.id)
                    if first != way.id:
                        source, target = (view.at(process, scope, end) for end in (id, way.target))
                        at, other = (view.at(process, scope, flow) for flow in (way.id, first))
                        yield hit(at, other, source=view.label(source), target=view.label(target))


def _messages(view: View) -> Iterator[Hit]:
    sent: dict[object, str] = {}
    for collaboration, flow, *ends in message_ends(view):
        first = sent.setdefault((collaboration.id, flow.source, flow.target, flow.name, flow.message), flow.id)
        if first != flow.id and flow.source and flow.target and view.is_bpmn(collaboration.id):
            at, other = (Ref(collaboration.id, f"message_flows/{id}") for id in (flow.id, first))
            pools = (Ref(collaboration.id, f"pools/{end.pool}") for end in ends)
            source, target = (end.ref or pool for end, pool in zip(ends, pools, strict=True))
            yield hit(at, other, source=view.label(source), target=view.label(target))


CHECK = Check(
    code="BPM086",
    name="way-drawn-twice",
    kind="risk",
    message=Text(
        sv="Två likadana pilar går från {source} till {target}.",
        en="Two arrows alike lead from {source} to {target}.",
    ),
    question=Text(
        sv="Är det samma väg från {source} till {target}, eller skiljer något dem åt?",
        en="Is it one way from {source} to {target}, or does something tell them apart?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Efter ett steg följs båda, så att det som kommer sedan görs två gånger. Ligger de på varandra syns det "
        "inte.",
        en="After a step both are followed, so that what comes next is done twice. Where one lies upon the other "
        "nobody sees it.",
    ),
    source="bpmnlint 11.15, no-duplicate-sequence-flows, 2026-11-23",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="val"/>
  <exclusiveGateway id="val" name="Är anmälan komplett?"/>
  <sequenceFlow id="f2" sourceRef="val" targetRef="granska" name="ja"/>
  <sequenceFlow id="f3" sourceRef="val" targetRef="granska" name="ja"/>
  <sequenceFlow id="f5" sourceRef="val" targetRef="slut" name="nej"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f4" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="val"/>
  <exclusiveGateway id="val" name="Är anmälan komplett?"/>
  <sequenceFlow id="f2" sourceRef="val" targetRef="granska" name="ja"/>
  <sequenceFlow id="f5" sourceRef="val" targetRef="slut" name="nej"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f4" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

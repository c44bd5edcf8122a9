"""BPM081 nameless: steps, events, choices, lanes or participants that have no name."""

from __future__ import annotations

from collections.abc import Container, Iterator

from procmap.checks.bpmn import WHO_DRAWS, names
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.activity import SubProcess
from procmap.model.gateway import Gateway
from procmap.model.process import Process
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Not what says enough by its shape: parallel gateways, races, gateways that only gather, unfolded subprocesses."""
    for drawing in view.drawings:
        folded = {id for diagram in drawing.diagrams for id, look in diagram.looks.items() if look.expanded is False}
        for process in drawing.processes:
            nameless = list(_nameless(view, process, folded))
            if nameless:
                where = Ref(process.id)
                yield hit(*nameless, process=view.label(where), things=names(view, nameless))
        for collaboration in drawing.collaborations:
            refs = [Ref(collaboration.id, f"pools/{pool.id}") for pool in collaboration.pools if pool.name is None]
            if refs:
                things = names(view, refs)
                yield hit(*refs, process=view.label(Ref(collaboration.id)), things=things)


def _nameless(view: View, process: Process, folded: Container[str]) -> Iterator[Ref]:
    for lane in process.lanes:
        if lane.name is None:
            yield Ref(process.id, f"lanes/{lane.id}")
    for scope in view.scopes(process):
        for id, node in scope.nodes.items():
            ways = scope.outgoing.get(id, ())
            if node.name is None and (not isinstance(node, SubProcess) or node.id in folded or not node.nodes):
                chooses = isinstance(node, Gateway) and node.kind not in ("parallel", "event_based") and len(ways) > 1
                if chooses or not isinstance(node, Gateway):
                    yield view.at(process, scope, id)
            for way in ways:
                if way.name is None and way.condition is not None:
                    yield view.at(process, scope, way.id)


CHECK = Check(
    code="BPM081",
    name="nameless",
    kind="ask",
    message=Text(sv="Det här har inget namn i {process}: {things}.", en="This has no name in {process}: {things}."),
    question=Text(
        sv="Vad kallar ni det här i {process}: {things}?",
        en="What do you call this in {process}: {things}?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Den som inte var med när det ritades förstår inte vad det är.",
        en="Whoever was not there when it was drawn does not understand what it is.",
    ),
    source="bpmnlint 11.15, label-required, 2026-11-23",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="val"/>
  <exclusiveGateway id="val"/>
  <sequenceFlow id="f2" sourceRef="val" targetRef="granska" name="ja"/>
  <sequenceFlow id="f3" sourceRef="val" targetRef="slut" name="nej"/>
  <task id="granska"/>
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
  <sequenceFlow id="f3" sourceRef="val" targetRef="slut" name="nej"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f4" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

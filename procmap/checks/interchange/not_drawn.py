"""BPM090 not-drawn: elements that the picture does not show, beside others that it does."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS, names
from procmap.checks.check import Check, Hit, hit
from procmap.graph.drawn import Drawing, Thing
from procmap.graph.view import View
from procmap.model.activity import CallActivity
from procmap.model.knowledge import known
from procmap.model.process import Process
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """What is inside a subprocess that shows none of it is folded in, not forgotten; so is a process that is called."""
    called = {known(call.calls) for _, _, _, call in view.elements(CallActivity)}
    for drawing in view.drawings:
        drawn = {id for diagram in drawing.diagrams for id in (*diagram.shapes, *diagram.routes)}
        if not any(diagram.shapes for diagram in drawing.diagrams):
            continue
        missing: dict[str, list[Ref]] = {}
        for thing in _missing(drawing, drawn):
            missing.setdefault(thing.ref.document, []).append(thing.ref)
        for process in drawing.processes:
            if process.id not in called and _is_nowhere(view, drawing, process, drawn):
                missing[process.id] = [Ref(process.id)]
        for document, refs in missing.items():
            where = Ref(document)
            yield hit(*refs, things=names(view, refs), document_name=view.label(where))


def _missing(drawing: Drawing, drawn: set[str]) -> Iterator[Thing]:
    """What stands where other things are drawn, and is not."""
    things = drawing.things
    shown = {things[id].around for id in drawn if id in things and things[id].sort == "node"}
    lanes = {things[id].ref.document for id in drawn if id in things and things[id].sort == "lane"}
    for process in drawing.processes:  # many programs write one lane around all, which nobody has drawn
        if len(process.lanes) > 1 and process.id in shown and drawing.pools.get(process.id) in drawn:
            lanes.add(process.id)
    pools = {things[id].around for id in drawn if id in things and things[id].sort in ("pool", "message_flow")}
    processes = {pool: process for process, pool in drawing.pools.items()}
    for id, thing in things.items():
        if id in drawn:
            continue
        if thing.sort in ("flow", "message_flow", "association"):
            wanted = drawn.issuperset(thing.ends)
        elif thing.sort == "lane":
            wanted = thing.ref.document in lanes
        elif thing.sort == "pool":  # the frame of one whose work is drawn may be left out
            wanted = thing.around in pools and processes.get(id) not in shown
        else:
            wanted = thing.around in shown
        if wanted:
            yield thing


def _is_nowhere(view: View, drawing: Drawing, process: Process, drawn: set[str]) -> bool:
    """Whether nothing of a process is drawn, nor the pool that it is folded into."""
    if not process.nodes or drawing.pools.get(process.id) in drawn:
        return False
    return drawn.isdisjoint(node.id for _, node in view.nodes(process))


CHECK = Check(
    code="BPM090",
    name="not-drawn",
    kind="risk",
    message=Text(sv="På bilden saknas det här: {things}.", en="This is not in the picture: {things}."),
    question=Text(
        sv="Ska det här synas på bilden av {document_name}, eller är det kvar från något som tagits bort: {things}?",
        en="Is this to be seen in the picture of {document_name}, or is it left from something that was taken away: "
        "{things}?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Den som ser bilden vet inte att det finns, och program som kör processen gör det ändå.",
        en="Whoever looks at the picture does not know of it, and programs that run the process do it all the same.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 12.2; bpmnlint 11.15, no-bpmndi, 2026-11-23",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
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
  </di:BPMNPlane>
</di:BPMNDiagram>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
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
  </di:BPMNPlane>
</di:BPMNDiagram>
""",
    find=find,
)

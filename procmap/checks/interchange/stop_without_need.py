"""BPM087 stop-without-need: an end that stops all else, where nothing else can be under way."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.adjacency import Scope
from procmap.graph.view import View
from procmap.model.activity import SubProcess
from procmap.model.event import Event
from procmap.model.gateway import Gateway
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, scope, ref, event in view.elements(Event):
        if event.position == "end" and event.terminates and view.is_bpmn(process.id) and _is_in_one_place(scope):
            yield hit(ref, end=view.label(ref))


def _is_in_one_place(scope: Scope) -> bool:
    """Whether a case is never in two places of the scope at once."""
    if not scope.starts and len(scope.entries) != 1:
        return False
    for id, node in scope.nodes.items():
        several = len(scope.outgoing.get(id, ())) > 1
        if isinstance(node, Gateway):
            if several and node.kind not in ("exclusive", "event_based"):
                return False
        elif several or (isinstance(node, Event) and node.position == "boundary" and not node.interrupting):
            return False
        if isinstance(node, SubProcess) and node.kind == "event":
            return False
    return not (isinstance(scope.owner, SubProcess) and scope.owner.kind == "ad_hoc")


CHECK = Check(
    code="BPM087",
    name="stop-without-need",
    kind="ask",
    message=Text(
        sv="{end} stoppar allt annat som pågår, men här kan inget annat pågå.",
        en="{end} stops all else that is under way, but here nothing else can be.",
    ),
    question=Text(
        sv="Vad mer kan pågå när ärendet kommer till {end}?",
        en="What else can be under way when the case comes to {end}?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Ett vanligt slut säger detsamma. Den som läser letar efter det som ska stoppas.",
        en="An ordinary end says the same. Whoever reads looks for what is to be stopped.",
    ),
    source="bpmnlint 11.15, superfluous-termination, 2026-11-23",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="val"/>
  <exclusiveGateway id="val" name="Är anmälan komplett?"/>
  <sequenceFlow id="f2" sourceRef="val" targetRef="granska" name="ja"/>
  <sequenceFlow id="f3" sourceRef="val" targetRef="avvisa" name="nej"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f4" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
  <endEvent id="avvisa" name="Anmälan är avvisad">
    <terminateEventDefinition/>
  </endEvent>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="val"/>
  <exclusiveGateway id="val" name="Är anmälan komplett?"/>
  <sequenceFlow id="f2" sourceRef="val" targetRef="granska" name="ja"/>
  <sequenceFlow id="f3" sourceRef="val" targetRef="avvisa" name="nej"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f4" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
  <endEvent id="avvisa" name="Anmälan är avvisad"/>
</process>
""",
    find=find,
)

"""BPM101 raised-and-not-caught: what is raised within a subprocess is taken care of by nothing."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import TRIGGERS
from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS
from procmap.graph.adjacency import Scope
from procmap.graph.view import View
from procmap.model.activity import CallActivity, Node, SubProcess
from procmap.model.event import Event, Trigger
from procmap.model.knowledge import known
from procmap.model.process import Process
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """What leaves the process as a whole may be caught by whoever calls it."""
    called = {known(call.calls) for *_, call in view.elements(CallActivity)}
    for process in view.processes:
        inner = view.scopes(process)[1:]
        raising = [each for each in inner if any(_raised(node, each) for node in each.nodes.values())]
        if not raising or process.id in called:
            continue
        codes = {signal.id: str(signal.code) for signal in process.signals if signal.code is not None}
        caught = {scope.prefix: _caught(view, process, scope, codes) for scope in view.scopes(process)}
        for scope in raising:
            around = [scope.prefix[:at] for at, sign in enumerate(scope.prefix, 1) if sign == "/"] + [""]
            for id, node in scope.nodes.items():
                for trigger in _raised(node, scope):
                    if all(caught[prefix].isdisjoint(_meets(trigger, codes)) for prefix in around if prefix in caught):
                        ref = view.at(process, scope, id)
                        yield hit(ref, event=view.label(ref), trigger=TRIGGERS[trigger.kind])


def _raised(node: Node, scope: Scope) -> tuple[Trigger, ...]:
    """The errors and escalations that an event raises, and whether it cancels its transaction."""
    if not isinstance(node, Event) or node.position not in ("throw", "end"):
        return ()
    within = isinstance(scope.owner, SubProcess) and scope.owner.kind == "transaction"  # elsewhere: BPM062
    raised = ("error", "escalation", "cancel") if within else ("error", "escalation")
    return tuple(trigger for trigger in node.triggers if trigger.kind in raised)


def _caught(view: View, process: Process, scope: Scope, codes: dict[str, str]) -> set[tuple[str, str]]:
    """What is caught of all that is raised in a scope: by event subprocesses in it, and by events on its border."""
    events: list[Node] = []
    for node in scope.nodes.values():
        if isinstance(node, SubProcess) and node.kind == "event":
            events += node.nodes
    if scope.prefix:
        around = scope.prefix[:-1]
        events += view.scope(process, around).boundary.get(around.rpartition("/")[2], ())
    caught: set[tuple[str, str]] = set()
    for event in events:
        if isinstance(event, Event) and event.position in ("start", "boundary"):
            for trigger in event.triggers:
                caught |= _called(trigger, codes) | {(trigger.kind, _ANY)}
                if trigger.what is None:
                    caught.add((trigger.kind, _ALL))
    return caught


def _meets(raised: Trigger, codes: dict[str, str]) -> set[tuple[str, str]]:
    """What catches it: what is for the same or of the same code, or for all of the kind; anything, if it says none."""
    if raised.what is None:
        return {(raised.kind, _ANY)}
    return _called(raised, codes) | {(raised.kind, _ALL)}


def _called(trigger: Trigger, codes: dict[str, str]) -> set[tuple[str, str]]:
    """By what a trigger is known: its id and its code."""
    if trigger.what is None:
        return set()
    id = str(trigger.what)
    return {(trigger.kind, f"id {id}"), (trigger.kind, f"code {codes.get(id, id)}")}


_ALL = "all of the kind"
_ANY = "any of the kind"


CHECK = Check(
    code="BPM101",
    name="raised-and-not-caught",
    kind="risk",
    message=Text(
        sv="{event} ger {trigger}, men inget runt omkring tar hand om det.",
        en="{event} raises {trigger}, but nothing around takes care of it.",
    ),
    question=Text(
        sv="Vad ska hända med ärendet efter {event}, och vem gör det?",
        en="What is to happen to the case after {event}, and who does it?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Ett fel som ingen fångar avbryter hela processen, en eskalering som ingen fångar märks inte, och efter ett "
        "avbrott som ingen fångar går ärendet inte vidare.",
        en="An error that nobody catches breaks off the whole process, an escalation that nobody catches goes "
        "unnoticed, and after a cancellation that nobody catches the case does not go on.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.5.6",
    bad="""\
<error id="fel" name="Uppgifterna är fel" errorCode="1"/>
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="handlagg"/>
  <subProcess id="handlagg" name="Handlägg anmälan">
    <startEvent id="borja" name="Anmälan är fördelad"/>
    <sequenceFlow id="g1" sourceRef="borja" targetRef="val"/>
    <exclusiveGateway id="val" name="Stämmer uppgifterna?"/>
    <sequenceFlow id="g2" sourceRef="val" targetRef="klar" name="ja"/>
    <sequenceFlow id="g3" sourceRef="val" targetRef="felar" name="nej"/>
    <endEvent id="klar" name="Anmälan är granskad"/>
    <endEvent id="felar" name="Uppgifterna är fel">
      <errorEventDefinition errorRef="fel"/>
    </endEvent>
  </subProcess>
  <sequenceFlow id="f2" sourceRef="handlagg" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<error id="fel" name="Uppgifterna är fel" errorCode="1"/>
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="handlagg"/>
  <subProcess id="handlagg" name="Handlägg anmälan">
    <startEvent id="borja" name="Anmälan är fördelad"/>
    <sequenceFlow id="g1" sourceRef="borja" targetRef="val"/>
    <exclusiveGateway id="val" name="Stämmer uppgifterna?"/>
    <sequenceFlow id="g2" sourceRef="val" targetRef="klar" name="ja"/>
    <sequenceFlow id="g3" sourceRef="val" targetRef="felar" name="nej"/>
    <endEvent id="klar" name="Anmälan är granskad"/>
    <endEvent id="felar" name="Uppgifterna är fel">
      <errorEventDefinition errorRef="fel"/>
    </endEvent>
  </subProcess>
  <boundaryEvent id="fangat" name="Uppgifterna är fel" attachedToRef="handlagg">
    <errorEventDefinition errorRef="fel"/>
  </boundaryEvent>
  <sequenceFlow id="f3" sourceRef="fangat" targetRef="avvisad"/>
  <endEvent id="avvisad" name="Anmälan är avvisad"/>
  <sequenceFlow id="f2" sourceRef="handlagg" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

"""BPM104 undone-by-nothing: an event has work undone that nothing says how to undo."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import WHO_DRAWS, has
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.activity import Activity, CallActivity, Node
from procmap.model.event import Event, Trigger
from procmap.model.process import Process
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """In a file of BPMN only. What is called has ways of its own to be undone."""
    calls = any(view.elements(CallActivity))
    for process in view.processes:
        if not view.is_bpmn(process.id):
            continue
        undoing = [(ref, trigger) for ref, node in view.nodes(process) for trigger in _undone_at(node)]
        paths = {node.id: ref for ref, node in view.nodes(process) if isinstance(node, Activity)} if undoing else {}
        there = set(_undoable(view, process)) if undoing else set()
        for ref, trigger in undoing:
            step = paths.get(str(trigger.what))
            if step is not None and step.element not in there:
                yield hit(ref, step, event=view.label(ref), what=view.label(step))
            elif trigger.what is None and not there and not calls:
                yield hit(ref, event=view.label(ref), what=_ALL)


def _undone_at(node: Node) -> Iterator[Trigger]:
    if isinstance(node, Event) and node.position in ("throw", "end"):
        yield from (trigger for trigger in node.triggers if trigger.kind == "compensation")


def _undoable(view: View, process: Process) -> Iterator[str]:
    """The paths of all that can be undone: what has an event for it on its border, what is called, and all around."""
    for scope in view.scopes(process):
        for id, node in scope.nodes.items():
            path = ""
            if isinstance(node, CallActivity):
                path = scope.prefix + id
            elif isinstance(node, Event) and has(node, "compensation"):
                path = scope.prefix + (node.attached_to or "") if node.position == "boundary" else ""
                path = scope.prefix if node.position == "start" else path
            while path:
                yield path.rstrip("/")
                path = path.rstrip("/").rpartition("/")[0]


_ALL = Text("det som är gjort", "what was done")


CHECK = Check(
    code="BPM104",
    name="undone-by-nothing",
    kind="risk",
    message=Text(
        sv="{event} ska ångra {what}, men det står inte hur.",
        en="{event} is to undo {what}, but it does not say how.",
    ),
    question=Text(
        sv="Vad ska ångras vid {event}, och vad gör ni då?",
        en="What is to be undone at {event}, and what do you do then?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="Ett steg ångras av det steg som en händelse på dess kant pekar ut. Utan det händer inget.",
        en="A step is undone by the step that an event on its border points out. Without that nothing happens.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.7, 13.5.5",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="boka"/>
  <task id="boka" name="Boka inspektion"/>
  <sequenceFlow id="f2" sourceRef="boka" targetRef="avboka"/>
  <intermediateThrowEvent id="avboka" name="Anmälan dras tillbaka">
    <compensateEventDefinition activityRef="boka"/>
  </intermediateThrowEvent>
  <sequenceFlow id="f3" sourceRef="avboka" targetRef="slut"/>
  <endEvent id="slut" name="Ärendet är avskrivet"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="boka"/>
  <task id="boka" name="Boka inspektion"/>
  <boundaryEvent id="angra" name="Ångra" attachedToRef="boka">
    <compensateEventDefinition/>
  </boundaryEvent>
  <task id="stryk" name="Avboka inspektion" isForCompensation="true"/>
  <association id="a1" sourceRef="angra" targetRef="stryk"/>
  <sequenceFlow id="f2" sourceRef="boka" targetRef="avboka"/>
  <intermediateThrowEvent id="avboka" name="Anmälan dras tillbaka">
    <compensateEventDefinition activityRef="boka"/>
  </intermediateThrowEvent>
  <sequenceFlow id="f3" sourceRef="avboka" targetRef="slut"/>
  <endEvent id="slut" name="Ärendet är avskrivet"/>
</process>
""",
    find=find,
)

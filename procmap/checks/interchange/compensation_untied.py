"""BPM061 compensation-untied: what undoes is tied to nothing that it undoes, or nothing undoes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Union

from procmap.checks.bpmn import WHO_DRAWS, has
from procmap.checks.check import Check, Hit, hit
from procmap.graph.adjacency import Scope
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.model.collaboration import Collaboration
from procmap.model.event import Event
from procmap.model.process import Process
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """In a file of BPMN only, where a dotted line ties the two."""
    undone_by: dict[str, set[str]] = {}
    documents: tuple[Union[Process, Collaboration], ...] = (*view.processes, *view.map.collaborations)
    for line in (line for document in documents for line in document.associations):
        undone_by.setdefault(line.source, set()).add(line.target)
    for process in view.processes:
        for scope in view.scopes(process) if view.is_bpmn(process.id) else ():
            events = [id for id, node in scope.nodes.items() if isinstance(node, Event) and _can_undo(node)]
            work = {id for id, node in scope.nodes.items() if isinstance(node, Activity) and node.for_compensation}
            tied = {id: undone_by.get(id, set()) & work for id in events}
            alone = work.difference(*tied.values())
            for id in scope.nodes if events or work else ():
                ref = view.at(process, scope, id)
                if id in alone:
                    yield hit(ref, step=view.label(ref), fault=_UNDOES_NOTHING)
                elif tied.get(id) == set() and id not in scope.outgoing:  # an arrow out is said (BPM060)
                    other = next((view.at(process, scope, at) for at in _work(scope, undone_by.get(id, ()))), None)
                    if other is None:
                        yield hit(ref, step=view.label(ref), fault=_NOTHING_UNDOES)
                    else:
                        fault = _NOT_MARKED.fill(other=view.label(other))
                        yield hit(ref, other, step=view.label(ref), fault=fault)


def _work(scope: Scope, ids: Collection[str]) -> list[str]:
    """Which of some ids are activities of a scope, in its order."""
    return [id for id, node in scope.nodes.items() if id in ids and isinstance(node, Activity)]


def _can_undo(event: Event) -> bool:
    return event.position == "boundary" and has(event, "compensation")


_UNDOES_NOTHING = Text(
    "ska ångra något, men är inte bundet till något steg", "is to undo something, but is tied to no step"
)
_NOT_MARKED = Text(
    "leder till {other}, som inte är märkt som något som ångrar (isForCompensation)",
    "leads to {other}, which is not marked as what undoes (isForCompensation)",
)
_NOTHING_UNDOES = Text("säger att steget kan ångras, men inte hur", "says that the step can be undone, but not how")


CHECK = Check(
    code="BPM061",
    name="compensation-untied",
    kind="risk",
    message=Text(sv="{step} {fault}.", en="{step} {fault}."),
    question=Text(
        sv="Vad görs när något ska ångras vid {step}, och vilket steg ångras?",
        en="What is done when something is to be undone at {step}, and which step is undone?",
    ),
    role=WHO_DRAWS,
    rationale=Text(
        sv="En streckad linje från händelsen på kanten till det som ångrar säger vad som hör ihop.",
        en="A dotted line from the event on the border to what undoes says what belongs together.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 10.7",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <boundaryEvent id="angra" name="Ångra" attachedToRef="granska">
    <compensateEventDefinition/>
  </boundaryEvent>
  <task id="stryk" name="Stryk registreringen" isForCompensation="true"/>
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

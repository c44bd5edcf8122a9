"""BPM061 compensation-untied: what undoes is tied to nothing that it undoes, or nothing undoes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Union

from procmap.checks.bpmn import WHO_DRAWS, has
from procmap.checks.check import Check, Hit, hit
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
                if id in alone or tied.get(id) == set():
                    ref = view.at(process, scope, id)
                    yield hit(ref, step=view.label(ref), fault=_UNDOES_NOTHING if id in alone else _NOTHING_UNDOES)


def _can_undo(event: Event) -> bool:
    return event.position == "boundary" and has(event, "compensation")


_UNDOES_NOTHING = Text(
    "ska ångra något, men är inte bundet till något steg", "is to undo something, but is tied to no step"
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

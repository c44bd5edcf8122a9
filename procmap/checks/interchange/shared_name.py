"""BPM107 shared-name: two lanes side by side, or two participants, have the same name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.naming import spellings
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.model.knowledge import Maybe
from procmap.model.label import Label
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """In a file of BPMN only. Lanes of one name within different ones may well be, such as a manager in each unit."""
    for process in view.processes:
        if len(process.lanes) > 1 and view.is_bpmn(process.id):
            lanes = ((Ref(process.id, f"lanes/{lane.id}"), lane.name, lane.parent) for lane in process.lanes)
            for ref, first in _alike(lanes):
                yield hit(ref, first, step=view.label(ref), sort=_LANES)
    for collaboration in view.map.collaborations:
        if len(collaboration.pools) > 1 and view.is_bpmn(collaboration.id):
            pools = ((Ref(collaboration.id, f"pools/{pool.id}"), pool.name, None) for pool in collaboration.pools)
            for ref, first in _alike(pools):
                yield hit(ref, first, step=view.label(ref), sort=_POOLS)


def _alike(named: Iterable[tuple[Ref, Maybe[Label], str | None]]) -> Iterator[tuple[Ref, Ref]]:
    """Each that is called what one before it beside it is, and that one."""
    seen: dict[tuple[str | None, str], Ref] = {}
    for ref, name, around in named:
        for spelling in spellings(name)[:1]:
            first = seen.setdefault((around, " ".join(spelling.casefold().split())), ref)
            if first is not ref:
                yield ref, first


_LANES = Text("banor", "lanes")
_POOLS = Text("deltagare", "participants")


CHECK = Check(
    code="BPM107",
    name="shared-name",
    kind="ask",
    message=Text(sv="Två {sort} heter {step}.", en="Two {sort} are called {step}."),
    question=Text(
        sv="Är {step} samma på båda ställena, eller ska den ena heta något annat?",
        en="Is {step} the same in both places, or should one of them be called something else?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Är det samma räcker det att rita den en gång. Är det två syns det inte vem som gör vad.",
        en="If it is the same, drawing it once is enough. If it is two, nobody sees who does what.",
    ),
    source="procmap, 2026-11-30",
    bad="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <laneSet id="banor">
    <lane id="l1" name="Handläggare">
      <flowNodeRef>start</flowNodeRef>
      <flowNodeRef>granska</flowNodeRef>
    </lane>
    <lane id="l2" name="Handläggare">
      <flowNodeRef>slut</flowNodeRef>
    </lane>
  </laneSet>
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<process id="livsmedel" name="Livsmedelsregistrering">
  <laneSet id="banor">
    <lane id="l1" name="Handläggare">
      <flowNodeRef>start</flowNodeRef>
      <flowNodeRef>granska</flowNodeRef>
    </lane>
    <lane id="l2" name="Registrator">
      <flowNodeRef>slut</flowNodeRef>
    </lane>
  </laneSet>
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

"""BPM107 lanes-of-one-name: two lanes side by side have the same name."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.naming import spellings
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """In a file of BPMN only. Lanes of one name within different ones may well be, such as a manager in each unit.

    So may participants: somebody outside is often drawn several times, near each of the messages.
    """
    for process in view.processes:
        seen: dict[tuple[str | None, str], Ref] = {}
        for lane in process.lanes if len(process.lanes) > 1 and view.is_bpmn(process.id) else ():
            for name in spellings(lane.name)[:1]:
                ref = Ref(process.id, f"lanes/{lane.id}")
                first = seen.setdefault((lane.parent, " ".join(name.casefold().split())), ref)
                if first is not ref:
                    yield hit(ref, first, lane=view.label(ref), process=view.label(Ref(process.id)))


CHECK = Check(
    code="BPM107",
    name="lanes-of-one-name",
    kind="ask",
    message=Text(sv="Två banor i {process} heter {lane}.", en="Two lanes of {process} are called {lane}."),
    question=Text(
        sv="Är {lane} samma roll på båda ställena, eller ska den ena heta något annat?",
        en="Is {lane} the same role in both places, or should one of them be called something else?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Är det samma roll räcker en bana. Är det två roller syns det inte vem som gör vad.",
        en="If it is one role, one lane is enough. If it is two, nobody sees who does what.",
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

"""BPM078 process-in-two-pools: two participants do the same process."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import names
from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for collaboration in view.map.collaborations:
        doing: dict[str, list[Ref]] = {}
        for pool in collaboration.pools if view.is_bpmn(collaboration.id) else ():
            if process := known(pool.process):
                doing.setdefault(process, []).append(Ref(collaboration.id, f"pools/{pool.id}"))
        for process, pools in doing.items():
            if len(pools) > 1:
                at = Ref(process)
                yield hit(*pools, at, pools=names(view, pools), process=view.label(at))


CHECK = Check(
    code="BPM078",
    name="process-in-two-pools",
    kind="risk",
    message=Text(
        sv="{process} görs av flera deltagare: {pools}.",
        en="{process} is done by several participants: {pools}.",
    ),
    question=Text(sv="Vem är det som gör {process}?", en="Who is it that does {process}?"),
    role=WHO_LEADS,
    rationale=Text(
        sv="Står samma process hos två vet ingen vem som tar emot ett meddelande.",
        en="Where one process stands with two, nobody knows who receives a message.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 9.3",
    bad="""\
<collaboration id="samverkan">
  <participant id="kommun" name="Kommunen" processRef="livsmedel"/>
  <participant id="foretagare" name="Företagaren" processRef="livsmedel"/>
</collaboration>
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    good="""\
<collaboration id="samverkan">
  <participant id="kommun" name="Kommunen" processRef="livsmedel"/>
</collaboration>
<process id="livsmedel" name="Livsmedelsregistrering">
  <startEvent id="start" name="Anmälan inkommer"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
  <task id="granska" name="Granska anmälan"/>
  <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  <endEvent id="slut" name="Beslutet är skickat"/>
</process>
""",
    find=find,
)

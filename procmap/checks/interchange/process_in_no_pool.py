"""BPM077 process-in-no-pool: several processes beside participants, none of which does them."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.bpmn import names
from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.model.activity import CallActivity
from procmap.model.knowledge import known
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """One may be that of a participant whose frame is left out of the picture; one that is called is somebody's."""
    called = {known(call.calls) for _, _, _, call in view.elements(CallActivity)}
    for drawing in view.drawings:
        if any(each.pools for each in drawing.collaborations):
            alone = [
                Ref(process.id)
                for process in drawing.processes
                if process.nodes and process.id not in drawing.pools and process.id not in called
            ]
            drawn = any(diagram.shapes for diagram in drawing.diagrams)
            if len(alone) > (1 if drawn else 0):
                yield hit(*alone, processes=names(view, alone))


CHECK = Check(
    code="BPM077",
    name="process-in-no-pool",
    kind="ask",
    message=Text(
        sv="Det står inte vilka deltagare som gör de här processerna: {processes}.",
        en="It does not say which participants do these processes: {processes}.",
    ),
    question=Text(sv="Vem gör var och en av dem: {processes}?", en="Who does each of them: {processes}?"),
    role=WHO_LEADS,
    rationale=Text(
        sv="I ett samarbete hör varje process till en deltagare. Ramen får saknas runt högst en.",
        en="In a collaboration each process belongs to a participant. The frame may be left out for one at most.",
    ),
    source="OMG, BPMN 2.0.2 (2013-12), 9.3",
    answers=("BPMN: participant without process",),
    bad="""\
<collaboration id="samverkan">
  <participant id="foretagare" name="Företagaren"/>
  <participant id="x" name="Kommunen" processRef="p3"/>
  <messageFlow id="m" name="Anmälan" sourceRef="foretagare" targetRef="tp3"/>
</collaboration>
<process id="p1" name="Granskning">
  <startEvent id="sp1" name="Anmälan inkommer"/>
  <sequenceFlow id="fp1" sourceRef="sp1" targetRef="tp1"/>
  <task id="tp1" name="Granska"/>
  <sequenceFlow id="gp1" sourceRef="tp1" targetRef="ep1"/>
  <endEvent id="ep1" name="Klart"/>
</process>
<process id="p2" name="Tillsyn">
  <startEvent id="sp2" name="Anmälan inkommer"/>
  <sequenceFlow id="fp2" sourceRef="sp2" targetRef="tp2"/>
  <task id="tp2" name="Granska"/>
  <sequenceFlow id="gp2" sourceRef="tp2" targetRef="ep2"/>
  <endEvent id="ep2" name="Klart"/>
</process>
<process id="p3" name="Registrering">
  <startEvent id="sp3" name="Anmälan inkommer"/>
  <sequenceFlow id="fp3" sourceRef="sp3" targetRef="tp3"/>
  <task id="tp3" name="Granska"/>
  <sequenceFlow id="gp3" sourceRef="tp3" targetRef="ep3"/>
  <endEvent id="ep3" name="Klart"/>
</process>
""",
    good="""\
<collaboration id="samverkan">
  <participant id="foretagare" name="Företagaren"/>
  <participant id="x" name="Kommunen" processRef="p1"/>
  <participant id="y" name="Länsstyrelsen" processRef="p2"/>
  <messageFlow id="m" name="Anmälan" sourceRef="foretagare" targetRef="tp1"/>
  <messageFlow id="n" name="Yttrande" sourceRef="tp2" targetRef="tp1"/>
</collaboration>
<process id="p1" name="Granskning">
  <startEvent id="sp1" name="Anmälan inkommer"/>
  <sequenceFlow id="fp1" sourceRef="sp1" targetRef="tp1"/>
  <task id="tp1" name="Granska"/>
  <sequenceFlow id="gp1" sourceRef="tp1" targetRef="ep1"/>
  <endEvent id="ep1" name="Klart"/>
</process>
<process id="p2" name="Tillsyn">
  <startEvent id="sp2" name="Anmälan inkommer"/>
  <sequenceFlow id="fp2" sourceRef="sp2" targetRef="tp2"/>
  <task id="tp2" name="Granska"/>
  <sequenceFlow id="gp2" sourceRef="tp2" targetRef="ep2"/>
  <endEvent id="ep2" name="Klart"/>
</process>
""",
    find=find,
)

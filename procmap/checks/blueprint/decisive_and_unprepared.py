"""BPR048 decisive-and-unprepared: a moment of truth of which it is not said what may go wrong."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import WHO_MAPS, feels_bad, is_explained
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """A step that feels bad without anything that tells why is asked about already: see low-without-reason."""
    processes = {process.id: process for process in view.processes}
    for journey in view.map.journeys:
        for column in view.blueprint(journey).columns:
            step = column.step
            if not step.moment_of_truth or step.pains is not None or step.opportunities is not None:
                continue
            if feels_bad(step) and not is_explained(step):
                continue
            behind = [
                view.node(processes[at.document], at.element or "")
                for meeting in column.meetings
                for at in meeting.elements
            ]
            if not any(isinstance(node, Activity) and node.exceptions is not None for node in behind):
                ref = Ref(journey.id, step.id)
                yield hit(ref.of("moment_of_truth"), step=view.label(ref))


CHECK = Check(
    code="BPR048",
    name="decisive-and-unprepared",
    kind="ask",
    packs=("journey",),
    message=Text(
        sv="I {step} avgörs det, men det står inte vad som kan gå fel.",
        en="In {step} it is decided, but it does not say what may go wrong.",
    ),
    question=Text(
        sv="Vad kan gå fel i {step}, och hur märker vi det och ställer till rätta?",
        en="What may go wrong in {step}, and how do we notice and put it right?",
    ),
    role=WHO_MAPS,
    rationale=Text(
        sv="Där det avgörs behöver man veta vad man gör när det inte blir som tänkt.",
        en="Where it is decided one needs to know what to do when it does not turn out as meant.",
    ),
    source="Shostack, Designing Services That Deliver, 1984",
    bad="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - {step: Får besked, feels: 1, evidence: assumed, touchpoints: n/a, moment_of_truth: true}
""",
    good="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - step: Får besked
        feels: 1
        evidence: assumed
        touchpoints: n/a
        moment_of_truth: true
        pains: Brevet säger inte när kaféet får öppna
        opportunities:
          - {text: Skriv datumet först i brevet, owner: Registrator}
""",
    find=find,
)

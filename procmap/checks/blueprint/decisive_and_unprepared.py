"""BPR048 decisive-and-unprepared: a moment of truth of which nobody has said what may go wrong."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import WHO_MAPS, steps
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for journey in view.map.journeys:
        for ref, _, step in steps(journey):
            if step.moment_of_truth and step.pains is None and step.opportunities is None:
                yield hit(ref.of("moment_of_truth"), step=view.label(ref))


CHECK = Check(
    code="BPR048",
    name="decisive-and-unprepared",
    kind="ask",
    packs=("journey",),
    message=Text(
        sv="{step} är där det avgörs, men det står inte vad som kan gå fel.",
        en="{step} is where it is decided, but it does not say what may go wrong.",
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
    source="Shostack 1984, Designing services that deliver (research digest), 2026-11-23",
    bad="""\
journey: Starta kafé
persona: {name: Nystartad företagare, needs: [veta när jag får öppna], access_needs: inga}
trigger: Har hittat en lokal
outcome: Får öppna
state: as_is
phases:
  - phase: Under
    zone: during
    steps:
      - step: Anmäler
        feels: 0
        evidence: assumed
        touchpoints:
          - eservice: livsmedel/Anmälan inkommer
          - paper_form: livsmedel/Anmälan inkommer
      - step: Får beslut
        feels: 2
        moment_of_truth: true
        evidence: assumed
        touchpoints:
          - letter: livsmedel/Meddela beslutet, livsmedel/Begär komplettering
  - phase: Före
    zone: before
    steps: [{step: Läser på, feels: 0, evidence: assumed, touchpoints: n/a}]
  - phase: Efter
    zone: after
    steps: [{step: Öppnar, feels: 2, evidence: assumed, touchpoints: n/a}]
""",
    good="""\
journey: Starta kafé
persona: {name: Nystartad företagare, needs: [veta när jag får öppna], access_needs: inga}
trigger: Har hittat en lokal
outcome: Får öppna
state: as_is
phases:
  - phase: Under
    zone: during
    steps:
      - step: Anmäler
        feels: 0
        evidence: assumed
        touchpoints:
          - eservice: livsmedel/Anmälan inkommer
          - paper_form: livsmedel/Anmälan inkommer
      - step: Får beslut
        feels: 2
        moment_of_truth: true
        pains: [{text: Brevet är svårt att förstå}]
        opportunities: [{text: Skriv om brevet, owner: registrator}]
        evidence: assumed
        touchpoints:
          - letter: livsmedel/Meddela beslutet, livsmedel/Begär komplettering
  - phase: Före
    zone: before
    steps: [{step: Läser på, feels: 0, evidence: assumed, touchpoints: n/a}]
  - phase: Efter
    zone: after
    steps: [{step: Öppnar, feels: 2, evidence: assumed, touchpoints: n/a}]
""",
    find=find,
)

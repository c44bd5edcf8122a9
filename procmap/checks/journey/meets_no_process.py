"""JRN071 meets-no-process: a journey that meets no work that is described."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import WHO_MAPS, elements_met, steps
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for journey in view.map.journeys:
        if any(steps(journey)) and not elements_met(journey) and not journey.processes:
            ref = Ref(journey.id)
            yield hit(ref, journey=view.label(ref))


CHECK = Check(
    code="JRN071",
    name="meets-no-process",
    kind="gap",
    message=Text(
        sv="Inget steg i {journey} leder till en process som är beskriven.",
        en="No step in {journey} leads to a process that is described.",
    ),
    question=Text(
        sv="Vilka arbetar bakom {journey}, och var skulle deras arbete kunna beskrivas?",
        en="Who works behind {journey}, and where could their work be described?",
    ),
    role=WHO_MAPS,
    rationale=Text(
        sv="Det är när resan och arbetet läggs bredvid varandra som man ser vem som gör vad, och vad ingen gör.",
        en="Only when journey and work lie side by side does one see who does what, and what nobody does.",
    ),
    source="SKR, Innovationsguiden: användarresa (skr.se), as of 2026-11-23",
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
      - {step: Läser på, feels: 0, evidence: assumed, touchpoints: n/a}
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
        evidence: assumed
        touchpoints:
          - letter: livsmedel/Meddela beslutet, livsmedel/Begär komplettering
""",
    find=find,
)

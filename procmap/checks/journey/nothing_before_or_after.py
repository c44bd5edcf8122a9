"""JRN004 nothing-before-or-after: the journey begins at the counter and ends there."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import RESIDENTS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text

_ZONES = {"before": Text("före", "before"), "after": Text("efter", "after")}


def find(view: View) -> Iterator[Hit]:
    for journey in view.map.journeys:
        zones = {phase.zone for phase in journey.phases}
        for zone, words in _ZONES.items():
            if zones - {None} and zone not in zones:
                ref = Ref(journey.id)
                yield hit(ref.of("phases"), zone=words, journey=view.label(ref))


CHECK = Check(
    code="JRN004",
    name="nothing-before-or-after",
    kind="ask",
    packs=("journey",),
    message=Text(
        sv="{journey} har ingen fas {zone} kontakten med kommunen.",
        en="{journey} has no phase {zone} the contact with the municipality.",
    ),
    question=Text(
        sv="Vad gör man {zone} kontakten med kommunen i {journey}, och vem möter man då?",
        en="What does one do {zone} the contact with the municipality in {journey}, and whom does one meet then?",
    ),
    role=RESIDENTS,
    rationale=Text(
        sv="Före, under och efter hör ihop för den som är med om det. Kommunen ser oftast bara mitten.",
        en="Before, during and after belong together for whoever goes through it. The municipality mostly "
        "sees the middle.",
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
    good="""\
journey: Starta kafé
persona: {name: Nystartad företagare, needs: [veta när jag får öppna], access_needs: inga}
trigger: Har hittat en lokal
outcome: Får öppna
state: as_is
phases:
  - phase: Före
    zone: before
    steps:
      - step: Läser på
        feels: 0
        evidence: assumed
        touchpoints: n/a
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
  - phase: Efter
    zone: after
    steps:
      - step: Öppnar
        feels: 2
        evidence: assumed
        touchpoints: n/a
""",
    find=find,
)

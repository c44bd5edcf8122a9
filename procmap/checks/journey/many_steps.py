"""JRN006 many-steps: so many steps that nobody sees the whole."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import WHO_MAPS, steps
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for journey in view.map.journeys:
        count = sum(1 for _ in steps(journey))
        if count > view.thresholds["many-steps"]:
            ref = Ref(journey.id)
            yield hit(ref, journey=view.label(ref), number=count)


CHECK = Check(
    code="JRN006",
    name="many-steps",
    kind="ask",
    packs=("journey",),
    message=Text(
        sv="{journey} har {number} steg; det är svårt att se som en helhet.",
        en="{journey} has {number} steps; that is hard to see as a whole.",
    ),
    question=Text(
        sv="Går {journey} att dela i två resor, eller är några steg egentligen samma?",
        en="Can {journey} be parted into two journeys, or are some steps really the same?",
    ),
    role=WHO_MAPS,
    rationale=Text(
        sv="Ungefär tolv steg får plats på ett A3 på väggen och i ett samtal.",
        en="About twelve steps fit on an A3 on the wall, and into one talk.",
    ),
    source="procmap, 2026-11-23",
    thresholds={"many-steps": 12},
    bad="""\
journey: Starta kafé
persona: {name: Nystartad företagare, needs: [veta när jag får öppna], access_needs: inga}
trigger: Har hittat en lokal
outcome: Får öppna
state: as_is
phases:
  - phase: Under
    steps:
      - {step: Steg A, feels: 0, evidence: assumed, touchpoints: n/a}
      - {step: Steg B, feels: 0, evidence: assumed, touchpoints: n/a}
      - {step: Steg C, feels: 0, evidence: assumed, touchpoints: n/a}
      - {step: Steg D, feels: 0, evidence: assumed, touchpoints: n/a}
      - {step: Steg E, feels: 0, evidence: assumed, touchpoints: n/a}
      - {step: Steg F, feels: 0, evidence: assumed, touchpoints: n/a}
      - {step: Steg G, feels: 0, evidence: assumed, touchpoints: n/a}
      - {step: Steg H, feels: 0, evidence: assumed, touchpoints: n/a}
      - {step: Steg I, feels: 0, evidence: assumed, touchpoints: n/a}
      - {step: Steg J, feels: 0, evidence: assumed, touchpoints: n/a}
      - {step: Steg K, feels: 0, evidence: assumed, touchpoints: n/a}
      - {step: Steg L, feels: 0, evidence: assumed, touchpoints: n/a}
      - {step: Steg M, feels: 0, evidence: assumed, touchpoints: n/a}
processes: livsmedel
""",
    good="""\
journey: Starta kafé
persona: {name: Nystartad företagare, needs: [veta när jag får öppna], access_needs: inga}
trigger: Har hittat en lokal
outcome: Får öppna
state: as_is
phases:
  - phase: Under
    steps:
      - {step: Steg A, feels: 0, evidence: assumed, touchpoints: n/a}
      - {step: Steg B, feels: 0, evidence: assumed, touchpoints: n/a}
      - {step: Steg C, feels: 0, evidence: assumed, touchpoints: n/a}
processes: livsmedel
""",
    find=find,
)

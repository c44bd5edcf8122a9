"""JRN006 many-steps: so many steps that nobody sees the whole."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import WHO_MAPS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    most = view.thresholds["many-steps"]
    for journey in view.map.journeys:
        number = len(journey.steps)
        if number > most:
            ref = Ref(journey.id)
            yield hit(ref, journey=view.label(ref), number=number, most=f"{most:g}")


CHECK = Check(
    code="JRN006",
    name="many-steps",
    kind="ask",
    packs=("journey",),
    message=Text(
        sv="{journey} har {number} steg; fler än {most} är svåra att överblicka.",
        en="{journey} has {number} steps; more than {most} are hard to see at one time.",
    ),
    question=Text(
        sv="Vilka steg i {journey} hör ihop, och är det egentligen två resor?",
        en="Which steps of {journey} belong together, and is it really two journeys?",
    ),
    role=WHO_MAPS,
    rationale=Text(
        sv="Ungefär tolv steg får plats på ett A3 på väggen, och i ett samtal.",
        en="About twelve steps fit on an A3 on the wall, and into one talk.",
    ),
    source="procmap, the widths of the journey map, 2026-11-23",
    thresholds={"many-steps": 12},
    bad="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - {step: Letar lokal, feels: 1, evidence: assumed, touchpoints: n/a}
      - {step: Ser en lokal, feels: 1, evidence: assumed, touchpoints: n/a}
      - {step: Skriver på, feels: 1, evidence: assumed, touchpoints: n/a}
      - {step: Köper spis, feels: 1, evidence: assumed, touchpoints: n/a}
      - {step: Köper kyl, feels: 1, evidence: assumed, touchpoints: n/a}
      - {step: Läser på, feels: 0, evidence: assumed, touchpoints: n/a}
      - {step: Loggar in, feels: 0, evidence: assumed, touchpoints: n/a}
      - {step: Fyller i, feels: 0, evidence: assumed, touchpoints: n/a}
      - {step: Skickar in, feels: 0, evidence: assumed, touchpoints: n/a}
      - {step: Betalar, feels: 0, evidence: assumed, touchpoints: n/a}
      - {step: Får brev, feels: 1, evidence: assumed, touchpoints: n/a}
      - {step: Öppnar, feels: 2, evidence: assumed, touchpoints: n/a}
      - {step: Får besök, feels: 0, evidence: assumed, touchpoints: n/a}
""",
    good="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - {step: Hittar en lokal, feels: 1, evidence: assumed, touchpoints: n/a}
      - {step: Köper utrustning, feels: 1, evidence: assumed, touchpoints: n/a}
      - {step: Anmäler och betalar, feels: 0, evidence: assumed, touchpoints: n/a}
      - {step: Öppnar, feels: 2, evidence: assumed, touchpoints: n/a}
""",
    find=find,
)

"""JRN025 thin-evidence: what the journey rests on is old, or comes from very few."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from procmap.checks.asking import WHO_MAPS, evidence_of
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.text import Text

_FEW = Text("kommer från mycket få", "comes from very few")
_OLD = Text("är flera år gammalt", "is several years old")


def find(view: View) -> Iterator[Hit]:
    for journey in view.map.journeys:
        for ref, evidence in evidence_of(view, journey):
            number, at = known(evidence.n), known(evidence.at)
            if number is not None and number < view.thresholds["thin-evidence.people"]:
                yield hit(ref.of("n"), evidence=view.label(ref), why=_FEW)
            elif (
                at is not None
                and view.today is not None
                and _months(at, view.today) > view.thresholds["thin-evidence.months"]
            ):
                yield hit(ref.of("at"), evidence=view.label(ref), why=_OLD)


def _months(at: str, today: date) -> int:
    """How many months ago an ISO date was; a year alone counts as its last month."""
    year, month = int(at[:4]), int(at[5:7] or 12)
    return (today.year - year) * 12 + today.month - month


CHECK = Check(
    code="JRN025",
    name="thin-evidence",
    kind="ask",
    packs=("journey",),
    message=Text(
        sv="Underlaget {evidence} {why}.",
        en="The evidence {evidence} {why}.",
    ),
    question=Text(
        sv="Stämmer {evidence} fortfarande, och vem mer behöver vi lyssna på?",
        en="Does {evidence} still hold, and whom more do we need to listen to?",
    ),
    role=WHO_MAPS,
    rationale=Text(
        sv="En resa som en person berättat om är en berättelse. En gammal resa är någon annans.",
        en="A journey that one person told is a story. An old journey is somebody else's.",
    ),
    source="procmap, 2026-11-23",
    thresholds={"thin-evidence.people": 3, "thin-evidence.months": 24},
    bad="""\
journey: Starta kafé
persona: {name: Nystartad företagare, needs: [veta när jag får öppna], access_needs: inga}
trigger: Har hittat en lokal
outcome: Får öppna
state: as_is
evidence:
  samtal: {name: Ett samtal, n: 1, at: 2026-10}
phases:
  - phase: Under
    zone: during
    steps:
      - step: Anmäler
        feels: 0
        from: samtal
        touchpoints:
          - eservice: livsmedel/Anmälan inkommer
          - paper_form: livsmedel/Anmälan inkommer
      - step: Får beslut
        feels: 2
        from: samtal
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
evidence:
  samtal: {name: Åtta samtal, n: 8, at: 2026-10}
phases:
  - phase: Under
    zone: during
    steps:
      - step: Anmäler
        feels: 0
        from: samtal
        touchpoints:
          - eservice: livsmedel/Anmälan inkommer
          - paper_form: livsmedel/Anmälan inkommer
      - step: Får beslut
        feels: 2
        from: samtal
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

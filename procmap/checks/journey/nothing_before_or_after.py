"""JRN004 nothing-before-or-after: the journey begins at the counter, or ends there."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import RESIDENTS, residents
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text

_BEFORE = Text("före", "before")
_AFTER = Text("efter", "after")
_EITHER = Text("före eller efter", "before or after")


def find(view: View) -> Iterator[Hit]:
    """Where a phase does not say which zone it is in, it may be the one that seems to be missing."""
    for journey in view.map.journeys:
        zones = {phase.zone for phase in journey.phases}
        if not zones or None in zones or {"before", "after"} <= zones:
            continue
        words = _AFTER if "before" in zones else _BEFORE if "after" in zones else _EITHER
        ref = Ref(journey.id)
        yield hit(ref.of("phases"), zone=words, journey=view.label(ref), role=residents(journey))


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
        en="Before, during and after belong together for those who go through it. The municipality mostly sees only "
        "the middle.",
    ),
    source="SKR, Innovationsguiden: användarresa, skr.se, 2026-11-23",
    bad="""\
journey: Starta kafé
phases:
  - phase: Före
    zone: before
    steps:
      - {step: Läser på, feels: 0, evidence: assumed, touchpoints: n/a}
  - phase: Under
    zone: during
    steps:
      - {step: Anmäler, feels: 0, evidence: assumed, touchpoints: n/a}
""",
    good="""\
journey: Starta kafé
phases:
  - phase: Före
    zone: before
    steps:
      - {step: Läser på, feels: 0, evidence: assumed, touchpoints: n/a}
  - phase: Under
    zone: during
    steps:
      - {step: Anmäler, feels: 0, evidence: assumed, touchpoints: n/a}
  - phase: Efter
    zone: after
    steps:
      - {step: Öppnar, feels: 2, evidence: assumed, touchpoints: n/a}
""",
    find=find,
)

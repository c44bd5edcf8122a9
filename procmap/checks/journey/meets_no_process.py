"""JRN071 meets-no-process: a journey of which nobody has asked what stands behind it."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import WHO_MAPS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Where anything is said of what stands behind, the rest is asked about step by step: see nothing-asked-behind."""
    for journey in view.map.journeys:
        blueprint = view.blueprint(journey)
        open_ends = [hole.ref for hole in blueprint.holes if hole.kind == "behind-not-asked"]
        said = any(meeting.touchpoint.elements for column in blueprint.columns for meeting in column.meetings)
        if open_ends and not said and not journey.processes:
            ref = Ref(journey.id)
            yield hit(ref, *open_ends, journey=view.label(ref))


CHECK = Check(
    code="JRN071",
    name="meets-no-process",
    kind="gap",
    message=Text(
        sv="I {journey} står det inte vilket arbete som finns bakom kontakterna.",
        en="In {journey} it does not say which work stands behind the contacts.",
    ),
    question=Text(
        sv="Vilka hos oss arbetar bakom {journey}, och var är deras arbete beskrivet?",
        en="Who here works behind {journey}, and where is their work described?",
    ),
    role=WHO_MAPS,
    rationale=Text(
        sv="När resan och arbetet läggs bredvid varandra ser man vem som gör vad, och vad ingen gör.",
        en="When journey and work lie side by side one sees who does what, and what nobody does.",
    ),
    source="SKR, Innovationsguiden: användarresa, skr.se, 2026-11-23",
    bad="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - {step: Läser på, feels: 0, evidence: assumed, touchpoints: [web]}
      - {step: Frågar, feels: 1, evidence: assumed, touchpoints: [phone]}
""",
    good="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - step: Anmäler
        feels: 0
        evidence: assumed
        touchpoints:
          - paper_form: livsmedel/Anmälan inkommer
      - {step: Läser på, feels: 0, evidence: assumed, touchpoints: [web: n/a]}
""",
    find=find,
)

"""JRN022 no-feelings: a journey that does not say how anything feels."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import RESIDENTS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Nobody can say yet how a journey feels that is only wanted."""
    for journey in view.map.journeys:
        felt = [step.feels for step in journey.steps]
        if felt and all(feels is None for feels in felt) and journey.state != "to_be":
            ref = Ref(journey.id)
            yield hit(ref, journey=view.label(ref))


CHECK = Check(
    code="JRN022",
    name="no-feelings",
    kind="gap",
    message=Text(
        sv="Inget steg i {journey} säger hur det känns.",
        en="No step in {journey} says how it feels.",
    ),
    question=Text(
        sv="Var i {journey} känns det som bäst, och var som sämst?",
        en="Where in {journey} does it feel best, and where worst?",
    ),
    role=RESIDENTS,
    rationale=Text(
        sv="Utan känsla är en resa bara en lista över kontakter. Kurvan visar var det är värt att lyssna.",
        en="Without feelings a journey is a list of contacts. The curve shows where it is worth listening.",
    ),
    source="Nielsen Norman Group on journey maps, 2026-11-23",
    bad="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - {step: Läser på, touchpoints: n/a}
      - {step: Öppnar, touchpoints: n/a}
""",
    good="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - {step: Läser på, feels: 0, evidence: assumed, touchpoints: n/a}
      - {step: Öppnar, feels: 2, evidence: assumed, touchpoints: n/a}
""",
    find=find,
)

"""JRN005 journey-without-persona: nobody has said whose journey it is."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import WHO_MAPS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for journey in view.map.journeys:
        if journey.persona is None:
            ref = Ref(journey.id)
            yield hit(ref.of("persona"), journey=view.label(ref))


CHECK = Check(
    code="JRN005",
    name="journey-without-persona",
    kind="gap",
    message=Text(sv="Det står inte vems resa {journey} är.", en="It does not say whose journey {journey} is."),
    question=Text(
        sv="Vem är det som är med om {journey}, och för vem skulle det bli annorlunda?",
        en="Who is it that goes through {journey}, and for whom would it be different?",
    ),
    role=WHO_MAPS,
    rationale=Text(
        sv="Samma tjänst är olika för den som gör det varje månad och den som gör det en gång i livet.",
        en="The same service differs for those who do it every month and those who do it once in a lifetime.",
    ),
    source="Nielsen Norman Group on journey maps, 2026-11-23",
    bad="""\
journey: Öppna kiosk
trigger: Har köpt en vagn
outcome: Kan börja sälja
phases:
  - phase: Under
    steps:
      - {step: Anmäler, feels: 0, evidence: assumed, touchpoints: n/a}
""",
    good="""\
journey: Öppna kiosk
persona: {name: Nystartad företagare, needs: ett svar, access_needs: n/a}
trigger: Har köpt en vagn
outcome: Kan börja sälja
phases:
  - phase: Under
    steps:
      - {step: Anmäler, feels: 0, evidence: assumed, touchpoints: n/a}
""",
    find=find,
)

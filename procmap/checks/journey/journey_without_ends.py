"""JRN003 journey-without-ends: what sets the journey going, or when it is over, is not said."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import RESIDENTS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text

_ENDS = {
    "trigger": Text("vad som sätter i gång", "what sets going"),
    "outcome": Text("vad som är sant efter", "what is true after"),
}


def find(view: View) -> Iterator[Hit]:
    for journey in view.map.journeys:
        ref = Ref(journey.id)
        for name, words in _ENDS.items():
            if getattr(journey, name) is None:
                yield hit(ref.of(name), end=words, journey=view.label(ref))


CHECK = Check(
    code="JRN003",
    name="journey-without-ends",
    kind="gap",
    message=Text(
        sv="Det står inte {end} {journey}.",
        en="It does not say {end} {journey}.",
    ),
    question=Text(
        sv="Var det någon som berättade {end} {journey}?",
        en="Did anybody tell {end} {journey}?",
    ),
    role=RESIDENTS,
    rationale=Text(
        sv="En resa börjar innan kommunen märker den och slutar först när behovet är löst.",
        en="A journey starts before the municipality notices, and ends only when the need is met.",
    ),
    source="SKR, Innovationsguiden: användarresa (skr.se), as of 2026-11-23",
    bad="""\
journey: Starta kafé
persona: {name: Nystartad företagare, needs: [veta när jag får öppna], access_needs: inga}
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

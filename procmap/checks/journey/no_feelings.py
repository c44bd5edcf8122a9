"""JRN022 no-feelings: a journey that does not say how anything feels."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import RESIDENTS, steps
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for journey in view.map.journeys:
        felt = [step.feels for _, _, step in steps(journey)]
        if felt and all(feels is None for feels in felt):
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
    source="NN/g, journey maps and service blueprints (research digest), 2026-11-23",
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
        evidence: assumed
        touchpoints:
          - eservice: livsmedel/Anmälan inkommer
          - paper_form: livsmedel/Anmälan inkommer
      - step: Får beslut
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

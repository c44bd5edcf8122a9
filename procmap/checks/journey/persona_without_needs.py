"""JRN074 persona-without-needs: whose journey it is, and not what she needs."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import RESIDENTS, persona_of
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for journey in view.map.journeys:
        found = persona_of(view, journey)
        if found is not None and found[1].needs is None:
            yield hit(found[0].of("needs"), persona=view.label(found[0]))


CHECK = Check(
    code="JRN074",
    name="persona-without-needs",
    kind="gap",
    packs=("journey",),
    message=Text(
        sv="Det står inte vad {persona} behöver.",
        en="It does not say what {persona} needs.",
    ),
    question=Text(
        sv="Vad behöver {persona} egentligen, bortom att ärendet blir klart?",
        en="What does {persona} really need, beyond the case being done?",
    ),
    role=RESIDENTS,
    rationale=Text(
        sv="En persona utan behov är en rubrik.",
        en="A persona without needs is a heading.",
    ),
    source="NN/g, journey maps and service blueprints (research digest), 2026-11-23",
    bad="""\
journey: Starta kafé
persona: {name: Nystartad företagare, access_needs: inga}
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
  - phase: Före
    zone: before
    steps: [{step: Läser på, feels: 0, evidence: assumed, touchpoints: n/a}]
  - phase: Efter
    zone: after
    steps: [{step: Öppnar, feels: 2, evidence: assumed, touchpoints: n/a}]
""",
    find=find,
)

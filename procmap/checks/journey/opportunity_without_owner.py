"""JRN070 opportunity-without-owner: an opportunity that no role takes further."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import WHO_MAPS, steps
from procmap.checks.check import Check, Hit, hit
from procmap.graph.labels import quoted
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for journey in view.map.journeys:
        for ref, _, step in steps(journey):
            for number, opportunity in enumerate(known(step.opportunities) or (), 1):
                text = known(opportunity.text)
                if opportunity.owner is None and text is not None:
                    yield hit(ref.of("opportunities", str(number)), step=quoted(text), asked=False)


CHECK = Check(
    code="JRN070",
    name="opportunity-without-owner",
    kind="gap",
    packs=("journey",),
    message=Text(
        sv="Ingen roll tar {step} vidare.",
        en="No role takes {step} further.",
    ),
    gathered=Text(
        sv="Ingen roll tar de här möjligheterna vidare: {steps}.",
        en="No role takes these opportunities further: {steps}.",
    ),
    question=Text(
        sv="Vilken roll skulle kunna ta {step} vidare, och vad är det minsta man kan prova?",
        en="Which role could take {step} further, and what is the least one could try?",
    ),
    gathered_question=Text(
        sv="Vilka roller skulle kunna ta de här möjligheterna vidare: {steps}?",
        en="Which roles could take these opportunities further: {steps}?",
    ),
    role=WHO_MAPS,
    rationale=Text(
        sv="En möjlighet som ingen äger är en önskan.",
        en="An opportunity that nobody owns is a wish.",
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
        feels: 0
        opportunities: [Visa status]
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
        opportunities: [{text: Visa status, owner: registrator}]
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

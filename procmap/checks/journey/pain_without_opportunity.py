"""JRN021 pain-without-opportunity: a pain that nobody has thought of doing anything about."""

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
        eased = {
            text
            for _, _, step in steps(journey)
            for opportunity in known(step.opportunities) or ()
            for text in known(opportunity.addresses) or ()
        }
        for ref, _, step in steps(journey):
            if step.opportunities is None:
                for number, pain in enumerate(known(step.pains) or (), 1):
                    text = known(pain.text)
                    if text is not None and text not in eased:
                        yield hit(ref.of("pains", str(number)), pain=quoted(text), step=view.label(ref))


CHECK = Check(
    code="JRN021",
    name="pain-without-opportunity",
    kind="ask",
    packs=("journey",),
    message=Text(
        sv="Ingen möjlighet svarar mot {pain} i {step}.",
        en="No opportunity answers {pain} in {step}.",
    ),
    question=Text(
        sv="Vad skulle kunna lindra {pain} i {step}, och vem skulle kunna ta det vidare?",
        en="What could ease {pain} in {step}, and who could take it further?",
    ),
    role=WHO_MAPS,
    rationale=Text(
        sv="En smärta som stannar på kartan hjälper ingen.",
        en="A pain that stays on the map helps nobody.",
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
        pains: Vet inte om jag får öppna
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
        pains: Vet inte om jag får öppna
        opportunities: [{text: Visa status, addresses: Vet inte om jag får öppna, owner: registrator}]
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

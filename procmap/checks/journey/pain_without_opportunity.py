"""JRN021 pain-without-opportunity: a pain, and nothing in the map that would ease it."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import WHO_MAPS, steps
from procmap.checks.check import Check, Hit, hit
from procmap.graph.labels import quoted
from procmap.graph.view import View
from procmap.model.journey import Journey
from procmap.model.knowledge import known
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """A wanted journey in which the pain is gone eases it too."""
    for journey in view.map.journeys:
        eased = {
            text
            for step in journey.steps
            for opportunity in known(step.opportunities) or ()
            for text in known(opportunity.addresses) or ()
        }
        wanted = [
            _pains(other) for other in view.map.journeys if other.variant_of == journey.id and other.state == "to_be"
        ]
        for ref, _, step in steps(journey):
            if step.opportunities is not None:
                continue
            for number, pain in enumerate(known(step.pains) or (), 1):
                text = known(pain.text)
                if text and text not in eased and all(text in pains for pains in wanted):
                    at = ref.of("pains", str(number))
                    yield hit(at, step=quoted(text), within=view.label(ref), asked=False)


def _pains(journey: Journey) -> set[str]:
    return {text for step in journey.steps for pain in known(step.pains) or () if (text := known(pain.text))}


CHECK = Check(
    code="JRN021",
    name="pain-without-opportunity",
    kind="ask",
    packs=("journey",),
    message=Text(
        sv="Det står inte vad som skulle kunna lindra {step}, i {within}.",
        en="It does not say what might ease {step}, in {within}.",
    ),
    gathered=Text(
        sv="Det står inte vad som skulle kunna lindra de här smärtpunkterna: {steps}.",
        en="It does not say what might ease these pains: {steps}.",
    ),
    question=Text(
        sv="Vad skulle kunna lindra {step} i {within}, och vem skulle kunna ta det vidare?",
        en="What might ease {step} in {within}, and who might take it further?",
    ),
    gathered_question=Text(
        sv="Vad skulle kunna lindra var och en av smärtpunkterna, och vem skulle kunna ta det vidare: {steps}?",
        en="What might ease each of the pains, and who might take it further: {steps}?",
    ),
    role=WHO_MAPS,
    rationale=Text(
        sv="En smärtpunkt som stannar på kartan hjälper ingen.", en="A pain that stays on the map helps nobody."
    ),
    source="Nielsen Norman Group on journey maps, 2026-11-23",
    answers=("KNO-022",),
    bad="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - step: Väntar
        feels: -1
        evidence: assumed
        quotes: Jag satt och tittade på telefonen
        touchpoints: n/a
        wait_time: 2 weeks
        pains: Vet inte när kaféet får öppna
""",
    good="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - step: Väntar
        feels: -1
        evidence: assumed
        quotes: Jag satt och tittade på telefonen
        touchpoints: n/a
        wait_time: 2 weeks
        pains: Vet inte när kaféet får öppna
        opportunities:
          - text: Skriv datumet i bekräftelsen
            addresses: Vet inte när kaféet får öppna
            owner: Registrator
""",
    find=find,
)

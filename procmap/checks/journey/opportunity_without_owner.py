"""JRN070 opportunity-without-owner: it is not said which role takes an opportunity further."""

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
                    at = ref.of("opportunities", f"{number}.owner")
                    yield hit(at, step=quoted(text), asked=False)


CHECK = Check(
    code="JRN070",
    name="opportunity-without-owner",
    kind="gap",
    packs=("journey",),
    message=Text(
        sv="Det står inte vilken roll som tar {step} vidare.", en="It does not say which role takes {step} further."
    ),
    gathered=Text(
        sv="Det står inte vilken roll som tar de här möjligheterna vidare: {steps}.",
        en="It does not say which role takes these opportunities further: {steps}.",
    ),
    question=Text(
        sv="Vilken roll skulle kunna ta {step} vidare, och vad är det minsta vi kan prova?",
        en="Which role could take {step} further, and what is the least we can try?",
    ),
    gathered_question=Text(
        sv="Vilka roller skulle kunna ta de här möjligheterna vidare, och vad är det minsta vi kan prova: {steps}?",
        en="Which roles could take these opportunities further, and what is the least we can try: {steps}?",
    ),
    role=WHO_MAPS,
    rationale=Text(
        sv="En möjlighet som ingen tar hand om blir lätt kvar på väggen.",
        en="An opportunity that no role has is easily left on the wall.",
    ),
    source="Nielsen Norman Group on journey maps, 2026-11-23",
    bad="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - step: Läser på
        feels: 0
        evidence: assumed
        touchpoints: n/a
        opportunities: Visa två exempel på godkända anmälningar
""",
    good="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - step: Läser på
        feels: 0
        evidence: assumed
        touchpoints: n/a
        opportunities:
          - text: Visa två exempel på godkända anmälningar
            owner: Registrator
""",
    find=find,
)

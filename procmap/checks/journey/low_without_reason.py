"""JRN020 low-without-reason: a step feels bad, and it is not said why."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import RESIDENTS, steps
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for journey in view.map.journeys:
        for ref, _, step in steps(journey):
            feels = known(step.feels)
            if feels is not None and feels < 0 and step.pains is None and step.opportunities is None:
                yield hit(ref.of("feels"), step=view.label(ref))


CHECK = Check(
    code="JRN020",
    name="low-without-reason",
    kind="ask",
    message=Text(
        sv="{step} känns dåligt, men det står inte vad som gör ont.",
        en="{step} feels bad, but it does not say what hurts.",
    ),
    question=Text(
        sv="Vad är det som gör {step} dåligt, och vad hade hjälpt just då?",
        en="What makes {step} bad, and what would have helped right then?",
    ),
    role=RESIDENTS,
    rationale=Text(
        sv="Där kurvan är låg finns det mest att göra, men först när man vet varför.",
        en="Where the curve is low there is most to do, but only once one knows why.",
    ),
    source="Custellence, how-to guide (custellence.com), as of 2026-11-23",
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
        feels: -1
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
        feels: -1
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
""",
    find=find,
)

"""JRN020 low-without-reason: a step feels bad, and nothing in it tells why."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import RESIDENTS, feels_bad, is_explained, residents, steps
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for journey in view.map.journeys:
        for ref, _, step in steps(journey):
            if feels_bad(step) and not is_explained(step):
                yield hit(ref.of("feels"), step=view.label(ref), role=residents(journey), asked=False)


CHECK = Check(
    code="JRN020",
    name="low-without-reason",
    kind="ask",
    message=Text(
        sv="{step} känns dåligt, och det står inte varför.",
        en="{step} feels bad, and it does not say why.",
    ),
    gathered=Text(
        sv="De här stegen känns dåliga, och det står inte varför: {steps}.",
        en="These steps feel bad, and it does not say why: {steps}.",
    ),
    question=Text(
        sv="Vad är det som känns dåligt i {step}, och vad skulle hjälpa just då?",
        en="What is it that feels bad in {step}, and what would help right then?",
    ),
    gathered_question=Text(
        sv="Vad är det som känns dåligt i de här stegen, och vad skulle hjälpa just då: {steps}?",
        en="What is it that feels bad in these steps, and what would help right then: {steps}?",
    ),
    role=RESIDENTS,
    rationale=Text(
        sv="Där kurvan är låg finns det mest att göra, men först när man vet varför.",
        en="Where the curve is low there is most to do, but only once one knows why.",
    ),
    source="Custellence, how-to guide, custellence.com, 2026-11-23",
    bad="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - {step: Läser på, feels: -1, evidence: assumed, touchpoints: n/a}
""",
    good="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - step: Läser på
        feels: -1
        evidence: assumed
        touchpoints: n/a
        pains: Det går inte att se om det behövs tillstånd eller anmälan
""",
    find=find,
)

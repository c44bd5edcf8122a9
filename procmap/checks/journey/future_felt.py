"""JRN024 future-felt: a journey that is only wanted says how it feels, as if somebody had been through it."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import WHO_MAPS, step_in_origin, steps
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.journey import ASSUMED, Step
from procmap.model.knowledge import known
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """What a variant leaves as it is in its origin is no wish."""
    for journey in view.map.journeys:
        if journey.state == "to_be":
            for ref, _, step in steps(journey):
                origin = step_in_origin(view, journey, step)
                if known(step.feels) is None or (origin is not None and origin.feels == step.feels):
                    continue
                there = _sources(origin) if origin is not None else set()
                if not _sources(step) - there and ASSUMED not in _sources(step):
                    yield hit(ref.of("feels"), step=view.label(ref), asked=False)


def _sources(step: Step) -> set[str]:
    """What the step rests on, such as a trial of a prototype."""
    stated = (source for one in step.provenance if one.attribute == "feels" for source in (*one.sources, one.method))
    return {*step.evidence, *(source for source in stated if source)}


CHECK = Check(
    code="JRN024",
    name="future-felt",
    kind="ask",
    packs=("journey",),
    message=Text(
        sv="Det står hur {step} känns, fast ingen har varit med om det än.",
        en="It says how {step} feels, though nobody has been through it yet.",
    ),
    gathered=Text(
        sv="Det står hur de här stegen känns, fast ingen har varit med om dem än: {steps}.",
        en="It says how these steps feel, though nobody has been through them yet: {steps}.",
    ),
    question=Text(
        sv="Hur kan vi prova med någon om {step} känns som vi tror, innan vi bygger?",
        en="How can we try with somebody whether {step} feels as we believe, before we build?",
    ),
    gathered_question=Text(
        sv="Hur kan vi prova med någon om de här stegen känns som vi tror, innan vi bygger: {steps}?",
        en="How can we try with somebody whether these steps feel as we believe, before we build: {steps}?",
    ),
    role=WHO_MAPS,
    rationale=Text(
        sv="Bara den som har varit med om något kan säga hur det känns. I ett önskat läge är det ett antagande "
        "(evidence: assumed), tills någon har provat.",
        en="Only those who have been through something can say how it feels. In a to-be it is assumed (evidence: "
        "assumed), until somebody has tried it.",
    ),
    source="CJML, SINTEF, cjml.no, 2026-11-23",
    bad="""\
journey: Starta kafé
state: to_be
phases:
  - phase: Under
    steps:
      - {step: Får svar direkt, feels: 2, touchpoints: n/a}
""",
    good="""\
journey: Starta kafé
state: to_be
evidence:
  prov: {name: Prov med sex företagare, method: prototyp, n: 6}
phases:
  - phase: Under
    steps:
      - {step: Får svar direkt, feels: 2, from: prov, touchpoints: n/a}
      - {step: Öppnar, feels: 2, evidence: assumed, touchpoints: n/a}
""",
    find=find,
)

"""JRN023 from-nobody: it is not said who has told or seen what a step says about somebody's experience."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import WHO_MAPS, steps
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.journey import Step
from procmap.model.knowledge import known
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """A wanted journey is asked about in its own way: see future-felt."""
    for journey in view.map.journeys:
        if journey.state != "to_be":
            for ref, _, step in steps(journey):
                if _is_told(step) and not _has_source(step):
                    yield hit(ref.of("evidence"), step=view.label(ref), asked=False)


def _is_told(step: Step) -> bool:
    """Whether the step says anything about what somebody feels, thinks or says."""
    felt = (step.feels, step.thinks, step.pains, step.gains)
    return bool(step.quotes) or any(known(value) is not None for value in felt)


def _has_source(step: Step) -> bool:
    """Whether anything in the step says where it comes from; who said it, or how it became known, will do."""
    statements = (*step.quotes, *(known(step.pains) or ()), *(known(step.gains) or ()))
    return bool(
        step.evidence
        or any(one.sources or one.method or one.by for one in step.provenance)
        or any(statement.evidence for statement in statements)
    )


CHECK = Check(
    code="JRN023",
    name="from-nobody",
    kind="gap",
    message=Text(
        sv="Det framgår inte vem som har sagt eller sett det som står om {step}.",
        en="It is not clear who has told or seen what is said about {step}.",
    ),
    gathered=Text(
        sv="Det framgår inte vem som har sagt eller sett det som står om de här stegen: {steps}.",
        en="It is not clear who has told or seen what is said about these steps: {steps}.",
    ),
    question=Text(
        sv="Vem har berättat eller sett det som står om {step}, eller är det vad vi själva tror?",
        en="Who has told or seen what is said about {step}, or is it what we believe ourselves?",
    ),
    gathered_question=Text(
        sv="Vem har berättat eller sett det som står om de här stegen, och vad är det vi själva tror: {steps}?",
        en="Who has told or seen what is said about these steps, and what is it that we believe ourselves: {steps}?",
    ),
    role=WHO_MAPS,
    rationale=Text(
        sv="En resa ska bygga på verkliga händelser. Det vi antar får stå kvar, märkt som antaget (evidence: assumed).",
        en="A journey is to build on real events. What we assume may stay, marked as assumed (evidence: assumed).",
    ),
    source="SKR, Innovationsguiden: användarresa, skr.se, 2026-11-23",
    bad="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - {step: Läser på, feels: 0, touchpoints: n/a}
""",
    good="""\
journey: Starta kafé
evidence:
  samtal: {name: Samtal med fem kaféägare, method: interview, n: 5}
phases:
  - phase: Under
    steps:
      - {step: Läser på, feels: 0, from: samtal, touchpoints: n/a}
      - {step: Öppnar, feels: 2, evidence: assumed, touchpoints: n/a}
""",
    find=find,
)

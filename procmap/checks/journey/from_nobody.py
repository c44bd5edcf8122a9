"""JRN023 from-nobody: it is not said whom the feelings and pains come from."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import WHO_MAPS, steps
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.journey import Step
from procmap.model.knowledge import known
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for journey in view.map.journeys:
        if journey.state != "to_be":
            for ref, _, step in steps(journey):
                if _is_said(step) and not _is_from(step):
                    yield hit(ref.of("evidence"), step=view.label(ref), asked=False)


def _is_said(step: Step) -> bool:
    """Whether the step says anything about what somebody feels, thinks or says."""
    felt = (step.feels, step.thinks, step.pains, step.gains)
    return bool(step.quotes) or any(known(value) is not None for value in felt)


def _is_from(step: Step) -> bool:
    """Whether anything in the step says what it rests on."""
    statements = (*step.quotes, *(known(step.pains) or ()), *(known(step.gains) or ()))
    return bool(
        step.evidence
        or any(provenance.sources for provenance in step.provenance)
        or any(statement.evidence for statement in statements)
    )


CHECK = Check(
    code="JRN023",
    name="from-nobody",
    kind="gap",
    message=Text(
        sv="Det står inte vad {step} vilar på: vem som har sagt eller sett det.",
        en="It does not say what {step} rests on: who has said or seen it.",
    ),
    gathered=Text(
        sv="Det står inte vad de här stegen vilar på, vem som har sagt eller sett det: {steps}.",
        en="It does not say what these steps rest on, who has said or seen it: {steps}.",
    ),
    question=Text(
        sv="Vem har sagt eller sett det som står om {step}, eller är det vad vi själva tror?",
        en="Who has said or seen what it says about {step}, or is it what we believe ourselves?",
    ),
    gathered_question=Text(
        sv="Vem har sagt eller sett det som står om de här stegen, och vad är det vi själva tror: {steps}?",
        en="Who has said or seen what it says about these steps, and what is it that we believe ourselves: {steps}?",
    ),
    role=WHO_MAPS,
    rationale=Text(
        sv="En resa ska bygga på verkliga händelser. Det vi antar får stå kvar, men märkt som antagande.",
        en="A journey is to build on real events. What we assume may stay, marked as assumed.",
    ),
    source="SKR, Innovationsguiden: användarresa (skr.se), as of 2026-11-23",
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

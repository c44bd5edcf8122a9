"""BPR040 nothing-asked-behind: a touchpoint of which nobody has asked what stands behind it."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import WHO_MAPS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Where nothing is said of what stands behind any, the journey is asked about as a whole: see meets-no-process."""
    for journey in view.map.journeys:
        blueprint = view.blueprint(journey)
        said = any(meeting.touchpoint.elements for column in blueprint.columns for meeting in column.meetings)
        if said or journey.processes:
            for hole in blueprint.holes:
                if hole.kind == "behind-not-asked":
                    yield hit(hole.ref, step=view.label(Ref(journey.id, hole.step)), asked=False)


CHECK = Check(
    code="BPR040",
    name="nothing-asked-behind",
    kind="gap",
    message=Text(
        sv="Det står inte vilket arbete som finns bakom kontakten i {step}.",
        en="It does not say which work stands behind the contact in {step}.",
    ),
    gathered=Text(
        sv="Det står inte vilket arbete som finns bakom kontakten i de här stegen: {steps}.",
        en="It does not say which work stands behind the contact in these steps: {steps}.",
    ),
    question=Text(
        sv="Vem gör vad hos oss för att {step} ska fungera?",
        en="Who here does what for {step} to work?",
    ),
    gathered_question=Text(
        sv="Vem gör vad hos oss för att de här stegen ska fungera: {steps}?",
        en="Who here does what for these steps to work: {steps}?",
    ),
    role=WHO_MAPS,
    rationale=Text(
        sv="Behov som ingen har ansvar för syns där en kontakt saknar arbete bakom sig.",
        en="Needs that nobody is responsible for show where a contact has no work behind it.",
    ),
    source="SKR, Innovationsguiden: användarresa, skr.se, 2026-11-23",
    answers=("BPMN: customer step without counterpart",),
    bad="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - step: Anmäler
        feels: 0
        evidence: assumed
        touchpoints:
          - paper_form: livsmedel/Anmälan inkommer
      - {step: Frågar, feels: 1, evidence: assumed, touchpoints: [phone]}
""",
    good="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - step: Anmäler
        feels: 0
        evidence: assumed
        touchpoints:
          - paper_form: livsmedel/Anmälan inkommer
      - {step: Frågar, feels: 1, evidence: assumed, touchpoints: [phone: livsmedel/Registrera anmälan]}
""",
    find=find,
)

"""JRN010 step-without-touchpoint: it is not said where the resident meets anybody in a step, or through what."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import RESIDENTS, residents
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.knowledge import Unknown
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Of a step that nobody could name it is asked first what one does there."""
    for journey in view.map.journeys:
        unnamed = {step.id for step in journey.steps if isinstance(step.name, Unknown)}
        for hole in view.blueprint(journey).holes:
            if hole.step in unnamed:
                continue
            if hole.kind == "touchpoints-not-asked":
                yield hit(hole.ref.of("touchpoints"), step=view.label(hole.ref), role=residents(journey), asked=False)
            elif hole.kind == "channel-not-asked":
                step = view.label(Ref(journey.id, hole.step))
                yield hit(hole.ref, step=step, role=residents(journey), asked=False)


CHECK = Check(
    code="JRN010",
    name="step-without-touchpoint",
    kind="ask",
    message=Text(
        sv="Det står inte var man möter kommunen, eller någon annan, i {step}.",
        en="It does not say where one meets the municipality, or anybody else, in {step}.",
    ),
    gathered=Text(
        sv="Det står inte var man möter kommunen, eller någon annan, i de här stegen: {steps}.",
        en="It does not say where one meets the municipality, or anybody else, in these steps: {steps}.",
    ),
    question=Text(
        sv="Vem eller vad möter man i {step}: en webbsida, en person, ett brev, eller ingen alls?",
        en="Whom or what does one meet in {step}: a web page, a person, a letter, or nobody at all?",
    ),
    gathered_question=Text(
        sv="Vem eller vad möter man i vart och ett av de här stegen, eller möter man ingen: {steps}?",
        en="Whom or what does one meet in each of these steps, or does one meet nobody: {steps}?",
    ),
    role=RESIDENTS,
    rationale=Text(
        sv="Det är i mötena som arbetet blir synligt. Ett steg utan möte kan vara det som är svårast.",
        en="It is where people meet that the work becomes visible. A step without a meeting may be the hardest.",
    ),
    source="SKR, Innovationsguiden: användarresa, skr.se, 2026-11-23",
    answers=("J11",),
    bad="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - {step: Läser på, feels: 0, evidence: assumed}
""",
    good="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - {step: Läser på, feels: 0, evidence: assumed, touchpoints: [web: n/a]}
""",
    find=find,
)

"""JRN077 long-silence: a long wait in which nobody is in touch, and nothing is said of what would help."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import RESIDENTS, residents, steps, touchpoints
from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import spoken
from procmap.graph.view import View
from procmap.model.journey import Step
from procmap.model.knowledge import NotApplicable, known
from procmap.text import Text

_DAY = 86_400
_FOR = Text("{step} ({time})", "{step} ({time})")


def find(view: View) -> Iterator[Hit]:
    """A wait without a time is asked about in its own way, and so is a pain: see wait-without-time and others."""
    longest = view.thresholds["long-silence"] * _DAY
    for journey in view.map.journeys:
        for ref, _, step in steps(journey):
            wait, pains = known(step.wait_time), known(step.pains)
            if wait is None or wait.seconds[1] < longest or not _is_silent(step):
                continue
            if step.opportunities is not None or pains:
                continue
            at, time = view.label(ref), spoken(view, None, "wait_time", wait)
            yield hit(
                ref.of("wait_time"),
                at=at,
                time=time,
                step=_FOR.fill(step=at, time=time),
                role=residents(journey),
                asked=False,
            )


def _is_silent(step: Step) -> bool:
    """Whether it is known that nobody is in touch."""
    if isinstance(step.touchpoints, NotApplicable):
        return True
    return {known(touchpoint.channel) for touchpoint in touchpoints(step)} == {"none"}


CHECK = Check(
    code="JRN077",
    name="long-silence",
    kind="ask",
    packs=("journey",),
    message=Text(sv="I {at} går {time} utan kontakt.", en="In {at} {time} pass without contact."),
    gathered=Text(
        sv="Här går det lång tid utan kontakt: {steps}.", en="Here a long time passes without contact: {steps}."
    ),
    question=Text(
        sv="Vad skulle man vilja få veta under {at}, och vem kan höra av sig?",
        en="What would one want to hear during {at}, and who can be in touch?",
    ),
    gathered_question=Text(
        sv="Vad skulle man vilja få veta under tiden, och vem kan höra av sig: {steps}?",
        en="What would one want to hear meanwhile, and who can be in touch: {steps}?",
    ),
    role=RESIDENTS,
    rationale=Text(
        sv="Samma väntan är kortare för den som vet vad som händer.",
        en="The same wait is shorter for those who know what is happening.",
    ),
    source="Nielsen Norman Group on service blueprints, 2026-11-23",
    thresholds={"long-silence": 14},
    answers=("KNO-021",),
    bad="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - {step: Väntar på besked, feels: 0, evidence: assumed, touchpoints: n/a, wait_time: 3 weeks}
""",
    good="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - step: Väntar på besked
        feels: 0
        evidence: assumed
        touchpoints: n/a
        wait_time: 3 weeks
        opportunities:
          - {text: Skriv i bekräftelsen vilken dag kaféet får öppna, owner: Registrator}
""",
    find=find,
)

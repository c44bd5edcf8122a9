"""JRN030 wait-without-time: somebody waits, and it is not said how long."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.asking import RESIDENTS, residents, steps, touchpoints
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.journey import Step
from procmap.model.knowledge import NotApplicable
from procmap.model.label import Translated
from procmap.text import Text

_WAITS = re.compile(r"\b(in)?vänta|\bwait", re.IGNORECASE)


def find(view: View) -> Iterator[Hit]:
    for journey in view.map.journeys:
        for ref, _, step in steps(journey):
            if step.wait_time is None and (_says_so(step) or _is_worked_on(step)):
                yield hit(ref.of("wait_time"), step=view.label(ref), role=residents(journey), asked=False)


def _says_so(step: Step) -> bool:
    name = step.name
    words = f"{name.sv}, {name.en}" if isinstance(name, Translated) else name if isinstance(name, str) else ""
    return _WAITS.search(words) is not None


def _is_worked_on(step: Step) -> bool:
    """Whether there is no contact while somebody works: nobody who is only on her own waits."""
    channels = {touchpoint.channel for touchpoint in touchpoints(step)}
    behind = [touchpoint.elements for touchpoint in touchpoints(step)]
    return channels == {"none"} and not all(each is None or isinstance(each, NotApplicable) for each in behind)


CHECK = Check(
    code="JRN030",
    name="wait-without-time",
    kind="gap",
    message=Text(
        sv="Det står inte hur länge man väntar i {step}.", en="It does not say for how long one waits in {step}."
    ),
    gathered=Text(
        sv="Det står inte hur länge man väntar i de här stegen: {steps}.",
        en="It does not say for how long one waits in these steps: {steps}.",
    ),
    question=Text(
        sv="Hur länge väntar man i {step}, och hur vet man att det fortfarande är på gång?",
        en="For how long does one wait in {step}, and how does one know that it is still under way?",
    ),
    gathered_question=Text(
        sv="Hur länge väntar man i de här stegen, och hur vet man att det fortfarande är på gång: {steps}?",
        en="For how long does one wait in these steps, and how does one know that it is still under way: {steps}?",
    ),
    role=RESIDENTS,
    rationale=Text(
        sv="Att vänta utan att veta är ofta det man minns längst.",
        en="To wait without knowing is often what is remembered longest.",
    ),
    source="Shostack, Designing Services That Deliver, 1984",
    bad="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - {step: Väntar på besked, feels: 0, evidence: assumed, touchpoints: n/a}
""",
    good="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - {step: Väntar på besked, feels: 0, evidence: assumed, touchpoints: n/a, wait_time: 2 weeks}
""",
    find=find,
)

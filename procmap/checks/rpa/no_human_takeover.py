"""RPA063 no-human-takeover: nobody is said to take over when the robot cannot go on, or stands still."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import decided_by_machine, is_open, stated
from procmap.checks.words import WHO_LEADS, whom
from procmap.graph.view import View
from procmap.model.knowledge import Unknown
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Said at the step or around it. Who is to see a refusal before it is one is asked by RPA074."""
    for process, found in stated(view):
        refusing = {each.path for each in decided_by_machine(view, process) if each.may_refuse}
        for path, step in found.steps:
            if path not in refusing and all(is_open(each.human_takeover) for each in found.around(path)):
                ref = Ref(process.id, path)
                asked = isinstance(step.human_takeover, Unknown)
                role = whom(view, process, path, step.human_takeover) if asked else None
                yield hit(ref.of("human_takeover"), step=view.label(ref), role=role, asked=asked)


CHECK = Check(
    code="RPA063",
    name="no-human-takeover",
    kind="blocker",
    packs=("rpa",),
    message=Text(
        sv="Det står inte vem som tar över när roboten inte kan göra {step}.",
        en="It does not say who takes over when the robot cannot do {step}.",
    ),
    gathered=Text(
        sv="Det står inte vem som tar över när roboten inte kan göra de här stegen: {steps}.",
        en="It does not say who takes over when the robot cannot do these steps: {steps}.",
    ),
    question=Text(
        sv="Vem tar över när roboten inte kan göra {step}, och hur får den personen veta det?",
        en="Who takes over when the robot cannot do {step}, and how does that person get to know?",
    ),
    gathered_question=Text(
        sv="Vem tar över när roboten inte kan gå vidare eller står still, och hur får den personen veta det: {steps}?",
        en="Who takes over when the robot cannot go on or stands still, and how does that person get to know: {steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Det kommer alltid ärenden som ingen har tänkt på. Då ska det finnas en väg till en människa, och ärendet "
        "ska inte bli liggande.",
        en="There will always be cases that nobody has thought of. Then there must be a way to a person, and the case "
        "must not be left lying.",
    ),
    source="Digg, Automatisera handläggning och beslut, utredningsansvaret; UiPath PDD template, läst 2026-11-23",
    answers=("RPA-062", "RPA-081"),
    bad="""\
changes:
  - at: Registrera anmälan
    human_takeover: n/a
""",
    good="""\
changes:
  - at: Registrera anmälan
    human_takeover: inspektor
""",
    find=find,
)

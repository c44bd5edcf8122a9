"""KNO025 skills-not-asked: the work is about to change, and nobody has asked what one then needs to be able to do."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import performer
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """What people do today, where it is said that a robot is to do it or to help."""
    for process in view.processes:
        meant = view.automation(process)
        for path, step in meant.steps if meant.is_stated else ():
            if step.skills is None and view.kind(process, view.place(process, path)) == "person":
                ref = Ref(process.id, path)
                yield hit(ref.of("skills"), step=view.label(ref), role=performer(view, process, path), asked=False)


CHECK = Check(
    code="KNO025",
    name="skills-not-asked",
    kind="ask",
    packs=("rpa",),
    message=Text(
        sv="{step} ska ändras, och det står inte vad man behöver kunna då.",
        en="{step} is to change, and it does not say what one then needs to be able to do.",
    ),
    gathered=Text(
        sv="De här stegen ska ändras, och det står inte vad man behöver kunna då: {steps}.",
        en="These steps are to change, and it does not say what one then needs to be able to do: {steps}.",
    ),
    question=Text(
        sv="Vad behöver du kunna när en robot tar hand om {step}, och vad skulle du själv vilja lära dig?",
        en="What do you need to be able to do when a robot takes care of {step}, and what would you like to learn?",
    ),
    gathered_question=Text(
        sv="Vad behöver du kunna när en robot tar hand om de här stegen, och vad skulle du själv vilja lära dig: "
        "{steps}?",
        en="What do you need to be able to do when a robot takes care of these steps, and what would you like to "
        "learn: {steps}?",
    ),
    role=Text(sv="de som gör arbetet i dag", en="those who do the work today"),
    rationale=Text(
        sv="Kompetens är det som behövs i just det här arbetet. Det bedöms i ett samtal med dem som gör det, inte med "
        "en mall.",
        en="Competence is what this very work needs. It is talked over with those who do it, not measured with a form.",
    ),
    source="Helsingborgs stad, hbg.works/digitalt-kompetent, 2026-11-23",
    bad="""\
changes:
  - at: Registrera anmälan
    automation: planned
    skills: n/a
""",
    good="""\
changes:
  - at: Registrera anmälan
    automation: planned
    skills: kunna se när roboten har läst fel
""",
    find=find,
)

"""SHR004 law-without-day: a law that the process rests on, and not when somebody last read it."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS
from procmap.graph.labels import quoted
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        for number, basis in enumerate(view.value(process, "legal_basis") or (), 1):
            name = view.value(basis, "ref")
            if name and basis.as_of is None:
                at = Ref(process.id).of("legal_basis", str(number))
                yield hit(at, step=quoted(name), role=view.leader(process.id), asked=False)


CHECK = Check(
    code="SHR004",
    name="law-without-day",
    kind="gap",
    packs=("sharing",),
    message=Text(
        sv="Det står inte när någon senast läste {step}.", en="It does not say when somebody last read {step}."
    ),
    gathered=Text(
        sv="Det står inte när någon senast läste {steps}.", en="It does not say when somebody last read {steps}."
    ),
    question=Text(
        sv="Vilken lydelse av {step} bygger arbetet på, och när läste någon den?",
        en="Which wording of {step} does the work rest on, and when did somebody read it?",
    ),
    gathered_question=Text(
        sv="Vilka lydelser bygger arbetet på, och när läste någon dem: {steps}?",
        en="Which wordings does the work rest on, and when did somebody read them: {steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Den som tar över kartan om två år ser inte vilken lag den följde. Skriv dagen under as_of.",
        en="Whoever takes over the map in two years does not see which law it followed. Write the day under as_of.",
    ),
    source="procmap, 2026-11-30; en ny socialtjänstlag (2025:400) utfärdades i maj 2025, läst 2026-11-30 på selex.se",
    bad="""\
legal_basis: LIVSFS 2022:8 2 §
""",
    good="""\
legal_basis: {ref: LIVSFS 2022:8 2 §, as_of: 2026-11-01}
""",
    find=find,
)

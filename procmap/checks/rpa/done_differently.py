"""RPA065 done-differently: people or units do the step in different ways, and a robot can do it in one only."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import meant
from procmap.checks.words import performer, spoken
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, found in meant(view):
        for path, step in found.steps:
            if known(step.variation) in ("differs_between_people", "differs_between_units"):
                ref = Ref(process.id, path)
                how = spoken(view, process, "variation", step.variation)
                yield hit(ref.of("variation"), step=view.label(ref), how=how, role=performer(view, process, path))


CHECK = Check(
    code="RPA065",
    name="done-differently",
    kind="risk",
    packs=("rpa",),
    message=Text(sv="{step} görs {how}.", en="{step} is done {how}."),
    question=Text(
        sv="Vad skiljer sig när ni gör {step}, och vilka skillnader har ett skäl?",
        en="What differs when you do {step}, and which of the differences have a reason?",
    ),
    role=Text(sv="alla som gör {step}", en="all who do {step}"),
    rationale=Text(
        sv="En robot gör på ett sätt. Kom överens först, annars byggs ett av sätten in utan att någon valt det.",
        en="A robot does it in one way. Agree first, or one of the ways is built in without anybody having chosen it.",
    ),
    source="Digitaliseringsguiden, RPA, digitaliseringsguiden.se/losningar/rpa, läst 2026-11-23",
    bad="""\
changes:
  - at: Registrera anmälan
    variation: differs_between_people
""",
    good="""\
changes:
  - at: Registrera anmälan
    variation: minor
""",
    find=find,
)

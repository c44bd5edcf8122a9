"""RPA007 nothing-to-follow: beside the map nothing is written about how the work is done."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import on_their_own
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, _ in on_their_own(view):
        if known(process.documentation) in ("none", "input_files"):
            ref = Ref(process.id)
            yield hit(ref.of("documentation"), process=view.label(ref))


CHECK = Check(
    code="RPA007",
    name="nothing-to-follow",
    kind="gap",
    packs=("rpa",),
    message=Text(
        sv="För {process} finns ingen rutin eller instruktion att bygga efter.",
        en="For {process} there is no routine or instruction to build by.",
    ),
    question=Text(
        sv="Vilka lathundar, mallar och egna anteckningar använder ni i {process}, och får de vara med?",
        en="Which crib sheets, templates and notes of your own do you use in {process}, and may they be added?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Den som bygger roboten kan verktyget men inte arbetet, och bygger det som står skrivet.",
        en="Whoever builds the robot knows the tool but not the work, and builds what is written.",
    ),
    source="UiPath Automation Hub, high-level assessment, read 2026-11-23",
    bad="""\
documentation: none
""",
    good="""\
documentation: procedure
""",
    find=find,
)

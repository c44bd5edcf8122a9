"""RPA020 input-not-digital: what the step works from is on paper or said aloud, or nobody knew how it comes."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import meant
from procmap.checks.words import whom
from procmap.graph.view import View
from procmap.model.knowledge import Unknown
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, found in meant(view):
        for path, step in found.steps:
            medium = step.input_medium
            cause = _UNKNOWN if isinstance(medium, Unknown) else _CAUSES.get(str(medium))
            if cause is not None:
                ref = Ref(process.id, path)
                role = whom(view, process, path, medium)
                yield hit(ref.of("input_medium"), step=view.label(ref), cause=cause, role=role)


_UNKNOWN = Text(sv="ingen visste hur det kommer", en="nobody knew how it comes")
_CAUSES = {
    "paper": Text(sv="det kommer på papper", en="it comes on paper"),
    "oral": Text(sv="det kommer muntligt", en="it is said aloud"),
}

CHECK = Check(
    code="RPA020",
    name="input-not-digital",
    kind="blocker",
    packs=("rpa",),
    message=Text(
        sv="En robot kan inte läsa underlaget till {step}: {cause}.",
        en="A robot cannot read the input to {step}: {cause}.",
    ),
    question=Text(
        sv="Kan det som behövs till {step} komma digitalt från början, och vem skulle i så fall behöva ändra något?",
        en="Can what {step} needs come digitally from the start, and who would then need to change something?",
    ),
    role=Text(sv="den som gör {step}", en="whoever does {step}"),
    rationale=Text(
        sv="Roboten arbetar i system. Papper och samtal behöver någon annan göra om till uppgifter först.",
        en="The robot works in systems. Paper and talk need to be made into data by somebody else first.",
    ),
    source="UiPath Automation Hub, high-level assessment (input type), read 2026-11-23",
    bad="""\
changes:
  - at: Registrera anmälan
    input_medium: paper
""",
    good="""\
changes:
  - at: Registrera anmälan
    input_medium: digital
""",
    find=find,
)

"""RPA021 input-unstructured: what the step reads is free text, a picture or a scanned page."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import meant
from procmap.checks.words import performer
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.model.knowledge import known
from procmap.model.process import Process
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, found in meant(view):
        for path, step in found.steps:
            what = _what(view, process, step)
            if what is not None:
                ref = Ref(process.id, path)
                attribute, cause = what
                role = performer(view, process, path)
                yield hit(ref.of(attribute), step=view.label(ref), cause=cause, role=role)


def _what(view: View, process: Process, step: Activity) -> tuple[str, Text] | None:
    """The attribute that says it, and what is hard to read; where the step says nothing, what its data says."""
    if known(step.input_medium) == "scanned":
        return "input_medium", _SCANNED
    if step.input_structure is not None:
        cause = _CAUSES.get(str(step.input_structure))
        return ("input_structure", cause) if cause else None
    for id in known(step.reads) or ():
        described = view.datum(process, id)
        if described is not None and (cause := _CAUSES.get(str(described[1].structure))) is not None:
            return "reads", cause
    return None


_SCANNED = Text(sv="inskannat", en="scanned")
_CAUSES = {"free_text": Text(sv="fri text", en="free text"), "image": Text(sv="bilder", en="pictures")}

CHECK = Check(
    code="RPA021",
    name="input-unstructured",
    kind="risk",
    packs=("rpa",),
    message=Text(
        sv="Underlaget till {step} är {cause}, och det har en robot svårt att läsa rätt.",
        en="The input to {step} is {cause}, which a robot finds hard to read rightly.",
    ),
    question=Text(
        sv="Vilka uppgifter tar du ur underlaget till {step}, och kan de få egna fält?",
        en="Which data do you take from the input to {step}, and can it be given fields of its own?",
    ),
    role=Text(sv="den som gör {step}", en="whoever does {step}"),
    rationale=Text(
        sv="Att tolka text är en bedömning. Ett eget fält i e-tjänsten är oftast billigare än en robot som gissar.",
        en="To interpret text is judgement. A field in the e-service is mostly cheaper than a robot that guesses.",
    ),
    source="UiPath Automation Hub, high-level assessment (input quality), read 2026-11-23",
    bad="""\
changes:
  - at: Registrera anmälan
    input_structure: free_text
""",
    good="""\
changes:
  - at: Registrera anmälan
    input_structure: structured
""",
    find=find,
)

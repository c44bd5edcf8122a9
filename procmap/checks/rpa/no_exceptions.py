"""RPA060 no-exceptions: a step takes in what others have made, and nothing is said of what may be wrong with it."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.knowledge.happy_path_only import says_more
from procmap.checks.robots import comes_from_outside, meant
from procmap.checks.words import performer
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.model.knowledge import known
from procmap.model.process import Process
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Where something has just come in, or data is read that no step here has made.

    Where nothing goes otherwise in the whole process, KNO018 asks about that first.
    """
    for process, found in meant(view):
        if not says_more(view, process):
            continue
        made = {id for _, node in view.nodes(process) if isinstance(node, Activity) for id in known(node.writes) or ()}
        for path, step in found.steps:
            if step.exceptions is not None or _is_interrupted(view, process, path):
                continue
            reads_others = any(id not in made for id in known(step.reads) or ())
            if reads_others or comes_from_outside(view, process, path):
                ref = Ref(process.id, path)
                role = performer(view, process, path)
                yield hit(ref.of("exceptions"), step=view.label(ref), role=role, asked=False)


def _is_interrupted(view: View, process: Process, path: str) -> bool:
    """Whether an event at the step, or at a subprocess around it, says what may happen."""
    while path:
        if view.scope(process, path).boundary.get(path.rpartition("/")[2]):
            return True
        path = path.rpartition("/")[0]
    return False


CHECK = Check(
    code="RPA060",
    name="no-exceptions",
    kind="gap",
    packs=("rpa",),
    message=Text(
        sv="Det står inte vad som kan vara annorlunda än vanligt vid {step}.",
        en="It does not say what may be otherwise than usual at {step}.",
    ),
    gathered=Text(
        sv="Det står inte vad som kan vara annorlunda än vanligt vid de här stegen: {steps}.",
        en="It does not say what may be otherwise than usual at these steps: {steps}.",
    ),
    question=Text(
        sv="Vad var det senast som inte gick som vanligt vid {step}, och vad gjordes då?",
        en="What was it last time that did not go as usual at {step}, and what was done then?",
    ),
    gathered_question=Text(
        sv="Vad var det senast som inte gick som vanligt, och vad gjordes då: {steps}?",
        en="What was it last time that did not go as usual, and what was done then: {steps}?",
    ),
    role=Text(sv="den som gör arbetet", en="whoever does the work"),
    rationale=Text(
        sv="Inget steg där människor skickar in något är alltid likadant. Det är undantagen som fäller robotar.",
        en="No step where people send something in is always alike. It is the exceptions that fell robots.",
    ),
    source="The Enterprisers Project, Why RPA projects fail, 2019-06",
    bad="""\
changes:
  - at: Registrera anmälan
    exceptions: n/a
""",
    good="""\
changes:
  - at: Registrera anmälan
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa till rätt kommun}
""",
    find=find,
)

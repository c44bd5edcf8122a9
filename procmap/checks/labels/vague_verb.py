"""LBL007 vague-verb: the name of a step says that something is done with it, and not what."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.naming import begins_vaguely, spellings
from procmap.checks.robots import is_beside_the_point
from procmap.checks.words import performer
from procmap.graph.view import View
from procmap.model.activity import Task
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Not of what residents do, nor of what another organisation does: that is not ours to build."""
    for process, _, ref, task in view.elements(Task):
        names = spellings(task.name)
        if not names or not all(map(begins_vaguely, names)) or is_beside_the_point(view, process, ref.element or ""):
            continue
        if view.kind(process, view.place(process, ref.element or "")) not in ("customer", "external"):
            role = performer(view, process, ref.element or "")
            yield hit(ref.of("name"), step=view.label(ref), role=role, asked=False)


CHECK = Check(
    code="LBL007",
    name="vague-verb",
    kind="ask",
    packs=("rpa", "sharing"),
    message=Text(
        sv="Namnet på {step} säger inte vad som görs, bara att något görs.",
        en="The name of {step} does not say what is done, only that something is.",
    ),
    gathered=Text(
        sv="Namnen på de här stegen säger inte vad som görs, bara att något görs: {steps}.",
        en="The names of these steps do not say what is done, only that something is: {steps}.",
    ),
    question=Text(
        sv="Om någon som aldrig har gjort det skulle göra {step} i morgon, vad är det hon ska göra?",
        en="If somebody who has never done it were to do {step} tomorrow, what would she do?",
    ),
    gathered_question=Text(
        sv="Om någon som aldrig har gjort det skulle göra de här stegen i morgon, vad är det hon ska göra: {steps}?",
        en="If somebody who has never done it were to do these steps tomorrow, what would she do: {steps}?",
    ),
    role=Text(sv="den som gör arbetet", en="whoever does the work"),
    rationale=Text(
        sv="”Hantera” och ”handlägg” rymmer allt från en knapptryckning till en utredning. Ingen kan bygga eller ta "
        "över ett sådant steg utan att fråga.",
        en="“Handle” and “process” can be anything from one key press to an investigation. Nobody can build or take "
        "over such a step without asking.",
    ),
    source="Mendling, Reijers, Recker, Activity labeling in process modeling, Information Systems 35 (2010)",
    bad="""\
changes:
  - at: Registrera anmälan
    name: Hantera anmälan
""",
    good="""\
changes:
  - at: Registrera anmälan
    name: Registrera anmälan i Ecos
""",
    find=find,
)

"""RPA025 data-format-missing: nothing says what data looks like that a robot is to read or write."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.e_service.field_without_form import find as without_form
from procmap.checks.robots import data_used, stated
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Where it is said what a robot is to do: before that nobody need describe every field.

    What is asked of the fields of an e-service is not asked here too.
    """
    asked = {one.refs[0] for one in without_form(view)} if "e-service" in view.packs else set()
    for process, found in stated(view):
        for ref, (data, path) in data_used(view, process, found, "reads", "writes").items():
            if ref in asked:
                continue
            if data.kind != "store" and data.structure is None and data.type is None and data.format is None:
                yield hit(ref, Ref(process.id, path), step=view.label(ref), asked=False)


CHECK = Check(
    code="RPA025",
    name="data-format-missing",
    kind="gap",
    packs=("rpa",),
    message=Text(
        sv="Det står inte vilka uppgifter som finns i {step}, eller hur de ska se ut.",
        en="It does not say which data there is in {step}, or what it shall look like.",
    ),
    gathered=Text(
        sv="Det står inte hur de här uppgifterna ser ut: {steps}.",
        en="It does not say what this data looks like: {steps}.",
    ),
    question=Text(
        sv="Vilka uppgifter finns i {step}, står de i egna fält, och hur ska de se ut?",
        en="Which data is there in {step}, does it stand in fields of its own, and what shall it look like?",
    ),
    gathered_question=Text(
        sv="Vilka fält finns i de här uppgifterna, och hur ska de se ut: {steps}?",
        en="Which fields does this data have, and what shall they look like: {steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Står det en vecka där det ska stå ett datum förstår en människa ändå. En robot stannar.",
        en="Where a week stands in place of a date a person still understands. A robot stops.",
    ),
    source="Delphi study of what suits a robot, Journal of Information Technology, doi 10.1177/02683962231165066, 2023",
    bad="""\
data:
  anmalan: {name: Anmälan, personal_data: personal, retention: Bevaras}
""",
    good="""\
data:
  anmalan: {name: Anmälan, structure: structured, personal_data: personal, retention: Bevaras}
""",
    find=find,
)

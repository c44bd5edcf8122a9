"""DAT005 nothing-but-a-name: data that steps read or write, and nobody has described."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.e_service.field_without_form import find as without_form
from procmap.checks.rpa.data_format_missing import find as without_format
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.text import Text

_SAYS = ("type", "format", "structure", "record", "prefilled_from", "personal_data", "record_type", "retention", "note")


def find(view: View) -> Iterator[Hit]:
    """A file of BPMN has no place for what data is: there a name is all there can be.

    What is asked of the same data for a robot or an e-service is not asked here too.
    """
    asked = {one.refs[0] for pack, find in _ASKED_FOR.items() if pack in view.packs for one in find(view)}
    for use in view.data_uses:
        if use.ref in asked:
            continue
        if not (use.reads or use.writes) or view.is_bpmn(use.ref.document):
            continue
        if all(getattr(use.data, name) is None for name in _SAYS):
            yield hit(use.ref, step=view.label(use.ref), asked=False)


_ASKED_FOR = {"rpa": without_format, "e-service": without_form}

CHECK = Check(
    code="DAT005",
    name="nothing-but-a-name",
    kind="gap",
    packs=("sharing",),
    message=Text(
        sv="Om {step} står bara namnet.",
        en="Of {step} nothing but the name is said.",
    ),
    gathered=Text(
        sv="Om de här uppgifterna står bara namnet: {steps}.",
        en="Of this data nothing but the name is said: {steps}.",
    ),
    question=Text(
        sv="Vad står i {step}, hur ser det ut, och finns det personuppgifter i det?",
        en="What does {step} hold, what does it look like, and is there personal data in it?",
    ),
    gathered_question=Text(
        sv="Vad står i de här, hur ser de ut, och finns det personuppgifter i dem: {steps}?",
        en="What do these hold, what do they look like, and is there personal data in them: {steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="”Underlaget” vet alla på enheten vad det är. I en annan kommun är det något annat.",
        en="Everybody in the unit knows what “the material” is. In another municipality it is something else.",
    ),
    source="procmap, 2026-11-30",
    bad="""\
data:
  anmalan: {name: Anmälan}
""",
    good="""\
data:
  anmalan: {name: Anmälan, type: text, structure: structured, personal_data: personal, retention: Bevaras}
""",
    find=find,
)

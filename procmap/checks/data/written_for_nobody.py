"""DAT002 written-for-nobody: data that somebody writes, and nothing in the map reads, sends or keeps."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import is_beside_the_point
from procmap.checks.words import performer
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Only where the map says of anything that it is read: else nobody has been asked what is."""
    everything = view.data_uses
    if not any(use.is_read for use in everything):
        return
    for use in everything:
        data = use.data
        if not use.writes or use.is_read or use.goes_out or data.kind in ("store", "output"):
            continue
        if all(is_beside_the_point(view, one.process, one.ref.element or "") for one in use.writes):
            continue
        if data.record_type is None:
            first = use.writes[0]
            role = performer(view, first.process, first.ref.element or "")
            yield hit(use.ref, *(one.ref for one in use.writes), step=view.label(use.ref), role=role, asked=False)


CHECK = Check(
    code="DAT002",
    name="written-for-nobody",
    kind="ask",
    packs=("rpa", "e-service"),
    message=Text(
        sv="{step} skrivs, men det står inte vem som läser det.",
        en="{step} is written, but it does not say who reads it.",
    ),
    gathered=Text(
        sv="Det här skrivs, men det står inte vem som läser det: {steps}.",
        en="This is written, but it does not say who reads it: {steps}.",
    ),
    question=Text(
        sv="Vem använder {step} när det är skrivet, och vad skulle hända om vi lät bli?",
        en="Who uses {step} once it is written, and what would happen if we did not write it?",
    ),
    gathered_question=Text(
        sv="Vem använder det när det är skrivet, och vad skulle hända om vi lät bli: {steps}?",
        en="Who uses it once it is written, and what would happen if we did not write it: {steps}?",
    ),
    role=Text(sv="den som skriver uppgifterna", en="whoever writes the data"),
    rationale=Text(
        sv="Det som ingen använder behöver ingen robot skriva. Det som används av någon som inte är med i kartan går "
        "sönder när arbetet ändras.",
        en="What nobody uses no robot need write. What is used by somebody who is not in the map breaks when the work "
        "changes.",
    ),
    source="Womack och Jones, Lean Thinking, 1996",
    answers=("RPA-023", "KNO-020"),
    bad="""\
data:
  anmalan: {name: Anmälan, type: text, structure: structured, personal_data: personal, retention: Bevaras}
  riskklass: {name: Riskklass, type: text, structure: structured, personal_data: none, retention: Fem år}
changes:
  - at: Besluta om registrering
    writes: riskklass
""",
    good="""\
data:
  anmalan: {name: Anmälan, type: text, structure: structured, personal_data: personal, retention: Bevaras}
  riskklass: {name: Riskklass, type: text, structure: structured, personal_data: none, retention: Bevaras}
changes:
  - at: Besluta om registrering
    writes: riskklass
  - at: Meddela beslutet
    reads: riskklass
""",
    find=find,
)

"""DAT001 read-from-nowhere: data that a step needs, and nothing says where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import is_beside_the_point
from procmap.checks.words import performer
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """A store is there before the case; what an event, a message or a resident's step speaks of comes in there."""
    for use in view.data_uses:
        data = use.data
        if use.is_written or use.is_brought_in or use.is_asked_for or data.kind in ("store", "input"):
            continue
        if data.record is not None or data.prefilled_from is not None:
            continue
        readers = [
            touch
            for touch in use.reads
            if view.kind(touch.process, view.place(touch.process, touch.ref.element or "")) != "customer"
            and not is_beside_the_point(view, touch.process, touch.ref.element or "")
        ]
        if readers:
            first = readers[0]
            role = performer(view, first.process, first.ref.element or "")
            yield hit(use.ref, *(one.ref for one in readers), step=view.label(use.ref), role=role, asked=False)


CHECK = Check(
    code="DAT001",
    name="read-from-nowhere",
    kind="gap",
    packs=("rpa", "e-service"),
    message=Text(
        sv="Uppgiften {step} läses, men det står inte varifrån den kommer.",
        en="{step} is read, but it does not say where it comes from.",
    ),
    gathered=Text(
        sv="De här uppgifterna läses, men det står inte varifrån de kommer: {steps}.",
        en="This data is read, but it does not say where it comes from: {steps}.",
    ),
    question=Text(
        sv="Varifrån kommer {step}: från den sökande, ett register eller ett steg som inte är med i kartan?",
        en="Where does {step} come from: the applicant, a register, or a step that is not in the map?",
    ),
    gathered_question=Text(
        sv="Varifrån kommer de här uppgifterna, från den sökande, ett register eller ett steg som inte är med: "
        "{steps}?",
        en="Where does this data come from, the applicant, a register or a step that is not in the map: {steps}?",
    ),
    role=Text(sv="den som läser uppgifterna", en="whoever reads the data"),
    rationale=Text(
        sv="En människa vet var hon ska leta. En robot eller en e-tjänst måste få veta det.",
        en="A person knows where to look. A robot or an e-service must be told.",
    ),
    source="Leno m.fl., Robotic Process Mining: Vision and Challenges, 2020",
    answers=("RPA-022", "ESV-031", "J42", "BPMN: data read and never written"),
    bad="""\
data:
  anmalan: {name: Anmälan, type: text, structure: structured, personal_data: personal, retention: Bevaras}
  taxa: {name: Timtaxan, type: money, structure: structured, personal_data: none, retention: Bevaras}
changes:
  - at: Meddela beslutet
    reads: taxa
""",
    good="""\
data:
  anmalan: {name: Anmälan, type: text, structure: structured, personal_data: personal, retention: Bevaras}
  taxa:
    name: Timtaxan
    type: money
    structure: structured
    record: Kommunens taxa
    personal_data: none
    retention: Bevaras
changes:
  - at: Meddela beslutet
    reads: taxa
""",
    find=find,
)

"""SHR009 language-not-said: the map does not say which language it is written in."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS
from procmap.graph.view import View
from procmap.model.journey import Journey
from procmap.model.process import Process
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Of processes and journeys of their own: a variant has its origin's, and a file of BPMN has no place for it."""
    for document in view.documents:
        if not isinstance(document, (Process, Journey)) or document.language is not None:
            continue
        if document.variant_of is None and not view.is_bpmn(document.id) and not _is_pool(view, document):
            ref = Ref(document.id)
            yield hit(ref.of("language"), thing=view.label(ref))


def _is_pool(view: View, document: Process | Journey) -> bool:
    return isinstance(document, Process) and view.pool(document) is not None


CHECK = Check(
    code="SHR009",
    name="language-not-said",
    kind="gap",
    packs=("sharing",),
    message=Text(
        sv="Det står inte vilket språk {thing} är skriven på.",
        en="It does not say which language {thing} is written in.",
    ),
    question=Text(
        sv="Vilket språk är {thing} skriven på?",
        en="Which language is {thing} written in?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Den som söker efter en process, och den skärmläsare som läser upp den, behöver veta språket. Skriv "
        "language: sv eller language: en.",
        en="Whoever searches for a process, and the screen reader that reads it aloud, needs to know the language. "
        "Write language: sv or language: en.",
    ),
    source="CPSV-AP 3.2.0 (titel och beskrivning med språk), 2026-11-23; WCAG 2.1, 3.1.1 (2018)",
    bad="""\
process: Registrera livsmedelsverksamhet
---
process: Avregistrera livsmedelsverksamhet
owner: Miljöchef
validated: {at: 2026-10-01, method: walkthrough, by: registrator}
flow:
  - start: Verksamheten har lagts ned
  - registrator: Avregistrera verksamheten
    why: Registret ska stämma
    exceptions: {name: Ny ägare, kind: business, action: Begär en ny anmälan}
  - end: Verksamheten är avregistrerad
""",
    good="""\
process: Registrera livsmedelsverksamhet
---
process: Avregistrera livsmedelsverksamhet
language: sv
owner: Miljöchef
validated: {at: 2026-10-01, method: walkthrough, by: registrator}
flow:
  - start: Verksamheten har lagts ned
  - registrator: Avregistrera verksamheten
    why: Registret ska stämma
    exceptions: {name: Ny ägare, kind: business, action: Begär en ny anmälan}
  - end: Verksamheten är avregistrerad
""",
    find=find,
)

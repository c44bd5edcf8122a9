"""ESV036 attachment-without-form: something is to be attached, and it is not said what will do."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, answers_for
from procmap.graph.asked_data import asked_data
from procmap.graph.e_services import e_services
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for at in e_services(view):
        for ref, data in asked_data(view, at, fields=False, attachments=True):
            if data.format is None:
                step = view.label(ref)
                yield hit(
                    ref.of("format"), step=step, process=view.label(at.ref), role=answers_for(view, at), asked=False
                )


CHECK = Check(
    code="ESV036",
    name="attachment-without-form",
    kind="gap",
    packs=("e-service",),
    message=Text(
        sv="Det står inte vad som krävs av bilagan {step} i e-tjänsten för {process}.",
        en="It does not say what is required of the attachment {step} in the e-service for {process}.",
    ),
    gathered=Text(
        sv="Det står inte vad som krävs av de här bilagorna i e-tjänsten för {process}: {steps}.",
        en="It does not say what is required of these attachments in the e-service for {process}: {steps}.",
    ),
    question=Text(
        sv="Vad krävs av bilagan {step} i {process}: vem har gjort den, hur gammal får den vara, och duger ett foto?",
        en="What is required of {step}, attached in {process}: who made it, how old may it be, and will a photo do?",
    ),
    gathered_question=Text(
        sv="Vad krävs av bilagorna i {process}, vem har gjort dem, hur gamla får de vara, och duger ett foto: {steps}?",
        en="What is required of the attachments in {process}, who made them, how old may they be, and will a photo do: "
        "{steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="En bilaga som inte duger är den vanliga anledningen till att någon får frågan en gång till. Svaret skrivs "
        "som format.",
        en="An attachment that will not do is the common reason why somebody is asked once more. The answer is written "
        "as format.",
    ),
    source="Sundsvalls kommun, publik processmodell för parkeringstillstånd, 2026-11-23",
    bad="""\
data:
  anmalan: {name: Anmälan, type: text, structure: structured, personal_data: personal, retention: Bevaras}
  ritning: {name: Ritning, type: document, structure: image, personal_data: none, retention: Bevaras}
e_service:
  attachments: ritning
""",
    good="""\
data:
  anmalan: {name: Anmälan, type: text, structure: structured, personal_data: personal, retention: Bevaras}
  ritning:
    name: Ritning
    type: document
    format: Planritning med mått, PDF eller ett läsbart foto
    structure: image
    personal_data: none
    retention: Bevaras
e_service:
  attachments: ritning
""",
    find=find,
)

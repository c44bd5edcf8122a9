"""ESV030 field-not-used: the e-service asks for data that no step and no rule uses."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, answers_for
from procmap.graph.asked_data import AskedData, asked_data
from procmap.graph.e_services import EServiceAt, e_services
from procmap.graph.mentions import words
from procmap.graph.view import View
from procmap.model.label import Translated
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Where the map says of at least one field that a step reads it: else nobody has got to that yet.

    What a step or a rule speaks of is used, whatever words it stands in.
    """
    asked = [(at, asked_data(view, at)) for at in e_services(view)]
    if not any(fields for _, fields in asked):
        return
    read = {use.ref for use in view.data_uses if use.reads}
    shared = " ".join(words(*(catalogue.rules for catalogue in view.map.catalogues))).casefold()
    for at, fields in asked:
        if read.isdisjoint(field.ref for field in fields):
            continue
        said = f"{shared} {_said(at)}"
        for field in fields:
            if field.ref not in read and not any(name in said for name in _names(field)):
                step = view.label(field.ref)
                yield hit(field.ref, step=step, process=view.label(at.ref), role=answers_for(view, at), asked=False)


def _said(at: EServiceAt) -> str:
    """Everything that steps, questions and rules of the process speak of."""
    return " ".join(words(at.process.nodes, at.process.flows, at.process.rules)).casefold()


def _names(field: AskedData) -> list[str]:
    name = field.data.name
    labels = (name.sv, name.en) if isinstance(name, Translated) else (name,) if isinstance(name, str) else ()
    return [word.casefold() for word in (field.data.id, *labels) if word]


CHECK = Check(
    code="ESV030",
    name="field-not-used",
    kind="risk",
    packs=("e-service",),
    message=Text(
        sv="I e-tjänsten för {process} frågar man efter {step}, och inget steg och ingen regel använder det.",
        en="The e-service for {process} asks for {step}, and no step and no rule uses it.",
    ),
    gathered=Text(
        sv="I e-tjänsten för {process} frågar man efter uppgifter som inget steg och ingen regel använder: {steps}.",
        en="The e-service for {process} asks for data that no step and no rule uses: {steps}.",
    ),
    question=Text(
        sv="Vad används {step} till i {process}, eller kan vi låta bli att fråga?",
        en="What is {step} used for in {process}, or can we leave out the question?",
    ),
    gathered_question=Text(
        sv="Vad används de här uppgifterna till i {process}, och vilka kan vi låta bli att fråga efter: {steps}?",
        en="What is this data used for in {process}, and which of it can we leave out: {steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Varje fråga tar tid av någon, och personuppgifter får bara samlas in om de behövs.",
        en="Every question takes somebody's time, and personal data may only be collected where it is needed.",
    ),
    source="Dataskyddsförordningen (EU) 2016/679 artikel 5.1 c; IMY om uppgiftsminimering, imy.se, läst 2026-11-30",
    bad="""\
data:
  anmalan: {name: Anmälan, type: text, structure: structured, personal_data: personal, retention: Bevaras}
  civilstand: {name: Civilstånd, type: text, structure: structured, personal_data: personal, retention: Bevaras}
e_service:
  fields: anmalan, civilstand
""",
    good="""\
data:
  anmalan: {name: Anmälan, type: text, structure: structured, personal_data: personal, retention: Bevaras}
e_service:
  fields: anmalan
""",
    find=find,
)

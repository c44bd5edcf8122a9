"""ESV032 asked-though-known: the e-service asks for what a register already holds."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.systems import systems_of
from procmap.checks.words import WHO_LEADS, answers_for
from procmap.graph.asked_data import asked_data
from procmap.graph.e_services import e_services
from procmap.graph.labels import literal
from procmap.graph.mentions import words
from procmap.graph.view import View
from procmap.text import Text

_IN = Text("{data} (finns hos {record})", "{data} (kept by {record})")


def find(view: View) -> Iterator[Hit]:
    """Where it is said from where data can be fetched, or what is filled in speaks of its register, that is settled.

    What a step writes is new, and so is what is kept in a system of the process itself: no register holds that when
    somebody applies.
    """
    new = {use.ref for use in view.data_uses if use.writes}
    for at in e_services(view):
        filled = " ".join(words(at.service.prefill)).casefold()
        own = {
            word.casefold() for id, system in systems_of(view, at.process).items() for word in words(id, system.name)
        }
        for ref, data in asked_data(view, at):
            record = view.value(data, "record")
            if record is None or data.prefilled_from is not None or ref in new:
                continue
            if record.casefold() in filled or record.casefold() in own:
                continue
            step = _IN.fill(data=view.label(ref), record=literal(record))
            yield hit(ref.of("record"), step=step, process=view.label(at.ref), role=answers_for(view, at), asked=False)


CHECK = Check(
    code="ESV032",
    name="asked-though-known",
    kind="ask",
    packs=("e-service",),
    message=Text(
        sv="I e-tjänsten för {process} får man fylla i något som finns i ett register: {step}.",
        en="In the e-service for {process} one has to fill in what a register holds: {step}.",
    ),
    gathered=Text(
        sv="I e-tjänsten för {process} får man fylla i uppgifter som finns i ett register: {steps}.",
        en="In the e-service for {process} one has to fill in data that a register holds: {steps}.",
    ),
    question=Text(
        sv="Kan e-tjänsten för {process} hämta eller visa {step} i stället för att fråga, och vad hindrar det?",
        en="Can the e-service for {process} fetch or show {step} instead of asking, and what stands in the way?",
    ),
    gathered_question=Text(
        sv="Vad av det här kan e-tjänsten för {process} hämta eller visa i stället för att fråga, och vad hindrar det: "
        "{steps}?",
        en="Which of this can the e-service for {process} fetch or show instead of asking, and what stands in the way: "
        "{steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Den som får fylla i det som kommunen redan kan få veta gör det en gång till, och ibland fel.",
        en="Those who fill in what the municipality can already learn do it once more, and sometimes wrong.",
    ),
    answers=("J57",),
    source="Uppgiftslämnarutredningen, SOU 2013:80 och SOU 2015:33, lagen.nu, lästa 2026-11-30",
    bad="""\
data:
  anmalan:
    name: Anmälan
    type: text
    structure: structured
    personal_data: personal
    retention: Bevaras
    record: Lantmäteriet
""",
    good="""\
data:
  anmalan:
    name: Anmälan
    type: text
    structure: structured
    personal_data: personal
    retention: Bevaras
    record: Lantmäteriet
    prefilled_from: Lantmäteriet
""",
    find=find,
)

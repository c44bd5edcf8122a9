"""ESV011 identification-too-weak: what is sensitive, behind a log-in that many could get through, or none."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, answers_for, listing
from procmap.graph.asked_data import asked_data
from procmap.graph.e_services import e_services
from procmap.graph.view import View
from procmap.model.e_service import Identification
from procmap.text import Text

_LEVELS = {"none": Text("ingen inloggning", "no log-in"), "loa2": Text("tillitsnivå 2", "level of assurance 2")}
_SENSITIVE = frozenset({"protected", "sensitive", "criminal"})


def find(view: View) -> Iterator[Hit]:
    for at in e_services(view):
        identification = view.value(at.service, "identification")
        level = view.value(identification, "level") if isinstance(identification, Identification) else None
        if level not in _LEVELS:
            continue
        data = [
            ref
            for ref, data in asked_data(view, at, attachments=True)
            if view.value(data, "personal_data") in _SENSITIVE
        ]
        if data:
            yield hit(
                at.ref.of("e_service", "identification.level"),
                *data,
                process=view.label(at.ref),
                level=_LEVELS[level],
                data=listing(view.label(ref) for ref in data),
                role=answers_for(view, at),
            )


CHECK = Check(
    code="ESV011",
    name="identification-too-weak",
    kind="risk",
    packs=("e-service",),
    message=Text(
        sv="E-tjänsten för {process} har {level}, och tar emot känsliga uppgifter: {data}.",
        en="The e-service for {process} has {level}, and receives sensitive data: {data}.",
    ),
    question=Text(
        sv="Vem kan se {data} i e-tjänsten för {process}, och vad händer om det är fel person?",
        en="Who can see {data} in the e-service for {process}, and what happens if it is the wrong person?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Tillitsnivån bestäms av skadan om fel person kommer in. Den är stor där sjukdom, skyddad adress eller "
        "brott syns. Att bara ta emot, och inte visa, kan vara ett sätt.",
        en="The level of assurance follows from the harm if the wrong person gets in. It is great where illness, a "
        "protected address or crime shows. To receive only, and show nothing, can be one way.",
    ),
    source="Digg, Tillitsnivåer för e-legitimering, digg.se, läst 2026-11-30",
    bad="""\
data:
  anmalan: {name: Anmälan, type: text, structure: structured, personal_data: sensitive, retention: Bevaras}
e_service:
  identification: {level: loa2}
""",
    good="""\
data:
  anmalan: {name: Anmälan, type: text, structure: structured, personal_data: sensitive, retention: Bevaras}
e_service:
  identification: {level: loa3}
""",
    find=find,
)

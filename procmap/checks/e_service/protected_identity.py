"""ESV017 protected-identity: nothing is said of those whose address or name must not become known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, answers_for
from procmap.graph.asked_data import asked_data
from procmap.graph.e_services import EServiceAt, asks_for_eid, e_services
from procmap.graph.mentions import mentioned
from procmap.graph.view import View
from procmap.text import Text

_SAID = re.compile(r"skydda(d|t|de)? (person|id|folk|adress|uppgift)|sekretessm|kvarskriv|fingera|\bprotected\b")

_SENSITIVE = frozenset({"protected", "sensitive", "criminal", "children"})


def find(view: View) -> Iterator[Hit]:
    """Where the e-service asks who people are, or for what must not become known."""
    is_said = mentioned(view, _SAID)
    for at in e_services(view):
        if _knows_people(view, at) and not is_said(at.process):
            yield hit(at.ref.of("e_service"), process=view.label(at.ref), role=answers_for(view, at))


def _knows_people(view: View, at: EServiceAt) -> bool:
    asked = asked_data(view, at, attachments=True)
    return asks_for_eid(at.service) or any(view.value(data, "personal_data") in _SENSITIVE for _, data in asked)


CHECK = Check(
    code="ESV017",
    name="protected-identity",
    kind="gap",
    packs=("e-service",),
    message=Text(
        sv="Det står inget om den som har skyddade personuppgifter och behöver e-tjänsten för {process}.",
        en="Nothing is said of those with protected personal data who need the e-service for {process}.",
    ),
    question=Text(
        sv="Hur gör den som har skyddade personuppgifter i e-tjänsten för {process}, och vilka hos oss och hos "
        "leverantören kan se det som lämnas där?",
        en="What do those with protected personal data do in the e-service for {process}, and who here and at the "
        "supplier can see what is given there?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="En adress som syns på fel ställe kan vara farlig för den som är hotad. Enköpings kommun ber till exempel "
        "den som har skyddade personuppgifter att höra av sig i stället för att använda e-tjänsten.",
        en="An address that shows in the wrong place can be dangerous to somebody under threat. The municipality of "
        "Enköping, for one, asks those with protected personal data to get in touch instead of using the e-service.",
    ),
    source="Skatteverkets vägledning för sekretessmarkerade personuppgifter i offentlig förvaltning, läst 2026-11-30; "
    "Enköpings e-tjänst för förskoleplats, enkoping.se, läst 2026-11-30",
    bad="""\
e_service:
  alternative_channel: Blankett eller kontaktcentret
""",
    good="""\
e_service:
  alternative_channel: Blankett eller kontaktcentret, alltid för den som har skyddade personuppgifter
""",
    find=find,
)

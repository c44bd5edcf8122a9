"""ESV013 single-eid: only one issuer's eID will do."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, answers_for
from procmap.graph.e_services import e_services
from procmap.graph.labels import quoted
from procmap.graph.view import View
from procmap.model.e_service import Identification
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for at in e_services(view):
        identification = view.value(at.service, "identification")
        issuers = view.value(identification, "issuers") if isinstance(identification, Identification) else None
        if issuers and len(issuers) == 1:
            ref = at.ref.of("e_service", "identification.issuers")
            yield hit(ref, process=view.label(at.ref), issuer=quoted(issuers[0]), role=answers_for(view, at))


CHECK = Check(
    code="ESV013",
    name="single-eid",
    kind="risk",
    packs=("e-service",),
    message=Text(
        sv="I e-tjänsten för {process} duger bara en e-legitimation: {issuer}.",
        en="In the e-service for {process} only one eID will do: {issuer}.",
    ),
    question=Text(
        sv="Hur gör den som inte har {issuer} i {process}, och vilka fler e-legitimationer kan e-tjänsten ta emot?",
        en="What do those do in {process} who have no {issuer}, and which other eIDs can the e-service take?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Alla kan inte få samma e-legitimation, och den dag den inte fungerar kommer ingen in. Digg råder till "
        "flera.",
        en="Not everybody can get the same eID, and on the day when it does not work nobody gets in. The Swedish "
        "Agency for Digital Government advises several.",
    ),
    source="Digg, Skaffa lösningar för inloggning med e-legitimationer, digg.se, läst 2026-11-30",
    bad="""\
e_service:
  identification: {issuers: [BankID]}
""",
    good="""\
e_service:
  identification: {issuers: [BankID, Freja]}
""",
    find=find,
)

"""JRN013 nobody-in-her-place: an e-service asks for an eID, and nobody has asked who may use it for somebody else."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.statutes import ADMINISTRATIVE_PROCEDURE
from procmap.checks.words import WHO_LEADS
from procmap.graph.e_services import asks_for_eid, e_services
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for _, ref, service in e_services(view):
        if service.who_may_apply is None and asks_for_eid(service):
            yield hit(ref.of("e_service", "who_may_apply"), process=view.label(ref))


CHECK = Check(
    code="JRN013",
    name="nobody-in-her-place",
    kind="gap",
    packs=("journey", "e-service"),
    message=Text(
        sv="E-tjänsten för {process} kräver e-legitimation, och det står inte vem som får använda den åt någon annan.",
        en="The e-service for {process} asks for an eID, and it does not say who may use it for somebody else.",
    ),
    question=Text(
        sv="Hur gör ett ombud, en god man eller en vårdnadshavare i {process}, och den som inte har e-legitimation?",
        en="What does a representative, a legal guardian or a parent do in {process}, and whoever has no eID?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Den som behöver tjänsten mest är ofta inte den som kan logga in. Vem som får företräda vem avgör inte "
        "procmap: fråga en jurist (14 och 15 §§ förvaltningslagen).",
        en="Those who need the service most are often not those who can log in. Who may act for whom is not for "
        "procmap to say: ask a lawyer (sections 14 and 15 of the Swedish Administrative Procedure Act).",
    ),
    source="Riksrevisionen RiR 2021:8; " + ADMINISTRATIVE_PROCEDURE.at("14–15 §§"),
    answers=("ESV-015",),
    bad="""\
e_service:
  identification: {level: loa3, issuers: [BankID, Freja]}
  who_may_apply:
""",
    good="""\
e_service:
  identification: {level: loa3, issuers: [BankID, Freja]}
  who_may_apply: den som driver verksamheten, ombud med fullmakt
""",
    find=find,
)

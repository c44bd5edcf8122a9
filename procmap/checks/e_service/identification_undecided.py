"""ESV010 identification-undecided: it is not decided how users show who they are."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, answers_for, whom
from procmap.graph.e_services import e_services
from procmap.graph.view import View
from procmap.model.e_service import Identification
from procmap.model.knowledge import Unknown
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for at in e_services(view):
        stated = at.service.identification
        name = "identification.level" if isinstance(stated, Identification) else "identification"
        value = stated.level if isinstance(stated, Identification) else stated
        if value is None or isinstance(value, Unknown):
            role = whom(view, at.process, "", value) or answers_for(view, at)
            yield hit(at.ref.of("e_service", name), process=view.label(at.ref), role=role)


CHECK = Check(
    code="ESV010",
    name="identification-undecided",
    kind="blocker",
    packs=("e-service",),
    message=Text(
        sv="Det är inte bestämt hur man visar vem man är i e-tjänsten för {process}.",
        en="It is not decided how one shows who one is in the e-service for {process}.",
    ),
    question=Text(
        sv="Hur stor skada kan det bli om fel person kommer in i e-tjänsten för {process}, och vilken tillitsnivå "
        "kräver det?",
        en="How much harm could be done if the wrong person got into the e-service for {process}, and which level of "
        "assurance does that require?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Nivån bestäms av skadan om fel person kommer in. Den avgör vilka som kan logga in, och vad e-tjänsten får "
        "visa.",
        en="The level follows from the harm if the wrong person gets in. It settles who can log in, and what the "
        "e-service may show.",
    ),
    source="Digg, Tillitsnivåer för e-legitimering, digg.se, läst 2026-11-30",
    covers=frozenset({"EService.identification", "Identification.level"}),
    bad="""\
e_service:
  identification:
""",
    good="""\
e_service:
  identification: {level: loa3, issuers: [BankID, Freja]}
""",
    find=find,
)

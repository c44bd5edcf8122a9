"""ESV006 nothing-said-of-the-e-service: an e-service is asked for, and the map says nothing of it."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, whom
from procmap.graph.e_services import without_e_service
from procmap.graph.view import View
from procmap.text import Text

_NOTHING = Text("det står inget om den", "nothing is said of it")
_UNKNOWN = Text("ingen visste något om den", "nobody knew anything of it")


def find(view: View) -> Iterator[Hit]:
    for process, ref in without_e_service(view):
        asked = process.e_service is not None
        role = whom(view, process, "", process.e_service) if asked else None
        said = _UNKNOWN if asked else _NOTHING
        yield hit(ref.of("e_service"), process=view.label(ref), said=said, role=role)


CHECK = Check(
    code="ESV006",
    name="nothing-said-of-the-e-service",
    kind="blocker",
    packs=("e-service",),
    message=Text(
        sv="E-tjänsten för {process} är inte beskriven: {said}.",
        en="The e-service for {process} is not described: {said}.",
    ),
    question=Text(
        sv="Vem ska använda e-tjänsten för {process}, hur visar man vem man är, vilka uppgifter lämnar man, vart tar "
        "de vägen, och hur gör den som inte kan använda den?",
        en="Who is to use the e-service for {process}, how do they show who they are, which data do they give, where "
        "does it go, and what do those do who cannot use it?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="De svaren behövs innan någon kan börja bygga, och skrivs under e_service. Ska det inte bli någon e-tjänst "
        "av just det här: skriv e_service: n/a.",
        en="Those answers are needed before anybody can start to build, and are written under e_service. Where this "
        "is not to become an e-service, write e_service: n/a.",
    ),
    source="Digg, Vägledning för digitala tjänster, 2026-11-23",
    covers=frozenset({"Process.e_service"}),
    bad="""\
e_service:
""",
    good="""\
e_service:
  target_group: Den som ska börja hantera livsmedel, med personnummer eller samordningsnummer
  who_may_apply: den som driver verksamheten, ombud med fullmakt
  identification: {level: loa3, issuers: [BankID, Freja]}
  fields: anmalan
  integration: Anmälan blir ett ärende i Ecos
  alternative_channel: Blankett eller kontaktcentret, också för den som har skyddade personuppgifter
""",
    find=find,
)

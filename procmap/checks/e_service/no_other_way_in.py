"""ESV080 no-other-way-in: it is not said what those do who cannot use the e-service."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import met_otherwise
from procmap.checks.check import Check, Hit, hit
from procmap.checks.statutes import ADMINISTRATIVE_PROCEDURE
from procmap.checks.words import WHO_LEADS, answers_for, whom
from procmap.graph.e_services import e_services
from procmap.graph.view import View
from procmap.model.knowledge import Unknown
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Where a journey meets the process in a way that is not digital there is another way."""
    others = {ref.document for wanted in (True, False) for ref in met_otherwise(view, wanted=wanted)}
    for at in e_services(view):
        value = at.service.alternative_channel
        if isinstance(value, Unknown) or (value is None and at.process.id not in others):
            role = whom(view, at.process, "", value) or answers_for(view, at)
            yield hit(at.ref.of("e_service", "alternative_channel"), process=view.label(at.ref), role=role)


CHECK = Check(
    code="ESV080",
    name="no-other-way-in",
    kind="blocker",
    packs=("e-service",),
    message=Text(
        sv="Det är inte bestämt hur den gör som inte kan använda e-tjänsten för {process}.",
        en="It is not decided what those do who cannot use the e-service for {process}.",
    ),
    question=Text(
        sv="Hur gör den som inte kan använda e-tjänsten för {process}, vem hjälper till, och går det lika fort?",
        en="What do those do who cannot use the e-service for {process}, who helps them, and is it as fast?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Den som saknar e-legitimation, språk eller vana behöver en annan väg in. Vad lagen kräver (fråga en jurist "
        "om 6 och 7 §§ förvaltningslagen) avgör inte procmap.",
        en="Those who lack an eID, the language or the habit need another way in. What the law demands (ask a lawyer "
        "about sections 6 and 7 of the Swedish Administrative Procedure Act) is not for procmap to say.",
    ),
    source=ADMINISTRATIVE_PROCEDURE.at("6–7 §§"),
    covers=frozenset({"EService.alternative_channel"}),
    bad="""\
e_service:
  alternative_channel:
changes:
  - at: Registrera anmälan
    secrecy: Skyddade personuppgifter visas inte i Ecos
""",
    good="""\
e_service:
  alternative_channel: Blankett, eller hjälp i kontaktcentret
changes:
  - at: Registrera anmälan
    secrecy: Skyddade personuppgifter visas inte i Ecos
""",
    find=find,
)

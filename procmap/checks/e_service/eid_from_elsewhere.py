"""ESV014 eid-from-elsewhere: an eID is asked for, and nobody has said how those get in who have none from Sweden."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, answers_for
from procmap.graph.e_services import asks_for_eid, e_services
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for at in e_services(view):
        identification = known(at.service.identification)
        if identification is not None and identification.eidas is None and asks_for_eid(at.service):
            ref = at.ref.of("e_service", "identification.eidas")
            yield hit(ref, process=view.label(at.ref), role=answers_for(view, at))


CHECK = Check(
    code="ESV014",
    name="eid-from-elsewhere",
    kind="gap",
    packs=("e-service",),
    message=Text(
        sv="E-tjänsten för {process} kräver e-legitimation, och det står inte om det går med en utländsk.",
        en="The e-service for {process} asks for an eID, and it does not say whether one from another country will do.",
    ),
    question=Text(
        sv="Hur kommer den som har en utländsk e-legitimation, eller ett samordningsnummer, in i e-tjänsten för "
        "{process}, och vart vänder man sig annars?",
        en="How do those with an eID from another country, or with a coordination number, get into the e-service for "
        "{process}, and whom do they turn to otherwise?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Vissa e-legitimationer ges ut till den som har samordningsnummer, och e-tjänsten behöver då klara det. "
        "Utländska e-legitimationer (eIDAS) har inget svenskt personnummer med sig.",
        en="Some eIDs are issued to those with a coordination number, and the e-service must then cope with it. "
        "Foreign eIDs (eIDAS) bring no Swedish personal identity number.",
    ),
    source="Digg, Skaffa lösningar för inloggning med e-legitimationer, digg.se, läst 2026-11-30",
    answers=("ESV-016",),
    bad="""\
e_service:
  identification: {level: loa3, eidas: }
""",
    good="""\
e_service:
  identification: {level: loa3, eidas: true}
""",
    find=find,
)

"""ESV014 eid-from-elsewhere: an eID is asked for, and nobody has said how those get in who have none from Sweden."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, answers_for, listing
from procmap.graph.e_services import asks_for_eid, e_services
from procmap.graph.mentions import mentioned
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.text import Text

_FOREIGN = Text("den som har en utländsk e-legitimation", "those with an eID from another country")
_COORDINATION = Text("den som har samordningsnummer", "those with a coordination number")
_SAID = re.compile(r"samordningsn|coordination number")


def find(view: View) -> Iterator[Hit]:
    is_said = mentioned(view, _SAID)
    for at in e_services(view):
        identification = known(at.service.identification)
        if identification is None or not asks_for_eid(at.service):
            continue
        missing = [_FOREIGN] if identification.eidas is None else []
        missing += [] if is_said(at.process) else [_COORDINATION]
        if missing:
            ref = at.ref.of("e_service", "identification.eidas")
            yield hit(ref, process=view.label(at.ref), missing=listing(missing), role=answers_for(view, at))


CHECK = Check(
    code="ESV014",
    name="eid-from-elsewhere",
    kind="gap",
    packs=("e-service",),
    message=Text(
        sv="E-tjänsten för {process} kräver e-legitimation, och det står inget om {missing}.",
        en="The e-service for {process} asks for an eID, and nothing is said of {missing}.",
    ),
    question=Text(
        sv="Hur kommer {missing} in i e-tjänsten för {process}, eller vart vänder man sig i stället?",
        en="How do {missing} get into the e-service for {process}, or whom do they turn to?",
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
  target_group: Den som ska börja hantera livsmedel
  identification: {eidas: }
""",
    good="""\
e_service:
  target_group: Den som ska börja hantera livsmedel, med personnummer eller samordningsnummer
  identification: {eidas: true}
""",
    find=find,
)

"""ESV012 identification-without-reason: a high level of assurance, and it does not say why."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, answers_for
from procmap.graph.e_services import e_services
from procmap.graph.view import View
from procmap.model.e_service import Identification
from procmap.text import Text

_LEVELS = {
    "loa3": Text("tillitsnivå 3", "level of assurance 3"),
    "loa4": Text("tillitsnivå 4", "level of assurance 4"),
}


def find(view: View) -> Iterator[Hit]:
    for at in e_services(view):
        identification = view.value(at.service, "identification")
        if not isinstance(identification, Identification) or identification.motive is not None:
            continue
        level = view.value(identification, "level")
        if level in _LEVELS:
            ref = at.ref.of("e_service", "identification.motive")
            yield hit(ref, process=view.label(at.ref), level=_LEVELS[level], role=answers_for(view, at))


CHECK = Check(
    code="ESV012",
    name="identification-without-reason",
    kind="ask",
    packs=("e-service",),
    message=Text(
        sv="Det står inte varför e-tjänsten för {process} kräver {level}.",
        en="It does not say why the e-service for {process} requires {level}.",
    ),
    question=Text(
        sv="Vad skulle hända om fel person kom in i e-tjänsten för {process}, och skulle en lägre nivå eller ingen "
        "inloggning räcka?",
        en="What would happen if the wrong person got into the e-service for {process}, and would a lower level or no "
        "log-in do?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="En inloggning som inte behövs stänger ute dem som inte kan logga in. Skälet behövs också den dag någon "
        "vill ändra nivån.",
        en="A log-in that is not needed shuts out those who cannot log in. The reason is needed too on the day when "
        "somebody wants to change the level.",
    ),
    source="Digg, Tillitsnivåer för e-legitimering, digg.se, läst 2026-11-30",
    bad="""\
e_service:
  identification: {level: loa3, motive: }
""",
    good="""\
e_service:
  identification: {level: loa3, motive: I e-tjänsten syns vad andra har anmält}
""",
    find=find,
)

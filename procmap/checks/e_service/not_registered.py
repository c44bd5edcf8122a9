"""ESV041 not-registered: it is not said where what comes in through the e-service is registered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.statutes import unread
from procmap.checks.words import whom
from procmap.graph.e_services import e_services
from procmap.graph.mentions import mentioned
from procmap.graph.view import View
from procmap.model.knowledge import Unknown
from procmap.text import Text

_REGISTERS = re.compile(r"diarief|diarienum|diariet\b|registrera(r|s|nde)? (an|ä|h|in)|\bregisters? the\b")


def find(view: View) -> Iterator[Hit]:
    """A step that registers the application tells where it is done."""
    told = mentioned(view, _REGISTERS)
    for process, ref, service in e_services(view):
        registration = service.registration
        asked = isinstance(registration, Unknown)
        if asked or (registration is None and not told(process)):
            role = whom(view, process, "", registration) if asked else None
            yield hit(ref.of("e_service", "registration"), process=view.label(ref), role=role)


CHECK = Check(
    code="ESV041",
    name="not-registered",
    kind="blocker",
    packs=("e-service",),
    message=Text(
        sv="Det står inte var det som kommer in genom e-tjänsten för {process} registreras.",
        en="It does not say where what comes in through the e-service for {process} is registered.",
    ),
    question=Text(
        sv="Stäm av med jurist: var registreras det som kommer in genom e-tjänsten för {process}, när sker det, och "
        "vem ser till att det blir gjort?",
        en="Verify with a lawyer: where is what comes in through the e-service for {process} registered, when, and who "
        "sees to it?",
    ),
    role=Text("registratorn", "the registrar"),
    rationale=Text(
        sv="Det som skickas in blir oftast en allmän handling samma stund som det kommer in. Var och när sådana ska "
        "registreras står i 5 kap. offentlighets- och sekretesslagen; vad som gäller hos er avgör inte procmap.",
        en="What is sent in mostly becomes an official document the moment it arrives. Where and when such are to be "
        "registered stands in chapter 5 of the Swedish Public Access to Information and Secrecy Act; what holds for "
        "you is not for procmap to say.",
    ),
    source=unread("offentlighets- och sekretesslagen (2009:400) 5 kap. 1 §"),
    answers=("J52",),
    unverified=True,
    bad="""\
e_service:
  registration: ??
""",
    good="""\
e_service:
  registration: Ecos ger ärendet ett diarienummer när anmälan kommer in
""",
    find=find,
)

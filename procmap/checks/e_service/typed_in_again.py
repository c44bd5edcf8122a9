"""ESV040 typed-in-again: what comes in through the e-service is carried over by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, answers_for
from procmap.graph.e_services import e_services
from procmap.graph.labels import quoted
from procmap.graph.view import View
from procmap.text import Text

_BY_HAND = re.compile(
    r"\bmanuell|för hand\b|\b(skriv|knappa|mata|kopiera|klipp)\w* (in|av|över|ut)\b|knappar in|\bskrivs? av\b|"
    r"skriv(a|er|s)? in\b|matas? in\b|kopier(a|as|ar)\b|skrivs? ut\b|by hand\b|\bmanual|re-?key|typed? in|copied by"
)
_NOT = re.compile(r"\b(ingen|inget|inga|inte|utan|aldrig|slipper|no|not|without|never)\b")


def find(view: View) -> Iterator[Hit]:
    """Only where the words say so plainly."""
    for at in e_services(view):
        integration = view.value(at.service, "integration")
        said = integration.casefold() if isinstance(integration, str) else ""
        if _BY_HAND.search(said) and not _NOT.search(said):
            ref = at.ref.of("e_service", "integration")
            yield hit(ref, process=view.label(at.ref), how=quoted(integration), role=answers_for(view, at))


CHECK = Check(
    code="ESV040",
    name="typed-in-again",
    kind="risk",
    packs=("e-service",),
    message=Text(
        sv="Det som lämnas i e-tjänsten för {process} förs över för hand: {how}.",
        en="What is given in the e-service for {process} is carried over by hand: {how}.",
    ),
    question=Text(
        sv="Hur lång tid tar det att föra över det som kommer in i {process}, hur ofta blir det fel, och vad krävs för "
        "att det ska gå av sig självt?",
        en="How long does it take to carry over what comes in to {process}, how often does it go wrong, and what would "
        "it take for it to go by itself?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Bakom en digital yta kan arbetet vara detsamma som förut, eller mer. Det är också en vanlig plats för en "
        "robot.",
        en="Behind a digital surface the work can be the same as before, or more. It is also a common place for a "
        "robot.",
    ),
    source="Riksrevisionen RiR 2021:8, 2021",
    bad="""\
e_service:
  integration: Registratorn skriver in uppgifterna i Ecos
""",
    good="""\
e_service:
  integration: Anmälan blir ett ärende i Ecos, genom dess gränssnitt
""",
    find=find,
)

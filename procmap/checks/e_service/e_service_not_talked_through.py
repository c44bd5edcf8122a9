"""ESV007 e-service-not-talked-through: what nobody has been asked about the e-service yet, in one list."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.statutes import ADMINISTRATIVE_PROCEDURE
from procmap.checks.words import WHO_LEADS, answers_for
from procmap.graph.e_services import e_services
from procmap.graph.view import View
from procmap.text import Text

_OPEN = {
    "target_group": Text("vem den är till för", "whom it is for"),
    "fields": Text("vilka uppgifter man lämnar", "which data one gives"),
    "prefill": Text("vad som är ifyllt redan från början", "what is filled in from the start"),
    "integration": Text("hur uppgifterna når verksamhetssystemet", "how the data reaches the case system"),
    "receipt": Text("hur man får ett kvitto med dagen då det kom in", "how one gets a receipt with the day it came in"),
    "statuses": Text("vad man kan se medan ärendet pågår", "what one can see while the case goes on"),
    "delivery": Text("hur svaret når fram", "how the answer reaches one"),
    "languages": Text("vilka språk den finns på", "which languages it is in"),
    "accessibility": Text("hur tillgängligheten prövas", "how accessibility is tried"),
    "owner": Text("vem som äger den", "who owns it"),
}
"""What each attribute asks, in the order in which one would talk it through.

What must be settled before anybody can begin has a check of its own, and so has what is asked of another role.
"""
_TIME = Text("hur lång tid man får räkna med", "how long one must expect it to take")


def find(view: View) -> Iterator[Hit]:
    """How long it takes is known of the process, or promised by a deadline."""
    for at in e_services(view):
        what = [(f, _OPEN[f]) for f in _OPEN if getattr(at.service, f) is None]
        values = {"process": view.label(at.ref), "role": answers_for(view, at)}
        for name, words in what:
            yield hit(at.ref.of("e_service", name), step=words, asked=False, **values)
        if at.process.lead_time is None and not at.process.deadlines:
            yield hit(at.ref.of("lead_time"), step=_TIME, asked=False, **values)


CHECK = Check(
    code="ESV007",
    name="e-service-not-talked-through",
    kind="gap",
    packs=("e-service",),
    message=Text(
        sv="Om e-tjänsten för {process} är det här inte sagt än: {step}.",
        en="Of the e-service for {process} this has not been said yet: {step}.",
    ),
    gathered=Text(
        sv="Om e-tjänsten för {process} är det här inte sagt än: {steps}.",
        en="Of the e-service for {process} this has not been said yet: {steps}.",
    ),
    question=Text(
        sv="Vad gäller för e-tjänsten för {process}: {step}?",
        en="How is it to be with the e-service for {process}: {step}?",
    ),
    gathered_question=Text(
        sv="Vad gäller för e-tjänsten för {process}: {steps}?",
        en="How is it to be with the e-service for {process}: {steps}?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Svaren är lättare att ge innan e-tjänsten är byggd. Det som inte är aktuellt skrivs som n/a, och det som "
        "ingen vet som ??.",
        en="The answers are easier to give before the e-service is built. What does not apply is written n/a, and what "
        "nobody knows ??.",
    ),
    source=f"{ADMINISTRATIVE_PROCEDURE.at('6, 7 och 22 §§')}; språklagen (2009:600) 11 §, webbriktlinjer.se, läst "
    "2026-11-30; Digg, vägledning till DOS-lagen: Åtaganden, digg.se, läst 2026-11-30",
    answers=("ESV-003", "ESV-004", "ESV-042", "ESV-054", "ESV-081", "ESV-082"),
    bad="""\
e_service:
  receipt:
  languages:
""",
    good="""\
e_service:
  receipt: E-post direkt, med dagen då anmälan räknas som inkommen
  languages: [svenska, engelska, lättläst svenska]
""",
    find=find,
)

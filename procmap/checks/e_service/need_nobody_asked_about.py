"""ESV005 need-nobody-asked-about: an e-service, and nothing in the map from those who are to use it."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import sources
from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, answers_for
from procmap.graph.e_services import e_services
from procmap.graph.view import View
from procmap.model.journey import ASSUMED
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """A journey that rests on anything but assumptions tells of them; so does what they find hard in the process."""
    heard = {
        process.id
        for journey in view.map.journeys
        if set(sources(view, journey)) - {ASSUMED}
        for process in view.blueprint(journey).processes
    }
    for at in e_services(view):
        if at.process.pains is None and at.process.id not in heard:
            yield hit(at.ref.of("pains"), process=view.label(at.ref), role=answers_for(view, at))


CHECK = Check(
    code="ESV005",
    name="need-nobody-asked-about",
    kind="ask",
    packs=("e-service",),
    message=Text(
        sv="Det står inget om vad de som ska använda e-tjänsten för {process} behöver.",
        en="Nothing is said of what those need who are to use the e-service for {process}.",
    ),
    question=Text(
        sv="Vilka av dem som ska använda e-tjänsten för {process} har vi frågat, vad är svårt för dem idag, och "
        "varför hör de av sig?",
        en="Whom of those who are to use the e-service for {process} have we asked, what is hard for them today, and "
        "why do they get in touch?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Många samtal till en kommun är frågor som inte hade behövts, till exempel hur det går med ärendet. Den som "
        "vet vilka de är vet vad e-tjänsten ska svara på. Svaren skrivs som en resa, eller under pains.",
        en="Many calls to a municipality are questions that need not have been asked, such as how the case is going. "
        "Whoever knows which they are knows what the e-service is to answer. The answers are written as a journey, or "
        "under pains.",
    ),
    source="Helsingborgs stad, hbg.works/digitalt-kompetent, 2026-11-23; Seddon, Freedom from Command & Control, 2003",
    answers=("ESV-100",),
    bad="""\
pains:
""",
    good="""\
pains: Många ringer och frågar vilken dag de får börja
""",
    find=find,
)

"""JRN075 access-not-asked: nobody has asked what it takes to be able to use the service."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import RESIDENTS, persons, residents
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for ref, journey, persona in persons(view):
        if persona.access_needs is None:
            yield hit(ref.of("access_needs"), persona=view.label(ref), role=residents(journey))


CHECK = Check(
    code="JRN075",
    name="access-not-asked",
    kind="ask",
    packs=("journey", "e-service"),
    message=Text(
        sv="Det står inte vad {persona} behöver för att kunna använda tjänsten.",
        en="It does not say what {persona} needs to be able to use the service.",
    ),
    question=Text(
        sv="Vad skulle kunna stänga ute någon som {persona}: språk, syn, e-legitimation, tid?",
        en="What might shut out somebody like {persona}: language, sight, eID, time?",
    ),
    role=RESIDENTS,
    rationale=Text(
        sv="Det som stänger ute någon syns sällan i det vanliga fallet.",
        en="What shuts somebody out is seldom seen in the usual case.",
    ),
    source="GOV.UK Service Standard, point 5, 2026-11-23",
    answers=("J15", "J17"),
    bad="""\
journey: Starta kafé
persona: {name: Nystartad företagare, needs: veta när kaféet får öppna}
""",
    good="""\
journey: Starta kafé
persona: {name: Nystartad företagare, needs: veta när kaféet får öppna, access_needs: ser dåligt}
""",
    find=find,
)

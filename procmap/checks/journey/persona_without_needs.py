"""JRN074 persona-without-needs: whose journey it is, and not what that person needs."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import RESIDENTS, persons, residents
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for ref, journey, persona in persons(view):
        if persona.needs is None:
            yield hit(ref.of("needs"), persona=view.label(ref), role=residents(journey))


CHECK = Check(
    code="JRN074",
    name="persona-without-needs",
    kind="gap",
    packs=("journey",),
    message=Text(sv="Det står inte vad {persona} behöver.", en="It does not say what {persona} needs."),
    question=Text(
        sv="Vad behöver {persona} egentligen, mer än att ärendet blir klart?",
        en="What does {persona} really need, beyond the case being done?",
    ),
    role=RESIDENTS,
    rationale=Text(
        sv="Ärendet är kommunens. Behovet är det som resan ska bedömas mot.",
        en="The case is the municipality's. The need is what the journey is to be held against.",
    ),
    source="Nielsen Norman Group on personas, 2026-11-23",
    bad="""\
journey: Starta kafé
persona: {name: Nystartad företagare, access_needs: n/a}
""",
    good="""\
journey: Starta kafé
persona: {name: Nystartad företagare, access_needs: n/a, needs: veta när kaféet får öppna}
""",
    find=find,
)

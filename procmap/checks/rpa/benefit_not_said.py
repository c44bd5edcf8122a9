"""RPA053 benefit-not-said: nobody has said what is to become better when a robot does it."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import stated
from procmap.checks.words import WHO_LEADS, whom
from procmap.graph.view import View
from procmap.model.knowledge import Unknown
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Where it is not said what the robot is to do either, RPA008 asks both."""
    for process, _ in stated(view):
        if process.benefits is None or isinstance(process.benefits, Unknown):
            ref = Ref(process.id)
            role = whom(view, process, "", process.benefits)
            yield hit(ref.of("benefits"), process=view.label(ref), role=role)


CHECK = Check(
    code="RPA053",
    name="benefit-not-said",
    kind="ask",
    packs=("rpa",),
    message=Text(
        sv="Det står inte vad som ska bli bättre när en robot gör en del av {process}.",
        en="It does not say what is to become better when a robot does a part of {process}.",
    ),
    question=Text(
        sv="Vad ska bli bättre för dem som {process} är till för, och för er som arbetar, och hur märks det?",
        en="What is to become better for those whom {process} is for, and for you who work, and how does it show?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Hur mycket som är nog bestämmer ni själva, inte leverantören. Skriv det innan ni får en offert.",
        en="How much is enough is for you to say, not for the supplier. Write it down before you get an offer.",
    ),
    source="SKL (nu SKR), rekommendationer om RPA, skl.se, 2018, läst 2026-11-23",
    bad="""\
benefits: ??
""",
    good="""\
benefits: Företagaren får veta samma dag
""",
    find=find,
)

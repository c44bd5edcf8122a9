"""ESV064 automated-and-never-looked-at: a machine decides, and nobody looks afterwards whether it decides rightly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import WHO_LEADS, listing
from procmap.graph.decisions import DecisionAt, decisions
from procmap.graph.mentions import mentioned
from procmap.graph.view import View
from procmap.text import Text

_LOOKED_AT = re.compile(
    r"stickprov|slumpvis|följ\w* upp|uppfölj|i efterhand|efterkontroll|egenkontroll|kvalitets(kontroll|granskning)"
    r"|(granska|kontrollera|läser|tittar|går igenom)\w*\b[\w ]{0,40}\b(varje|i) (dag|vecka|månad|kvartal|år)"
    r"|sample|follow[- ]?up|spot check|random check|\baudit|afterwards"
)


def find(view: View) -> Iterator[Hit]:
    """One for each process: one way of looking afterwards may do for all its decisions."""
    told = mentioned(view, _LOOKED_AT)
    found: dict[str, list[DecisionAt]] = {}
    for at in decisions(view):
        if at.by_machine:
            found.setdefault(at.process.id, []).append(at)
    for here in found.values():
        if not told(here[0].process):
            yield hit(*(at.ref for at in here), decisions=listing(view.label(at.ref) for at in here))


CHECK = Check(
    code="ESV064",
    name="automated-and-never-looked-at",
    kind="ask",
    packs=("e-service",),
    message=Text(
        sv="En robot eller ett system avgör i {decisions}, och det står inte att någon ser efter i efterhand.",
        en="A robot or a system decides in {decisions}, and it does not say that anybody looks afterwards.",
    ),
    question=Text(
        sv="Hur ser ni i efterhand att {decisions} blir rätt, till exempel med stickprov, och vem gör det?",
        en="How do you see afterwards that {decisions} turns out right, with samples for example, and who does it?",
    ),
    role=WHO_LEADS,
    rationale=Text(
        sv="Ett fel i en regel blir samma fel i alla ärenden, och ingen märker det förrän någon klagar.",
        en="A mistake in a rule becomes the same mistake in every case, and nobody notices until somebody complains.",
    ),
    source="Statskontoret, Effektiv ärendehandläggning i staten, 2022; Nacka kommun om helautomatiska beslut, 2024",
    bad="""\
changes:
  - at: Besluta om registrering
    human_takeover: Inspektören, när företagaren hör av sig
    decision: {automated: true, delegation: Delegationsordningen 7.4}
""",
    good="""\
changes:
  - at: Besluta om registrering
    human_takeover: Inspektören, när företagaren hör av sig
    decision: {automated: true, delegation: Delegationsordningen 7.4}
  - after: Meddela beslutet
    flow:
      - registrator: Granska ett stickprov av besluten
        why: Se att reglerna ger rätt beslut
""",
    find=find,
)

"""JRN025 thin-evidence: what a journey rests on is old, or comes from few."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.age import months_since
from procmap.checks.asking import WHO_MAPS, evidence_used
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.text import Text

_FEW = Text(
    "det bygger på färre än {people} personer eller tillfällen", "it rests on fewer than {people} people or occasions"
)
_OLD = Text("det är mer än {months} månader gammalt", "it is more than {months} months old")


def find(view: View) -> Iterator[Hit]:
    people, months = view.thresholds["thin-evidence.people"], view.thresholds["thin-evidence.months"]
    for ref, evidence in evidence_used(view):
        number, age = known(evidence.n), months_since(known(evidence.at), view.today)
        if number is not None and number < people:
            yield hit(ref.of("n"), evidence=view.label(ref), why=_FEW.fill(people=f"{people:g}"))
        elif age is not None and age > months:
            yield hit(ref.of("at"), evidence=view.label(ref), why=_OLD.fill(months=f"{months:g}"))


CHECK = Check(
    code="JRN025",
    name="thin-evidence",
    kind="ask",
    packs=("journey",),
    message=Text(sv="Underlaget {evidence} är tunt: {why}.", en="The evidence {evidence} is thin: {why}."),
    question=Text(
        sv="Stämmer {evidence} fortfarande, och vem mer behöver vi lyssna på?",
        en="Does {evidence} still hold, and whom more do we need to listen to?",
    ),
    role=WHO_MAPS,
    rationale=Text(
        sv="En resa som en enda har berättat om är den personens. En gammal resa är den tidens.",
        en="A journey that one person has told of is that person's. An old journey is that time's.",
    ),
    source="procmap, 2026-11-23",
    thresholds={"thin-evidence.people": 3, "thin-evidence.months": 24},
    bad="""\
journey: Starta kafé
evidence:
  samtal: {name: Samtal med en kaféägare, method: interview, n: 1, at: 2026-10}
phases:
  - phase: Under
    steps:
      - {step: Läser på, feels: 0, from: samtal, touchpoints: n/a}
""",
    good="""\
journey: Starta kafé
evidence:
  samtal: {name: Samtal med fem kaféägare, method: interview, n: 5, at: 2026-10}
phases:
  - phase: Under
    steps:
      - {step: Läser på, feels: 0, from: samtal, touchpoints: n/a}
""",
    find=find,
)

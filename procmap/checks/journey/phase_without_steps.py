"""JRN002 phase-without-steps: a journey, or a phase of it, in which nothing happens yet."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import RESIDENTS, residents
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text

_PHASE = Text("fasen {phase}", "the phase {phase}")


def find(view: View) -> Iterator[Hit]:
    """A journey in which nothing at all happens is asked about as a whole."""
    for journey in view.map.journeys:
        ref, role = Ref(journey.id), residents(journey)
        if not journey.steps:
            yield hit(ref, where=view.label(ref), role=role)
            continue
        for phase in journey.phases:
            if not phase.steps:
                at = Ref(journey.id, f"phases/{phase.id}")
                name = view.label(at)
                where = _PHASE.fill(phase=name) if phase.name is not None else name
                yield hit(at, where=where, step=name, role=role, asked=False)


CHECK = Check(
    code="JRN002",
    name="phase-without-steps",
    kind="gap",
    message=Text(sv="I {where} finns inga steg än.", en="There are no steps in {where} yet."),
    gathered=Text(
        sv="I de här faserna finns inga steg än: {steps}.", en="There are no steps in these phases yet: {steps}."
    ),
    question=Text(
        sv="Vad är det första som händer i {where}, och vad händer sedan?",
        en="What is the first thing that happens in {where}, and what then?",
    ),
    gathered_question=Text(
        sv="Vad är det första som händer i var och en av faserna {steps}, och vad händer sedan?",
        en="What is the first thing that happens in each of the phases {steps}, and what then?",
    ),
    role=RESIDENTS,
    rationale=Text(
        sv="Det som faller mellan stolarna finns ofta i den fas som ingen har något att skriva om.",
        en="What falls between two stools is often in the phase that nobody has anything to write about.",
    ),
    source="SKR, Innovationsguiden: användarresa, skr.se, 2026-11-23",
    bad="""\
journey: Starta kafé
phases:
  - phase: Före
  - phase: Under
    steps:
      - {step: Anmäler, feels: 0, evidence: assumed, touchpoints: n/a}
""",
    good="""\
journey: Starta kafé
phases:
  - phase: Före
    steps:
      - {step: Letar lokal, feels: 1, evidence: assumed, touchpoints: n/a}
  - phase: Under
    steps:
      - {step: Anmäler, feels: 0, evidence: assumed, touchpoints: n/a}
""",
    find=find,
)

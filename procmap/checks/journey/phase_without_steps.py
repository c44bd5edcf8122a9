"""JRN002 phase-without-steps: a phase of the journey in which nothing happens yet."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import RESIDENTS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for journey in view.map.journeys:
        for phase in journey.phases:
            if not phase.steps:
                ref = Ref(journey.id, f"phases/{phase.id}")
                yield hit(ref, phase=view.label(ref), journey=view.label(Ref(journey.id)))


CHECK = Check(
    code="JRN002",
    name="phase-without-steps",
    kind="gap",
    message=Text(
        sv="Fasen {phase} i {journey} har inga steg.",
        en="The phase {phase} in {journey} has no steps.",
    ),
    question=Text(
        sv="Vad är det första som händer i fasen {phase}, och vad händer sedan?",
        en="What is the first thing that happens in the phase {phase}, and what then?",
    ),
    role=RESIDENTS,
    rationale=Text(
        sv="En fas utan steg är en rubrik. Det som faller mellan stolarna finns ofta just där.",
        en="A phase without steps is a heading. What falls between two stools is often right there.",
    ),
    source="SKR, Innovationsguiden: användarresa (skr.se), as of 2026-11-23",
    bad="""\
journey: Starta kafé
persona: {name: Nystartad företagare, needs: [veta när jag får öppna], access_needs: inga}
trigger: Har hittat en lokal
outcome: Får öppna
state: as_is
phases:
  - phase: Under
    zone: during
    steps:
      - step: Anmäler
        feels: 0
        evidence: assumed
        touchpoints:
          - eservice: livsmedel/Anmälan inkommer
          - paper_form: livsmedel/Anmälan inkommer
      - step: Får beslut
        feels: 2
        evidence: assumed
        touchpoints:
          - letter: livsmedel/Meddela beslutet, livsmedel/Begär komplettering
  - phase: Efter
    zone: after
""",
    good="""\
journey: Starta kafé
persona: {name: Nystartad företagare, needs: [veta när jag får öppna], access_needs: inga}
trigger: Har hittat en lokal
outcome: Får öppna
state: as_is
phases:
  - phase: Under
    zone: during
    steps:
      - step: Anmäler
        feels: 0
        evidence: assumed
        touchpoints:
          - eservice: livsmedel/Anmälan inkommer
          - paper_form: livsmedel/Anmälan inkommer
      - step: Får beslut
        feels: 2
        evidence: assumed
        touchpoints:
          - letter: livsmedel/Meddela beslutet, livsmedel/Begär komplettering
""",
    find=find,
)

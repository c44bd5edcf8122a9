"""BPR043 nobody-behind: a touchpoint that nobody works behind, as the team says itself."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import WHO_MAPS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for journey in view.map.journeys:
        for hole in view.blueprint(journey).holes:
            if hole.kind == "nothing-behind":
                yield hit(hole.ref, step=view.label(Ref(journey.id, hole.step)), asked=False)


CHECK = Check(
    code="BPR043",
    name="nobody-behind",
    kind="ask",
    packs=("journey",),
    message=Text(
        sv="Bakom kontakten i {step} arbetar ingen, enligt kartan.",
        en="Nobody works behind the contact in {step}, as the map has it.",
    ),
    gathered=Text(
        sv="Bakom kontakten i de här stegen arbetar ingen, enligt kartan: {steps}.",
        en="Nobody works behind the contact in these steps, as the map has it: {steps}.",
    ),
    question=Text(
        sv="Vem märker om det inte fungerar i {step}, och vem får ändra det?",
        en="Who notices if it does not work in {step}, and who may change it?",
    ),
    gathered_question=Text(
        sv="Vem märker om det inte fungerar i de här stegen, och vem får ändra det: {steps}?",
        en="Who notices if it does not work in these steps, and who may change it: {steps}?",
    ),
    role=WHO_MAPS,
    rationale=Text(
        sv="En webbsida kan vara det första som den enskilde möter och det sista som någon ser över.",
        en="A web page may be the first thing the resident meets and the last thing that anybody looks after.",
    ),
    source="SKR, Innovationsguiden: användarresa, skr.se, 2026-11-23",
    bad="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - {step: Läser på, feels: 0, evidence: assumed, touchpoints: [web: n/a]}
""",
    good="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - {step: Läser på, feels: 0, evidence: assumed, touchpoints: n/a}
""",
    find=find,
)

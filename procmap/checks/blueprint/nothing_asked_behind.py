"""BPR040 nothing-asked-behind: a touchpoint of which nobody has asked what stands behind it."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import WHO_MAPS, steps, touchpoints
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for journey in view.map.journeys:
        for ref, _, step in steps(journey):
            for number, touchpoint in enumerate(touchpoints(step), 1):
                if touchpoint.elements is None and touchpoint.channel != "none":
                    yield hit(ref.of("touchpoints", str(number)), step=view.label(ref), asked=False)
                    break


CHECK = Check(
    code="BPR040",
    name="nothing-asked-behind",
    kind="gap",
    message=Text(
        sv="Det står inte vilket arbete som finns bakom kontakten i {step}.",
        en="It does not say which work stands behind the contact in {step}.",
    ),
    gathered=Text(
        sv="Det står inte vilket arbete som finns bakom kontakten i de här stegen: {steps}.",
        en="It does not say which work stands behind the contact in these steps: {steps}.",
    ),
    question=Text(
        sv="Vem gör något hos oss för att {step} ska gå, och vem svarar för att det fungerar?",
        en="Who does something with us for {step} to work, and who answers for it working?",
    ),
    gathered_question=Text(
        sv="Vem gör något hos oss för att de här stegen ska gå, och vem svarar för att det fungerar: {steps}?",
        en="Who does something with us for these steps to work, and who answers for it working: {steps}?",
    ),
    role=WHO_MAPS,
    rationale=Text(
        sv="Behov som ingen har ansvar för syns där en kontakt saknar arbete bakom sig.",
        en="Needs that nobody is responsible for show where a contact has no work behind it.",
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
          - phone
      - step: Får beslut
        feels: 2
        evidence: assumed
        touchpoints:
          - letter: livsmedel/Meddela beslutet, livsmedel/Begär komplettering
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

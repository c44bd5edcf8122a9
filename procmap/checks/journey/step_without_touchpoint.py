"""JRN010 step-without-touchpoint: it is not said where the resident meets anybody in a step."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import RESIDENTS, steps
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for journey in view.map.journeys:
        for ref, _, step in steps(journey):
            if step.touchpoints is None:
                yield hit(ref.of("touchpoints"), step=view.label(ref), asked=False)


CHECK = Check(
    code="JRN010",
    name="step-without-touchpoint",
    kind="ask",
    message=Text(
        sv="Det står inte var man möter kommunen, eller någon annan, i {step}.",
        en="It does not say where one meets the municipality, or anybody else, in {step}.",
    ),
    gathered=Text(
        sv="Det står inte var man möter kommunen, eller någon annan, i de här stegen: {steps}.",
        en="It does not say where one meets the municipality, or anybody else, in these steps: {steps}.",
    ),
    question=Text(
        sv="Vem eller vad möter man i {step}: en webbsida, en person, ett brev, eller ingen alls?",
        en="Whom or what does one meet in {step}: a web page, a person, a letter, or nobody at all?",
    ),
    gathered_question=Text(
        sv="Vem eller vad möter man i de här stegen, eller möter man ingen: {steps}?",
        en="Whom or what does one meet in these steps, or does one meet nobody: {steps}?",
    ),
    role=RESIDENTS,
    rationale=Text(
        sv="Det är i mötena som arbetet blir synligt. Ett steg utan möte kan också vara det som gör mest ont.",
        en="It is where they meet that the work becomes visible. A step without a meeting may also be the "
        "one that hurts most.",
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
      - step: Väntar
        feels: -1
        evidence: assumed
        pains: vet inget
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
      - step: Väntar
        feels: -1
        evidence: assumed
        pains: vet inget
        touchpoints: n/a
""",
    find=find,
)

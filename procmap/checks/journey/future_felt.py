"""JRN024 future-felt: a journey that does not exist yet says how it feels, as a fact."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import WHO_MAPS, steps
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for journey in view.map.journeys:
        if journey.state == "to_be":
            for ref, _, step in steps(journey):
                stated = step.evidence or any(p.sources for p in step.provenance)
                if known(step.feels) is not None and not stated:
                    yield hit(ref.of("feels"), step=view.label(ref), asked=False)


CHECK = Check(
    code="JRN024",
    name="future-felt",
    kind="ask",
    packs=("journey",),
    message=Text(
        sv="{step} finns inte än, men det står hur det känns.",
        en="{step} does not exist yet, but it says how it feels.",
    ),
    gathered=Text(
        sv="De här stegen finns inte än, men det står hur de känns: {steps}.",
        en="These steps do not exist yet, but it says how they feel: {steps}.",
    ),
    question=Text(
        sv="Hur kan vi prova med någon om {step} känns som vi tror, innan vi bygger?",
        en="How can we try with somebody whether {step} feels as we believe, before we build?",
    ),
    gathered_question=Text(
        sv="Hur kan vi prova med någon om de här stegen känns som vi tror, innan vi bygger: {steps}?",
        en="How can we try with somebody whether these steps feel as we believe, before we build: {steps}?",
    ),
    role=WHO_MAPS,
    rationale=Text(
        sv="Bara den som har varit med om något kan säga hur det känns. I ett önskat läge är det ett "
        "antagande: evidence: assumed.",
        en="Only those who have been through something can say how it feels. In a to-be it is an "
        "assumption: evidence: assumed.",
    ),
    source="CJML, SINTEF (cjml.no), as of 2026-11-23",
    bad="""\
journey: Starta kafé
persona: {name: Nystartad företagare, needs: [veta när jag får öppna], access_needs: inga}
trigger: Har hittat en lokal
outcome: Får öppna
state: to_be
phases:
  - phase: Under
    zone: during
    steps:
      - step: Anmäler
        feels: 0
        touchpoints:
          - eservice: livsmedel/Anmälan inkommer
          - paper_form: livsmedel/Anmälan inkommer
      - step: Får beslut
        feels: 2
        evidence: assumed
        touchpoints:
          - letter: livsmedel/Meddela beslutet, livsmedel/Begär komplettering
  - phase: Före
    zone: before
    steps: [{step: Läser på, feels: 0, evidence: assumed, touchpoints: n/a}]
  - phase: Efter
    zone: after
    steps: [{step: Öppnar, feels: 2, evidence: assumed, touchpoints: n/a}]
""",
    good="""\
journey: Starta kafé
persona: {name: Nystartad företagare, needs: [veta när jag får öppna], access_needs: inga}
trigger: Har hittat en lokal
outcome: Får öppna
state: to_be
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
  - phase: Före
    zone: before
    steps: [{step: Läser på, feels: 0, evidence: assumed, touchpoints: n/a}]
  - phase: Efter
    zone: after
    steps: [{step: Öppnar, feels: 2, evidence: assumed, touchpoints: n/a}]
""",
    find=find,
)

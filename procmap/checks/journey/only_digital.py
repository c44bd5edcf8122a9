"""JRN012 only-digital: a step that can only be taken digitally."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import WHO_MAPS, steps, touchpoints
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.text import Text

_DIGITAL = {"web", "eservice", "email", "app", "digital_mailbox", "sms"}


def find(view: View) -> Iterator[Hit]:
    for journey in view.map.journeys:
        for ref, _, step in steps(journey):
            channels = {known(touchpoint.channel) for touchpoint in touchpoints(step)}
            if channels & {"eservice", "app"} and None not in channels and channels <= _DIGITAL:
                yield hit(ref.of("touchpoints"), step=view.label(ref))


CHECK = Check(
    code="JRN012",
    name="only-digital",
    kind="ask",
    packs=("journey", "e-service"),
    message=Text(
        sv="{step} går bara att göra digitalt, så som resan är beskriven.",
        en="{step} can only be done digitally, as the journey is described.",
    ),
    question=Text(
        sv="Hur gör den som inte kan eller får använda e-tjänsten i {step}, och vem hjälper till?",
        en="What do those do who cannot or may not use the e-service in {step}, and who helps them?",
    ),
    role=WHO_MAPS,
    rationale=Text(
        sv="Den som saknar e-legitimation, språk eller vana behöver en annan väg in. Vad lagen kräver "
        "behöver en jurist svara på.",
        en="Whoever lacks an eID, the language or the habit needs another way in. What the law demands is "
        "for a lawyer to answer.",
    ),
    source="Riksrevisionen RiR 2021:8, verify with a lawyer before use, as of 2026-11-23",
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
  - phase: Före
    zone: before
    steps: [{step: Läser på, feels: 0, evidence: assumed, touchpoints: n/a}]
  - phase: Efter
    zone: after
    steps: [{step: Öppnar, feels: 2, evidence: assumed, touchpoints: n/a}]
""",
    find=find,
)

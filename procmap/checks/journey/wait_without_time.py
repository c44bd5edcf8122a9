"""JRN030 wait-without-time: the resident waits, and nobody has said how long."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import RESIDENTS, steps, touchpoints
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for journey in view.map.journeys:
        for ref, _, step in steps(journey):
            alone = {touchpoint.channel for touchpoint in touchpoints(step)} == {"none"}
            if alone and step.wait_time is None:
                yield hit(ref.of("wait_time"), step=view.label(ref))


CHECK = Check(
    code="JRN030",
    name="wait-without-time",
    kind="gap",
    message=Text(
        sv="I {step} möter man ingen, och det står inte hur länge.",
        en="In {step} one meets nobody, and it does not say for how long.",
    ),
    question=Text(
        sv="Hur länge varar {step}, och hur vet man att det fortfarande är på gång?",
        en="How long does {step} last, and how does one know that it is still under way?",
    ),
    role=RESIDENTS,
    rationale=Text(
        sv="Att vänta utan att veta är ofta det som minns längst.",
        en="To wait without knowing is often what is remembered longest.",
    ),
    source="Shostack 1984, Designing services that deliver (research digest), 2026-11-23",
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
        feels: 0
        evidence: assumed
        touchpoints: [none]
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
        feels: 0
        evidence: assumed
        wait_time: 2 weeks
        touchpoints: [none]
""",
    find=find,
)

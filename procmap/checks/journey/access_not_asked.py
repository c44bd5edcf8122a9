"""JRN075 access-not-asked: nobody has asked what it takes to be able to use the service."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import RESIDENTS, persona_of
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for journey in view.map.journeys:
        found = persona_of(view, journey)
        if found is not None and found[1].access_needs is None:
            yield hit(found[0].of("access_needs"), persona=view.label(found[0]))


CHECK = Check(
    code="JRN075",
    name="access-not-asked",
    kind="ask",
    packs=("journey", "e-service"),
    message=Text(
        sv="Det står inte vad som krävs för att {persona} ska kunna använda tjänsten.",
        en="It does not say what it takes for {persona} to be able to use the service.",
    ),
    question=Text(
        sv="Vad skulle kunna stänga ute {persona}, eller någon i samma läge: språk, syn, e-legitimation, tid?",
        en="What might shut out {persona}, or somebody in the same position: language, sight, eID, time?",
    ),
    role=RESIDENTS,
    rationale=Text(
        sv="Det som stänger ute någon syns sällan i det vanliga fallet.",
        en="What shuts somebody out is seldom seen in the usual case.",
    ),
    source="procmap, 2026-11-23",
    bad="""\
journey: Starta kafé
persona: {name: Nystartad företagare, needs: [veta när jag får öppna]}
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

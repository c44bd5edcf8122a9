"""JRN026 lowest-without-words: nobody is quoted where it feels worst."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import RESIDENTS, steps
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for journey in view.map.journeys:
        felt = [(feels, ref, step) for ref, _, step in steps(journey) if (feels := known(step.feels)) is not None]
        low = min((feels for feels, _, _ in felt), default=0)
        lowest = [(ref, step) for feels, ref, step in felt if feels == low]
        if low < 0 and not any(step.quotes for _, step in lowest):
            yield hit(lowest[0][0].of("quotes"), step=view.label(lowest[0][0]))


CHECK = Check(
    code="JRN026",
    name="lowest-without-words",
    kind="ask",
    packs=("journey",),
    message=Text(
        sv="Det känns som sämst i {step}, och ingens egna ord finns där.",
        en="It feels worst in {step}, and nobody's own words are there.",
    ),
    question=Text(
        sv="Vad sade någon, med egna ord, om {step}?",
        en="What did somebody say, in their own words, about {step}?",
    ),
    role=RESIDENTS,
    rationale=Text(
        sv="En mening med någons egna ord gör mer i ett rum än en kurva.",
        en="One sentence in somebody's own words does more in a room than a curve.",
    ),
    source="NN/g, journey maps and service blueprints (research digest), 2026-11-23",
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
        feels: -1
        pains: [{text: Får inget veta}]
        opportunities: [{text: Visa status, owner: registrator}]
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
        feels: -1
        pains: [{text: Får inget veta}]
        opportunities: [{text: Visa status, owner: registrator}]
        quotes: [{text: Jag ringde två gånger}]
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

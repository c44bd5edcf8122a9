"""JRN005 journey-without-persona: nobody has said whose journey it is."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import WHO_MAPS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for journey in view.map.journeys:
        if journey.persona is None:
            ref = Ref(journey.id)
            yield hit(ref.of("persona"), journey=view.label(ref))


CHECK = Check(
    code="JRN005",
    name="journey-without-persona",
    kind="gap",
    message=Text(
        sv="Det står inte vems resa {journey} är.",
        en="It does not say whose journey {journey} is.",
    ),
    question=Text(
        sv="Vem är det som är med om {journey}, och vem annan skulle vara med om något annat?",
        en="Who goes through {journey}, and who would go through something else?",
    ),
    role=WHO_MAPS,
    rationale=Text(
        sv="Samma tjänst är olika för den som gör det varje månad och den som gör det en gång i livet.",
        en="The same service differs for those who do it every month and those who do it once in a lifetime.",
    ),
    source="NN/g, journey maps and service blueprints (research digest), 2026-11-23",
    bad="""\
journey: Starta kafé
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

"""JRN062 step-gone-work-left: the to-be journey drops a step, and what stood behind it is still there."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import WHO_MAPS, elements_met
from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import listing
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    origins = {journey.id: journey for journey in view.map.journeys}
    for journey in view.map.journeys:
        origin = origins.get(journey.variant_of or "")
        if origin is not None and journey.state == "to_be":
            kept = set(elements_met(journey))
            left = [element for element in elements_met(origin) if element not in kept]
            if left:
                ref = Ref(journey.id)
                names = listing(view.label(Ref.parse(element)) for element in left)
                yield hit(ref, journey=view.label(ref), work=names)


CHECK = Check(
    code="JRN062",
    name="step-gone-work-left",
    kind="ask",
    packs=("journey",),
    message=Text(
        sv="I {journey} möter man inte längre {work}, men arbetet finns kvar.",
        en="In {journey} one no longer meets {work}, but the work is still there.",
    ),
    question=Text(
        sv="Vad händer med {work} när {journey} blir verklighet: försvinner arbetet, eller gör någon det ändå?",
        en="What happens to {work} when {journey} comes true: does the work go away, or does somebody do "
        "it all the same?",
    ),
    role=WHO_MAPS,
    rationale=Text(
        sv="Ett steg som tas bort för den enskilde är ofta ett steg som flyttas till någon annan.",
        en="A step taken away from the resident is often a step moved to somebody else.",
    ),
    source="CJML, SINTEF (cjml.no), as of 2026-11-23",
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
  - phase: Före
    zone: before
    steps: [{step: Läser på, feels: 0, evidence: assumed, touchpoints: n/a}]
  - phase: Efter
    zone: after
    steps: [{step: Öppnar, feels: 2, evidence: assumed, touchpoints: n/a}]
---
variant: Starta kafé, önskat läge
of: starta-kafe
state: to_be
changes:
  - without: Får beslut
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
---
variant: Starta kafé, önskat läge
of: starta-kafe
state: to_be
changes:
  - at: Får beslut
    feels: 1
""",
    find=find,
)

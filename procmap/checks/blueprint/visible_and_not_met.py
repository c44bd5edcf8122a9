"""BPR041 visible-and-not-met: the work reaches the resident, and no step of a journey meets it."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import RESIDENTS, elements_met
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.activity import Activity
from procmap.model.knowledge import known
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    met = {element for journey in view.map.journeys for element in elements_met(journey)}
    near = {Ref.parse(element).document for element in met}
    for process in view.processes:
        if process.id in near:
            for ref, node in view.nodes(process):
                if isinstance(node, Activity) and known(node.sends) and str(ref) not in met and not _around(ref, met):
                    yield hit(ref, step=view.label(ref), asked=False)


def _around(ref: Ref, met: set[str]) -> bool:
    """Whether the subprocess it stands in is met."""
    path = ref.element or ""
    while "/" in path:
        path = path.rpartition("/")[0]
        if f"{ref.document}/{path}" in met:
            return True
    return False


CHECK = Check(
    code="BPR041",
    name="visible-and-not-met",
    kind="ask",
    message=Text(
        sv="{step} skickar något ut, men inget steg i någon resa möter det.",
        en="{step} sends something out, but no step of any journey meets it.",
    ),
    gathered=Text(
        sv="De här stegen skickar något ut, men inget steg i någon resa möter det: {steps}.",
        en="These steps send something out, but no step of any journey meets it: {steps}.",
    ),
    question=Text(
        sv="Hur märks {step} för den som får det, och vad gör hon då?",
        en="How is {step} noticed by whoever gets it, and what does she do then?",
    ),
    gathered_question=Text(
        sv="Hur märks de här stegen för den som får något, och vad gör hon då: {steps}?",
        en="How are these steps noticed by whoever gets something, and what does she do then: {steps}?",
    ),
    role=RESIDENTS,
    rationale=Text(
        sv="Det som skickas möter någon. Saknas det i resan vet ingen hur det tas emot.",
        en="What is sent meets somebody. Where the journey lacks it, nobody knows how it is received.",
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
          - letter: livsmedel/Meddela beslutet
---
flow:
  - start: Anmälan inkommer
    lane: foretagare
  - registrator: Begär komplettering
    why: Beslutet ska vila på riktiga uppgifter
    sends: begäran
  - registrator: Meddela beslutet
    why: Företagaren ska få veta
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
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
---
flow:
  - start: Anmälan inkommer
    lane: foretagare
  - registrator: Begär komplettering
    why: Beslutet ska vila på riktiga uppgifter
    sends: begäran
  - registrator: Meddela beslutet
    why: Företagaren ska få veta
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
""",
    find=find,
)

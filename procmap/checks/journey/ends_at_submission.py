"""JRN072 ends-at-submission: the journey stops when the form is sent."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import RESIDENTS, steps, touchpoints
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.event import Event
from procmap.model.knowledge import known
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    processes = {process.id: process for process in view.processes}
    for journey in view.map.journeys:
        last = next(iter(reversed(list(steps(journey)))), None)
        if last is None:
            continue
        ref, _, step = last
        met = [element for t in touchpoints(step) for element in known(t.elements) or ()]
        nodes = [
            view.node(processes[at.document], at.element or "")
            for at in map(Ref.parse, met)
            if at.document in processes
        ]
        if nodes and all(isinstance(node, Event) and node.position == "start" for node in nodes):
            yield hit(ref, step=view.label(ref), journey=view.label(Ref(journey.id)))


CHECK = Check(
    code="JRN072",
    name="ends-at-submission",
    kind="ask",
    message=Text(
        sv="{journey} slutar i {step}, där ärendet kommer in.",
        en="{journey} ends in {step}, where the case comes in.",
    ),
    question=Text(
        sv="Vad händer efter {step}, tills behovet är löst?",
        en="What happens after {step}, until the need is met?",
    ),
    role=RESIDENTS,
    rationale=Text(
        sv="För den enskilde är inskickat inte klart. Det viktigaste kommer efteråt.",
        en="To the resident sent is not done. What matters most comes after.",
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
          - letter: livsmedel/Anmälan inkommer
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

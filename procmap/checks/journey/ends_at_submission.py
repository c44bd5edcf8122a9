"""JRN072 ends-at-submission: the journey stops when the form is sent."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import RESIDENTS, residents
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.event import Event
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    processes = {process.id: process for process in view.processes}
    for journey in view.map.journeys:
        columns = view.blueprint(journey).columns
        met = [at for meeting in columns[-1].meetings for at in meeting.elements] if columns else []
        nodes = [view.node(processes[at.document], at.element or "") for at in met]
        if nodes and all(isinstance(node, Event) and node.position == "start" for node in nodes):
            ref = Ref(journey.id, columns[-1].step.id)
            yield hit(ref, step=view.label(ref), journey=view.label(Ref(journey.id)), role=residents(journey))


CHECK = Check(
    code="JRN072",
    name="ends-at-submission",
    kind="ask",
    message=Text(
        sv="{journey} slutar med {step}, där ärendet kommer in.",
        en="{journey} ends with {step}, where the case comes in.",
    ),
    question=Text(
        sv="Vad händer efter {step}, ända tills behovet är löst?",
        en="What happens after {step}, all the way until the need is met?",
    ),
    role=RESIDENTS,
    rationale=Text(
        sv="För den enskilde är inskickat inte klart. Det viktigaste kommer ofta efteråt.",
        en="To the resident, sent is not done. What matters most often comes after.",
    ),
    source="SKR, Innovationsguiden: användarresa, skr.se, 2026-11-23",
    bad="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - step: Anmäler
        feels: 0
        evidence: assumed
        touchpoints:
          - paper_form: livsmedel/Anmälan inkommer
""",
    good="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - step: Anmäler
        feels: 0
        evidence: assumed
        touchpoints:
          - paper_form: livsmedel/Anmälan inkommer
      - step: Får beslut
        feels: 2
        evidence: assumed
        touchpoints:
          - letter: livsmedel/Meddela beslutet
""",
    find=find,
)

"""JRN003 journey-without-ends: what sets the journey going, or when it is over, is not said."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import RESIDENTS, residents
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text

_ENDS = {
    "trigger": Text("vad som sätter i gång resan", "what sets the journey going"),
    "outcome": Text("vad som är sant när den är över", "what is true when it is over"),
}
_OR = Text("{first} eller {last}", "{first} or {last}")


def find(view: View) -> Iterator[Hit]:
    for journey in view.map.journeys:
        ref = Ref(journey.id)
        missing = [name for name in _ENDS if getattr(journey, name) is None]
        if missing:
            words = [_ENDS[name] for name in missing]
            ends = words[0] if len(words) == 1 else _OR.fill(first=words[0], last=words[1])
            refs = [ref.of(name) for name in missing]
            yield hit(*refs, journey=view.label(ref), ends=ends, role=residents(journey))


CHECK = Check(
    code="JRN003",
    name="journey-without-ends",
    kind="gap",
    message=Text(sv="I {journey} står det inte {ends}.", en="In {journey} it does not say {ends}."),
    question=Text(
        sv="Vad är det som får någon att börja med {journey}, och när är det över för den som är med om det?",
        en="What makes somebody start with {journey}, and when is it over for those who go through it?",
    ),
    role=RESIDENTS,
    rationale=Text(
        sv="En resa börjar innan kommunen märker den, och slutar först när behovet är löst.",
        en="A journey starts before the municipality notices, and ends only when the need is met.",
    ),
    source="SKR, Innovationsguiden: användarresa, skr.se, 2026-11-23",
    bad="""\
journey: Öppna kiosk
persona: {name: Nystartad företagare, needs: ett svar, access_needs: n/a}
trigger: Har köpt en vagn
phases:
  - phase: Under
    steps:
      - {step: Anmäler, feels: 0, evidence: assumed, touchpoints: n/a}
""",
    good="""\
journey: Öppna kiosk
persona: {name: Nystartad företagare, needs: ett svar, access_needs: n/a}
trigger: Har köpt en vagn
outcome: Kan börja sälja
phases:
  - phase: Under
    steps:
      - {step: Anmäler, feels: 0, evidence: assumed, touchpoints: n/a}
""",
    find=find,
)

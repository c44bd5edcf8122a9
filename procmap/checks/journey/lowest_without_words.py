"""JRN026 lowest-without-words: nobody is quoted where it feels worst."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import RESIDENTS, feels_bad, is_explained, steps
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.knowledge import known
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Where it does not even say why it feels bad, that is asked first; nobody has words for what is only wanted."""
    for journey in view.map.journeys:
        felt = [(feels, ref, step) for ref, _, step in steps(journey) if (feels := known(step.feels)) is not None]
        low = min((feels for feels, _, _ in felt), default=0)
        lowest = [(ref, step) for feels, ref, step in felt if feels == low]
        if journey.state == "to_be" or not lowest or any(step.quotes for _, step in lowest):
            continue
        ref, step = lowest[0]
        if feels_bad(step) and is_explained(step):
            yield hit(ref.of("quotes"), step=view.label(ref))


CHECK = Check(
    code="JRN026",
    name="lowest-without-words",
    kind="ask",
    packs=("journey",),
    message=Text(
        sv="Det känns som sämst i {step}, och där finns inget citat.",
        en="It feels worst in {step}, and nobody is quoted there.",
    ),
    question=Text(
        sv="Hur skulle du själv beskriva {step}, med dina egna ord?",
        en="How would you describe {step} yourself, in your own words?",
    ),
    role=RESIDENTS,
    rationale=Text(
        sv="En mening med någons egna ord gör mer i ett rum än en kurva.",
        en="One sentence in somebody's own words does more in a room than a curve.",
    ),
    source="Nielsen Norman Group on journey maps, 2026-11-23",
    bad="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - step: Läser på
        feels: -2
        evidence: assumed
        touchpoints: n/a
        thinks: Är det tillstånd eller anmälan?
""",
    good="""\
journey: Starta kafé
phases:
  - phase: Under
    steps:
      - step: Läser på
        feels: -2
        evidence: assumed
        touchpoints: n/a
        thinks: Är det tillstånd eller anmälan?
        quotes: Jag läste samma sida tre gånger
""",
    find=find,
)

"""KNO002 why-is-habit: the step is done because it always has been."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import is_habit, performer
from procmap.graph.view import View
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process in view.processes:
        for ref, node in view.nodes(process):
            if is_habit(node.why_source):
                role = performer(view, process, ref.element or "")
                yield hit(ref.of("why_source"), step=view.label(ref), role=role)


CHECK = Check(
    code="KNO002",
    name="why-is-habit",
    kind="ask",
    message=Text(sv="Skälet till {step} är vana.", en="The reason for {step} is habit."),
    question=Text(
        sv="Vem har nytta av {step} i dag, och vad skulle de sakna?",
        en="Who has use of {step} today, and what would they miss?",
    ),
    role=Text(sv="den som gör {step}", en="whoever does {step}"),
    rationale=Text(
        sv="En vana har haft ett skäl. Frågan är om det finns kvar.",
        en="A habit once had a reason. The question is whether it is still there.",
    ),
    source="Helsingborgs stad, hbg.works/digitalt-kompetent, 2026-11-23",
    answers=("RPA-082",),
    bad="""\
flow:
  - start: Anmälan inkommer
  - registrator: Skriv ut anmälan
    why: {value: Pärmen ska vara komplett, source: habit}
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
""",
    good="""\
flow:
  - start: Anmälan inkommer
  - registrator: Skriv ut anmälan
    why: {value: Handlingen ska bevaras på papper, source: "Dokumenthanteringsplanen 4.2"}
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
""",
    find=find,
)

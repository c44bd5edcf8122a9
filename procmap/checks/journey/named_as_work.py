"""JRN008 named-as-work: a step is called as the municipality calls its own work, and not as whoever goes through it."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.asking import RESIDENTS, residents, steps
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.model.label import Label, Translated
from procmap.model.process import Process
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """What she does herself may well be called the same in both: an element in a lane of hers says nothing."""
    works = {process.id: set(_work(view, process)) for process in view.processes}
    for journey in view.map.journeys:
        joined = [works[process.id] for process in view.blueprint(journey).processes]
        for ref, _, step in steps(journey):
            if isinstance(step.name, (str, Translated)):
                words = set(_spellings(step.name))
                if any(not words.isdisjoint(work) for work in joined):
                    yield hit(ref.of("name"), step=view.label(ref), role=residents(journey), asked=False)


def _work(view: View, process: Process) -> Iterator[str]:
    """What the work of everybody else is called."""
    if view.pool(process) is not None:
        return
    for ref, node in view.nodes(process):
        place = view.place(process, ref.element or "")
        if isinstance(node.name, (str, Translated)) and view.kind(process, place) != "customer":
            yield from _spellings(node.name)


def _spellings(name: Label) -> Iterator[str]:
    words = (name.sv, name.en) if isinstance(name, Translated) else (name,)
    yield from (word.strip().casefold() for word in words if word)


CHECK = Check(
    code="JRN008",
    name="named-as-work",
    kind="ask",
    packs=("journey",),
    message=Text(
        sv="Steget {step} heter som arbetet hos kommunen.",
        en="The step {step} is called as the municipality calls its work.",
    ),
    gathered=Text(
        sv="De här stegen heter som arbetet hos kommunen: {steps}.",
        en="These steps are called as the municipality calls its work: {steps}.",
    ),
    question=Text(
        sv="Vad är det man själv gör eller märker i {step}, och vad skulle man kalla det?",
        en="What does one do or notice oneself in {step}, and what would one call it?",
    ),
    gathered_question=Text(
        sv="Vad är det man själv gör eller märker i de här stegen, och vad skulle man kalla dem: {steps}?",
        en="What does one do or notice oneself in these steps, and what would one call them: {steps}?",
    ),
    role=RESIDENTS,
    rationale=Text(
        sv="En resa berättas av den som är med om den. Våra ord för arbetet säger inte vad hon gör.",
        en="A journey is told by whoever goes through it. Our words for the work do not say what she does.",
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
      - step: Besluta om registrering
        feels: 0
        evidence: assumed
        touchpoints:
          - letter: livsmedel/Meddela beslutet
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
      - step: Får veta att kaféet är registrerat
        feels: 0
        evidence: assumed
        touchpoints:
          - letter: livsmedel/Meddela beslutet
""",
    find=find,
)

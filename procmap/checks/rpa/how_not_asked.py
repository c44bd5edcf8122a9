"""RPA030 how-not-asked: steps of which nobody has asked in which system, from what, or with how much judgement."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import comes_from_outside, meant
from procmap.checks.words import listing, performer
from procmap.graph.automation import Automation
from procmap.graph.decisions import is_board
from procmap.graph.view import View
from procmap.model.activity import Activity, SubProcess
from procmap.model.knowledge import Unknown
from procmap.model.process import Process
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """One question to each role about all of its steps, with what is missing at any of them.

    Of a subprocess it is asked first what is done in it, and elected members are not asked how they work.
    """
    for process, found in meant(view):
        by_role: dict[Text | None, dict[str, list[str]]] = {}
        for path, step in found.steps:
            missing = list(_missing(view, process, found, path, step))
            if not missing or isinstance(step.name, Unknown) or isinstance(step, SubProcess):
                continue
            lane = view.place(process, path)
            if found.is_stated or lane is None or not is_board(view, process, lane):
                by_role.setdefault(performer(view, process, path), {})[path] = missing
        for role, steps in by_role.items():
            what = listing(words for name, words in _WORDS.items() if any(name in each for each in steps.values()))
            for path in steps:
                ref = Ref(process.id, path)
                yield hit(ref, step=view.label(ref), what=what, role=role, asked=False)


def _missing(view: View, process: Process, found: Automation, path: str, step: Activity) -> Iterator[str]:
    """What nobody has asked. A machine is not asked to judge, and what only sends something judges nothing."""
    by_robot = view.kind(process, view.place(process, path)) in ("robot", "system")
    if all(each.system is None for each in found.around(path)):
        yield "system"
    if step.input_medium is None and not by_robot and comes_from_outside(view, process, path):
        yield "input_medium"
    settled = (step.judgement, step.rule, step.decision, step.sends)
    if not by_robot and all(value is None for value in settled):
        yield "judgement"


_WORDS = {
    "system": Text(sv="vilket system som används", en="which system is used"),
    "input_medium": Text(sv="hur underlaget kommer in", en="how the input comes in"),
    "judgement": Text(sv="om något behöver bedömas", en="whether anything needs judgement"),
}

CHECK = Check(
    code="RPA030",
    name="how-not-asked",
    kind="gap",
    packs=("rpa",),
    message=Text(sv="Om {step} står det inte {what}.", en="Of {step} it does not say {what}."),
    gathered=Text(
        sv="Om de här stegen står det inte allt ({what}): {steps}.",
        en="Of these steps it does not say all ({what}): {steps}.",
    ),
    question=Text(sv="Kan du visa eller berätta om {step}: {what}?", en="Can you show or tell of {step}: {what}?"),
    gathered_question=Text(
        sv="Kan du visa eller berätta om de här stegen ({what}): {steps}?",
        en="Can you show or tell of these steps ({what}): {steps}?",
    ),
    role=Text(sv="den som gör arbetet", en="whoever does the work"),
    rationale=Text(
        sv="En robot gör det som händer på skärmen. Det behöver någon visa, steg för steg.",
        en="A robot does what happens on the screen. Somebody needs to show that, step by step.",
    ),
    source="UiPath Automation Hub, detailed assessment (applications), read 2026-11-23",
    bad="""\
changes:
  - at: Registrera anmälan
    system: n/a
  - after: Registrera anmälan
    flow:
      - registrator: Skriv in i registret
        why: Registret styr kontrollen
        automation: planned
        judgement: none
        human_takeover: inspektor
        skills: Registret
        handover: {medium: ärendekö, acknowledged: true, known_by_both: true}
        touch_time: 2 min
""",
    good="""\
changes:
  - at: Registrera anmälan
    system: ecos
""",
    find=find,
)

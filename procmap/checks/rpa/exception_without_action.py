"""RPA061 exception-without-action: something may go otherwise than usual, and nothing says what is done then."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.robots import meant
from procmap.checks.words import thing, whom
from procmap.graph.view import View
from procmap.model.knowledge import Unknown, known
from procmap.ref import Ref
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """An exception that has steps of its own, or leads somewhere, says it."""
    for process, found in meant(view):
        for path, step in found.steps:
            for number, case in enumerate(known(step.exceptions) or (), 1):
                if case.event is None and (case.action is None or isinstance(case.action, Unknown)):
                    ref = Ref(process.id, path, "exceptions", f"{number}.action")
                    role = whom(view, process, path, case.action)
                    yield hit(ref, step=thing(view, ref, case), role=role, asked=case.action is not None)


CHECK = Check(
    code="RPA061",
    name="exception-without-action",
    kind="blocker",
    packs=("rpa",),
    message=Text(sv="Det står inte vad man gör vid undantaget {step}.", en="It does not say what is done at {step}."),
    gathered=Text(
        sv="Det står inte vad man gör vid de här undantagen: {steps}.",
        en="It does not say what is done at these exceptions: {steps}.",
    ),
    question=Text(
        sv="Vad gör du när det blir så här: {step}, och vem får veta det?",
        en="What do you do when this happens: {step}, and who is told?",
    ),
    gathered_question=Text(
        sv="Vad gör du när det blir så här, och vem får veta det: {steps}?",
        en="What do you do when this happens, and who is told: {steps}?",
    ),
    role=Text(sv="den som gör arbetet", en="whoever does the work"),
    rationale=Text(
        sv="En robot som möter något den inte har fått veta stannar, eller gör fel i tysthet.",
        en="A robot that meets what it was not told of stops, or does wrong in silence.",
    ),
    source="UiPath PDD template, business exceptions, read 2026-11-23",
    bad="""\
changes:
  - at: Registrera anmälan
    exceptions: [{name: Fel kommun, kind: business, share: 2 %}]
""",
    good="""\
changes:
  - at: Registrera anmälan
    exceptions: [{name: Fel kommun, kind: business, share: 2 %, action: Hänvisa till rätt kommun}]
""",
    find=find,
)

"""LBL004 question-as-step: what reads as a question stands as a step of work, since its mark is missing."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.naming import is_question, spellings
from procmap.checks.words import performer
from procmap.graph.view import View
from procmap.model.activity import Task
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    for process, _, ref, task in view.elements(Task):
        if any(map(is_question, spellings(task.name))):
            yield hit(ref.of("name"), step=view.label(ref), role=performer(view, process, ref.element or ""))


CHECK = Check(
    code="LBL004",
    name="question-as-step",
    kind="ask",
    message=Text(
        sv="{step} låter som en fråga, men står som ett steg som någon gör.",
        en="{step} sounds like a question, but stands as a step that somebody does.",
    ),
    question=Text(
        sv="Är {step} en fråga som avgör hur det går vidare, eller något som någon tar reda på?",
        en="Is {step} a question that decides how it goes on, or something that somebody finds out?",
    ),
    role=Text(sv="den som gör {step}", en="whoever does {step}"),
    rationale=Text(
        sv="En fråga delar vägen, och varje svar behöver en väg. I kartan blir en mening med frågetecken ett vägval; "
        "utan frågetecken blir den ett steg.",
        en="A question parts the way, and each answer needs a way of its own. In the map a sentence that ends in a "
        "question mark becomes a choice; without it, a step.",
    ),
    source="procmap, kartspråket, 2026-11-30",
    bad="""\
changes:
  - at: Meddela beslutet
    name: Har beslutet kommit fram?
""",
    good="""\
changes:
  - at: Meddela beslutet
    name: Meddela beslutet så att det kommer fram
""",
    find=find,
)

"""LBL006 two-steps-in-one: the name tells of two things that are done, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.checks.check import Check, Hit, hit
from procmap.checks.naming import names_two, spellings
from procmap.checks.robots import is_beside_the_point
from procmap.checks.words import performer
from procmap.graph.view import View
from procmap.model.activity import Task
from procmap.text import Text


def find(view: View) -> Iterator[Hit]:
    """Not of what residents do: their steps are told as they live them."""
    for process, _, ref, task in view.elements(Task):
        names = spellings(task.name)
        if not names or not all(map(names_two, names)) or is_beside_the_point(view, process, ref.element or ""):
            continue
        if view.kind(process, view.place(process, ref.element or "")) != "customer":
            role = performer(view, process, ref.element or "")
            yield hit(ref.of("name"), step=view.label(ref), role=role, asked=False)


CHECK = Check(
    code="LBL006",
    name="two-steps-in-one",
    kind="ask",
    packs=("rpa",),
    message=Text(sv="{step} är två saker i ett steg.", en="{step} is two things in one step."),
    gathered=Text(sv="De här stegen är två saker i ett: {steps}.", en="These steps are two things in one: {steps}."),
    question=Text(
        sv="Görs båda delarna av {step} alltid i ett svep och av samma roll, eller kan det stanna däremellan?",
        en="Are both parts of {step} always done in one go and by the same role, or can it stop in between?",
    ),
    gathered_question=Text(
        sv="Görs båda delarna alltid i ett svep och av samma roll, eller kan det stanna däremellan: {steps}?",
        en="Are both parts always done in one go and by the same role, or can it stop in between: {steps}?",
    ),
    role=Text(sv="den som gör arbetet", en="whoever does the work"),
    rationale=Text(
        sv="En robot som stannar halvvägs måste veta vad som är gjort. Ofta är det ena en regel och det andra en "
        "bedömning, och då kan bara det ena automatiseras.",
        en="A robot that stops halfway must know what is done. Often one is a rule and the other a judgement, and then "
        "only one of them can be automated.",
    ),
    source="Leno m.fl., Robotic Process Mining, BISE (2020)",
    bad="""\
changes:
  - at: Registrera anmälan
    name: Granska och registrera anmälan
""",
    good="""\
changes:
  - at: Registrera anmälan
    name: Registrera anmälan och bilagor
""",
    find=find,
)

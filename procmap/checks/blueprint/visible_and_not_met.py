"""BPR041 visible-and-not-met: the resident does or receives something, and no journey tells of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from procmap.checks.asking import RESIDENTS
from procmap.checks.check import Check, Hit, hit
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text

if TYPE_CHECKING:
    from procmap.graph.blueprint import Blueprint


def find(view: View) -> Iterator[Hit]:
    """What one journey meets, another need not; whoever meets a subprocess meets what is inside."""
    blueprints = [view.blueprint(journey) for journey in view.map.journeys]
    met = {ref for blueprint in blueprints for ref in _met(blueprint)}
    unmet = {hole.ref for blueprint in blueprints for hole in blueprint.holes if hole.kind == "met-by-no-step"}
    for ref in sorted(unmet, key=view.position):
        if not any(around in met for around in _around(ref)):
            yield hit(ref, step=view.label(ref), asked=False)


def _met(blueprint: Blueprint) -> Iterator[Ref]:
    for column in blueprint.columns:
        for meeting in column.meetings:
            if meeting.touchpoint.channel != "none":
                yield from meeting.elements


def _around(ref: Ref) -> Iterator[Ref]:
    """The element and the subprocesses it stands in, innermost first."""
    path = ref.element or ""
    while path:
        yield Ref(ref.document, path)
        path = path.rpartition("/")[0]


CHECK = Check(
    code="BPR041",
    name="visible-and-not-met",
    kind="ask",
    message=Text(
        sv="Den enskilde kan vara med om {step}, men ingen resa tar upp det.",
        en="The resident may go through {step}, but no journey tells of it.",
    ),
    gathered=Text(
        sv="Den enskilde kan vara med om det här, men ingen resa tar upp det: {steps}.",
        en="The resident may go through this, but no journey tells of it: {steps}.",
    ),
    question=Text(
        sv="Hur är det att vara med om {step}, och vad gör man då?",
        en="What is it like to go through {step}, and what does one do then?",
    ),
    gathered_question=Text(
        sv="Hur är det, och vad gör man då: {steps}?",
        en="What is it like, and what does one do then: {steps}?",
    ),
    role=RESIDENTS,
    rationale=Text(
        sv="Det som skickas möter någon. Där resan saknar det vet ingen hur det tas emot.",
        en="What is sent meets somebody. Where the journey lacks it, nobody knows how it is received.",
    ),
    source="SKR, Innovationsguiden: användarresa, skr.se, 2026-11-23",
    answers=("KNO-028",),
    bad="""\
flow:
  - start: Anmälan inkommer
    lane: foretagare
  - registrator: Bekräfta anmälan
    sends: bekraftelse
    why: Företagaren ska veta att den har kommit fram
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
  - registrator: Meddela beslutet
    sends: beslut
    why: Företagaren ska få veta
---
journey: Starta kafé
""",
    good="""\
flow:
  - start: Anmälan inkommer
    lane: foretagare
  - registrator: Meddela beslutet
    sends: beslut
    why: Företagaren ska få veta
    exceptions: {name: Fel kommun, kind: business, action: Hänvisa vidare}
---
journey: Starta kafé
""",
    find=find,
)

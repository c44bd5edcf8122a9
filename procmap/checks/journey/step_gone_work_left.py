"""JRN062 step-gone-work-left: a wanted journey meets less than today's, and what stood behind is still there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from procmap.checks.asking import WHO_MAPS
from procmap.checks.check import Check, Hit, hit
from procmap.checks.words import listing
from procmap.graph.view import View
from procmap.ref import Ref
from procmap.text import Text

if TYPE_CHECKING:
    from procmap.graph.blueprint import Blueprint


def find(view: View) -> Iterator[Hit]:
    """What went on while there was no contact was never met; what a wanted process no longer holds is gone too."""
    origins = {journey.id: journey for journey in view.map.journeys}
    for journey in view.map.journeys:
        origin = origins.get(journey.variant_of or "")
        if origin is None or journey.state != "to_be":
            continue
        wanted = view.blueprint(journey)
        still = {ref for column in wanted.columns for meeting in column.meetings for ref in meeting.elements}
        left = [
            ref
            for ref in _met(view.blueprint(origin))
            if not any(_is_around(ref, other) for other in still) and _stands_in(view, wanted, ref)
        ]
        if left:
            ref = Ref(journey.id)
            yield hit(ref, *left, journey=view.label(ref), work=listing(view.label(each) for each in left))


def _met(blueprint: Blueprint) -> tuple[Ref, ...]:
    """What is met through a channel, in order."""
    met = (
        ref
        for column in blueprint.columns
        for meeting in column.meetings
        if meeting.touchpoint.channel != "none"
        for ref in meeting.elements
    )
    return tuple(dict.fromkeys(met))


def _is_around(one: Ref, other: Ref) -> bool:
    """Whether they are the same element, or one is inside the other; a variant of a process has its elements' paths."""
    a, b = f"{one.element}/", f"{other.element}/"
    return a.startswith(b) or b.startswith(a)


def _stands_in(view: View, wanted: Blueprint, ref: Ref) -> bool:
    """Whether the work stands in the processes that the wanted journey is held against."""
    here = [process for process in wanted.processes if ref.document in (process.id, process.variant_of)]
    return not here or any(at.element == ref.element for process in here for at, _ in view.nodes(process))


CHECK = Check(
    code="JRN062",
    name="step-gone-work-left",
    kind="ask",
    packs=("journey",),
    message=Text(
        sv="I {journey} möter man inte längre {work}, men arbetet finns kvar i processen.",
        en="In {journey} one no longer meets {work}, but the work is still there in the process.",
    ),
    question=Text(
        sv="Vad händer med {work} när {journey} blir verklighet: försvinner arbetet, eller gör någon det ändå?",
        en="What happens to {work} when {journey} comes true: does the work go away, or does somebody do it all the "
        "same?",
    ),
    role=WHO_MAPS,
    rationale=Text(
        sv="Ett steg som tas bort för den enskilde är ofta ett steg som flyttas till någon annan.",
        en="A step taken away from the resident is often a step moved to somebody else.",
    ),
    source="CJML, SINTEF, cjml.no, 2026-11-23",
    bad="""\
journey: Starta kafé
---
variant: Starta kafé, önskat läge
of: starta-kafe
state: to_be
changes:
  - without: Får beslut
""",
    good="""\
journey: Starta kafé
---
variant: Starta kafé, önskat läge
of: starta-kafe
state: to_be
changes:
  - at: Får beslut
    touchpoints:
      - digital_mailbox: livsmedel/Meddela beslutet
      - letter: livsmedel/Meddela beslutet
""",
    find=find,
)

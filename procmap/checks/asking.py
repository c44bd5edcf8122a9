"""Whom to ask about a journey, and what several of its checks look up."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.graph.view import View
from procmap.model.catalogue import Evidence, Persona
from procmap.model.journey import Journey, Phase, Step, Touchpoint
from procmap.model.knowledge import known
from procmap.ref import Ref
from procmap.text import Text

__all__ = ["RESIDENTS", "WHO_MAPS", "elements_met", "evidence_of", "persona_of", "steps", "touchpoints"]

RESIDENTS = Text("några som har varit med om det", "some who have been through it")
WHO_MAPS = Text("den som håller i resan", "whoever keeps the journey")


def steps(journey: Journey) -> Iterator[tuple[Ref, Phase, Step]]:
    """Every step with its Ref and its phase, in order."""
    for phase in journey.phases:
        for step in phase.steps:
            yield Ref(journey.id, step.id), phase, step


def touchpoints(step: Step) -> tuple[Touchpoint, ...]:
    """The touchpoints of a step that are known."""
    return known(step.touchpoints) or ()


def elements_met(journey: Journey) -> tuple[str, ...]:
    """``document/path`` of everything that the journey meets, in order."""
    met = (
        element
        for _, _, step in steps(journey)
        for touchpoint in touchpoints(step)
        for element in known(touchpoint.elements) or ()
    )
    return tuple(dict.fromkeys(met))


def persona_of(view: View, journey: Journey) -> tuple[Ref, Persona] | None:
    """The persona whose journey it is, from the journey or a catalogue."""
    for document in (journey, *view.map.catalogues):
        for persona in document.personas:
            if persona.id == known(journey.persona):
                return Ref(document.id, f"personas/{persona.id}"), persona
    return None


def evidence_of(view: View, journey: Journey) -> Iterator[tuple[Ref, Evidence]]:
    """The evidence that the journey rests on, from the journey or a catalogue."""
    used: set[str] = set()
    for _, _, step in steps(journey):
        used.update(step.evidence)
        used.update(source for provenance in step.provenance for source in provenance.sources)
        for statements in (step.quotes, known(step.pains), known(step.gains), known(step.opportunities)):
            used.update(source for statement in statements or () for source in statement.evidence)
    for document in (journey, *view.map.catalogues):
        for evidence in document.evidence:
            if evidence.id in used:
                yield Ref(document.id, f"evidence/{evidence.id}"), evidence

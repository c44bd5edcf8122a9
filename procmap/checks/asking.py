"""Whom to ask about a journey, and what several of its checks look up."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.graph.view import View
from procmap.model.catalogue import Catalogue, Evidence, Persona
from procmap.model.journey import Journey, Phase, Step, Touchpoint
from procmap.model.knowledge import known
from procmap.ref import Ref
from procmap.text import Text

__all__ = [
    "DIGITAL",
    "RESIDENTS",
    "WHO_MAPS",
    "evidence_used",
    "feels_bad",
    "is_explained",
    "met_otherwise",
    "persons",
    "residents",
    "sources",
    "step_in_origin",
    "steps",
    "touchpoints",
]

WHO_MAPS = Text("den som håller i resan", "whoever keeps the journey")
RESIDENTS = Text("några som har varit med om det", "some who have been through it")
_SERVED = Text("några som tjänsten är till för", "some whom the service is for")


DIGITAL = frozenset({"web", "eservice", "email", "app", "digital_mailbox", "sms"})
"""The channels that take a screen."""


def residents(journey: Journey) -> Text:
    """Whom to ask what something is like: nobody has been through a journey that is only wanted."""
    return _SERVED if journey.state == "to_be" else RESIDENTS


def steps(journey: Journey) -> Iterator[tuple[Ref, Phase, Step]]:
    """Every step with its Ref and its phase, in order."""
    for phase in journey.phases:
        for step in phase.steps:
            yield Ref(journey.id, step.id), phase, step


def touchpoints(step: Step) -> tuple[Touchpoint, ...]:
    """The touchpoints of a step that are known."""
    return known(step.touchpoints) or ()


def feels_bad(step: Step) -> bool:
    """Whether it is known that the step feels bad."""
    feels = known(step.feels)
    return feels is not None and feels < 0


def is_explained(step: Step) -> bool:
    """Whether anything in the step tells why it feels as it does, or that somebody was asked."""
    asked = (step.pains, step.opportunities, step.thinks)
    return bool(step.quotes) or any(value is not None for value in asked)


def step_in_origin(view: View, journey: Journey, step: Step) -> Step | None:
    """The same step in the journey that this one is a variant of."""
    for other in view.map.journeys:
        if other.id == journey.variant_of:
            return next((one for one in other.steps if one.id == step.id), None)
    return None


def met_otherwise(view: View, *, wanted: bool) -> set[Ref]:
    """Everything that some journey, wanted or of today, meets in a way that is not digital."""
    return {
        ref
        for journey in view.map.journeys
        if (journey.state == "to_be") == wanted
        for column in view.blueprint(journey).columns
        for meeting in column.meetings
        if known(meeting.touchpoint.channel) not in {None, "none", *DIGITAL}
        for ref in meeting.elements
    }


def persons(view: View) -> Iterator[tuple[Ref, Journey, Persona]]:
    """Whose the journeys are, each persona once, from the journey itself or from a catalogue."""
    seen: set[Ref] = set()
    for journey in view.map.journeys:
        for document in _sharing(view, journey):
            persona = next((one for one in document.personas if one.id == known(journey.persona)), None)
            if persona is not None:
                ref = Ref(document.id, f"personas/{persona.id}")
                if ref not in seen:
                    seen.add(ref)
                    yield ref, journey, persona
                break


def evidence_used(view: View) -> Iterator[tuple[Ref, Evidence]]:
    """What the journeys rest on, each piece of evidence once, from the journey itself or from a catalogue."""
    seen: set[Ref] = set()
    for journey in view.map.journeys:
        used = set(sources(view, journey))
        for document in _sharing(view, journey):
            for evidence in document.evidence:
                ref = Ref(document.id, f"evidence/{evidence.id}")
                if evidence.id in used and ref not in seen:
                    seen.add(ref)
                    yield ref, evidence


def _sharing(view: View, journey: Journey) -> tuple[Journey | Catalogue, ...]:
    """Where a persona or a piece of evidence may be described, the nearest first."""
    return (journey, *view.map.catalogues)


def sources(view: View, journey: Journey) -> Iterator[str]:
    """Everything that something in a journey is said to rest on, as it is referred to; assumptions too."""
    for _, part, _ in view.parts(journey):
        yield from getattr(part, "evidence", ()) if not isinstance(part, Journey) else ()
        for provenance in getattr(part, "provenance", ()):
            yield from provenance.sources

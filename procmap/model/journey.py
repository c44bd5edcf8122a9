"""Journeys: what a resident goes through, from the first thought to long after the decision.

What stands behind each step is not written here: it is found by joining the journey's touchpoints to the processes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from procmap.model.catalogue import Evidence, Persona
from procmap.model.knowledge import Maybe, Provenance
from procmap.model.label import Label
from procmap.model.part import Part
from procmap.model.quantity import Duration

__all__ = ["ASSUMED", "Channel", "Journey", "Opportunity", "Phase", "State", "Statement", "Step", "Touchpoint", "Zone"]

Channel = Literal[
    "web", "eservice", "email", "phone", "letter", "sms", "digital_mailbox", "in_person", "paper_form", "app", "none"
]
State = Literal["as_is", "to_be"]
Zone = Literal["before", "during", "after"]

ASSUMED = "assumed"
"""Stands among ``evidence`` where the team believes something and has asked nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Part):
    """Something said or felt: a quote, a pain, a gain. ``evidence`` are references, or ASSUMED."""

    text: Maybe[str] = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity(Part):
    """Something that could be done; ``addresses`` are the texts of the pains that it would ease."""

    text: Maybe[str] = None
    addresses: Maybe[tuple[str, ...]] = None
    owner: Maybe[str] = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Touchpoint(Part):
    """Where resident and municipality meet: a channel, and the elements behind it as ``document/element``.

    ``elements`` is None where nobody was asked what stands behind it, NOT_APPLICABLE where nothing does.
    """

    channel: Maybe[Channel] = None
    elements: Maybe[tuple[str, ...]] = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Part):
    """One step of the resident's way. ``feels`` runs from -2 (very bad) to 2 (very good); ``feeling`` is its word."""

    id: str
    name: Maybe[Label] = None
    does: Maybe[str] = None
    thinks: Maybe[str] = None
    feels: Maybe[int] = None
    feeling: Maybe[str] = None
    quotes: tuple[Statement, ...] = ()
    pains: Maybe[tuple[Statement, ...]] = None
    gains: Maybe[tuple[Statement, ...]] = None
    opportunities: Maybe[tuple[Opportunity, ...]] = None
    wait_time: Maybe[Duration] = None
    evidence: tuple[str, ...] = ()
    moment_of_truth: bool = False
    touchpoints: Maybe[tuple[Touchpoint, ...]] = None
    note: str | None = None
    provenance: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase(Part):
    """A stretch of the way; ``zone`` tells whether it lies before, during or after the contact."""

    id: str
    name: Maybe[Label] = None
    zone: Zone | None = None
    steps: tuple[Step, ...] = ()
    note: str | None = None
    provenance: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey(Part):
    """A journey of one persona. ``processes`` are the ids of those it is held against; ``variant_of`` its origin."""

    id: str
    name: Maybe[Label] = None
    language: Literal["sv", "en"] | None = None
    persona: Maybe[str] = None
    trigger: Maybe[str] = None
    outcome: Maybe[str] = None
    state: State | None = None
    owner: Maybe[str] = None
    processes: tuple[str, ...] = ()
    personas: tuple[Persona, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    phases: tuple[Phase, ...] = ()
    variant_of: str | None = None
    note: str | None = None
    provenance: tuple[Provenance, ...] = ()

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of all phases, in order."""
        return tuple(step for phase in self.phases for step in phase.steps)

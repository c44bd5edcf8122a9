"""Catalogues: what several documents share."""

from __future__ import annotations

from dataclasses import dataclass

from procmap.model.knowledge import Maybe, Provenance
from procmap.model.label import Label
from procmap.model.part import Part
from procmap.model.resource import Data, Lane, System
from procmap.model.rule import Rule

__all__ = ["Catalogue", "Evidence", "Persona"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona(Part):
    """Somebody the service is for: a type of resident, never a real one."""

    id: str
    name: Maybe[Label] = None
    segment: Maybe[str] = None
    needs: Maybe[tuple[str, ...]] = None
    access_needs: Maybe[tuple[str, ...]] = None
    note: str | None = None
    provenance: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Part):
    """What a statement about residents rests on; ``n`` is how many were asked or seen, ``at`` an ISO date."""

    id: str
    name: Maybe[Label] = None
    method: Maybe[str] = None
    n: Maybe[int] = None
    at: Maybe[str] = None
    note: str | None = None
    provenance: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue(Part):
    """Lanes, systems, data, rules, personas and evidence that several documents refer to."""

    id: str
    name: Maybe[Label] = None
    lanes: tuple[Lane, ...] = ()
    systems: tuple[System, ...] = ()
    data: tuple[Data, ...] = ()
    rules: tuple[Rule, ...] = ()
    personas: tuple[Persona, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    note: str | None = None
    provenance: tuple[Provenance, ...] = ()

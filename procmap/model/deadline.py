"""Deadlines: clocks that run between elements and change no flow."""

from __future__ import annotations

from dataclasses import dataclass

from procmap.model.knowledge import Maybe, Provenance
from procmap.model.label import Label
from procmap.model.part import Part
from procmap.model.quantity import Duration

__all__ = ["Deadline"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Part):
    """Within how long something must be done, counted from any of ``starts`` to ``ends`` (paths of elements)."""

    id: str
    name: Maybe[Label] = None
    within: Maybe[Duration] = None
    starts: Maybe[tuple[str, ...]] = None
    ends: Maybe[tuple[str, ...]] = None
    source: Maybe[str] = None
    extension: Maybe[Duration] = None
    if_missed: Maybe[str] = None
    provenance: tuple[Provenance, ...] = ()

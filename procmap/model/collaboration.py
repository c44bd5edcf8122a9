"""Collaborations: pools that send each other messages."""

from __future__ import annotations

from dataclasses import dataclass

from procmap.model.artefact import Annotation, Association, Group
from procmap.model.flow import Message, MessageFlow
from procmap.model.knowledge import Maybe, Provenance
from procmap.model.label import Label
from procmap.model.part import Part

__all__ = ["Collaboration", "Pool"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool(Part):
    """Somebody who takes part; ``process`` is the id of a process, None for a black box.

    ``several`` where it stands for more than one of its kind (BPMN: participant multiplicity).
    """

    id: str
    name: Maybe[Label] = None
    process: Maybe[str] = None
    several: bool = False
    note: str | None = None
    provenance: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Collaboration(Part):
    """Who takes part, and what is sent between them."""

    id: str
    name: Maybe[Label] = None
    pools: tuple[Pool, ...] = ()
    messages: tuple[Message, ...] = ()
    message_flows: tuple[MessageFlow, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    groups: tuple[Group, ...] = ()
    associations: tuple[Association, ...] = ()
    note: str | None = None
    provenance: tuple[Provenance, ...] = ()

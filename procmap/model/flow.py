"""Sequence flows within a process, message flows and messages between pools."""

from __future__ import annotations

from dataclasses import dataclass

from procmap.model.knowledge import Maybe, Provenance
from procmap.model.label import Label
from procmap.model.part import Part

__all__ = ["Message", "MessageFlow", "SequenceFlow"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SequenceFlow(Part):
    """From one element to the next in the same scope; out of a gateway ``name`` is the answer it stands for."""

    id: str
    source: str
    target: str
    name: Maybe[Label] = None
    condition: Maybe[str] = None
    rule: Maybe[tuple[str, ...]] = None
    share: Maybe[float] = None
    provenance: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Message(Part):
    """What is sent between two who do not share a process; ``sender`` and ``receiver`` are pools, where stated."""

    id: str
    name: Maybe[Label] = None
    sender: Maybe[str] = None
    receiver: Maybe[str] = None
    channel: Maybe[str] = None
    note: str | None = None
    provenance: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageFlow(Part):
    """A message from one pool or element to another; the ends are ``pool`` or ``pool/element``."""

    id: str
    source: str
    target: str
    message: str | None = None
    name: Maybe[Label] = None

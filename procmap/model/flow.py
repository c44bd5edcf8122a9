"""Sequence flows within a process, message flows between pools, and what is sent and raised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from procmap.model.knowledge import Maybe, Provenance
from procmap.model.label import Label
from procmap.model.part import Part

__all__ = ["Message", "MessageFlow", "SequenceFlow", "Signal", "SignalKind"]

SignalKind = Literal["signal", "error", "escalation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SequenceFlow(Part):
    """From one element to the next in the same scope; out of a gateway ``name`` is the answer it stands for.

    An end that a drawing left loose is ``""``.
    """

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
class Signal(Part):
    """What is raised in one place and caught in another: a signal, an error or an escalation, with its code."""

    id: str
    name: Maybe[Label] = None
    kind: SignalKind = "signal"
    code: Maybe[str] = None
    note: str | None = None
    provenance: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageFlow(Part):
    """A message from one pool or element to another; the ends are ``pool`` or ``pool/element``, ``""`` where loose."""

    id: str
    source: str
    target: str
    message: str | None = None
    name: Maybe[Label] = None

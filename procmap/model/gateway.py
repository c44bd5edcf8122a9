"""Gateways: where the way parts and where ways meet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from procmap.model.element import Element
from procmap.model.knowledge import Maybe
from procmap.model.rule import Decision

__all__ = ["Direction", "Gateway", "GatewayKind"]

GatewayKind = Literal["exclusive", "inclusive", "parallel", "event_based", "complex"]
Direction = Literal["converging", "diverging", "mixed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gateway(Element):
    """A gateway of BPMN; ``lane`` is who decides. ``default`` is the id of the flow taken when no answer holds.

    ``direction`` is what the file says that it does, which need not be what its flows do. ``instantiates`` on an event-
    based gateway: a case starts when one of its events happens, or all of them where ``all_events`` is true.
    """

    kind: GatewayKind
    default: str | None = None
    direction: Direction | None = None
    instantiates: bool = False
    all_events: bool = False
    judgement: Maybe[str] = None
    rule: Maybe[tuple[str, ...]] = None
    decision: Maybe[Decision] = None
    system: Maybe[tuple[str, ...]] = None
    reads: Maybe[tuple[str, ...]] = None

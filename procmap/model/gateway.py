"""Gateways: where the way parts and where ways meet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from procmap.model.element import Element
from procmap.model.knowledge import Maybe
from procmap.model.rule import Decision

__all__ = ["Gateway", "GatewayKind"]

GatewayKind = Literal["exclusive", "inclusive", "parallel", "event_based", "complex"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gateway(Element):
    """A gateway of BPMN; ``lane`` is who decides. ``default`` is the id of the flow taken when no answer holds."""

    kind: GatewayKind
    default: str | None = None
    judgement: Maybe[str] = None
    rule: Maybe[tuple[str, ...]] = None
    decision: Maybe[Decision] = None
    system: Maybe[tuple[str, ...]] = None
    reads: Maybe[tuple[str, ...]] = None

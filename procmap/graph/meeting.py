"""Where a step of a journey meets somebody, joined to what stands behind it."""

from __future__ import annotations

from dataclasses import dataclass

from procmap.graph.stage import Hole
from procmap.model.journey import Touchpoint
from procmap.ref import Ref

__all__ = ["Meeting"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One touchpoint of a step; ``elements`` are those it meets, as far as they are in the map."""

    ref: Ref
    touchpoint: Touchpoint
    elements: tuple[Ref, ...] = ()
    holes: tuple[Hole, ...] = ()

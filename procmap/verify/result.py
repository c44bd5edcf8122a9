"""What a proof says: the verdict, the four properties, the elements at fault and a way there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from procmap.text import Text

__all__ = ["PROPERTIES", "Property", "Trace", "Verdict", "Verification"]

Verdict = Literal["sound", "unsound", "unknown"]
Property = Literal["option_to_complete", "proper_completion", "no_dead_activities", "safeness"]
PROPERTIES: tuple[Property, ...] = ("option_to_complete", "proper_completion", "no_dead_activities", "safeness")


@dataclass(frozen=True, slots=True)
class Trace:
    """A run that ends in a fault: the paths of ids of the elements in the order in which they occur.

    ``fault`` is the property that fails there. ``shortest`` is true only where it is proved that no run with fewer
    elements ends in a fault of that property, and in a state from which nothing more can happen where this does: by a
    breadth-first search of the unreduced flow, or as in ``least.py``.
    """

    elements: tuple[str, ...]
    shortest: bool
    fault: Property


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """The answer for one process or collaboration.

    ``properties`` maps each property to True, False, or None where it was not decided. ``elements`` names what is at
    fault, by paths of ids: where a case gets stuck, the end that is reached twice, what never occurs, the sequence flow
    that carries two tokens. ``states`` is how many states were looked at; ``reason`` says why something is not known.
    """

    id: str
    properties: Mapping[Property, bool | None]
    elements: Mapping[Property, tuple[str, ...]] = field(default_factory=dict)
    trace: Trace | None = None
    states: int = 0
    reason: Text | None = None

    @property
    def verdict(self) -> Verdict:
        """``sound`` when all four hold, ``unsound`` when one fails, else ``unknown``."""
        values = self.properties.values()
        if any(value is False for value in values):
            return "unsound"
        return "sound" if all(values) else "unknown"

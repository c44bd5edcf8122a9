"""What all elements of a flow have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union

from procmap.model.knowledge import Maybe, Provenance, Unknown, known
from procmap.model.label import Label
from procmap.model.part import Part

__all__ = ["Element"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Element(Part):
    """A node of the flow: an activity, an event or a gateway.

    ``id`` is unique in its scope (the process or one subprocess). ``name`` is None where there is nothing to say, and
    Unknown where somebody asked and nobody could tell what is done. ``lane`` is the id of a lane: None where nobody
    was asked who does it, Unknown where nobody knew. ``together_with`` holds further lanes, empty where nobody else is
    said to take part; Unknown comes last in it where somebody more takes part and nobody knew who.
    """

    id: str
    name: Maybe[Label] = None
    lane: Maybe[str] = None
    together_with: Maybe[tuple[Union[str, Unknown], ...]] = ()
    why: Maybe[str] = None
    why_source: Maybe[str] = None
    note: str | None = None
    provenance: tuple[Provenance, ...] = ()

    @property
    def others(self) -> tuple[str, ...]:
        """The lanes that are known to take part too, by id."""
        return tuple(lane for lane in known(self.together_with) or () if isinstance(lane, str))

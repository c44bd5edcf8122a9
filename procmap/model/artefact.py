"""Artefacts: what stands beside the flow to explain it, and changes nothing in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from procmap.model.knowledge import Maybe
from procmap.model.label import Label
from procmap.model.part import Part

__all__ = ["Annotation", "Association", "Direction", "Group"]

Direction = Literal["none", "one", "both"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation(Part):
    """A text beside the flow; ``within`` is the path of the subprocess that it stands in."""

    id: str
    text: str = ""
    within: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Part):
    """A frame around elements that belong together in somebody's eyes; ``name`` is BPMN's category value.

    What is within it only the picture knows. ``within`` is the path of the subprocess that it stands in.
    """

    id: str
    name: Maybe[Label] = None
    within: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Association(Part):
    """A dotted line between an artefact and what it is about, or from a compensation event to the work that undoes.

    The ends are ids as the file has them, ``""`` where the line is loose. ``within`` is the path of the subprocess that
    it stands in.
    """

    id: str
    source: str
    target: str
    direction: Direction = "none"
    within: str | None = None

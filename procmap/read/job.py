"""One document on its way from a tree to a part of the map."""

from __future__ import annotations

from dataclasses import dataclass, field

from procmap.read.desk import Desk
from procmap.read.documents import Found
from procmap.read.variant import Removed

__all__ = ["Fault", "Job"]

Fault = tuple[str, tuple[tuple[str, str], ...]]
"""A finding's code and values, without lines: by this it is known again in a variant."""


@dataclass(slots=True)
class Job:
    """One document on its way; ``kind`` is what it becomes, ``origin`` the document that a variant starts from.

    ``heard`` are the faults found while it was read, said or not, ``removed`` what a variant's changes took away.
    """

    key: str
    found: Found
    desk: Desk
    kind: str
    origin: str | None = None
    heard: set[Fault] = field(default_factory=set)
    removed: Removed = field(default_factory=dict)

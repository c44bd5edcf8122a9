"""What reader, verifier and checks can say, and what they have said.

A Notice is one thing that can be said, written once; a Finding is that said about a place. The words are copied into
the finding, so that it can be shown in either language by code that has never heard of checks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from procmap.ref import Ref
from procmap.text import Text

__all__ = ["KINDS", "Finding", "Kind", "Notice", "Place"]

Kind = Literal["error", "blocker", "risk", "gap", "ask"]
KINDS: tuple[Kind, ...] = ("error", "blocker", "risk", "gap", "ask")
"""Worst first. They are kinds, not points: nothing is ever summed over them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One thing that can be said.

    ``code`` is three letters by subject and three digits, never reused; ``name`` states the problem, not the cure;
    ``question`` is what to ask aloud, and ``role`` whom (a placeholder or fixed words), where there is one to ask.
    """

    code: str
    name: str
    kind: Kind
    message: Text
    question: Text | None = None
    role: Text | None = None
    rationale: Text
    source: str
    packs: tuple[str, ...] = ("default",)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file: 1-based line and column, and how many characters are meant."""

    path: str
    line: int | None = None
    column: int | None = None
    length: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing said about one or more places.

    ``refs`` holds at least one Ref, the main one first. ``place`` is set by the reader, which knows the exact spot; for
    all others it is looked up from ``refs`` in the sources, last of all.
    """

    code: str
    name: str
    kind: Kind
    message: Text
    question: Text | None = None
    role: Text | None = None
    source: str = ""
    refs: tuple[Ref, ...] = ()
    place: Place | None = None
    values: Mapping[str, Any] = field(default_factory=dict, compare=False)

    @classmethod
    def of(
        cls, notice: Notice, *refs: Ref, place: Place | None = None, role: Text | None = None, **values: Any
    ) -> Finding:
        """The notice said about a place, with its placeholders filled; ``role`` stands in for the notice's own."""
        ask = role or notice.role
        return cls(
            code=notice.code,
            name=notice.name,
            kind=notice.kind,
            message=notice.message.fill(**values),
            question=notice.question.fill(**values) if notice.question else None,
            role=ask.fill(**values) if ask else None,
            source=notice.source,
            refs=refs,
            place=place,
            values=values,
        )

"""What is known of an attribute: its value, or that nobody asked, nobody knew, nobody agrees, or it does not apply.

Absent and unknown are different: None means that nobody has asked yet, ``Unknown`` that somebody asked and nobody knew.
Most of what procmap finds rests on that difference. Where a value comes from (``Provenance``) stands beside the
element, so that the plain case stays a plain value.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeVar, Union

from procmap.model.part import Part

__all__ = [
    "NOT_APPLICABLE",
    "Disputed",
    "Maybe",
    "Method",
    "NotApplicable",
    "Provenance",
    "Says",
    "Unknown",
    "known",
]

T = TypeVar("T")

Method = Literal["told", "observed", "documented", "measured", "assumed"]


@dataclass(frozen=True, slots=True)
class Unknown(Part):
    """Asked, and nobody knew; ``ask`` is the role that might."""

    ask: str | None = None

    def __str__(self) -> str:
        return f"?? {self.ask}" if self.ask else "??"


@dataclass(frozen=True, slots=True)
class NotApplicable(Part):
    """The question does not apply here."""

    def __str__(self) -> str:
        return "n/a"


NOT_APPLICABLE = NotApplicable()


@dataclass(frozen=True, slots=True)
class Says(Part):
    """One voice in a dispute: what a role says. Two of one role may disagree."""

    role: str
    value: Any


@dataclass(frozen=True, slots=True)
class Disputed(Part):
    """Several answers, all kept; which is right is for the team to talk about."""

    says: tuple[Says, ...]


Maybe = Union[T, None, Unknown, NotApplicable, Disputed]


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance(Part):
    """Where the value of one attribute comes from.

    ``by`` is a role, ``at`` an ISO date (year, month or day), ``sources`` references to evidence.
    """

    attribute: str
    method: Method | None = None
    by: str | None = None
    at: str | None = None
    sources: tuple[str, ...] = ()


def known(value: Maybe[T]) -> T | None:
    """The value where there is one that everybody agrees on, else None."""
    if isinstance(value, (Unknown, NotApplicable, Disputed)):
        return None
    return value

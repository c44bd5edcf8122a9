"""What is known of an attribute: its value, or that nobody asked, nobody knew, nobody agrees, or it does not apply.

Absent and unknown are different: None means that nobody has asked yet, ``Unknown`` that somebody asked and nobody knew.
Most of what procmap finds rests on that difference. Where a value comes from (``Provenance``) stands beside the
element, so that the plain case stays a plain value.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeVar, Union

from procmap.errors import InvalidMap
from procmap.model.part import Part
from procmap.text import Text

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

_SHOWN = 80
_NO_ANSWER = Text(
    sv="Says.value är {shown}, men ska vara ett svar: en text, ett tal, en del av modellen eller en tupel av sådana. "
    "Andras röster skrivs bredvid, i samma Disputed.",
    en="Says.value is {shown}, but shall be an answer: a text, a number, a part of the model or a tuple of these. "
    "The voices of others are written beside it, in the same Disputed.",
)
_NO_VOICES = Text(
    sv="Disputed.says är {shown}, men ska vara en tupel med minst en Says.",
    en="Disputed.says is {shown}, but shall be a tuple of at least one Says.",
)

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
    """One voice in a dispute: what a role says. Two of one role may disagree.

    Raises InvalidMap for what is no answer: a dispute of its own, whose voices belong beside this one, or a thing that
    no attribute of the model holds.
    """

    role: str
    value: Any

    def __post_init__(self) -> None:
        if isinstance(self.value, Disputed) or not isinstance(self.value, (str, int, float, tuple, Part)):
            raise InvalidMap(_NO_ANSWER.fill(shown=repr(self.value)[:_SHOWN]))


@dataclass(frozen=True, slots=True)
class Disputed(Part):
    """Several answers, all kept; which is right is for the team to talk about.

    Raises InvalidMap where nobody says anything, or ``says`` holds something else than voices.
    """

    says: tuple[Says, ...]

    def __post_init__(self) -> None:
        voices = self.says
        if not isinstance(voices, tuple) or not voices or not all(isinstance(voice, Says) for voice in voices):
            raise InvalidMap(_NO_VOICES.fill(shown=repr(voices)[:_SHOWN]))


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

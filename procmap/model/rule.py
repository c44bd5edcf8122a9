"""Business rules and decisions: what is decided, by whom, by which rule, and cases that show what the rule means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Union

from procmap.model.knowledge import Maybe, Provenance
from procmap.model.label import Label
from procmap.model.part import Part
from procmap.model.quantity import Duration, Measure, Money

__all__ = ["Appeal", "Case", "Decision", "Given", "Limit", "LimitValue", "Rule", "RuleType"]

RuleType = Literal["eligibility", "calculation", "routing", "validation", "deadline"]
Appeal = Literal["forvaltningsbesvar", "laglighetsprovning", "none"]
LimitValue = Union[Duration, Money, Measure, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit(Part):
    """A threshold that a rule's words name in braces; ``valid_from`` and ``valid_until`` are ISO dates."""

    name: str
    value: Maybe[LimitValue] = None
    valid_from: str | None = None
    valid_until: str | None = None


@dataclass(frozen=True, slots=True)
class Given(Part):
    """One named circumstance of a case."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Part):
    """An example that the rule must answer rightly: what is given, and the answer that is expected."""

    given: Union[str, tuple[Given, ...]] = ""
    expect: Maybe[str] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Part):
    """A business rule, in words that people use."""

    id: str
    name: Maybe[Label] = None
    says: Maybe[str] = None
    type: Maybe[RuleType] = None
    limits: tuple[Limit, ...] = ()
    source: Maybe[str] = None
    deterministic: Maybe[bool] = None
    owner: Maybe[str] = None
    cases: tuple[Case, ...] = ()
    valid_from: Maybe[str] = None
    note: str | None = None
    provenance: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Part):
    """A decision that somebody answers for."""

    question: Maybe[str] = None
    decided_by: Maybe[tuple[str, ...]] = None
    delegation: Maybe[str] = None
    automated: Maybe[bool] = None
    appeal: Maybe[Appeal] = None
    motivation: Maybe[str] = None
    communicated: Maybe[str] = None
    provenance: tuple[Provenance, ...] = ()

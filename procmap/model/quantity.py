"""Amounts as people state them: how long, how often, how much money.

The words are kept ("3 weeks", "10 working days"), since a working day is not 24 hours and "ca" means something; numbers
for comparing are derived.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from procmap.model.part import Part

__all__ = ["Duration", "Measure", "Money", "Period", "TimeUnit", "Volume"]

TimeUnit = Literal["s", "min", "h", "d", "working days", "weeks", "months", "years"]
Period = Literal["hour", "day", "week", "month", "quarter", "year"]

_SECONDS: dict[str, int] = {
    "s": 1,
    "min": 60,
    "h": 3600,
    "d": 86_400,
    "working days": 86_400 * 7 // 5,
    "weeks": 604_800,
    "months": 2_629_746,
    "years": 31_556_952,
}
"""Seconds of calendar time; a working day counts as 7/5 of a day, a month and a year are the Gregorian mean."""


@dataclass(frozen=True, slots=True)
class Duration(Part):
    """A length of time, ``low`` to ``high`` in ``unit``; ``about`` where somebody said "ca"."""

    low: Decimal
    unit: TimeUnit
    high: Decimal | None = None
    about: bool = False

    @property
    def seconds(self) -> tuple[float, float]:
        """The shortest and longest calendar time meant, in seconds."""
        factor = _SECONDS[self.unit]
        return float(self.low) * factor, float(self.low if self.high is None else self.high) * factor

    def __str__(self) -> str:
        span = f"{self.low:f}" if self.high is None else f"{self.low:f}-{self.high:f}"
        unit = self.unit.rstrip("s") if len(self.unit) > 3 and span == "1" else self.unit
        return f"{'ca ' if self.about else ''}{span} {unit}"


@dataclass(frozen=True, slots=True)
class Volume(Part):
    """How many in each period, ``low`` to ``high``: 300 a month."""

    low: Decimal
    per: Period
    high: Decimal | None = None
    about: bool = False

    def __str__(self) -> str:
        span = f"{self.low:f}" if self.high is None else f"{self.low:f}-{self.high:f}"
        return f"{'ca ' if self.about else ''}{span}/{self.per}"


@dataclass(frozen=True, slots=True)
class Money(Part):
    """An amount in a currency (ISO 4217, or ``kr`` as people write it)."""

    amount: Decimal
    currency: str = "kr"

    def __str__(self) -> str:
        return f"{self.amount:f} {self.currency}"


@dataclass(frozen=True, slots=True)
class Measure(Part):
    """A number with a unit of its own, such as a rule's limit of 500 m; no unit where it is a bare number."""

    amount: Decimal
    unit: str = ""

    def __str__(self) -> str:
        return f"{self.amount:f} {self.unit}".rstrip()

"""Amounts as ranges: what *högst 500 m*, *under 6 månader*, *5–10 st* and ``amount > 1000`` hold, and what they do not.

Only what can be compared is read: a month is never held against days, nor a krona against a euro, and *ca 2 veckor* is
no limit at all.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple, Union

from procmap.model.quantity import Duration, Measure, Money

__all__ = [
    "Bound",
    "Range",
    "Said",
    "amount",
    "bounded",
    "left_between",
    "overlap",
    "relation_before",
    "said",
    "scaled",
    "within",
    "without_relation",
]

Bound = Union[Decimal, None]

_SECONDS = {"s": 1, "min": 60, "h": 3600, "d": 86_400, "weeks": 604_800}
_MONTHS = {"months": 1, "years": 12}
_LENGTHS = {"mm": Decimal("0.001"), "cm": Decimal("0.01"), "m": Decimal(1), "meter": Decimal(1), "km": Decimal(1000)}

_NOT = r"(?:inte|ej|not|no)\s+"
_AT_MOST = (
    rf"{_NOT}(?:mer|större|längre|fler|äldre|högre|more|over|longer)\s+(?:än|than)|{_NOT}över|högst|max(?:imalt)?"
    r"|upp till|som mest|at most|up to|<=|≤"
)
_AT_LEAST = (
    rf"{_NOT}(?:mindre|kortare|färre|yngre|lägre|less|fewer|shorter)\s+(?:än|than)|{_NOT}under|minst|lägst"
    r"|från och med|som minst|at least|>=|≥"
)
_BELOW = r"under|(?:mindre|kortare|färre|yngre|lägre)\s+än|below|(?:less|fewer|shorter|younger)\s+than|<"
_ABOVE = r"över|(?:mer|större|längre|fler|äldre|högre)\s+än|over|above|(?:more|longer|greater|older)\s+than|>"
_RELATION = rf"(?P<most>{_AT_MOST})|(?P<least>{_AT_LEAST})|(?P<below>{_BELOW})|(?P<above>{_ABOVE})"
_OR_MORE = r"\s+(?:eller|or|och)\s+(?P<more>mera?|fler|längre|högre|äldre|över|uppåt|more|longer|over)\b"
_OR_LESS = r"\s+(?:eller|or)\s+(?P<less>mindre|färre|kortare|lägre|yngre|less|fewer|shorter)\b"
_LOOSE = r"(?<!\w)(?:ca|cirka|ungefär|about|högre|lägre|mer|mindre)(?!\w)"
_LONG = 200
"""Whoever writes more than this does not write an amount."""
_NUMBER = r"\d{1,15}(?:[   ]\d{3})*(?:[.,]\d{1,9})?"
_UNIT = r"(?:\s*(?:%|[^\W\d_][\w²³]*))?"
_AMOUNT = rf"{_NUMBER}{_UNIT}"
_SAID = (
    rf"(?P<before>.*?)(?<!\w)(?:(?:{_RELATION})\s*|(?P<between>mellan|between)\s+)?"
    rf"(?P<low>{_NUMBER})(?:\s*(?:[-–—]|till|to|och|and)\s*(?P<high>{_NUMBER}))?(?P<unit>{_UNIT})"
    rf"(?:{_OR_MORE}|{_OR_LESS})?(?P<after>.*)"
)


class Range(NamedTuple):
    """From ``low`` to ``high``, each in it or not; None is without end. ``scale`` is what is measured, in one unit."""

    scale: str
    low: Bound
    high: Bound
    low_in: bool = True
    high_in: bool = True


class Said(NamedTuple):
    """A range somebody wrote, the words around it, whether it is more than one amount, and its unit on the scale."""

    range: Range
    words: str
    is_limit: bool
    step: Decimal


def said(text: str) -> Said | None:
    """The range that a text speaks of; None where it speaks of none, of several, or of one that nobody can compare."""
    found = re.fullmatch(_SAID, " ".join(text.split()), re.IGNORECASE) if len(text) <= _LONG else None
    if found is None or re.search(r"\d", f"{found['before']} {found['after']}"):
        return None
    if re.search(_LOOSE, f"{found['before']} {found['after']}", re.IGNORECASE):
        return None
    unit = found["unit"]
    if unit.strip().casefold() in ("eller", "or", "och", "and", "i", "om"):
        return None
    first, last, one = (amount(number + unit) for number in (found["low"], found["high"] or found["low"], "1"))
    if first is None or last is None or one is None:
        return None
    relation = next((name for name in ("most", "least", "below", "above", "more", "less") if found[name]), None)
    words = " ".join(re.sub(r"[${}()=.,:]", " ", f"{found['before']} {found['after']}").casefold().split())
    if found["high"]:
        return Said(Range(first[0], first[1], last[1]), words, True, one[1]) if relation is None else None
    return Said(bounded(relation, *first), words, relation is not None, one[1])


def bounded(relation: str | None, scale: str, value: Decimal) -> Range:
    """What an amount leaves room for: ``most``, ``least``, ``below``, ``above`` it, or itself alone."""
    match relation:
        case "most" | "less":
            return Range(scale, None, value)
        case "least" | "more":
            return Range(scale, value, None)
        case "below":
            return Range(scale, None, value, high_in=False)
        case "above":
            return Range(scale, value, None, low_in=False)
    return Range(scale, value, value)


def relation_before(words: str) -> str | None:
    """The relation that a text ends with (*kan gå högst*): ``most``, ``least``, ``below``, ``above``; None without."""
    found = re.search(rf"(?<!\w)(?:{_RELATION})\s*$", words, re.IGNORECASE)
    return found.lastgroup if found else None


def without_relation(words: str) -> str:
    """A text without the relation that it ends with."""
    return re.sub(rf"(?<!\w)(?:{_RELATION})\s*$", "", words, flags=re.IGNORECASE)


def scaled(value: object) -> tuple[str, Decimal] | None:
    """An amount on the scale that it can be compared on; None for words, spans and what is only about right."""
    if isinstance(value, Duration):
        if value.about or value.high is not None:
            return None
        if value.unit in _SECONDS:
            return "time", value.low * _SECONDS[value.unit]
        return ("months", value.low * _MONTHS[value.unit]) if value.unit in _MONTHS else (value.unit, value.low)
    if isinstance(value, Money):
        return f"money {'SEK' if value.currency == 'kr' else value.currency}", value.amount
    if isinstance(value, Measure):
        unit = value.unit.casefold()
        return ("length", value.amount * _LENGTHS[unit]) if unit in _LENGTHS else (f"measure {unit}", value.amount)
    return None


def amount(text: str) -> tuple[str, Decimal] | None:
    """An amount as somebody wrote it, on the scale that it can be compared on."""
    from procmap.read.amounts import read_limit  # what reads amounts is not needed for a file of BPMN without any

    return scaled(read_limit(text.strip()))


def within(inner: Range, outer: Range) -> bool | None:
    """Whether one range lies wholly in another (True) or wholly outside (False); None where it does both."""
    both = overlap(inner, outer)
    if both is None:
        return False
    return True if both == inner else None


def overlap(one: Range, other: Range) -> Range | None:
    """What both ranges hold; None where that is nothing. Both are of one scale."""
    low, low_in = max(((r.low, r.low_in) for r in (one, other)), key=_from_below)
    high, high_in = min(((r.high, r.high_in) for r in (one, other)), key=_from_above)
    if low is not None and high is not None and (low > high or (low == high and not (low_in and high_in))):
        return None
    return Range(one.scale, low, high, low_in, high_in)


def _from_below(end: tuple[Bound, bool]) -> tuple[bool, Decimal, bool]:
    return end[0] is not None, end[0] or Decimal(0), not end[1]


def _from_above(end: tuple[Bound, bool]) -> tuple[bool, Decimal, bool]:
    return end[0] is None, end[0] or Decimal(0), end[1]


def left_between(lower: Range, upper: Range, step: Decimal) -> Decimal | None:
    """A whole number of steps after the end of one range and before the start of the next; None where there is none.

    Between *högst 17 år* and *minst 18 år* there is none: whether a part of a year counts cannot be told.
    """
    if lower.high is None or upper.low is None:
        return None
    first = (lower.high / step).to_integral_value(rounding="ROUND_CEILING") * step
    for number in (lower.high, first, first + step):
        after = number > lower.high or (number == lower.high and not lower.high_in)
        before = number < upper.low or (number == upper.low and not upper.low_in)
        if after and before:
            return number
    return None

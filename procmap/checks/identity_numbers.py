"""Swedish personal identity numbers and coordination numbers in a text.

A date that exists, and a check digit by the Luhn algorithm. The day of a coordination number is its own plus 60. An
organisation number has no such date: its third digit is two or more.
"""

from __future__ import annotations

import re
from datetime import date

__all__ = ["identity_number"]

_NUMBER = re.compile(r"(?<![\d./:-])(\d\d)?(\d{6})(?:([-–+])(\d{4})|(\d{4}))(?![\d-])")
_DATE = re.compile(r"\d{6}")
_KNOWN = frozenset({"1212121212", "8112189876", "6408233234"})
"""Numbers that stand in forms and descriptions as examples."""
_OLDEST = 1915
"""Whoever was born before is no longer alive, and the number nobody's."""


def identity_number(text: str) -> bool:
    """Whether a text holds a number that may be a living person's."""
    if _DATE.search(text) is None:  # most texts hold no number at all
        return False
    return any(map(_is_one, _NUMBER.finditer(text)))


def _is_one(found: re.Match[str]) -> bool:
    century, day, sign, last = found[1], found[2], found[3], found[4] or found[5]
    if century is None and sign is None and day.startswith("0"):
        return False  # as a telephone number does
    if f"{day}{last}" in _KNOWN or not _luhn(f"{day}{last}"):
        return False
    centuries = (int(century),) if century else (19, 20)
    return any(_is_born(each * 100 + int(day[:2]), int(day[2:4]), int(day[4:])) for each in centuries)


def _is_born(year: int, month: int, day: int) -> bool:
    if not _OLDEST <= year < 2100:
        return False
    try:
        date(year, month, day - 60 if day > 60 else day)
    except ValueError:
        return False
    return True


def _luhn(digits: str) -> bool:
    doubled = (int(digit) * (2 if number % 2 == 0 else 1) for number, digit in enumerate(digits))
    return sum(each // 10 + each % 10 for each in doubled) % 10 == 0

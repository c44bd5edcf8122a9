"""What was surely meant by an amount that could not be read, written as it should be."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from procmap.read import amounts
from procmap.read.names import nearest

__all__ = ["MEANT"]

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_ENGLISH = {"may": 5, "oct": 10}
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[/. -]\s*(\d{1,2})\s*[/. -]\s*(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[/. -]?\s*(\d{1,2})\s*[/. -]?\s*(\d{1,2})")
_IN_WORDS = re.compile(r"(?:den\s+)?(\d{1,2})(?::?e|:?a|st|nd|rd|th)?\s+([^\W\d]{3,})\.?\s+(\d{4})", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?")
_BARE = re.compile(r"(?:ca\.?|cirka|about|~)?\s*(\d{1,6}(?:[.,]\d{1,3})?)(?:\s*[-–]\s*\d+)?")
_WITH_UNIT = re.compile(r"(.*\d)\s*([^\W\d]{2,20})")
_PERCENT = re.compile(r"(?:ca\.?|cirka|ungefär|about|~)?\s*(\d{1,3}(?:[.,]\d+)?)\s*(%|procent|percent)?", re.IGNORECASE)
_SHARE = re.compile(r"(\d{1,6})\s*(?:av|of|/)\s*(\d{1,6})")
_COUNT = re.compile(r"(?:ca\.?|cirka|about|~)?\s*(\d{1,9})\s+[^\W\d].*")


def _duration(text: str) -> str | None:
    if match := _CLOCK.fullmatch(text):
        hours, minutes = int(match[1]), int(match[2])
        return f"{60 * hours + minutes} min" if minutes else f"{hours} h"
    if _BARE.fullmatch(text):
        return f"{text} min"
    if match := _WITH_UNIT.fullmatch(text):
        unit = nearest(match[2], amounts.UNITS)
        written = f"{match[1]} {unit}" if unit else ""
        return written if amounts.read_duration(written) else None
    return None


def _volume(text: str) -> str | None:
    bare = re.sub(r"\s*(?:st\.?|ärenden|cases)$", "", text)
    return f"{bare}/month" if _BARE.fullmatch(bare) else None


def _rate(text: str) -> str | None:
    if match := _SHARE.fullmatch(text):
        part, whole = int(match[1]), int(match[2])
        return f"{round(100 * part / whole)} %" if 0 < part <= whole else None
    match = _PERCENT.fullmatch(text)
    return f"{match[1]} %" if match and float(match[1].replace(",", ".")) <= 100 else None


def _count(text: str) -> str | None:
    if (number := amounts.NUMBER_WORDS.get(text.casefold())) is not None:
        return number
    match = _COUNT.fullmatch(text)
    return match[1] if match else None


def _date(text: str) -> str | None:
    if match := _DAY_FIRST.fullmatch(text):
        parts = match[3], match[2], match[1]
    elif match := _YEAR_FIRST.fullmatch(text):
        parts = match[1], match[2], match[3]
    elif match := _IN_WORDS.fullmatch(text):
        word = match[2].casefold()[:3]
        month = _MONTHS.index(word) + 1 if word in _MONTHS else _ENGLISH.get(word, 0)
        parts = match[3], str(month), match[1]
    else:
        return None
    return amounts.read_date(f"{parts[0]}-{int(parts[1]):02}-{int(parts[2]):02}")


MEANT: Mapping[Callable[[str], Any], Callable[[str], str | None]] = {
    amounts.read_duration: _duration,
    amounts.read_volume: _volume,
    amounts.read_rate: _rate,
    amounts.read_count: _count,
    amounts.read_date: _date,
}
"""For each way of reading an amount, how to guess at what it was meant to say."""

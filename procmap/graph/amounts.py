"""Amounts as people say them: a duration that somebody wrote for the reader, in either language."""

from __future__ import annotations

import re
from types import MappingProxyType

from procmap.text import Language

__all__ = ["amount", "is_length"]

_UNITS = MappingProxyType(
    {
        "s": ("s", "s"),
        "min": ("min", "min"),
        "h": ("tim", "tim"),
        "d": ("dag", "dagar"),
        "working day": ("arbetsdag", "arbetsdagar"),
        "week": ("vecka", "veckor"),
        "month": ("månad", "månader"),
        "year": ("år", "år"),
    }
)
_ISO = re.compile(r"P(?:(\d+)([YMWD])|T(\d+)([HMS]))")
_ISO_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "d", "TH": "h", "TM": "min", "TS": "s"}
_DURATION = re.compile(r"(ca )?(\d+(?:[.,]\d+)?)(-\d+(?:[.,]\d+)?)? (s|min|h|d|working day|week|month|year)s?")
_LENGTH = re.compile(
    r"P\w+|(?:ca )?\d[\d.,–-]* ?(?:working |kalender)?"
    r"(?:s|min|minuter|h|tim\w*|d|dag\w*|arbetsdag\w*|days?|weeks?|veck\w+|m[åo]n\w+|years?|år)"
)


def is_length(text: str) -> bool:
    """Whether a text is a length of time, in either language; a timer may be a point of time too."""
    return _LENGTH.fullmatch(text) is not None


def amount(value: object, language: Language) -> str:
    """A duration as people say it: ``3 weeks`` is ``3 veckor`` in Swedish. Anything else as it is."""
    text = str(value)
    if iso := _ISO.fullmatch(text):
        date, unit, time, clock = iso.groups()
        text = f"{date or time} {_ISO_UNITS[unit or f'T{clock}']}"
    found = _DURATION.fullmatch(text)
    if not found:
        return text
    about, low, high, unit = found.groups()
    if language == "en":
        return text.replace("-", "–")
    singular, plural = _UNITS[unit]
    return f"{about or ''}{low}{(high or '').replace('-', '–')} {singular if low == '1' and not high else plural}"

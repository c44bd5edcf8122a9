"""What is wrong with a check that somebody else has made, before it is run: a wrong kind, a word where a list belongs.

Procmap's own checks are held to the same by their tests. What another package brings is looked at when it is found, so
that a slip in it is told as one, with what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from procmap.checks.check import DEFAULT, PACKS, Check
from procmap.finding import KINDS
from procmap.text import Text

__all__ = ["fault_of"]

_FAULT = Text(
    "{code}.{name} är {shown}, men ska vara {expected}", "{code}.{name} is {shown}, but shall be {expected}"
)
_SHOWN = 60
_CODE = Text(sv="tre stora bokstäver och tre siffror, som OUR001", en="three capitals and three digits, as OUR001")
_NAME = Text(sv="små bokstäver med streck emellan, som no-owner", en="small letters with dashes, as no-owner")
_KIND = Text(sv="ett av {all}", en="one of {all}").fill(all=", ".join(KINDS))
_PACKED = Text(sv="en tupel med något av {all}", en="a tuple of some of {all}").fill(all=", ".join((DEFAULT, *PACKS)))
_WORDS = Text(sv='en Text(sv="…", en="…")', en='a Text(sv="…", en="…")')
_MAYBE_WORDS = Text(sv='en Text(sv="…", en="…") eller None', en='a Text(sv="…", en="…") or None')
_SEVERAL = Text(
    sv="en text med {place} i, tillsammans med gathered_question",
    en="a text with {place}, along with gathered_question",
).fill(place="{steps}")
_STRING = Text(sv="en text", en="a text")
_STRINGS = Text(sv="en tupel med texter", en="a tuple of texts")
_COVERED = Text(sv='en frozenset med texter som "Rule.source"', en='a frozenset of texts such as "Rule.source"')
_LIMITS = Text(
    sv="en tabell med tal, vars namn är {check} eller börjar på {check}.",
    en="a table of numbers, whose names are {check} or start with {check}.",
)
_FUNCTION = Text(
    sv="en funktion som tar emot en View och ger Hit", en="a function that takes a View and gives Hits"
)
_FLAG = Text(sv="True eller False", en="True or False")
_ATTRIBUTE = Text(sv="namnet på ett attribut, eller None", en="the name of an attribute, or None")


def fault_of(check: Check) -> Text | None:
    """The first thing that is wrong, in words; None where nothing is."""
    given: Any = check
    for name, is_right, expected in (
        ("code", _matches(given.code, r"[A-Z]{3}\d{3}"), _CODE),
        ("name", _matches(given.name, r"[a-z0-9]+(-[a-z0-9]+)*"), _NAME),
        ("kind", given.kind in KINDS, _KIND),
        ("packs", _is_packs(given.packs), _PACKED),
        *((name, isinstance(getattr(given, name), Text), _WORDS) for name in ("message", "rationale")),
        *((name, _is_text_or_none(getattr(given, name)), _MAYBE_WORDS) for name in ("question", "role")),
        ("gathered", _is_for_several(given.gathered, given.gathered_question), _SEVERAL),
        ("gathered_question", _is_for_several(given.gathered_question, given.gathered), _SEVERAL),
        *((name, isinstance(getattr(given, name), str), _STRING) for name in ("source", "bad", "good")),
        ("find", callable(given.find), _FUNCTION),
        ("covers", _are_texts(given.covers) and all("." in each for each in given.covers), _COVERED),
        ("thresholds", _is_limits(given), _LIMITS.fill(check=given.name)),
        ("answers", _are_texts(given.answers), _STRINGS),
        *((name, isinstance(getattr(given, name), bool), _FLAG) for name in _FLAGS),
        ("only_asks", given.only_asks is None or isinstance(given.only_asks, str), _ATTRIBUTE),
    ):
        if not is_right:
            shown = repr(getattr(given, name))
            shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
            return _FAULT.fill(code=given.code, name=name, shown=shown, expected=expected)
    return None


_FLAGS = ("follows_arrows", "gives_way", "unverified")


def _matches(value: object, pattern: str) -> bool:
    return isinstance(value, str) and re.fullmatch(pattern, value) is not None


def _are_texts(value: object) -> bool:
    """Whether a value holds texts; a text alone would be taken for its letters."""
    return isinstance(value, Collection) and not isinstance(value, str) and all(isinstance(each, str) for each in value)


def _is_packs(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and set(value) <= {DEFAULT, *PACKS}


def _is_text_or_none(value: object) -> bool:
    return value is None or isinstance(value, Text)


def _is_for_several(value: object, other: object) -> bool:
    """Whether there is a text for several things along with the other one, or neither."""
    return (value is None and other is None) or (isinstance(value, Text) and "{steps}" in value.sv)


def _is_limits(check: Any) -> bool:
    return isinstance(check.thresholds, Mapping) and all(
        isinstance(name, str)
        and (name == check.name or name.startswith(f"{check.name}."))
        and isinstance(limit, (int, float))
        and not isinstance(limit, bool)
        for name, limit in check.thresholds.items()
    )

"""Addresses and telephone numbers that are somebody's own, and not a function's.

An address of e-mail is a person's where its beginning is a name. A mobile telephone is carried by somebody; a
switchboard or a contact centre is a function's, and of a direct line nobody can tell.
"""

from __future__ import annotations

import re

from procmap.checks.given_names import ALSO_WORDS, ONLY_NAMES

__all__ = ["mobile_number", "personal_address"]

_ADDRESS = r"(?<![\w.+-])([a-zåäö][\w.+-]*)@([\w-]+(?:\.[\w-]+)+)"
_NOBODYS = r"(?:^|\.)(?:example|exempel)\.|\.(?:example|test|invalid)$"
_MOBILE = r"(?<![\d+-])(?:\+46|0046|0)[\s-]{0,3}(?:\(0\))?\s{0,2}(7[02369])((?:[\s-]{0,3}\d){7})(?![\d-])"
_FICTION = range(1740605, 1740700)
"""070-174 06 05 to 99 are set aside for books and films."""

_FUNCTION = ("skola", "gymnasium", "kansli", "forsamling", "kyrka", "kommun", "info", "hus", "hem", "gard", "support")
"""What an address of a function ends a word with, whatever name it bears: ``maria.skola@``."""

_PLAIN = str.maketrans("åäöéü", "aaoeu")
_NAMES = frozenset(name.casefold().translate(_PLAIN) for name in ONLY_NAMES)
_MAYBE = frozenset(name.casefold().translate(_PLAIN) for name in ALSO_WORDS)


def personal_address(text: str) -> str | None:
    """An address of e-mail that belongs to somebody by name; None where there is none, or one cannot tell."""
    for found in re.finditer(_ADDRESS, text, re.IGNORECASE):
        if not re.search(_NOBODYS, found[2], re.IGNORECASE) and _is_named(found[1].casefold().translate(_PLAIN)):
            return found[0]
    return None


def _is_named(beginning: str) -> bool:
    """Whether an address begins with a name: *anna.andersson*, *anna*, *a.andersson*, *aandersson*."""
    words = [word for word in re.split(r"[._+-]", beginning) if word]
    if not words:
        return False
    if any(word.endswith(_FUNCTION) for word in words):
        return False
    last = re.sub(r"\d+$", "", words[-1])
    if words[0] in _NAMES or last.endswith("sson"):
        return True
    return words[0] in _MAYBE and len(words) > 1


def mobile_number(text: str) -> bool:
    """Whether a text holds a mobile telephone's number."""
    for found in re.finditer(_MOBILE, text):
        if not (found[1] == "70" and int(re.sub(r"\D", "", found[2])) in _FICTION):
            return True
    return False

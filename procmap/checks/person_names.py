"""Names of people in a text: a common first name, and a word with a capital that is no place and no firm.

*Anna Andersson* is one, *Maria församling*, *Erik Dahlbergsgatan* and *Karin Boyes plats* are not. Where only a role
should stand, a first name alone is one too.
"""

from __future__ import annotations

import re

from procmap.checks.given_names import ALSO_WORDS, ONLY_NAMES

__all__ = ["name_in", "name_of_a_role"]

_CAPITAL = r"[A-ZÅÄÖÉ][a-zåäöéüø]+(?:-[A-ZÅÄÖ][a-zåäöéüø]+)?"
_PAIR = rf"(?<![\w.@/-])(?=({_CAPITAL})\s+(?:(?:von|af|de|van)\s+)?({_CAPITAL})(?![\w@/-])(?:\s+(\S+))?)"
_THINGS_OF = (
    r"(?<![\w.@/-])([A-ZÅÄÖÉ][a-zåäöéüø]+)s\s+(?:egna?\s+)?"
    r"[\w-]*?(?i:lista|listor|excel|pärm|mapp|mall|kalender)\b"
)
"""*Ingelas Excel-lista*: what one calls what a colleague keeps for herself."""
_BEFORE = r"(?:sankt|sankta|s:t|s:ta|st|santa|drottning|kung|prins|prinsessan?|kvarteret|kv\.?)\s+$"
_NEAR = 20
_PLACE = (
    "gatan", "vägen", "torget", "plan", "skolan", "kyrkan", "gården", "huset", "parken", "backen", "gränd", "leden",
    "stiftelsen", "fonden", "priset", "dagen", "bron", "hallen", "hemmet", "gymnasiet", "stigen", "salen", "rummet",
    "centrum", "sjukhuset", "kliniken", "modellen", "metoden", "lagen",
)  # fmt: skip
_THING = frozenset((
    "gata", "väg", "plats", "torg", "park", "församling", "kyrka", "skola", "hus", "stiftelse", "fond", "minnesfond",
    "pris", "gymnasium", "sjukhus", "hem", "gård", "backe", "gränd", "bro", "kommun", "ab", "hb", "kb", "ltd", "&",
))  # fmt: skip
_SURNAME = ("sson", "ström", "qvist", "kvist", "gren", "stedt", "lund", "berg")


def name_in(text: str) -> str | None:
    """The first name and surname of somebody that a text holds; None where there is none, or one cannot tell.

    A first name alone will do where it says whose a list or a binder is.
    """
    for found in re.finditer(_PAIR, text):
        first, last, following = found[1], found[2], (found[3] or "").strip(".,;:)").casefold()
        before = text[max(0, found.start() - _NEAR) : found.start()]
        if re.search(_BEFORE, before, re.IGNORECASE) or following in _THING:
            continue
        if last.casefold().endswith(_PLACE) or last.casefold() in _THING or last in ONLY_NAMES:
            continue
        if _is_first(first) or (first in ALSO_WORDS and last.endswith(_SURNAME)):
            return text[found.start(1) : found.end(2)]
    return next((found[1] for found in re.finditer(_THINGS_OF, text) if found[1] in ONLY_NAMES), None)


def name_of_a_role(text: str) -> str | None:
    """The name of somebody where only a role should stand, a first name alone too."""
    words = text.split()
    if not words:
        return None
    if any(word.casefold().endswith(_PLACE) or word.casefold() in _THING for word in words[1:]):
        return None
    first = words[0].rstrip(",")
    return name_in(text) or (first if _is_first(first) and len(words) < 4 else None)


def _is_first(word: str) -> bool:
    return word in ONLY_NAMES or (("-" in word) and all(part in ONLY_NAMES | ALSO_WORDS for part in word.split("-")))

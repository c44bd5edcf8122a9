"""From a name to an id, and from a word to the one that was probably meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

__all__ = ["distance", "nearest", "slug"]

_OTHER = re.compile(r"[^a-z0-9]+")
_SPECIAL = str.maketrans({"æ": "a", "ø": "o", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "œ": "o"})


def slug(name: str) -> str:
    """The id that a name gives: ``Är ansökan komplett?`` → ``ar-ansokan-komplett``, a leading digit gets ``_``.

    å and ä become a, ö becomes o, everything else than letters and digits a dash; ``_`` where nothing is left.
    """
    text = name.lower()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_SPECIAL))
        text = "".join(sign for sign in text if not unicodedata.combining(sign))
    text = _OTHER.sub("-", text).strip("-")
    if not text:
        return "_"
    return f"_{text}" if text[0].isdigit() else text


def distance(a: str, b: str, most: int = 2) -> int:
    """How many letters differ (Damerau–Levenshtein, adjacent swaps count once); ``most + 1`` where it is more."""
    if a == b:
        return 0
    if abs(len(a) - len(b)) > most or len(a) > 200 or len(b) > 200:
        return most + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row = row, [i] + [0] * len(b)
        for j, y in enumerate(b, 1):
            row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                row[j] = min(row[j], before[j - 2] + 1)
        before = last
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that was probably meant: the nearest within one letter for short words, two for others."""
    low = word.casefold()
    folded = slug(word)
    best: tuple[int, str] | None = None
    for candidate in candidates:
        if slug(candidate) == folded and folded != "_":
            return candidate
        most = 1 if min(len(word), len(candidate)) < 5 else 2
        found = distance(low, candidate.casefold(), most)
        if found <= most and (best is None or found < best[0]):
            best = (found, candidate)
    return best[1] if best else None

"""From a name to an id, and from a word to the one that was probably meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

__all__ = ["closest", "distance", "nearest", "slug"]

_LONGEST = 200
_SHORT = 5
_OTHER = re.compile(r"[\W_]+")
_SPECIAL = str.maketrans(
    {"å": "a", "ä": "a", "ö": "o", "é": "e", "è": "e", "ü": "u", "á": "a", "à": "a", "ó": "o", "í": "i", "ç": "c"}
    | {"æ": "a", "ø": "o", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "œ": "o"}
)


def slug(name: str) -> str:
    """The id that a name gives: ``Är ansökan komplett?`` → ``ar-ansokan-komplett``, a leading digit gets ``_``.

    å and ä become a, ö becomes o, everything else than letters and digits a dash; ``_`` where nothing is left. Letters
    of other scripts stay, so that ``Заявник`` and ``Начальник`` are two.
    """
    text = name.lower()
    if not text.isascii():
        text = text.translate(_SPECIAL)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).lower()
        text = "".join(sign for sign in text if not unicodedata.combining(sign))
    text = _OTHER.sub("-", text).strip("-")
    if not text:
        return "_"
    return f"_{text}" if text[0].isdigit() else text


def distance(a: str, b: str, most: int = 2) -> int:
    """How many letters differ (Damerau–Levenshtein, adjacent swaps count once); ``most + 1`` where it is more."""
    if a == b:
        return 0
    far = most + 1
    if abs(len(a) - len(b)) > most or len(a) > _LONGEST or len(b) > _LONGEST:
        return far
    letters, others = set(a), set(b)
    if len(letters - others) > most or len(others - letters) > most:
        return far
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row = row, [far] * (len(b) + 1)
        row[0] = min(i, far)
        # Whatever lies further from the diagonal differs too much already.
        for j in range(max(1, i - most), min(len(b), i + most) + 1):
            y = b[j - 1]
            best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                best = min(best, before[j - 2] + 1)
            row[j] = min(best, far)
        before = last
        if min(row) > most:
            return far
    return row[-1]


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that was probably meant: the nearest within one letter for short words, two for others.

    What differs only in accents, signs or the size of letters goes before all.
    """
    candidates = list(candidates)
    folded = slug(word)
    alike = (candidate for candidate in candidates if _folded(candidate) == folded)
    found = next(alike, None) if folded != "_" else None
    return found or closest(word, candidates)


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that differs in the fewest letters, where that is few enough for a slip."""
    low = word.casefold()
    size = len(low)
    best: str | None = None
    least = 3
    for candidate in candidates:
        # The cheap question first: most candidates are much longer or shorter.
        if abs(len(candidate) - size) >= least:
            continue
        other = candidate.casefold()
        short = size < _SHORT or len(other) < _SHORT
        if short and low[:1] != other[:1]:
            continue
        found = distance(low, other, min(least - 1, 1 if short else 2))
        if found < least and found <= (1 if short else 2):
            best, least = candidate, found
            if not found:
                break
    return best


_folded = lru_cache(maxsize=20_000)(slug)

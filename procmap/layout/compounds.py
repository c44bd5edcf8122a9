"""Where a long Swedish word may be cut.

A compound is cut where its words are joined, which no short rule finds in every case. What is tried, best first: before
and after words that authorities use (``compound_words.py``), or after a joining s; after a sign that is no letter;
between syllables, the later one taking as many consonants as a Swedish word can begin with. Never inside a double
vowel, and never so that fewer than four letters stand alone (three, where they are a word), unless the line has no room
for anything else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice

from procmap.layout.compound_words import SHORT, WORDS

__all__ = ["cut", "joints"]

_LEAST, _FEW = 4, 6
_WINDOW = 64
"""So many letters from its beginning are looked at, of a word that may be of any length."""
_VOWELS = frozenset("aeiouyåäöéüæø")
_CONSONANTS = """
bj bl br dj dr dv fj fl fr gj gl gr hj kl kr kv lj mj nj pj pl pr sj sk skr sp spl spr st str sch tj tr tv vr ch ph
th qu
"""
_BEGINNINGS = frozenset(_CONSONANTS.split())
_JOINING = re.compile(r"(?:[tdgvpk]|ion|[^äå]l|år|dom|län)s(?=[bcdfghjlmnrv])(?!ning|nitt|nad|nar|lig|het)")
_ENDING = re.compile(r"ning|het|lig|nad|nar|ner|nas|dig|ra|r?na|[nrst]?s?$")
"""What follows many words and is no word itself."""
_LETTERS = re.compile(r"[^\W\d_]+")
_LENGTHS = range(max(map(len, WORDS)), min(map(len, WORDS)) - 1, -1)


def cut(word: str, fits: Callable[[str], bool]) -> tuple[str, str]:
    """The word in two: a head that ends its line, with a hyphen where letters are parted, and the rest.

    ``fits`` tells whether a text fits in the line. At least one character is cut off, even if nothing fits.
    """
    longest = 1
    while longest < len(word) - 1 and fits(_head(word, longest + 1)):
        longest += 1
    near = word[: max(_WINDOW, longest + 24)].lower()
    joined = joints(near)
    best = max(range(1, longest + 1), key=lambda at: _worth(near, at, joined))
    return _head(word, best), word[best:]


@lru_cache(maxsize=1024)
def joints(word: str) -> frozenset[int]:
    """Where the words of a compound in small letters are joined: before so many of its characters."""
    found: set[int] = set()
    for letters in _LETTERS.finditer(word):
        part, first = letters[0], letters.start()
        found.update(first + at for at in _joints(part) if at >= _LEAST and _may_stand(part[:at], part[at:]))
    return frozenset(found)


def _joints(word: str) -> Iterator[int]:
    known = _known(word)
    inside = {at for start, end in known for at in range(start + 1, end)}
    starts = {start for start, _ in known}
    for start, end in known:
        yield start
        rest = word[end:]
        if end in starts:
            continue
        if rest[:1] == "s":
            if rest[1:2] not in ("", "s", "k", "t") and len(rest) > (_FEW if rest[1] in _VOWELS else _LEAST):
                yield end + 1
        elif len(rest) > _LEAST and rest[0] != word[end - 1] and _is_word(rest):
            yield end
    for joining in _JOINING.finditer(word):
        if joining.end() not in inside:
            yield joining.end()
    for at in range(max(_LEAST, len(word) - _FEW - 2), len(word) - 2):
        if at not in inside and word[at:] in SHORT:
            yield at


def _is_word(rest: str) -> bool:
    """Whether what follows a word looks like another one, and not like its ending."""
    vowel = next((index for index, letter in enumerate(rest) if letter in _VOWELS), len(rest))
    return 0 < vowel < len(rest) and (vowel == 1 or rest[:vowel] in _BEGINNINGS) and not _ENDING.match(rest)


def _known(word: str) -> list[tuple[int, int]]:
    """Where the word holds known ones: the longest first, and of each place only one."""
    found: list[tuple[int, int]] = []
    for at in range(len(word)):
        ends = (at + length for length in _LENGTHS if at + length <= len(word))
        found.extend((at, end) for end in islice((end for end in ends if word[at:end] in WORDS), 1))
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda span: (span[0] - span[1], span[0])):
        if all(end <= other[0] or other[1] <= start for other in kept):
            kept.append((start, end))
    return kept


def _may_stand(head: str, rest: str) -> bool:
    """Whether two parts of a compound may stand in two lines."""
    return (len(rest) >= _LEAST or rest in SHORT) and not (
        _VOWELS.isdisjoint(head[-_LEAST:]) or (head[-1] == rest[0] and head[-1] in _VOWELS)
    )


def _head(word: str, at: int) -> str:
    return f"{word[:at]}-" if _within_letters(word, at) else word[:at]


def _within_letters(word: str, at: int) -> bool:
    return word[at - 1].isalpha() and word[at : at + 1].isalpha()


def _worth(word: str, at: int, joined: frozenset[int]) -> tuple[int, int]:
    """How good a place it is, and which of several equally good ones to take: the latest, of bad ones the most even."""
    quality = 4 if at in joined else _quality(word, at) if _within_letters(word, at) else 3
    return quality, at if quality else min(at, len(word) - at)


def _quality(word: str, at: int) -> int:
    """2 between syllables, 1 between letters, 0 where it looks wrong."""
    head, rest = word[:at], word[at:]
    if not (len(head) >= _LEAST <= len(rest) and head[-_LEAST:].isalpha() and rest[:_LEAST].isalpha()):
        return 0
    before, after = head[-1] in _VOWELS, rest[0] in _VOWELS
    if before and after and head[-1] == rest[0]:
        return 0
    if after:
        return 0 if before else 1
    if rest[0] == "s" and rest[1] not in _VOWELS and not before:
        return 0  # the s joins what stands before it to what follows
    return 2 if _begins(head, rest) else 1


def _begins(head: str, rest: str) -> bool:
    """Whether a syllable begins with ``rest``: a vowel follows at once, and no consonant before belongs to it."""
    vowel = next((index for index, letter in enumerate(rest) if letter in _VOWELS), len(rest))
    onset = rest[:vowel]
    if vowel == len(rest) or (vowel > 1 and onset not in _BEGINNINGS):
        return False
    if head[-1] == rest[0]:
        return vowel == 1
    return head[-1] in _VOWELS or head[-1] == head[-2] or head[-1] + onset not in _BEGINNINGS

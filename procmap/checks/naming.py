"""What a name sounds like: work that somebody does, a thing, or a question. Nothing where it cannot be told.

By the first word, how words end, and short lists (``naming_words.py``). The rest of a name counts too: *Beslut om lov*
is a thing, *Beslut skickas* tells what happens, and of that nothing is said.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from procmap.checks import naming_words as words
from procmap.model.label import Translated

__all__ = ["Style", "begins_vaguely", "is_command", "is_question", "names_two", "spellings", "style"]

Style = Literal["work", "thing", "question"]

_LETTERS = re.compile(r"[^\W\d_][\w-]*")
_NO_PART_OF_IT = re.compile(r"^\W*(?:\d+(?:\.\d+)*[.):]?\s+|[A-Z]\d*[.):]\s+)?|\s*\([^)]*\)\s*$")
"""A number before the name, and a remark in brackets behind it."""
_LONG = 400
_PARTS = re.compile(r"\s*(?:,|/|&|\boch\b|\beller\b|\band\b|\bor\b)\s*")
_ACTS = re.compile(r"\s*,?\s*\b(?:och|and)\b\s*")


def spellings(name: object) -> tuple[str, ...]:
    """A label as it is written, in each of its languages; none where nobody knows it."""
    if isinstance(name, Translated):
        return tuple(text for text in (name.sv, name.en) if text)
    return (name,) if isinstance(name, str) else ()


@cache
def style(name: str) -> Style | None:
    """What a name sounds like; None where that cannot be told."""
    plain = _plain(name)
    found = _LETTERS.findall(plain)
    if not found:
        return None
    if "?" in name or (found[0] in words.QUESTION_WORDS and len(found) > 1):
        return "question"
    if _is_work(found):
        return "work"
    if ":" in plain or " – " in plain or " - " in plain or not words.FINITE.isdisjoint(found):
        return None
    return "thing" if all(_is_thing(part) for part in _PARTS.split(plain)) else None


def is_question(name: str) -> bool:
    """Whether a name sounds like a question; of most the first word tells that it does not."""
    first = _LETTERS.search(name)
    if first is None:
        return False
    word = first[0].casefold()
    may_be_one = "?" in name or word in words.QUESTION_WORDS or not word[1:].strip("0123456789")  # as in "A2. Är …"
    return may_be_one and style(name) == "question"


def is_command(name: str) -> bool:
    """Whether a name begins with what somebody is told to do, which no thing and no state begins with."""
    found = _LETTERS.findall(_plain(name))
    if len(found) < 2 or "?" in name:
        return False
    first, *others = found
    if first in words.ENGLISH_FIRST:
        return not any(map(_is_done, others))
    return _is_swedish_work(first) and not first.endswith("r") and first not in words.NO_COMMANDS


def names_two(name: str) -> bool:
    """Whether a name tells of two acts, one after the other: *Utred och besluta*, *Registrera och granska anmälan*."""
    plain = _plain(name)
    first, *others = _ACTS.split(plain)
    found = [_LETTERS.findall(part) for part in (first, *others)]
    if len(found) == 2 and all(found) and found[0][0] in words.CONTACTS and found[1][0] in words.TALKS:
        return False
    return len(found) > 1 and all(part and (_is_work(part) or part[0] in words.ENGLISH_VERBS) for part in found)


def begins_vaguely(name: str) -> bool:
    """Whether a name begins with a verb that says no more than that something is done."""
    found = _LETTERS.findall(_plain(name))
    return bool(found) and found[0] in words.VAGUE


def _plain(name: str) -> str:
    """A name in small letters and on one line, without what is no part of it; of an endless one the beginning."""
    return _NO_PART_OF_IT.sub("", " ".join(name[:_LONG].split())).casefold()


def _is_work(found: list[str]) -> bool:
    first = found[0]
    if first in words.SWEDISH_VERBS or _is_swedish_work(first):
        return True
    return first in words.ENGLISH_VERBS and (len(found) > 1 or first in words.ENGLISH_FIRST)


def _is_swedish_work(word: str) -> bool:
    return word in words.SWEDISH_VERBS or (len(word) > 5 and word.endswith(("era", "erar")) and word[:-1] != "kamer")


def _is_done(word: str) -> bool:
    """Whether a word tells of something as done: *Approve email received*."""
    return word in words.FINITE or word.endswith(("ed", "sent", "paid", "made", "given"))


def _is_thing(part: str) -> bool:
    """Whether a part of a name is a thing alone, or a thing and what it is about (*Beslut om lov*)."""
    found = _LETTERS.findall(part)
    while len(found) > 1 and found[0] in words.ADJECTIVES:
        found = found[1:]
    if not found or not _is_thing_alone(found[0]):
        return False
    return len(found) == 1 or (found[1] in words.PREPOSITIONS and not any(map(_is_passive, found[2:])))


def _is_thing_alone(word: str) -> bool:
    if word in words.NO_THINGS:
        return False
    return word in words.THINGS or (len(word) > 5 and word.endswith(words.THING_TAILS))


def _is_passive(word: str) -> bool:
    """Whether a word may be what is done with the thing: *Beslut om lov skickas*."""
    return word.endswith(("as", "es", "ds", "ts", "ns", "rs", "ls"))


"""A slip of the keyboard, and how lines are shown, told apart and moved where one is found."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from procmap.finding import Notice
from procmap.source.lines import Lines, Words

__all__ = ["TIGHT_KEY", "Slip", "answer_and_way", "excerpt", "is_key", "quoted", "shift", "split_colon"]


class Slip(NamedTuple):
    """One slip: what to say, where (1-based), and the values of its message."""

    notice: Notice
    line: int
    column: int
    length: int
    values: dict[str, Any]


TIGHT_KEY = re.compile(r"^(\s*(?:-\s+)*)([^\W\d][\w -]*):([^\s/:].*)$")
"""``Handläggare:Granska``, without the space behind its colon."""


_ANSWER = re.compile(r"([^\W\d][^:;=>→⇒–—-]{0,40}?)(?:\s*(?:-+>|=+>|→|⇒|=|;)\s*|\s+[-–—]\s+)(\S.*)")
_YES_NO = frozenset({"ja", "nej", "yes", "no"})


def answer_and_way(text: str, sure: bool = False) -> tuple[str, str] | None:
    """``Ja -> Granska`` in its two halves; None where it is something else, or no answer that is ``sure`` to be one."""
    match = _ANSWER.fullmatch(text)
    return (match[1], match[2]) if match and (not sure or match[1].casefold() in _YES_NO) else None


def excerpt(line: str, most: int = 50) -> str:
    """The text of a line, short enough to be shown within a sentence."""
    text = line.strip()
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def quoted(text: str) -> str:
    """The text as it can be written safely: in double quotation marks, or single ones where it holds double ones."""
    text = text.strip()
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def split_colon(text: str) -> tuple[str, str] | None:
    """``Handläggare:Granska`` in its two halves; None where the text is something else, such as an address."""
    match = TIGHT_KEY.match(text)
    return (match[2], match[3].strip()) if match and not match[1] else None


def is_key(word: str, words: Words) -> bool:
    """Whether a word before a colon stands for a key, a kind or a role, and not for a part of a sentence."""
    known = word in words.keys or word in words.heads
    return known or " " not in word or word[:1].isupper() or word[:1] in "\"'"


def shift(lines: Lines, where: int, own: int, by: int) -> None:
    """Move a line that starts in column ``own``, and what belongs to it, to the right or to the left."""
    dash = lines[where].startswith("- ", own)
    for i in range(where, len(lines)):
        line = lines[i]
        text = line.lstrip(" ")
        if not text:
            continue
        indent = len(line) - len(text)
        listed = text.startswith("- ")
        if i > where and (indent < own or (indent == own and listed != dash) or (by > 0 and dash and indent <= own)):
            return
        if by > 0 and listed and dash and indent == own + by:
            return
        if by < 0:
            lines[i] = line[min(-by, indent) :]
        elif indent < own + by + 2:
            lines[i] = " " * by + line

"""The first word of a step, where it is missing, has a dash for its colon, or stands on the line of an answer."""

from __future__ import annotations

import re
from typing import Any

from procmap.finding import Notice
from procmap.source import notices as say
from procmap.source.lines import Lines, Words
from procmap.source.rows import row_of
from procmap.source.slips import Slip
from procmap.source.written import safe
from procmap.text import Text

__all__ = ["beside_answer", "headless", "is_step_beside_answer"]

_WAITS = re.compile(r"(?:väntar?|väntan|avvaktar?|inväntar?|waits?|waiting|awaits?|awaiting)\b", re.IGNORECASE)
"""How a step begins that is no work."""
_DASH_BETWEEN = re.compile(r"([^\W\d][^:]{0,40}?)\s+[-–—]\s+(\S.*)")
_IF_IT_WAITS = Text(sv="Väntar ärendet här, och ingen gör något", en="If the case waits here, and nobody does anything")
_IF_NOT_ASKED = Text(sv="Har ni inte frågat än", en="If you have not asked yet")
_LOOK_AROUND = 200


def headless(lines: Lines, words: Words, where: int, indent: int, may_wait: bool) -> Slip:
    """``- Registrera`` with a key below: the step needs its kind, or who does it, before the sentence."""
    line = lines[where]
    text = line[indent:].strip()
    between = _DASH_BETWEEN.fullmatch(text)
    if between and _starts_a_step(lines, words, where, between[1]):
        lines[where] = f"{line[:indent]}{between[1]}: {safe(between[2])}"
        return _slip(lines, say.NO_COLON, where, indent, len(text), fix=lines[where].strip())
    if phases := _phases_above(lines, words, where):
        word = "phase" if _holder(lines, where, indent) == phases else "step"
        notice, values = say.NO_STEP_WORD, {}
    else:
        waits = may_wait and _WAITS.match(text)
        word = "exclusive" if text.endswith("?") else "wait" if waits else "task"
        notice, values = say.NO_ROLE, {"when": _IF_IT_WAITS if word == "wait" else _IF_NOT_ASKED}
    mended = f"{line[:indent]}{word}: {safe(text)}"
    slip = _slip(lines, notice, where, indent, len(text), **values, fix=mended.strip())
    lines[where] = mended
    return slip


def is_step_beside_answer(lines: Lines, words: Words, where: int, indent: str, text: str) -> bool:
    """Whether a step with its role stands on the line of an answer: ``nej: Handläggare: Begär komplettering``."""
    word = text.partition(": ")[0]
    if indent.strip() or not _starts_a_step(lines, words, where, word):
        return False
    return _holder(lines, where, len(indent)) in words.answers


def beside_answer(lines: Lines, where: int, at: int) -> Slip:
    """Such a step gets a line of its own below the answer."""
    line = lines[where]
    role, _, text = line[at:].rstrip().partition(": ")
    fix = f"- {role}: {safe(text)}"
    slip = _slip(lines, say.STEP_BESIDE, where, at, len(line[at:].rstrip()), fix=fix)
    lines[where] = " " * at + fix
    lines.squeeze_in(where, line[:at].rstrip())
    return slip


def _starts_a_step(lines: Lines, words: Words, where: int, word: str) -> bool:
    """Whether a word is a kind, or a role that starts a step nearby."""
    start = f"- {word.casefold()}:"
    near = lines[max(0, where - _LOOK_AROUND) : where + _LOOK_AROUND]
    return word in words.heads or any(line.lstrip().casefold().startswith(start) for line in near)


def _holder(lines: Lines, where: int, own: int) -> str | None:
    """The key that a line which starts in a column stands below."""
    for i in range(where - 1, max(-1, where - _LOOK_AROUND), -1):
        text = lines[i].lstrip(" ")
        if text and text[0] != "#":
            row = row_of(lines[i])
            if row.column < own:
                return row.word
    return None


def _phases_above(lines: Lines, words: Words, where: int) -> str | None:
    """The key that makes a journey of the document a line stands in."""
    for i in range(where - 1, max(-1, where - _LOOK_AROUND), -1):
        word = lines[i].partition(":")[0]
        if word == "---":
            return None
        if word in words.phases:
            return word
    return None


def _slip(lines: Lines, notice: Notice, where: int, column: int, length: int, **values: Any) -> Slip:
    return Slip(notice, *lines.place(where + 1, column + 1), max(1, length), values)

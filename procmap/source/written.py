"""What is written in a line: what leads up to its text, the text, and a text as it can be written safely."""

from __future__ import annotations

import re

from procmap.source.slips import quoted

__all__ = ["KEY", "bare", "closed", "content", "plain", "safe", "value_of"]

_BEFORE = re.compile(r"\s*(?:-\s+)*")
KEY = re.compile(r"""^(\s*(?:-\s+)*)((?:"[^"]*"|'[^']*'|[^\s:#"'\[{](?:[^:#]|(?<=\d):(?=[ae]\b))*?)):(?:\s+(.*))?$""")


def value_of(line: str) -> tuple[str, str] | None:
    """The line parted into what leads up to its text (dashes, key) and the text; None where there is no text."""
    key = KEY.match(line)
    if key and key[3]:
        at = key.start(3)
        return line[:at], line[at:].rstrip()
    at = content(line)
    text = line[at:].rstrip()
    return (line[:at], text) if text else None


def content(line: str) -> int:
    """The column where the text of a line starts, behind its dashes."""
    match = _BEFORE.match(line)
    return match.end() if match else 0


def closed(text: str) -> bool:
    """Whether a text is one pair of braces or brackets, with nothing behind."""
    return (text[0], text[-1]) in (("{", "}"), ("[", "]"))


def plain(text: str) -> bool:
    """Whether a text can stand within braces as it is."""
    return not set(text) & set("{}[],#\"'")


def bare(text: str) -> str:
    """A text without its quotation marks."""
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text


def safe(text: str) -> str:
    """The text, in quotation marks where it needs them."""
    text = text.strip()
    risky = not text or ": " in text or " #" in text or text[0] in "-?:,[]{}#&*!|>'\"%@`" or text.endswith(":")
    plain = not risky or text[:2] == "??" or (len(text) > 1 and text[0] == text[-1] and text[0] in "\"'")
    return text if plain or not text else quoted(text)

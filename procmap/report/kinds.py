"""The kinds of findings in words and colours."""

from __future__ import annotations

from procmap.finding import Kind
from procmap.text import Text

__all__ = ["BOLD", "FAINT", "KIND_COLOURS", "KIND_WORDS", "painted", "plain"]

KIND_WORDS: dict[Kind, Text] = {
    "error": Text(sv="fel", en="error"),
    "blocker": Text(sv="hinder", en="blocker"),
    "risk": Text(sv="risk", en="risk"),
    "gap": Text(sv="lucka", en="gap"),
    "ask": Text(sv="fråga", en="question"),
}

KIND_COLOURS: dict[Kind, str] = {"error": "1;31", "blocker": "1;35", "risk": "33", "gap": "36", "ask": "34"}
"""As a terminal is told them; each kind also stands there as a word."""

BOLD, FAINT = "1", "2"


def painted(text: str, colour: str) -> str:
    """The text in a colour of the terminal."""
    return f"\x1b[{colour}m{text}\x1b[0m"


def plain(text: str, colour: str) -> str:
    """The text as it is, for where no colours are wanted."""
    return text

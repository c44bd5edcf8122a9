"""The line that a finding is about, with carets under the spot."""

from __future__ import annotations

import re

from procmap.report.cells import cells, cells_of
from procmap.report.visible import visible
from procmap.source.encoding import decoded

__all__ = ["Lines", "excerpt", "says_more"]

_TAB = 4
_LEAD = 24
"""Cells kept before the spot where a line is too long to show whole."""
_REACH = 1000
"""Characters looked at on each side of the spot; a line can be as long as a file."""


_KEY = re.compile(r"[\w -]+:(?=\s|$)")
_WORD = re.compile(r"\w+")


class Lines:
    """The lines of a file, cut up once."""

    def __init__(self, data: bytes) -> None:
        text = decoded(data).text
        self._lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    def line(self, number: int) -> str | None:
        """A line by its number, from 1; None where the file has no such line."""
        return self._lines[number - 1] if 0 < number <= len(self._lines) else None


def says_more(line: str, said: str) -> bool:
    """Whether a line has a word of its team's own, beside its keys, that is not among what is said already."""
    text = _KEY.sub(" ", line[: 2 * _REACH].partition(" #")[0])
    return not set(_WORD.findall(text.casefold())) <= set(_WORD.findall(said.casefold()))


def excerpt(line: str, column: int | None, length: int, width: int) -> tuple[str, str]:
    """The line, and the line of carets under it (empty without a column), both at most ``width`` cells wide.

    ``column`` is 1-based and in characters; a place behind the line's end is shown just behind it. Tabs become spaces,
    what a terminal would obey is made visible, and a line too long is cut with ``…`` so that the spot stays in sight.
    """
    spot = min(column - 1, len(line)) if column else 0
    skipped = max(0, spot - _REACH)
    shown = _shown(line[skipped : spot + _REACH].rstrip())
    start = min(spot - skipped, len(shown))

    taken = [cells(text) for text in shown]
    first, before, after = 0, sum(taken[:start]), sum(taken[start:])
    lead = max(min(_LEAD, width // 2), width - 5 - after)
    while before > lead and (first or before + after >= width):
        before -= taken[first]
        first += 1
    left = "…" if first or skipped else ""
    last, room = first, width - 1 - len(left)  # one cell for an … or a caret behind the end
    while last < len(shown) and room >= taken[last]:
        room -= taken[last]
        last += 1
    text = left + "".join(shown[first:last])
    if last + 1 == len(shown) and start < len(shown) and taken[last] == 1:
        last, text = last + 1, text + shown[last]
    elif last < len(shown) or spot + _REACH < len(line):
        text += "…"
    if column is None:
        return text, ""
    indent = len(left) + before
    marked = sum(taken[start : min(start + length, last)])
    return text, " " * indent + "^" * max(1, marked)


def _shown(line: str) -> list[str]:
    """What stands in the terminal for each character."""
    shown: list[str] = []
    at = 0
    for character in line:
        text = " " * (_TAB - at % _TAB) if character == "\t" else visible(character)
        shown.append(text)
        at += sum(map(cells_of, text))
    return shown

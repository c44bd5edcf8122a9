"""A line, parted: where it starts, its key, and what goes on below it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

__all__ = ["STEP", "Row", "Within", "goes_on", "row_of"]

_BEFORE = re.compile(r"\s*(?:-\s+)*")
# A key may start with an ordinal: ``1:e handläggare``.
_KEY = re.compile(r"""("[^"]*"|'[^']*'|[^\s:#"'\[{](?:[^:#]|(?<=\d):(?=[ae]\b))*+):(?:\s+(.*)|$)""")
STEP = 2
"""So many spaces are one step in."""
_LITERAL = re.compile(r"(?::|-)\s+[|>][-+0-9]{0,2}\s*(?:#.*)?$")


class Row(NamedTuple):
    """What a line is: where it starts, where its text starts, its key, and whether something must follow below.

    ``opens`` is None where that cannot be told: within a text or brackets that go on over several lines.
    """

    own: int
    dash: bool
    column: int
    word: str | None
    opens: bool | None
    value: str


@lru_cache(maxsize=64)  # a line is looked at several times while those around it are
def row_of(line: str) -> Row:
    """A line, parted."""
    text = line.lstrip(" ")
    own = len(line) - len(text)
    match = _BEFORE.match(line)
    column = match.end() if match else own
    dash = text.startswith("- ") or text.rstrip() == "-"
    if dash and text.rstrip() == "-":
        return Row(own, True, own + STEP, None, True, "")
    key = _KEY.match(line, column)
    if key is None:
        return Row(own, dash, column, None, False if dash else None, line[column:].rstrip())
    value = (key[2] or "").strip()
    if value.startswith("#"):
        value = ""
    marked = value[:1] in "&!" and " " not in value
    return Row(own, dash, column, key[1].rstrip().strip("\"'"), None if value and marked else not value, value)


class Within:
    """Text, brackets or quotation marks that go on over several lines, whose lines start where they like."""

    def __init__(self, column: int, end: str, depth: int) -> None:
        self.column = column
        self.end = end
        self.depth = depth

    def ends(self, text: str) -> bool:
        """Whether it ends on this line."""
        if not self.end:
            return False
        if self.end in "]}":
            self.depth += text.count("[") + text.count("{") - text.count("]") - text.count("}")
            return self.depth <= 0
        return text.count(self.end) % 2 == 1


def goes_on(row: Row, line: str) -> Within | None:
    """What goes on below a line, if anything does."""
    value = row.value
    if not value:
        return None
    if value[0] in "|>" and _LITERAL.search(line):
        return Within(row.own if row.word is None else row.column, "", 0)
    if value[0] in "[{":
        depth = value.count("[") + value.count("{") - value.count("]") - value.count("}")
        return Within(row.own, "]", depth) if depth > 0 else None
    if value[0] in "\"'" and value.count(value[0]) % 2:
        return Within(row.own, value[0], 0)
    return None

"""Text in the cells of a terminal, where a character takes none, one or two of them.

East Asian characters and emoji take two, combining marks none; counting characters would put a caret beside its spot.
"""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import category, east_asian_width

__all__ = ["cells", "cells_of", "wrap"]

_JOINED = "\u200d"
_EMOJI_STYLE = "\ufe0f"


def cells_of(character: str) -> int:
    """How many cells one character takes."""
    if character < "\u0300":
        return 1
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def cells(text: str) -> int:
    """How many cells a line takes."""
    return len(text) if text.isascii() else sum(map(cells_of, text))


def wrap(text: str, width: int, indent: str = "", first: str | None = None) -> list[str]:
    """The words of a text in lines of at most ``width`` cells, each behind ``indent``, the first behind ``first``.

    A word longer than a line is broken, but an address is not, since it would no longer lead anywhere. What does not
    fit behind ``first`` begins on the next line.
    """
    lines: list[str] = []
    line, room = indent if first is None else first, True  # room: nothing stands in the line yet
    for word in _pieces(text.split(), width - cells(indent)):
        begun = not room or cells(line) > cells(indent)
        if begun and cells(line) + (not room) + cells(word) > width:
            lines.append(line)
            line, room = indent, True
        line += word if room else f" {word}"
        room = False
    return [*lines, line]


def _pieces(words: Iterable[str], width: int) -> Iterable[str]:
    for word in words:
        if cells(word) <= width or "://" in word:
            yield word
            continue
        piece, used = "", 0
        for character in word:
            taken = cells_of(character)
            if piece and used + taken > width:
                yield piece
                piece, used = "", 0
            piece += character
            used += taken
        if piece:
            yield piece

"""Differences for people: what each is about, what A and B say, and what to ask about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from procmap.report.cells import wrap
from procmap.report.differences import Described, Row
from procmap.report.sentence import sentence
from procmap.text import Language, Text

__all__ = ["SILENT", "said", "text_diff"]

SILENT = Text("(står inte)", "(not said)")
_HEAD = Text("{what}: {kind}", "{what}: {kind}")
_NOTHING = Text("procmap hittade ingen skillnad.", "procmap found no difference.")
_AND_MORE = Text("och det som är lika i båda", "and what is alike in both")
_SHORT = 100
"""Characters of a list that is shown whole."""


def text_diff(differences: Iterable[Described], legend: tuple[str, str], language: Language, *, width: int = 80) -> str:
    """All differences in lines of at most ``width`` cells, below a legend that says what A and B are."""
    parts = [[*_side("A", legend[0], "", width), *_side("B", legend[1], "", width)]]
    parts += [list(_block(each, language, width)) for each in differences]
    if len(parts) == 1:
        parts.append([_NOTHING(language)])
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _block(each: Described, language: Language, width: int) -> Iterator[str]:
    head = sentence(_HEAD(language, what=each.called, kind=each.kind))
    yield from wrap(head[0].upper() + head[1:], width, "  ", "")
    for row in each.rows:
        asks = sentence(row.words(language))
        yield from wrap(asks[0].upper() + asks[1:], width, "    ", "  ")
        for side, lines in zip("AB", said(row, language), strict=True):
            for line in lines:
                yield from _side(side, line, "    ", width)
                side = " "
    if each.question is not None:
        yield from wrap(sentence(each.question(language)), width, "  ")


def said(row: Row, language: Language) -> tuple[list[str], list[str]]:
    """What each side says, on lines; of long lists only what the other does not say too."""
    before, after = row.lines
    if all(len(", ".join(lines)) <= _SHORT for lines in row.lines):
        short = [[", ".join(lines)] if lines else [SILENT(language)] for lines in row.lines]
        return short[0], short[1]
    alike = [_AND_MORE(language)] if set(before) & set(after) else []
    return (
        [*(line for line in before if line not in after), *alike] or [SILENT(language)],
        [*(line for line in after if line not in before), *alike] or [SILENT(language)],
    )


def _side(letter: str, text: str, indent: str, width: int) -> list[str]:
    return wrap(sentence(text), width, f"{indent}   ", f"{indent}{letter}  ")

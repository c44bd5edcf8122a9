"""Differences as a table in Markdown, for a wiki or a merge request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from procmap.report.diff_text import said
from procmap.report.differences import Described
from procmap.report.visible import visible
from procmap.text import Language, Text

__all__ = ["cell", "markdown_diff"]

_HEAD = (Text("Vad", "What"), Text("Skillnad", "Difference"), Text("A", "A"), Text("B", "B"), Text("Fråga", "Question"))
_NOTHING = Text("procmap hittade ingen skillnad.", "procmap found no difference.")
_THERE = Text("finns", "is there")
_NOT_THERE = Text("–", "–")
_LONGEST = 2000
"""Characters of a value; a note can be as long as a file."""

_SIGNS = str.maketrans({**{sign: f"\\{sign}" for sign in "\\`*_[]|~$#"}, "&": "&amp;", "<": "&lt;", ">": "&gt;"})


def markdown_diff(differences: Iterable[Described], legend: tuple[str, str], language: Language) -> str:
    """A legend that says what A and B are, and a row for each attribute of each difference."""
    lines = [f"- A: {cell(legend[0])}", f"- B: {cell(legend[1])}", ""]
    rows = [row for each in differences for row in _rows(each, language)]
    if not rows:
        return "\n".join([*lines, cell(_NOTHING(language))]) + "\n"
    head = [text(language) for text in _HEAD]
    table = [head, ["---"] * len(head), *rows]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in table)]) + "\n"


def _rows(each: Described, language: Language) -> Iterator[list[str]]:
    what = cell(each.called(language))
    question = cell(each.question(language)) if each.question is not None else ""
    if not each.rows:
        there = [(_THERE if ref is not None else _NOT_THERE)(language) for ref in _refs(each)]
        yield [what, cell(each.kind(language)), *there, question]
    for row in each.rows:
        values = ["<br>".join(map(cell, lines)) for lines in said(row, language)]
        yield [what, cell(row.words(language)), *values, question]
        what = question = ""


def _refs(each: Described) -> tuple[object, object]:
    return each.difference.before, each.difference.after


def cell(text: str) -> str:
    """A text that stands in one cell and is shown as it is: no pipe, mark-up, tag or line end of its own."""
    shown = visible(" ".join(text[:_LONGEST].split())) + ("…" if len(text) > _LONGEST else "")
    return shown.translate(_SIGNS)

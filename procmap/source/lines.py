"""The lines of a file while they are mended in memory: each still knows where it stood.

A slip is mended so that the rest can be read; what is said of the rest must point at the file as it is, and not at the
mended text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

__all__ = ["Lines", "Words"]


class Words(NamedTuple):
    """The words of the language, for telling slips apart: a key without its colon is no sentence.

    ``keys`` stand below a step or a document, ``tops`` at the far left, ``heads`` start a step, ``lists`` hold steps,
    ``answers`` those that hold answers with steps below, ``waits`` stand below a wait, ``phases`` make a journey of a
    document, and ``holds`` says which of them belongs below what: ``{"subprocess": "flow"}``.
    """

    keys: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    tops: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()
    answers: frozenset[str] = frozenset()
    waits: frozenset[str] = frozenset()
    phases: frozenset[str] = frozenset()
    holds: Mapping[str, str] = {}


class _Change(NamedTuple):
    """How a mended line differs: the indentations, where the texts part, and how much longer the new one is."""

    mended: str
    old_indent: int
    new_indent: int
    same: int
    longer: int
    last: int


class Lines(list[str]):
    """Lines that are changed in place; ``place`` leads back to what was written."""

    __slots__ = ("_changes", "_from", "written")

    def __init__(self, text: str) -> None:
        super().__init__(text.split("\n"))
        self.written = list(self)
        self._from: list[int] | None = None
        self._changes: dict[int, _Change] = {}

    @property
    def changed(self) -> bool:
        """Whether anything has been mended."""
        return self._from is not None or self != self.written

    def squeeze_in(self, where: int, line: str) -> None:
        """Put a line that nobody wrote before another; it counts as part of that one."""
        if self._from is None:
            self._from = list(range(len(self.written)))
        self._changes.clear()
        self.insert(where, line)
        self._from.insert(where, self._from[where] if where < len(self._from) else len(self.written) - 1)

    def number(self, line: int) -> int:
        """The 1-based number that a line had in the file."""
        where = max(0, min(line, len(self)) - 1)
        return (where if self._from is None else self._from[where]) + 1

    def place(self, line: int, column: int) -> tuple[int, int]:
        """Where in the file something stands, from its 1-based line and column in the mended text."""
        where = max(0, min(line, len(self)) - 1)
        number = self.number(line)
        old, new = self.written[number - 1], self[where]
        if old is new:
            return number, column
        change = self._changes.get(where)
        if change is None or change.mended is not new:
            change = self._changes[where] = _change(old, new)
        at = column - 1 - change.new_indent
        if at < 0:
            return number, max(1, min(column, change.last))
        if at > change.same:
            at = max(change.same, at - change.longer)
        return number, min(change.old_indent + at + 1, change.last)


def _change(old: str, new: str) -> _Change:
    text, mended = old.lstrip(), new.lstrip()
    same = next((i for i, (a, b) in enumerate(zip(text, mended, strict=False)) if a != b), min(len(text), len(mended)))
    return _Change(new, len(old) - len(text), len(new) - len(mended), same, len(mended) - len(text), max(1, len(old)))

"""The way to a fault in numbered lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from procmap.report.cells import wrap
from procmap.report.sentence import sentence
from procmap.text import Language, Text

__all__ = ["Step", "way_lines"]

_MOST = 30
_FIRST = 6
"""Of a way with more lines, so many are shown at its beginning; the rest at its end."""


class Step(Protocol):
    """Something that is done or happens on the way."""

    @property
    def words(self) -> Text:
        """It in words."""
        ...


def way_lines(steps: Sequence[Step], language: Language, width: int) -> Iterator[str]:
    """The steps of a way, numbered, in lines of at most ``width`` cells; of a long one the beginning and the end."""
    wide = len(str(len(steps)))
    for number, step in enumerate(steps, 1):
        if len(steps) > _MOST and _FIRST < number <= len(steps) - (_MOST - _FIRST):
            if number == _FIRST + 1:
                yield f"    {'…':>{wide + 1}}"
            continue
        words = sentence(step.words(language))
        first = f"    {number:>{wide}}. "
        yield from wrap(words[0].upper() + words[1:], width, " " * len(first), first)

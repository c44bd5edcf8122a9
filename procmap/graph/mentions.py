"""Whether anything in a map speaks of something, in whatever words and wherever it was written.

Some things that have to be known have no key of their own, since teams tell of them in many places: an exception, a
note, the reason for a level, a message that comes in. Only where none of all the words speaks of it has nobody said it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields
from functools import cache
from re import Pattern
from typing import Any

from procmap.graph.view import View
from procmap.model.part import Part
from procmap.model.process import Process

__all__ = ["mentioned", "words"]


def mentioned(view: View, pattern: Pattern[str]) -> Callable[[Process], bool]:
    """Says of a process whether its document, or one that is not a process, holds words that match.

    The words are looked through one by one, in small letters, and those of the other documents once for all.
    """

    @cache
    def shared() -> bool:
        return any(_speaks(document, pattern) for document in view.documents if not isinstance(document, Process))

    return lambda process: _speaks(process, pattern) or shared()


def _speaks(part: object, pattern: Pattern[str]) -> bool:
    return any(pattern.search(word.casefold()) for word in words(part))


def words(*parts: object) -> Iterator[str]:
    """Every string in parts of a model, however deep, in no order: names, sentences, ids, references."""
    waiting: list[Any] = list(parts)
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            waiting.extend(value)
        elif isinstance(value, Part):
            kind: Any = type(value)
            waiting.extend(getattr(value, name) for name in _names(kind))


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))

"""What a document refers to by id: its own entries, and those of the catalogues that it shares with others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

__all__ = ["by_id"]


class _Entry(Protocol):
    @property
    def id(self) -> str: ...


_T = TypeVar("_T", bound=_Entry)


def by_id(*sections: Iterable[_T]) -> dict[str, _T]:
    """Entries by their id; where two have the same, the one of the earlier section counts, the document's own first."""
    return {entry.id: entry for section in reversed(sections) for entry in reversed(tuple(section))}

"""What a document refers to by id: its own entries, and those of the catalogues that it shares with others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, Final, Protocol, TypeVar

from procmap.graph.residents import kind_of
from procmap.model.catalogue import Catalogue
from procmap.model.resource import System
from procmap.ref import Ref

__all__ = ["Shared", "by_id"]


class _Entry(Protocol):
    @property
    def id(self) -> str: ...


_T = TypeVar("_T", bound=_Entry)


def by_id(*sections: Iterable[_T]) -> dict[str, _T]:
    """Entries by their id; where two have the same, the one of the earlier section counts, the document's own first."""
    return {entry.id: entry for section in reversed(sections) for entry in reversed(tuple(section))}


class Shared:
    """What the catalogues of a map describe, looked through once for all documents that refer to it."""

    def __init__(self, catalogues: Sequence[Catalogue]) -> None:
        self.catalogues: Final = catalogues
        self._described: Final[dict[str, dict[str, tuple[Ref, Any]]]] = {}

    def described(self, section: str) -> Mapping[str, tuple[Ref, Any]]:
        """The entries of a section by what a document may call them, with where they are described."""
        found = self._described.get(section)
        if found is None:
            found = self._described[section] = {}
            for catalogue in self.catalogues:
                for entry in getattr(catalogue, section):
                    at = Ref(catalogue.id, f"{section}/{entry.id}"), entry
                    found.setdefault(entry.id, at)
                    found[f"{catalogue.id}/{entry.id}"] = found[f"{catalogue.id}/{section}/{entry.id}"] = at
        return found

    @cached_property
    def outsiders(self) -> frozenset[str]:
        """The lanes of somebody outside, by their own ids."""
        lanes = by_id(*(catalogue.lanes for catalogue in self.catalogues))
        return frozenset(id for id, lane in lanes.items() if kind_of(lane) == "external")

    @cached_property
    def systems(self) -> dict[str, System]:
        """Systems by their own ids."""
        return by_id(*(catalogue.systems for catalogue in self.catalogues))

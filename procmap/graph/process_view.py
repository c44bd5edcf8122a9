"""What has been worked out about one process, once for all who ask; ``View`` keeps one for each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import Any

from procmap.graph.adjacency import Scope, scopes
from procmap.graph.entries import Shared
from procmap.graph.handovers import Passing, passings
from procmap.graph.places import places
from procmap.model.activity import Node
from procmap.model.process import Process
from procmap.model.resource import Lane
from procmap.ref import Ref

__all__ = ["ProcessView"]


class ProcessView:
    """Scopes, places and sections of a process; a section holds what the catalogues describe too (``shared``)."""

    def __init__(self, process: Process, shared: Shared) -> None:
        self.process = process
        self._shared = shared

    @cached_property
    def scopes(self) -> dict[str, Scope]:
        return {scope.prefix: scope for scope in scopes(self.process)}

    @cached_property
    def torn_ends(self) -> frozenset[str]:
        return frozenset().union(*(scope.torn_ends for scope in self.scopes.values()))

    @cached_property
    def nodes(self) -> tuple[tuple[Ref, Node], ...]:
        """Every element with its Ref, scope by scope."""
        document = self.process.id
        return tuple(
            [
                (Ref(document, scope.prefix + id), node)
                for scope in self.scopes.values()
                for id, node in scope.nodes.items()
            ]
        )

    def in_scopes(self) -> Iterator[tuple[Scope, Iterator[tuple[Ref, Node]]]]:
        """Each scope with its elements and their Refs, to be taken before the next."""
        nodes = iter(self.nodes)
        return ((scope, islice(nodes, len(scope.nodes))) for scope in self.scopes.values())

    @cached_property
    def passings(self) -> tuple[Passing, ...]:
        return passings(self.process, tuple(self.scopes.values()))

    @cached_property
    def places(self) -> dict[str, str | None]:
        return places(self.process)

    def lane(self, id: str) -> Lane | None:
        """A lane by what the process may call it."""
        found: tuple[Ref, Lane] | None = self.described("lanes", id)
        return found[1] if found is not None else None

    def described(self, section: str, id: str) -> Any:
        """An entry of a section with where it is described, its own before those of the catalogues; None without."""
        own = self._own.get(section)
        if own is None:
            document = self.process.id
            entries = getattr(self.process, section)
            own = self._own[section] = {each.id: (Ref(document, f"{section}/{each.id}"), each) for each in entries}
        found = own.get(id)
        return found if found is not None else self._shared.described(section).get(id)

    @cached_property
    def _own(self) -> dict[str, dict[str, Any]]:
        return {}

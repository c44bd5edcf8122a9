"""What has been worked out about one process, once for all who ask; ``View`` keeps one for each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import Any

from procmap.graph.adjacency import Scope, scopes
from procmap.graph.handovers import Passing, passings
from procmap.graph.places import places
from procmap.model.activity import Node
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap
from procmap.model.resource import Data, Lane, System
from procmap.model.rule import Rule
from procmap.ref import Ref

__all__ = ["ProcessView"]


class ProcessView:
    """Scopes, places and sections of a process; a section holds what its catalogues describe too."""

    def __init__(self, process: Process, map: ProcessMap) -> None:
        self.process = process
        self.map = map

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

    @cached_property
    def lanes(self) -> dict[str, Lane]:
        lanes: dict[str, Lane] = {}
        for catalogue in self.map.catalogues:
            for lane in catalogue.lanes:
                lanes.setdefault(lane.id, lane)
                lanes[f"{catalogue.id}/{lane.id}"] = lanes[f"{catalogue.id}/lanes/{lane.id}"] = lane
        lanes.update((lane.id, lane) for lane in self.process.lanes)
        return lanes

    @cached_property
    def systems(self) -> dict[str, tuple[Ref, System]]:
        return self._described("systems")

    @cached_property
    def data(self) -> dict[str, tuple[Ref, Data]]:
        return self._described("data")

    @cached_property
    def rules(self) -> dict[str, tuple[Ref, Rule]]:
        return self._described("rules")

    def _described(self, section: str) -> dict[str, Any]:
        """The entries of a section by what a process may call them, with where they are described, its own first."""
        found: dict[str, Any] = {}
        for catalogue in self.map.catalogues:
            for entry in getattr(catalogue, section):
                at = Ref(catalogue.id, f"{section}/{entry.id}"), entry
                found.setdefault(entry.id, at)
                found[f"{catalogue.id}/{entry.id}"] = found[f"{catalogue.id}/{section}/{entry.id}"] = at
        for entry in getattr(self.process, section):
            found[entry.id] = Ref(self.process.id, f"{section}/{entry.id}"), entry
        return found

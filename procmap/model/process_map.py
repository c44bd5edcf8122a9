"""The map: all documents that are read or made together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Union

from procmap.errors import BadUsage
from procmap.model.activity import Node, SubProcess
from procmap.model.catalogue import Catalogue
from procmap.model.collaboration import Collaboration
from procmap.model.journey import Journey
from procmap.model.part import Part
from procmap.model.process import Process
from procmap.text import Text

__all__ = ["Document", "ProcessMap", "as_map", "nodes_within"]

_NO_MAP = Text(sv="{kind} är ingen karta. {instead}", en="{kind} is no map. {instead}")
_ITS_MAP = Text(sv="Ge dess .map", en="Give its .map")
_A_MAP = Text(
    sv="Ge en ProcessMap, eller ett dokument som en Process", en="Give a ProcessMap, or a document such as a Process"
)

Document = Union[Process, Journey, Collaboration, Catalogue]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessMap(Part):
    """All documents together; a document's id is unique among those of its kind."""

    processes: tuple[Process, ...] = ()
    journeys: tuple[Journey, ...] = ()
    collaborations: tuple[Collaboration, ...] = ()
    catalogues: tuple[Catalogue, ...] = ()

    @classmethod
    def of(cls, documents: Iterable[Document]) -> ProcessMap:
        """A map of some documents."""
        found: dict[type[Part], list[Any]] = {kind: [] for kind in (Process, Journey, Collaboration, Catalogue)}
        for document in documents:
            found[type(document)].append(document)
        processes, journeys, collaborations, catalogues = (tuple(each) for each in found.values())
        return cls(processes=processes, journeys=journeys, collaborations=collaborations, catalogues=catalogues)

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every document, processes first."""
        return (*self.processes, *self.journeys, *self.collaborations, *self.catalogues)

    def process(self, id: str) -> Process:
        """The process with an id; KeyError where there is none."""
        for process in self.processes:
            if process.id == id:
                return process
        raise KeyError(id)


def as_map(given: object) -> ProcessMap:
    """A map, or one document as a map of its own; what is neither raises BadUsage, which says what to give instead."""
    if isinstance(given, ProcessMap):
        return given
    if isinstance(given, (Process, Journey, Collaboration, Catalogue)):
        return ProcessMap.of((given,))
    instead = _ITS_MAP if isinstance(getattr(given, "map", None), ProcessMap) else _A_MAP
    raise BadUsage(_NO_MAP.fill(kind=type(given).__name__, instead=instead))


def nodes_within(scope: Process | SubProcess, prefix: str = "") -> Iterator[tuple[str, Node]]:
    """Every element with its path of ids, outermost first, each subprocess before what is inside it."""
    stack = [(prefix, iter(scope.nodes))]
    while stack:
        prefix, nodes = stack[-1]
        for node in nodes:
            path = prefix + node.id
            yield path, node
            if isinstance(node, SubProcess):
                stack.append((path + "/", iter(node.nodes)))
                break
        else:
            stack.pop()

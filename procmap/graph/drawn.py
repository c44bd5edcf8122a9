"""What a diagram shows: the shapes and lines of an imported file, joined to the elements that they stand for.

Ids are unique within one file, and its diagrams go by them; a Ref goes by the document and the path. Here the two meet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Literal, NamedTuple, Union

from procmap.geometry import Diagram
from procmap.graph.adjacency import Scope
from procmap.model.collaboration import Collaboration
from procmap.model.event import Event
from procmap.model.knowledge import known
from procmap.model.part import Part
from procmap.model.process import Process
from procmap.model.process_map import Document
from procmap.ref import Ref
from procmap.source.source import Source

__all__ = ["Drawing", "Sort", "Thing", "drawing_of"]

Sort = Literal["node", "flow", "lane", "pool", "message_flow", "data", "note", "association"]


class Thing(NamedTuple):
    """An element that can be drawn.

    ``around`` is the id of the subprocess that it stands in, the document's where it stands in none. ``ends`` are the
    ids of what a line joins; those of a message flow may be pools. ``host`` is what a boundary event is attached to.
    """

    ref: Ref
    part: Part
    sort: Sort
    around: str
    ends: tuple[str, str] = ("", "")
    host: str | None = None

    def shown_in(self, diagram: Diagram) -> Ref:
        """The place of its shape or line in a diagram."""
        return self.ref.of("diagram", diagram.id)


class Drawing(NamedTuple):
    """The diagrams of one file, and everything in its documents that can be drawn, by id.

    ``data`` are the bytes of the file, ``processes`` and ``collaborations`` its documents, ``pools`` the id of the
    pool of each process that has one.
    """

    diagrams: tuple[Diagram, ...]
    things: Mapping[str, Thing]
    processes: tuple[Process, ...]
    collaborations: tuple[Collaboration, ...]
    pools: Mapping[str, str]
    data: bytes

    def within(self, thing: Thing, id: str) -> bool:
        """Whether a thing stands inside a subprocess, at any depth, by the subprocess's id."""
        around: Union[str, None] = thing.around
        while around is not None:
            if around == id:
                return True
            outer = self.things.get(around)
            around = outer.around if outer is not None else None
        return False


def drawing_of(source: Source, documents: Iterable[Document], scopes: Callable[[Process], Iterable[Scope]]) -> Drawing:
    """The diagrams of a file, joined to its documents; ``scopes`` gives a process and each of its subprocesses."""
    documents = tuple(documents)
    processes = tuple(each for each in documents if isinstance(each, Process))
    collaborations = tuple(each for each in documents if isinstance(each, Collaboration))
    pools = {id: pool.id for each in collaborations for pool in each.pools if (id := known(pool.process))}
    things = _things_of(((each, scopes(each)) for each in processes), collaborations)
    return Drawing(source.diagrams, things, processes, collaborations, pools, source.data)


def _things_of(
    scopes: Iterable[tuple[Process, Iterable[Scope]]], collaborations: Iterable[Collaboration]
) -> dict[str, Thing]:
    """Everything that can be drawn in some documents, by id, in their order."""
    found: dict[str, Thing] = {}
    for process, inner in scopes:
        for lane in process.lanes:
            found[lane.id] = Thing(Ref(process.id, f"lanes/{lane.id}"), lane, "lane", process.id)
        for scope in inner:
            _flow_of(process, scope, found)
        for reference in process.data_references:
            around = _last(reference.within) or process.id
            found[reference.id] = Thing(Ref(process.id, f"data_references/{reference.id}"), reference, "data", around)
        _artefacts(process, found)
    for collaboration in collaborations:
        for pool in collaboration.pools:
            found[pool.id] = Thing(Ref(collaboration.id, f"pools/{pool.id}"), pool, "pool", collaboration.id)
        for flow in collaboration.message_flows:
            ends = _last(flow.source), _last(flow.target)
            place = Ref(collaboration.id, f"message_flows/{flow.id}")
            found[flow.id] = Thing(place, flow, "message_flow", collaboration.id, ends)
        _artefacts(collaboration, found)
    return found


def _flow_of(process: Process, scope: Scope, found: dict[str, Thing]) -> None:
    prefix, around = scope.prefix, _last(scope.prefix[:-1]) or process.id
    for id, node in scope.nodes.items():
        host = node.attached_to if isinstance(node, Event) and node.position == "boundary" else None
        found[id] = Thing(Ref(process.id, prefix + id), node, "node", around, host=host)
    for flow in scope.owner.flows:
        place = Ref(process.id, prefix + flow.id)
        found[flow.id] = Thing(place, flow, "flow", around, (flow.source, flow.target))


def _artefacts(document: Process | Collaboration, found: dict[str, Thing]) -> None:
    for section in ("annotations", "groups"):
        for part in getattr(document, section):
            around = _last(part.within) or document.id
            found[part.id] = Thing(Ref(document.id, f"{section}/{part.id}"), part, "note", around)
    for line in document.associations:
        place, ends = Ref(document.id, f"associations/{line.id}"), (line.source, line.target)
        found[line.id] = Thing(place, line, "association", _last(line.within) or document.id, ends)


def _last(path: str | None) -> str:
    return path.rpartition("/")[2] if path else ""

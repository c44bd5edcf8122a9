"""What a diagram shows: the shapes and lines of an imported file, joined to the elements that they stand for.

Ids are unique within one file, and its diagrams go by them; a Ref goes by the document and the path. Here the two meet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final, Literal, NamedTuple, Union

from procmap.geometry import Diagram
from procmap.graph.process_view import ProcessView
from procmap.model.collaboration import Collaboration
from procmap.model.event import Event
from procmap.model.knowledge import known
from procmap.model.part import Part
from procmap.model.process import Process
from procmap.ref import Ref
from procmap.source.source import Source

__all__ = ["Drawing", "Sort", "Thing"]

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


class Drawing:
    """The diagrams of one file, and everything in its documents that can be drawn, by id.

    ``data`` are the bytes of the file, ``processes`` and ``collaborations`` its documents, ``pools`` the id of the
    pool of each process that has one.
    """

    def __init__(
        self, source: Source, views: Iterable[ProcessView], collaborations: Iterable[Collaboration]
    ) -> None:
        self._views: Final = tuple(views)
        self.diagrams: Final = source.diagrams
        self.data: Final = source.data
        self.processes: Final = tuple(view.process for view in self._views)
        self.collaborations: Final = tuple(collaborations)
        self.pools: Final[Mapping[str, str]] = {
            id: pool.id for each in self.collaborations for pool in each.pools if (id := known(pool.process))
        }

    @cached_property
    def things(self) -> Mapping[str, Thing]:
        """Everything that can be drawn."""
        return _things_of(self._views, self.collaborations)

    def within(self, thing: Thing, id: str) -> bool:
        """Whether a thing stands inside a subprocess, at any depth, by the subprocess's id."""
        around: Union[str, None] = thing.around
        while around is not None:
            if around == id:
                return True
            outer = self.things.get(around)
            around = outer.around if outer is not None else None
        return False


def _things_of(views: Iterable[ProcessView], collaborations: Iterable[Collaboration]) -> dict[str, Thing]:
    """Everything that can be drawn in some documents, by id, in their order."""
    found: dict[str, Thing] = {}
    for view in views:
        process = view.process
        for lane in process.lanes:
            found[lane.id] = Thing(Ref(process.id, f"lanes/{lane.id}"), lane, "lane", process.id)
        _flow_of(view, found)
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


def _flow_of(view: ProcessView, found: dict[str, Thing]) -> None:
    document = view.process.id
    for scope, nodes in view.in_scopes():
        prefix, around = scope.prefix, _last(scope.prefix[:-1]) or document
        for ref, node in nodes:
            host = node.attached_to if isinstance(node, Event) and node.position == "boundary" else None
            found[node.id] = Thing(ref, node, "node", around, host=host)
        for flow in scope.owner.flows:
            place = Ref(document, prefix + flow.id)
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

"""Everything that a picture of a BPMN file may show, by the id that the file's diagrams call it by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Union

from procmap.draw.bpmn.sheet import Sheet
from procmap.model.activity import CallActivity, GlobalTask, Node, SubProcess
from procmap.model.artefact import Annotation, Association, Group
from procmap.model.collaboration import Collaboration, Pool
from procmap.model.flow import MessageFlow, SequenceFlow
from procmap.model.knowledge import known
from procmap.model.process import Process
from procmap.model.resource import Data, DataAssociation, DataReference, Lane

__all__ = ["Line", "Things", "things_of"]

Line = Union[SequenceFlow, MessageFlow, Association, DataAssociation]


@dataclass(frozen=True, slots=True)
class Things:
    """What there is, by kind and id.

    ``homes`` has for each what it stands in: the subprocesses from the outermost to the innermost. ``paths`` are those
    of elements and flows, ``processes`` the process of each element, lane and flow; ``order`` the nodes of each scope
    by the document's id and the path of the scope.
    """

    nodes: dict[str, Node] = field(default_factory=dict)
    pools: dict[str, Pool] = field(default_factory=dict)
    lanes: dict[str, Lane] = field(default_factory=dict)
    data: dict[str, tuple[Data | None, DataReference | None]] = field(default_factory=dict)
    global_tasks: dict[str, GlobalTask] = field(default_factory=dict)
    annotations: dict[str, Annotation] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    lines: dict[str, Line] = field(default_factory=dict)
    homes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)
    processes: dict[str, Process] = field(default_factory=dict)
    scopes: dict[tuple[str, str], tuple[Union[Process, SubProcess], tuple[str, ...]]] = field(default_factory=dict)

    def ends(self, id: str) -> tuple[str, str]:
        """What a line joins, by the ids of the file; ``""`` where it is loose."""
        line = self.lines[id]
        return line.source.rpartition("/")[2], line.target.rpartition("/")[2]

    def called(self, call: CallActivity) -> GlobalTask | None:
        """The global task that a call calls, where it calls one."""
        return self.global_tasks.get(known(call.calls) or "")

    def has_shape(self, id: str) -> bool:
        """Whether an id is that of something that a shape shows."""
        kinds = (self.nodes, self.pools, self.lanes, self.data, self.annotations, self.groups)
        return any(id in kind for kind in kinds)


def things_of(sheet: Sheet) -> Things:
    """All that the documents of a picture hold. The first of one id counts; the reader has seen to there being one."""
    found = Things()
    if sheet.collaboration is not None:
        _add_collaboration(sheet.collaboration, found)
    for process in sheet.processes:
        _add_process(process, found)
    return found


def _add_collaboration(collaboration: Collaboration, found: Things) -> None:
    for pool in collaboration.pools:
        found.pools.setdefault(pool.id, pool)
    for flow in collaboration.message_flows:
        found.lines.setdefault(flow.id, flow)
    _add_artefacts(collaboration, found)


def _add_process(process: Process, found: Things) -> None:
    for path, scope, home in _scopes(process):
        found.scopes[process.id, path] = scope, home
        for node in scope.nodes:
            found.nodes.setdefault(node.id, node)
        for flow in scope.flows:
            found.lines.setdefault(flow.id, flow)
        for part in (*scope.nodes, *scope.flows):
            found.homes.setdefault(part.id, home)
            found.paths.setdefault(part.id, path + part.id)
            found.processes.setdefault(part.id, process)
    for lane in process.lanes:
        found.lanes.setdefault(lane.id, lane)
        found.processes.setdefault(lane.id, process)
    for task in process.global_tasks:
        found.global_tasks.setdefault(task.id, task)
    pieces = {piece.id: piece for piece in process.data}
    for reference in process.data_references:
        found.data.setdefault(reference.id, (pieces.get(reference.data or ""), reference))
        found.homes.setdefault(reference.id, _home(reference.within))
    for piece in process.data:
        found.data.setdefault(piece.id, (piece, None))
    for association in process.data_associations:
        found.lines.setdefault(association.id, association)
        within = association.source if "/" in association.source else association.target
        found.homes.setdefault(association.id, _home(within.rpartition("/")[0]))
    _add_artefacts(process, found)


def _add_artefacts(document: Union[Process, Collaboration], found: Things) -> None:
    kinds: tuple[tuple[tuple[Union[Annotation, Group, Association], ...], Mapping[str, object]], ...] = (
        (document.annotations, found.annotations),
        (document.groups, found.groups),
        (document.associations, found.lines),
    )
    for parts, kind in kinds:
        for part in parts:
            kind.setdefault(part.id, part)  # type: ignore[attr-defined]
            found.homes.setdefault(part.id, _home(part.within))


def _home(within: str | None) -> tuple[str, ...]:
    return tuple(within.split("/")) if within else ()


def _scopes(process: Process) -> Iterator[tuple[str, Union[Process, SubProcess], tuple[str, ...]]]:
    """Each scope with the prefix of its paths and the subprocesses it stands in, itself the last."""
    waiting: list[tuple[str, Union[Process, SubProcess], tuple[str, ...]]] = [("", process, ())]
    while waiting:
        prefix, scope, home = waiting.pop()
        yield prefix, scope, home
        inner = [node for node in scope.nodes if isinstance(node, SubProcess)]
        waiting.extend((f"{prefix}{node.id}/", node, (*home, node.id)) for node in reversed(inner))

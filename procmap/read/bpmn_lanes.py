"""Lanes of a BPMN file, nested as they are, and which elements stand in each."""

from __future__ import annotations

from collections.abc import Sequence

from procmap.model.resource import Lane
from procmap.read import bpmn_notices as say
from procmap.read.bpmn_file import BpmnFile, label_of, note_of
from procmap.read.bpmn_names import ACTIVITIES, FLOW_NODES
from procmap.read.bpmn_scope import Scope
from procmap.ref import Ref
from procmap.source.xml_tree import Tag

__all__ = ["lanes_of"]

_SHOWN = 4


def lanes_of(scopes: Sequence[Scope], file: BpmnFile) -> tuple[Lane, ...]:
    """The lanes of a process, each before those within it; sets ``file.lanes`` for what stands in them.

    The innermost of nested lanes counts. What is within a subprocess stands where the subprocess does, unless a lane
    lists it. Of several lane sets the first that lists an element counts, since each divides the work in its own way.
    """
    found: list[Lane] = []
    listed: dict[Tag, list[Tag]] = {}
    above: dict[Tag, Tag | None] = {}
    sets: dict[Tag, Tag] = {}
    for scope in scopes:
        waiting: list[tuple[Tag, Tag | None, Tag]] = [
            (tag, None, each) for each in reversed(scope.lane_sets) for tag in reversed([*each.of("lane")])
        ]
        while waiting:
            tag, parent, lane_set = waiting.pop()
            id = file.id_of(tag)
            file.place(tag, Ref(scope.key, f"lanes/{id}"))
            above[tag], sets[tag] = parent, lane_set
            outer = file.id_of(parent) if parent is not None else None
            found.append(Lane(id=id, name=label_of(tag), parent=outer, note=note_of(tag)))
            _list(tag, scope, file, listed)
            inner = [lane for each in tag.of("childLaneSet") for lane in each.of("lane")]
            waiting.extend((lane, tag, lane_set) for lane in reversed(inner))
    for tag, lanes in listed.items():
        file.lanes[tag] = _innermost(tag, lanes, above, sets, file)
    if found:
        _inherit(scopes, file)
    return tuple(found)


def _list(lane: Tag, scope: Scope, file: BpmnFile, listed: dict[Tag, list[Tag]]) -> None:
    """What the lane says stands in it."""
    for child in lane.of("flowNodeRef"):
        id = child.text.strip()
        tag = file.refer(child, "flowNodeRef", FLOW_NODES, "node", id) if id else None
        if tag is None:
            continue
        home = file.homes.get(tag)
        if home is None or home.key != scope.key:
            file.say(say.OTHER_PROCESS, child, What=lane, other=tag)
        elif lane not in (lanes := listed.setdefault(tag, [])):
            lanes.append(lane)


def _innermost(
    tag: Tag, lanes: list[Tag], above: dict[Tag, Tag | None], sets: dict[Tag, Tag], file: BpmnFile
) -> tuple[str, ...]:
    """The ids of the lanes that hold an element; several of one set, none within another, are said."""
    if len(lanes) > 1:
        outer: set[Tag] = set()
        for lane in lanes:
            at = above[lane]
            while at is not None:
                outer.add(at)
                at = above[at]
        inner = [lane for lane in lanes if lane not in outer]
        lanes = [lane for lane in inner if sets[lane] is sets[inner[0]]]
    if len(lanes) > 1:
        names = ", ".join(label_of(lane) or file.id_of(lane) for lane in lanes[:_SHOWN])
        more = " …" if len(lanes) > _SHOWN else ""
        file.say(say.TWO_LANES, tag, What=tag, lanes=names + more)
    return tuple(file.id_of(lane) for lane in lanes)


def _inherit(scopes: Sequence[Scope], file: BpmnFile) -> None:
    """Let activities within a subprocess stand in its lanes."""
    for scope in scopes:
        lanes = file.lanes.get(scope.owner)
        if lanes:
            for tag in scope.nodes:
                if tag.name in ACTIVITIES:
                    file.lanes.setdefault(tag, lanes)

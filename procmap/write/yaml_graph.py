"""The elements and flows of one scope, as far as the language can say them, and what the reader implies of itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, NamedTuple

from procmap.model.activity import Node, SubProcess
from procmap.model.event import Event
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway

__all__ = [
    "Graph",
    "Implied",
    "Out",
    "answers_are_ends",
    "has_branches",
    "is_aside",
    "is_bare",
    "is_bare_end",
    "is_bare_start",
    "is_end",
    "is_plain",
    "is_start",
]

Implied = Literal["all", "events", "nothing"]
"""What is left to the reader: all that it makes of itself, all but what ways meet in, or nothing but start and end."""

_RACING = {"timer", "message", "condition", "signal"}


class Out(NamedTuple):
    """A flow with its target, which may be another than its own where a merge is implied."""

    flow: SequenceFlow
    target: str


class Graph:
    """One scope: ``out`` are the ways out of each element, ``entering`` the elements with a flow to it.

    ``races`` are the waits by the gateway before them that their ``unless`` implies; ``racing`` the waits by the other
    events, and ``awaited`` how many events belong below each element.
    """

    def __init__(self, nodes: list[Node], flows: list[SequenceFlow], implied: Implied) -> None:
        self.given = self.nodes = nodes
        self.by_id = {node.id: node for node in nodes}
        self.out: dict[str, list[Out]] = defaultdict(list)
        self.entering: dict[str, list[str]] = defaultdict(list)
        for flow in flows:
            self.out[flow.source].append(Out(flow, flow.target))
            self.entering[flow.target].append(flow.source)
        self._start_first()
        self._split_plain()
        self._close_loose()
        if implied == "all":
            self._undo_merges()
        self.races = dict(self._races()) if implied != "nothing" else {}
        self.racing = {out.target: wait.id for race, wait in self.races.items() for out in self.out[race][1:]}
        below = [node.attached_to for node in self.nodes if isinstance(node, Event) and node.attached_to in self.by_id]
        self.awaited = Counter([*below, *self.racing.values()])
        self.number = {node.id: number for number, node in enumerate(self.nodes)}

    # What the language cannot say as it stands

    def _start_first(self) -> None:
        """A scope begins with a start."""
        first = next((node for node in self.nodes if is_start(node)), None)
        if first is not None and self.nodes[0] is not first:
            self.nodes = [first, *(node for node in self.nodes if node is not first)]

    def _split_plain(self) -> None:
        """Several flows out of what is no gateway leave one behind it: parallel, or inclusive where they have words."""
        nodes: list[Node] = []
        splits: list[Node] = []
        for node in self.nodes:
            if not isinstance(node, Event) or node.attached_to is None:
                nodes += splits
                splits = []
            nodes.append(node)
            outs = self.out[node.id]
            if len(outs) > 1 and not isinstance(node, Gateway):
                splits.append(self._split(node, outs))
        self.nodes = nodes + splits

    def _split(self, node: Node, outs: list[Out]) -> Node:
        worded = any(out.flow.name is not None or out.flow.condition is not None for out in outs)
        split = Gateway(id=self._free(f"{node.id}.split"), kind="inclusive" if worded else "parallel")
        self.by_id[split.id] = split
        self.out[split.id] = outs
        self._link(node.id, split.id)
        return split

    def _close_loose(self) -> None:
        """What leads nowhere leads to the end."""
        loose = [node for node in self.nodes if not self.out[node.id] and _goes_on(node)]
        if not loose:
            return
        end: Node | None = next(filter(is_bare_end, reversed(self.nodes)), None)
        if end is None:
            end = Event(id=self._free("end"), position="end")
            self.nodes.append(end)
            self.by_id[end.id] = end
        for node in loose:
            self._link(node.id, end.id)

    def _link(self, source: str, target: str) -> None:
        flow = SequenceFlow(id=f"{source}.next", source=source, target=target)
        self.out[source] = [Out(flow, target)]
        self.entering[target].append(source)

    def _free(self, id: str) -> str:
        number, free = 2, id
        while free in self.by_id:
            free, number = f"{id}-{number}", number + 1
        return free

    # What the reader implies

    def _undo_merges(self) -> None:
        """The merge that the reader puts before a split which several flows enter."""
        merged: dict[str, str] = {}
        for merge, split in zip(self.nodes, self.nodes[1:], strict=False):
            if not (is_bare(merge, "exclusive") and merge.id == f"{split.id}.merge" and isinstance(split, Gateway)):
                continue
            ways = self.out[merge.id]
            if (
                split.kind in ("parallel", "inclusive")
                and has_branches(split, self.out[split.id])
                and self.entering[split.id] == [merge.id]
                and len(self.entering[merge.id]) > 1
                and len(ways) == 1
                and is_plain(ways[0].flow)
            ):
                merged[merge.id] = split.id
        if merged:
            self.nodes = [node for node in self.nodes if node.id not in merged]
            for id, outs in self.out.items():
                self.out[id] = [Out(out.flow, merged.get(out.target, out.target)) for out in outs]

    def _races(self) -> Iterator[tuple[str, Event]]:
        """The gateways that ``unless`` below a wait implies, each with its wait."""
        for race, wait in zip(self.nodes, self.nodes[1:], strict=False):
            if not (is_bare(race, "event_based") and race.id == f"{wait.id}.race"):
                continue
            outs = self.out[race.id]
            events = [self.by_id.get(out.target) for out in outs]
            if (
                isinstance(wait, Event)
                and wait.position in ("catch", "throw")
                and len(outs) > 1
                and outs[0].target == wait.id
                and all(self.entering[out.target] == [race.id] and is_plain(out.flow) for out in outs)
                and all(isinstance(event, Event) and _can_race(event) for event in events[1:])
            ):
                yield race.id, wait


def is_end(node: Node) -> bool:
    return isinstance(node, Event) and node.position == "end"


def _size(node: Node) -> int:
    return 1 + sum(map(_size, node.nodes)) if isinstance(node, SubProcess) else 1


def is_start(node: Node) -> bool:
    return isinstance(node, Event) and node.position == "start"


def is_aside(node: Node) -> bool:
    """An event subprocess stands beside the flow."""
    return isinstance(node, SubProcess) and node.kind == "event"


def _goes_on(node: Node) -> bool:
    """Whether the reader lets something follow an element, written or not."""
    return not (is_end(node) or is_aside(node) or isinstance(node, Gateway))


def is_bare(node: Node, kind: str) -> bool:
    """Whether nothing but its kind is said of a gateway."""
    return isinstance(node, Gateway) and node.kind == kind and node == Gateway(id=node.id, kind=node.kind)


def is_bare_start(node: Node) -> bool:
    """Whether a start is the one that nobody needs to write."""
    return node == Event(id="start", position="start")


def is_bare_end(node: Node) -> bool:
    """Whether an end has nothing but its id."""
    return node == Event(id=node.id, position="end")


def is_plain(flow: SequenceFlow) -> bool:
    return flow == SequenceFlow(id=flow.id, source=flow.source, target=flow.target)


def has_branches(node: Gateway, outs: list[Out]) -> bool:
    """Whether a gateway's ways out are written as answers."""
    if len(outs) != 1 or node.default is not None:
        return True
    flow = outs[0].flow
    return not is_plain(flow) or flow.id in (f"{node.id}.1", f"{node.id}.else")


def _can_race(event: Event) -> bool:
    """Whether an event can stand below ``unless``, and race with the wait."""
    said = replace(event, triggers=(), name=None, share=None, note=None, provenance=(), all_triggers=False)
    return said == Event(id=event.id, position="catch") and {t.kind for t in event.triggers} <= _RACING


def answers_are_ends(node: Node, outs: list[Out]) -> bool:
    """Behind a subprocess the answers are the names of its ends."""
    if not isinstance(node, SubProcess) or not node.nodes:
        return not is_aside(node)
    ends = [inner for inner in node.nodes if is_end(inner)]
    known_ends = {*(end.id for end in ends), *(str(end.name) for end in ends if end.name is not None)}
    return all(not isinstance(out.flow.name, str) or out.flow.name in known_ends for out in outs)

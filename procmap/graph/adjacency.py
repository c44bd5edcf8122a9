"""Who comes after whom: plain dicts and tuples for each scope, the fast path that checks and verification read.

A scope is a process or one subprocess; ids are local to it and no flow crosses its border, so each is looked at on its
own. A networkx graph of the same is made on request only (``networkx_graph``): building it costs many times as much.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, KeysView, Mapping
from functools import cached_property
from typing import Final, TypeVar

from procmap.model.activity import Activity, CallActivity, Node, SubProcess
from procmap.model.event import Event
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.process import Process

__all__ = ["Scope", "scopes", "spread"]

_T = TypeVar("_T")


class Scope:
    """The adjacency of one scope, by the local ids of its nodes.

    ``prefix`` is what makes a path of a local id: empty for the process, ``beredning/`` inside the subprocess
    ``beredning``. ``nodes`` keeps the order of the document. ``boundary`` holds the events on the border of an
    activity. A flow whose ends are not both in the scope is left out, and is among the ``torn``.
    """

    def __init__(self, owner: Process | SubProcess, prefix: str) -> None:
        nodes = {node.id: node for node in owner.nodes}
        incoming: dict[str, list[SequenceFlow]] = {}
        outgoing: dict[str, list[SequenceFlow]] = {}
        torn: list[SequenceFlow] = []
        for flow in owner.flows:
            source, target = flow.source, flow.target
            if source in nodes and target in nodes:
                _add(outgoing, source, flow)
                _add(incoming, target, flow)
            else:
                torn.append(flow)
        boundary: dict[str, list[Event]] = {}
        for node in owner.nodes:
            if isinstance(node, Event) and node.attached_to in nodes:
                boundary.setdefault(str(node.attached_to), []).append(node)
        self.owner: Final = owner
        self.prefix: Final = prefix
        self.nodes: Final[Mapping[str, Node]] = nodes
        self.incoming: Final = _frozen(incoming)
        self.outgoing: Final = _frozen(outgoing)
        self.boundary: Final = _frozen(boundary)
        self.torn: Final = tuple(torn)

    @cached_property
    def links(self) -> Mapping[str, tuple[str, ...]]:
        """From a throwing link event to the catching one of its name, which BPMN treats as one flow.

        The standard allows one target (10.5.4); of several the first is taken, so that the cost grows with the events.
        """
        catching: dict[str, list[str]] = {}
        throwing: list[tuple[str, str]] = []
        for node in self.nodes.values():
            if isinstance(node, Event) and (name := _link(node)) is not None:
                if node.position == "catch":
                    catching.setdefault(name, []).append(node.id)
                else:
                    throwing.append((node.id, name))
        return {id: tuple(catching[name][:1]) for id, name in throwing if name in catching}

    @cached_property
    def starts(self) -> tuple[str, ...]:
        """The start events."""
        return tuple(id for id, node in self.nodes.items() if isinstance(node, Event) and node.position == "start")

    @cached_property
    def ends(self) -> tuple[str, ...]:
        """The end events."""
        return tuple(id for id, node in self.nodes.items() if isinstance(node, Event) and node.position == "end")

    @cached_property
    def entries(self) -> tuple[str, ...]:
        """Where a case begins: each start event on its own; without any, all nodes that nothing flows into.

        What a process begins with (instantiate) does so beside start events, too. In an ad hoc subprocess everything
        that nothing flows into may begin.
        """
        linked = {target for targets in self.links.values() for target in targets}
        loose = [
            id
            for id, node in self.nodes.items()
            if id not in self.incoming and id not in linked and not _attached(node) and not _on_its_own(node)
        ]
        if self.starts and not (isinstance(self.owner, SubProcess) and self.owner.kind == "ad_hoc"):
            return (*self.starts, *(id for id in loose if getattr(self.nodes[id], "instantiates", False)))
        return tuple(loose)

    @cached_property
    def apart(self) -> KeysView[str]:
        """What is entered on its own while the scope runs: event subprocesses and work that undoes (compensation)."""
        return dict.fromkeys(id for id, node in self.nodes.items() if _on_its_own(node)).keys()

    @cached_property
    def conditional(self) -> tuple[SequenceFlow, ...]:
        """The flows that are followed on a condition."""
        return tuple(flow for flows in self.outgoing.values() for flow in flows if flow.condition is not None)

    @cached_property
    def is_in_one_place(self) -> bool:
        """Whether one thing happens after the other: nothing is done side by side, and nothing has an inside."""
        if self.links or self.apart or not (self.starts or len(self.entries) == 1):
            return False
        for id, node in self.nodes.items():
            if isinstance(node, Gateway):
                if node.kind not in ("exclusive", "event_based"):
                    return False
            elif len(self.outgoing.get(id, ())) > 1 or isinstance(node, (SubProcess, CallActivity)):
                return False
            if isinstance(node, Event) and node.position == "boundary" and not node.interrupting:
                return False
        return True

    def after(self, id: str) -> tuple[str, ...]:
        """The nodes that may come right after one: along its flows, its links, and the events on its border."""
        return self._after.get(id, ())

    @cached_property
    def _after(self) -> Mapping[str, tuple[str, ...]]:
        after = {id: tuple([flow.target for flow in flows]) for id, flows in self.outgoing.items()}
        for id, targets in self.links.items():
            after[id] = (*after.get(id, ()), *targets)
        for id, events in self.boundary.items():
            after[id] = (*after.get(id, ()), *(event.id for event in events))
        return after

    @cached_property
    def _before(self) -> Mapping[str, tuple[str, ...]]:
        before: dict[str, list[str]] = {}
        after = self._after
        for id in self.nodes:
            for target in after.get(id, ()):
                _add(before, target, id)
        return _frozen(before)

    def before(self, id: str) -> tuple[str, ...]:
        """The nodes that may come right before one, in the order of the document; a boundary event has its host."""
        return self._before.get(id, ())

    @cached_property
    def torn_ends(self) -> frozenset[str]:
        """The ids that torn flows name as their ends, and of nodes that they may have been meant for."""
        ends = {end for flow in self.torn for end in (flow.source, flow.target)}
        if any(flow.target not in self.nodes for flow in self.torn):
            ends.update(id for id in self.nodes if id not in self.incoming)
        if any(flow.source not in self.nodes for flow in self.torn):
            ends.update(id for id in self.nodes if id not in self.outgoing)
        return frozenset(ends)

    def leaves(self, id: str) -> bool:
        """Whether a case can be finished here: an end event, or a node that nothing flows out of."""
        return not self.outgoing.get(id) and not self.links.get(id)

    @cached_property
    def reachable(self) -> frozenset[str]:
        """Everything that a case can come to, if every answer and every event is possible."""
        return _all_from((*self.entries, *self.apart), self._after)

    @cached_property
    def finishing(self) -> frozenset[str]:
        """Everything from which a case can come to where it is finished."""
        return _all_from((id for id in self.nodes if self.leaves(id)), self._before)


def scopes(process: Process) -> tuple[Scope, ...]:
    """The process and each subprocess with something inside, outermost first, in the order of the document."""
    found: list[Scope] = []
    waiting: deque[tuple[Process | SubProcess, str]] = deque([(process, "")])
    while waiting:
        owner, prefix = waiting.popleft()
        found.append(Scope(owner, prefix))
        waiting.extend(
            (node, f"{prefix}{node.id}/")
            for node in owner.nodes
            if isinstance(node, SubProcess) and (node.nodes or node.flows)
        )
    return tuple(found)


def spread(first: Iterable[str], after: Callable[[str], Iterable[str]]) -> Iterator[str]:
    """Everything that can be come to from the first ones, themselves included, nearest first, as far as one asks."""
    waiting = deque(dict.fromkeys(first))
    seen = set(waiting)
    while waiting:
        here = waiting.popleft()
        yield here
        for id in after(here):
            if id not in seen:
                seen.add(id)
                waiting.append(id)


def _all_from(first: Iterable[str], towards: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """What ``spread`` comes to, in no order, which is found faster."""
    seen = set(first)
    waiting = list(seen)
    while waiting:
        for id in towards.get(waiting.pop(), ()):
            if id not in seen:
                seen.add(id)
                waiting.append(id)
    return frozenset(seen)


def _add(lists: dict[str, list[_T]], id: str, item: _T) -> None:
    at = lists.get(id)
    if at is None:
        lists[id] = [item]
    else:
        at.append(item)


def _frozen(lists: Mapping[str, list[_T]]) -> Mapping[str, tuple[_T, ...]]:
    return {id: tuple(items) for id, items in lists.items()}


def _attached(node: Node) -> bool:
    return isinstance(node, Event) and node.position == "boundary"


def _on_its_own(node: Node) -> bool:
    return isinstance(node, Activity) and (
        node.for_compensation or (isinstance(node, SubProcess) and node.kind == "event")
    )


def _link(event: Event) -> str | None:
    """The name of a link event, which stands in for a flow; None for other events."""
    for trigger in event.triggers:
        if trigger.kind == "link":
            return trigger.what if isinstance(trigger.what, str) else str(event.name or event.id)
    return None

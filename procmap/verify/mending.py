"""Small changes of a flow, to see whether they mend it: a process as it would be, which nobody is shown."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from procmap.model.activity import SubProcess
from procmap.model.event import Event, Trigger
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway, GatewayKind
from procmap.model.process import Process

__all__ = [
    "NEW",
    "Change",
    "apart",
    "as_kind",
    "changed",
    "interrupting",
    "joined_on_the_way",
    "led",
    "met_before",
    "terminating",
]

NEW = "+"
"""What the id of an element that a change adds begins with."""

Change = Callable[[Process | SubProcess], Process | SubProcess]


def changed(process: Process, prefix: str, change: Change) -> Process:
    """The process with one scope changed, told by the prefix of its paths: ``""`` or ``beredning/``."""
    found = _within(process, [id for id in prefix.split("/") if id], change)
    assert isinstance(found, Process)
    return found


def _within(owner: Process | SubProcess, path: list[str], change: Change) -> Process | SubProcess:
    if not path:
        return change(owner)
    nodes = tuple(
        _within(node, path[1:], change) if node.id == path[0] and isinstance(node, SubProcess) else node
        for node in owner.nodes
    )
    return replace(owner, nodes=nodes)  # type: ignore[arg-type]


def as_kind(id: str, kind: GatewayKind) -> Change:
    """A gateway of another kind; behind what is no gateway, one of that kind."""

    def change(owner: Process | SubProcess) -> Process | SubProcess:
        node = next(node for node in owner.nodes if node.id == id)
        if isinstance(node, Gateway):
            return _with(owner, id, kind=kind, default=None)
        added = Gateway(id=NEW + id, kind=kind)
        flows = [replace(f, source=added.id, condition=None) if f.source == id else f for f in owner.flows]
        return _more(owner, [added], [*flows, SequenceFlow(id=NEW + NEW + id, source=id, target=added.id)])

    return change


def met_before(id: str, kind: GatewayKind, flows: Collection[str]) -> Change:
    """A gateway before a node, where some of the flows into it meet."""

    def change(owner: Process | SubProcess) -> Process | SubProcess:
        added = Gateway(id=NEW + id, kind=kind)
        kept = [replace(flow, target=added.id) if flow.id in flows else flow for flow in owner.flows]
        return _more(owner, [added], [*kept, SequenceFlow(id=NEW + NEW + id, source=added.id, target=id)])

    return change


def joined_on_the_way(flows: Collection[str], other: str) -> Change:
    """Some flows lead into another, by a gateway that does not wait."""

    def change(owner: Process | SubProcess) -> Process | SubProcess:
        into = next(flow for flow in owner.flows if flow.id == other)
        added = Gateway(id=NEW + other, kind="exclusive")
        kept = [replace(flow, target=added.id) if flow.id in (*flows, other) else flow for flow in owner.flows]
        return _more(owner, [added], [*kept, SequenceFlow(id=NEW + NEW + other, source=added.id, target=into.target)])

    return change


def apart(flows: Collection[str]) -> Change:
    """Some flows lead to an end of their own, each."""

    def change(owner: Process | SubProcess) -> Process | SubProcess:
        ends = [Event(id=NEW + flow, position="end") for flow in flows]
        kept = [replace(flow, target=NEW + flow.id) if flow.id in flows else flow for flow in owner.flows]
        return _more(owner, ends, kept)

    return change


def led(flow: str, target: str) -> Change:
    """A flow leads elsewhere."""
    return lambda owner: replace(
        owner, flows=tuple(replace(each, target=target) if each.id == flow else each for each in owner.flows)
    )


def interrupting(id: str) -> Change:
    """An event at the border interrupts."""
    return lambda owner: _with(owner, id, interrupting=True)


def terminating(id: str) -> Change:
    """An end stops everything in its scope; what is no end leads to one that does."""
    stop = (Trigger(kind="terminate"),)

    def change(owner: Process | SubProcess) -> Process | SubProcess:
        node = next(node for node in owner.nodes if node.id == id)
        if isinstance(node, Event) and node.position == "end":
            return _with(owner, id, triggers=stop)
        end = Event(id=NEW + id, position="end", triggers=stop)
        return _more(owner, [end], [*owner.flows, SequenceFlow(id=NEW + NEW + id, source=id, target=end.id)])

    return change


def _with(owner: Process | SubProcess, id: str, **changes: object) -> Process | SubProcess:
    nodes = tuple(replace(node, **changes) if node.id == id else node for node in owner.nodes)  # type: ignore[arg-type]
    return replace(owner, nodes=nodes)


def _more(
    owner: Process | SubProcess, nodes: list[Gateway] | list[Event], flows: list[SequenceFlow]
) -> Process | SubProcess:
    """With more nodes and other flows; an end that nothing leads to any more is left out."""
    lost = {flow.target for flow in owner.flows} - {flow.target for flow in flows}
    kept = [node for node in owner.nodes if node.id not in lost]
    return replace(owner, nodes=(*kept, *nodes), flows=tuple(flows))

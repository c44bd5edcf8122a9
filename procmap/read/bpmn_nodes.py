"""The elements of the flow: activities, events and gateways of a BPMN file as those of the model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from procmap.model.activity import CallActivity, Loop, Node, SubProcess, SubProcessKind, Task
from procmap.model.gateway import Direction, Gateway
from procmap.read.bpmn_events import event
from procmap.read.bpmn_file import BpmnFile, label_of, note_of
from procmap.read.bpmn_flows import default_of
from procmap.read.bpmn_names import EVENTS, GATEWAYS, GLOBAL_TASKS, TASKS
from procmap.read.bpmn_scope import Scope
from procmap.read.bpmn_values import truth
from procmap.source.xml_tree import Tag

__all__ = ["make_nodes"]

_SUBPROCESSES: dict[str, SubProcessKind] = {"transaction": "transaction", "adHocSubProcess": "ad_hoc"}
_DIRECTIONS: dict[str | None, Direction] = {
    "Converging": "converging",
    "Diverging": "diverging",
    "Mixed": "mixed",
}


def make_nodes(scopes: Sequence[Scope], file: BpmnFile) -> None:
    """Make the elements of all scopes of a process, the innermost first, since those around hold them."""
    inside = {scope.owner: scope for scope in scopes}
    for scope in reversed(scopes):
        scope.made_nodes = tuple(_node(tag, file, inside) for tag in scope.nodes)


def _node(tag: Tag, file: BpmnFile, inside: Mapping[Tag, Scope]) -> Node:
    common: dict[str, Any] = {"id": file.id_of(tag), "name": label_of(tag), "note": note_of(tag)}
    lanes = file.lanes.get(tag)
    if lanes:
        common["lane"] = lanes[0]
        if len(lanes) > 1:
            common["together_with"] = lanes[1:]
    reads, writes = file.touched.get(tag, ((), ()))
    if reads:
        common["reads"] = reads
    if tag.name in EVENTS:
        return event(tag, common, file)
    if tag.name in GATEWAYS:
        return _gateway(tag, common, file)
    if writes:
        common["writes"] = writes
    return _activity(tag, common, file, inside)


def _gateway(tag: Tag, common: dict[str, Any], file: BpmnFile) -> Gateway:
    attributes = tag.attributes
    return Gateway(
        **common,
        kind=GATEWAYS[tag.name],
        default=default_of(tag, file),
        direction=_DIRECTIONS.get(attributes.get("gatewayDirection")),
        instantiates=truth(tag, "instantiate") is True,
        all_events=attributes.get("eventGatewayType") == "Parallel",
    )


def _activity(tag: Tag, common: dict[str, Any], file: BpmnFile, inside: Mapping[Tag, Scope]) -> Node:
    common["default"] = default_of(tag, file)
    common["loop"] = _loop(tag)
    common["for_compensation"] = truth(tag, "isForCompensation") is True
    if tag.name == "callActivity":
        return CallActivity(**common, calls=_called(tag, file))
    if tag.name in TASKS:
        if tag.name == "sendTask" and (message := file.use(tag, "messageRef", "message")):
            common["sends"] = (message,)
        elif tag.name == "receiveTask":
            common["message"] = file.use(tag, "messageRef", "message")
        return Task(**common, type=TASKS[tag.name], instantiates=truth(tag, "instantiate") is True)
    kind = _SUBPROCESSES.get(tag.name, "embedded")
    if truth(tag, "triggeredByEvent"):
        kind = "event"
    scope = inside[tag]
    return SubProcess(**common, kind=kind, nodes=scope.made_nodes, flows=tuple(scope.made_flows))


def _loop(tag: Tag) -> Loop | None:
    for child in tag.children:
        if child.name == "standardLoopCharacteristics":
            return "standard"
        if child.name == "multiInstanceLoopCharacteristics":
            return "sequential" if truth(child, "isSequential") else "parallel"
    return None


def _called(tag: Tag, file: BpmnFile) -> str | None:
    """The id of what a call activity calls: in this file, or as it is written where that is in another."""
    written = tag.get("calledElement")
    if written is None:
        return None
    callable = ("process", *GLOBAL_TASKS)
    found = file.find(written, callable)
    if found is None:
        if file.find(written, file.elements) is not None:
            file.refer(tag, "calledElement", callable, "process")
        return written if written.startswith(("http:", "$", "#")) else written.rpartition(":")[2]
    if found.name == "process":
        return file.documents.get(found)
    file.used.setdefault(found, {})[file.document(tag)] = None
    return file.id_of(found)

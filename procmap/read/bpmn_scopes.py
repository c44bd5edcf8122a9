"""The scopes of a process: itself and each subprocess, with what stands right inside."""

from __future__ import annotations

from procmap.read.bpmn_file import BpmnFile
from procmap.read.bpmn_names import ARTEFACTS, DATA, FLOW_NODES, SUBPROCESSES
from procmap.read.bpmn_scope import Scope
from procmap.ref import Ref
from procmap.source.xml_tree import Tag

__all__ = ["scopes_in"]

_SORTS: dict[str, str] = {
    "laneSet": "lane_sets",
    **dict.fromkeys(DATA, "data"),
    **dict.fromkeys(ARTEFACTS, "artefacts"),
}


def scopes_in(process: Tag, key: str, file: BpmnFile) -> list[Scope]:
    """The process and all its subprocesses, each before those inside it; the elements get their Refs."""
    found: list[Scope] = []
    waiting = [(process, "")]
    while waiting:
        owner, prefix = waiting.pop()
        scope = Scope(key, owner, prefix)
        found.append(scope)
        inner: list[tuple[Tag, str]] = []
        for tag in owner.children:
            name = tag.name
            if name in FLOW_NODES:
                path = prefix + file.id_of(tag)
                scope.nodes.append(tag)
                file.homes[tag] = scope
                file.place(tag, Ref(key, path))
                if name in SUBPROCESSES:
                    inner.append((tag, f"{path}/"))
            elif name == "sequenceFlow":
                scope.flows.append(tag)
                file.place(tag, Ref(key, prefix + file.id_of(tag)))
            elif (sort := _SORTS.get(name)) is not None:
                getattr(scope, sort).append(tag)
        waiting.extend(reversed(inner))
    return found

"""Every part of a document that has an id of its own, by where it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, Union

from procmap.model.activity import SubProcess
from procmap.model.catalogue import Catalogue
from procmap.model.collaboration import Collaboration
from procmap.model.journey import Journey, Phase
from procmap.model.part import Part
from procmap.model.process import Process

__all__ = ["CONTAINERS", "Key", "Owner", "inventory"]

Owner = Union[Process, SubProcess]

CONTAINERS: dict[type[Part], tuple[str, ...]] = {
    Process: (
        *("lanes", "systems", "data", "rules", "messages", "deadlines", "signals", "data_references"),
        *("data_associations", "global_tasks", "annotations", "groups", "associations", "nodes", "flows"),
    ),
    SubProcess: ("nodes", "flows"),
    Journey: ("personas", "evidence", "phases"),
    Phase: ("steps",),
    Collaboration: ("pools", "messages", "message_flows", "annotations", "groups", "associations"),
    Catalogue: ("lanes", "systems", "data", "rules", "personas", "evidence"),
}
"""The attributes that hold parts with ids of their own."""


class Key(NamedTuple):
    """Where a part is: an entry of a section (``rules/x``), an element or a flow, each by its path of ids.

    The sort stands beside the path, since a step may be called as a section is, or as a flow.
    """

    sort: Literal["entry", "element", "flow"]
    path: str

    @property
    def id(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]

    @property
    def scope(self) -> str:
        """What stands before the id in the path, ``""`` for the outermost scope."""
        return self.path[: self.path.rfind("/") + 1]


def inventory(document: Part) -> dict[Key, Part]:
    """Every part by where it is: the sections, then the elements as they stand, each before the flows that leave it."""
    return dict(_parts(document))


def _parts(document: Part) -> Iterator[tuple[Key, Part]]:
    for section in CONTAINERS.get(type(document), ()):
        if section not in ("nodes", "flows"):
            for part in getattr(document, section):
                yield Key("entry", f"{section}/{part.id}"), part
                for step in part.steps if isinstance(part, Phase) else ():
                    yield Key("element", step.id), step
    if isinstance(document, Process):
        yield from _scope(document, "")


def _scope(owner: Owner, prefix: str) -> Iterator[tuple[Key, Part]]:
    leaving: dict[str, list[tuple[Key, Part]]] = {}
    for flow in owner.flows:
        leaving.setdefault(flow.source, []).append((Key("flow", prefix + flow.id), flow))
    for node in owner.nodes:
        yield Key("element", prefix + node.id), node
        if isinstance(node, SubProcess):
            yield from _scope(node, f"{prefix}{node.id}/")
        yield from leaving.pop(node.id, ())
    for loose in leaving.values():
        yield from loose

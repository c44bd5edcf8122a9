"""One scope of a BPMN process while it is read: the process itself or a subprocess, with what stands right inside."""

from __future__ import annotations

from procmap.model.activity import Node
from procmap.model.flow import SequenceFlow
from procmap.source.xml_tree import Tag

__all__ = ["Scope"]


class Scope:
    """One scope: its document's key, the path of its elements as a prefix, and its tags by sort.

    ``made_nodes`` and ``made_flows`` are filled when the elements are read, innermost scope first.
    """

    __slots__ = (
        *("artefacts", "data", "flows", "key", "lane_sets", "made_flows", "made_nodes", "nodes", "owner", "prefix"),
    )

    def __init__(self, key: str, owner: Tag, prefix: str) -> None:
        self.key = key
        self.owner = owner
        self.prefix = prefix
        self.nodes: list[Tag] = []
        self.flows: list[Tag] = []
        self.lane_sets: list[Tag] = []
        self.data: list[Tag] = []
        self.artefacts: list[Tag] = []
        self.made_nodes: tuple[Node, ...] = ()
        self.made_flows: list[SequenceFlow] = []

    @property
    def within(self) -> str | None:
        """The path of the subprocess, None for the process itself."""
        return self.prefix[:-1] or None

"""Messages between pools that meet nobody: sent and not received, or waited for and not sent."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.model.activity import Activity
from procmap.model.collaboration import Collaboration
from procmap.model.event import Event
from procmap.model.knowledge import known
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap, nodes_within
from procmap.ref import Ref

__all__ = ["unreceived", "unsent"]


def unreceived(map: ProcessMap) -> Iterator[Ref]:
    """Every element of a pool that sends what no other pool receives."""
    for collaboration, pool, process in _pools(map):
        met = {flow.source for flow in collaboration.message_flows}
        for path, node in nodes_within(process):
            sends = known(node.sends) if isinstance(node, Activity) else None
            if sends and f"{pool}/{path}" not in met:
                yield Ref(process.id, path)


def unsent(map: ProcessMap) -> Iterator[Ref]:
    """Every element of a pool that waits for what no other pool sends."""
    for collaboration, pool, process in _pools(map):
        met = {flow.target for flow in collaboration.message_flows}
        for path, node in nodes_within(process):
            if isinstance(node, Activity):
                waits = known(node.message) is not None
            else:
                waits = (
                    isinstance(node, Event)
                    and node.position in ("start", "catch", "boundary")
                    and any(trigger.kind == "message" and known(trigger.what) for trigger in node.triggers)
                )
            if waits and f"{pool}/{path}" not in met:
                yield Ref(process.id, path)


def _pools(map: ProcessMap) -> Iterator[tuple[Collaboration, str, Process]]:
    processes = {process.id: process for process in map.processes}
    for collaboration in map.collaborations:
        for pool in collaboration.pools:
            process = processes.get(known(pool.process) or "")
            if process is not None:
                yield collaboration, pool.id, process

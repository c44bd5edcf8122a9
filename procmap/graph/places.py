"""In which lane each element stands.

Activities say it themselves. Gateways and events often do not: they stand where the element before them stands, and
what has nothing before it (a start) where the next one does. Pictures and handovers need the answer for all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Union

from procmap.graph.adjacency import Scope, scopes
from procmap.model.activity import Activity, Node, SubProcess, Task
from procmap.model.process import Process
from procmap.model.process_map import nodes_within

__all__ = ["places"]

Places = dict[str, Union[str, None]]


def places(process: Process) -> Places:
    """The id of the lane of every element, by the path of its ids; None where it is not known.

    The element before is the nearest one above it in the document that leads to it; where all that lead to it stand
    below it, the first of those. A subprocess that has no lane of its own stands where its first element stands.
    """
    found: Places = {}
    for scope in reversed(scopes(process)):
        settled = _settle(scope, found)
        found.update((scope.prefix + id, settled.get(id)) for id in scope.nodes)
    return {path: found[path] for path, _ in nodes_within(process)}


def _settle(scope: Scope, inside: Mapping[str, str | None]) -> Places:
    """The lanes of one scope by local id, when those inside its subprocesses are known."""
    settled: Places = {}
    open_ones: list[str] = []
    order = {id: number for number, id in enumerate(scope.nodes)}
    for id, node in scope.nodes.items():
        if _says_itself(node):
            settled[id] = _own(node, scope.prefix, inside)
    for id in scope.nodes:
        if id not in settled:
            above = [before for before in scope.before(id) if before in settled and order[before] < order[id]]
            if above:
                settled[id] = settled[max(above, key=order.__getitem__)]
            else:
                open_ones.append(id)
    if open_ones:
        _carry(settled, scope.after)
        _carry(settled, scope.before)
    return settled


def _carry(settled: Places, towards: Callable[[str], Iterable[str]]) -> None:
    """Let every element that has no lane yet take that of its nearest neighbour."""
    waiting = list(settled)
    for id in waiting:
        for next_one in towards(id):
            if next_one not in settled:
                settled[next_one] = settled[id]
                waiting.append(next_one)


def _says_itself(node: Node) -> bool:
    """A step that only waits is nobody's work: it stands where the element before it stands, as an event does."""
    waits = isinstance(node, Task) and node.waits_for is not None
    return (isinstance(node, Activity) and not waits) or node.lane is not None


def _own(node: Node, prefix: str, inside: Mapping[str, str | None]) -> str | None:
    if isinstance(node.lane, str):
        return node.lane
    if node.lane is None and isinstance(node, SubProcess) and node.nodes:
        return inside.get(f"{prefix}{node.id}/{node.nodes[0].id}")
    return None

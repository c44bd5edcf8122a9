"""The flow as a networkx graph, for everybody who wants to ask their own questions of it.

A MultiDiGraph keyed by flow id, since a DiGraph would merge two flows between the same nodes in silence, and that is
exactly what somebody may want to see. It is frozen: the model is what is true, the graph a view of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from procmap.graph.adjacency import scopes
from procmap.model.process import Process

if TYPE_CHECKING:
    import networkx

__all__ = ["networkx_graph"]


def networkx_graph(process: Process) -> networkx.MultiDiGraph[str]:
    """The process with everything inside its subprocesses, as a frozen ``networkx.MultiDiGraph``.

    * A node is the path of ids of an element, ``registrera`` or ``beredning/granska``; its data are ``node`` (the
      element of the model) and ``scope`` (the path of the subprocess it stands in, ``""`` for the process itself).
    * An edge is a sequence flow, keyed by the path of its id; its data is ``flow`` (the SequenceFlow of the model).
    * There is no edge between a subprocess and what is inside it, nor between an activity and the events on its border:
      neither is a sequence flow. ``data["node"].attached_to`` names the activity.
    * ``graph.graph["process"]`` is the process.

    Nodes and edges stand in the order of the document, outermost scope first. A flow whose ends do not exist is left
    out. Changing the graph raises ``networkx.NetworkXError``; ``networkx.MultiDiGraph(graph)`` is a copy to change.
    """
    import networkx

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(process=process)
    for scope in scopes(process):
        inside = scope.prefix.removesuffix("/")
        graph.add_nodes_from((scope.prefix + id, {"node": node, "scope": inside}) for id, node in scope.nodes.items())
        for id in scope.nodes:
            for flow in scope.outgoing.get(id, ()):
                graph.add_edge(scope.prefix + id, scope.prefix + flow.target, key=scope.prefix + flow.id, flow=flow)
    networkx.freeze(graph)
    return graph

"""The two doors that lead back from the model to what is built on it, opened only when somebody walks through.

Everything else in procmap imports from left to right; these two exist because a user expects them on the object itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx

    from procmap.model.process import Process

__all__ = ["mimebundle", "to_networkx"]


def to_networkx(process: Process) -> networkx.MultiDiGraph[str]:
    """See ``procmap.graph.networkx_graph``."""
    from procmap.graph.networkx_graph import networkx_graph

    return networkx_graph(process)


def mimebundle(process: Process, include: Any, exclude: Any) -> dict[str, str]:
    """The flow picture as SVG with its words as plain text; ``include`` and ``exclude`` are sets of MIME types."""
    from procmap.draw.notebook import mimebundle as draw

    return draw(process, include, exclude)

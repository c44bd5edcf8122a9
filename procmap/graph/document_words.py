"""What to call a process or a collaboration that has no name: never by an id, which in BPMN a tool has made."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from procmap.graph.labels import quoted
from procmap.graph.pools import pool_names
from procmap.graph.run_words import listed
from procmap.model.collaboration import Collaboration
from procmap.model.event import Event
from procmap.model.label import Label, Translated
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap
from procmap.text import Text

__all__ = ["collaboration_called", "process_called"]

_PROCESS = Text("processen", "the process")
_BEGINS = Text("processen som börjar med {start}", "the process that begins with {start}")
_HOLDS = Text("processen med {step}", "the process with {step}")
_COLLABORATION = Text("samverkan", "the collaboration")
_BETWEEN = Text("samverkan mellan {pools}", "the collaboration of {pools}")


def process_called(process: Process, map: ProcessMap, pools: Mapping[str, Label] | None = None) -> Text:
    """Its name or that of its pool in quotation marks; else *processen*, where there is one, or what it begins with.

    ``pools`` are the names of the pools (``pool_names``), where somebody has them already.
    """
    name: object = process.name
    if not isinstance(name, (str, Translated)):
        name = (pool_names(map) if pools is None else pools).get(process.id)
    if isinstance(name, (str, Translated)):
        return quoted(name)
    if len(map.processes) < 2:
        return _PROCESS
    starts = (node for node in process.nodes if isinstance(node, Event) and node.position == "start")
    for node in chain(starts, process.nodes):
        if (called := _label(node.name)) is not None:
            is_start = isinstance(node, Event) and node.position == "start"
            return (_BEGINS if is_start else _HOLDS).fill(**{"start" if is_start else "step": quoted(called)})
    return _PROCESS


def collaboration_called(collaboration: Collaboration) -> Text:
    """Its name in quotation marks, or whose collaboration it is."""
    if (name := _label(collaboration.name)) is not None:
        return quoted(name)
    pools = [quoted(name) for pool in collaboration.pools if (name := _label(pool.name)) is not None]
    return _BETWEEN.fill(pools=listed(pools)) if len(pools) > 1 else _COLLABORATION


def _label(name: object) -> Label | None:
    return name if isinstance(name, (str, Translated)) and str(name) else None

"""What the pools of processes are called: who does the work of a process that has no lanes.

BPMN writes the name with the pool and often leaves the process without one; so it is the process's name too.
"""

from __future__ import annotations

from procmap.model.knowledge import known
from procmap.model.label import Label, Translated
from procmap.model.process_map import ProcessMap

__all__ = ["pool_names"]


def pool_names(map: ProcessMap) -> dict[str, Label]:
    """The name of the pool that shows each process, by the id of the process; the first that has a name."""
    names: dict[str, Label] = {}
    for collaboration in map.collaborations:
        for pool in collaboration.pools:
            process = known(pool.process)
            if process is not None and isinstance(pool.name, (str, Translated)):
                names.setdefault(process, pool.name)
    return names

"""The pools of processes: what they are called, and which processes are written with them.

BPMN writes the name with the pool and often leaves the process without one; so it is the process's name too, and that
of who does the work of a process that has no lanes.
"""

from __future__ import annotations

from collections.abc import Mapping

from procmap.model.collaboration import Collaboration
from procmap.model.knowledge import known
from procmap.model.label import Label, Translated
from procmap.model.process_map import ProcessMap
from procmap.source.source import Source
from procmap.source.xml_start import looks_like_xml

__all__ = ["has_work", "pool_names", "work_within"]


def pool_names(map: ProcessMap) -> dict[str, Label]:
    """The name of the pool that shows each process, by the id of the process; the first that has a name."""
    names: dict[str, Label] = {}
    for collaboration in map.collaborations:
        for pool in collaboration.pools:
            process = known(pool.process)
            if process is not None and isinstance(pool.name, (str, Translated)):
                names.setdefault(process, pool.name)
    return names


def work_within(collaboration: Collaboration, map: ProcessMap, sources: Mapping[str, Source]) -> list[str]:
    """The ids of the processes that are no documents of their own: the work in a pool is written as the pool's own.

    That is so where it stands in the pool (``flow``), and in a file of BPMN for all that its pools show.
    """
    there = {process.id for process in map.processes}
    found = dict.fromkeys(id for pool in collaboration.pools if (id := known(pool.process)) in there)
    own = {f"{collaboration.id}.{pool.id}" for pool in collaboration.pools}
    source = sources.get(collaboration.id)
    if source is not None and looks_like_xml(source.data[:200]):
        own |= {id for id in found if (file := sources.get(id)) is not None and file.path == source.path}
    return [id for id in found if id in own]


def has_work(collaboration: Collaboration, map: ProcessMap) -> bool:
    """Whether the work in any of its pools is described."""
    there = {process.id for process in map.processes}
    return any(known(pool.process) in there for pool in collaboration.pools)

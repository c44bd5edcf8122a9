"""The ways to faults in a picture of several processes: each by itself first, then all of them together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from procmap.draw.trace import Trail, trail_of
from procmap.graph.document_words import process_called
from procmap.graph.soundness_words import Account, capital
from procmap.model.collaboration import Collaboration
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap
from procmap.text import Language
from procmap.verify.verify import verify

__all__ = ["trails_of"]


def trails_of(
    processes: Sequence[Process], collaboration: Collaboration | None, map: ProcessMap, language: Language
) -> Mapping[str, Trail]:
    """The way to the fault of each process that has one; where none has, to that of the pools together."""
    proofs = {process.id: verify(process, map=map) for process in processes}
    alone = len(processes) == 1
    trails = {
        process.id: trail_of(Account(process, proofs[process.id], map), language, alone=alone) for process in processes
    }
    faulty = {id: trail for id, trail in trails.items() if proofs[id].verdict != "sound"}
    if not faulty:
        return _joint(processes, collaboration, map, language) or dict([*trails.items()][:1])
    if len(processes) < 2:
        return faulty
    names = {process.id: capital(process_called(process, map))(language) for process in processes}
    return {id: replace(trail, says=f"{names[id]}: {trail.says}") for id, trail in faulty.items()}


def _joint(
    processes: Sequence[Process], collaboration: Collaboration | None, map: ProcessMap, language: Language
) -> Mapping[str, Trail]:
    """The way to where the pools do not get any further together; nothing where they do not talk."""
    from procmap.draw.joint_trace import joint_trails
    from procmap.graph.together import Together, is_joint

    if collaboration is None or len(processes) < 2 or not is_joint(collaboration, map):
        return {}
    return joint_trails(Together(collaboration, verify(collaboration, map=map), map), language)

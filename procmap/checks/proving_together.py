"""The proofs of pools together that checks ask for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from procmap.graph.view import View
from procmap.model.knowledge import known

if TYPE_CHECKING:
    from procmap.graph.together import Together

__all__ = ["meetings"]


def meetings(view: View) -> Iterator[Together]:
    """Each collaboration whose pools talk to each other, with what is proved of them together.

    Only where each pool can finish by itself: else what is wrong there is said of that pool, and shows here as well.
    Where one of those who take part stands for several, how many send and wait is not known, and nothing is said.
    """
    collaborations = [each for each in view.map.collaborations if each.message_flows]
    if not collaborations:
        return
    from procmap.graph.together import is_joint

    processes = {process.id: process for process in view.processes}
    for collaboration in collaborations:
        if not is_joint(collaboration, view.map) or any(pool.several for pool in collaboration.pools):
            continue
        ids = dict.fromkeys(known(pool.process) for pool in collaboration.pools)
        alone = [view.soundness(processes[id]) for id in ids if id in processes]
        if any(account is None or account.proven.verdict != "sound" for account in alone):
            continue
        if (together := view.together(collaboration)) is not None:
            yield together

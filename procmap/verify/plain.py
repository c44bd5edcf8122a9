"""The flow as it stands, nothing folded away, as moves to be explored."""

from __future__ import annotations

from collections.abc import Iterable

from procmap.verify.moves import Moves
from procmap.verify.net import Net, Step
from procmap.verify.reach import nearness

__all__ = ["plain_moves", "plain_steps"]


def plain_moves(net: Net) -> Moves:
    """The moves of a net that is not contracted."""
    return Moves(
        places=len(net.flow),
        initial=net.initial,
        pre=net.pre,
        post=net.post,
        kind=net.kind,
        memory=net.marks,
        marks=net.remembered.many,
        ends=len(net.remembered.ends),
        near=nearness(net),
        watched=net.remembered.leaving | net.remembered.unsure,
        uncounted=list(net.held),
        colours=net.groups(),
    )


def plain_steps(net: Net, way: Iterable[int]) -> list[Step]:
    """The elements that occur in some of its moves."""
    return [step for move in way for step in net.steps[move]]

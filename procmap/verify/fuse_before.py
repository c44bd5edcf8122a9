"""Fuse a place with what gives to it.

**Fuse before** (p has one giver g, which gives to p alone, and one taker t; what g takes is taken by nobody else): g
may as well wait until t can occur. (S) A second token in p needs second tokens in pre(g), which could have stayed
there.
"""

from __future__ import annotations

from procmap.verify.net import MOVE
from procmap.verify.residue import Residue, then

__all__ = ["fuse_before"]


def fuse_before(residue: Residue, place: int) -> None:
    """Put off what gives to a place until what takes from it can occur, where that changes nothing."""
    giving, taking = residue.giving[place], residue.taking[place]
    if len(giving) != 1 or len(taking) != 1 or place in residue.initial or place in residue.at_join:
        return
    (giver,), (taker,) = giving, taking
    first, second = residue.pre[giver], residue.pre[taker]
    if giver == taker or residue.kind[giver] != MOVE or residue.kind[taker] != MOVE or residue.post[giver] != [place]:
        return
    assert first is not None and second is not None
    if residue.memory[giver] or set(first) & set(second) or not first:
        return
    if any(residue.taking[each] != giving for each in first):
        return
    if residue.joins and any(each in residue.net.beyond for each in (place, *first)):
        return
    second.remove(place)
    second += first
    for each in first:
        residue.taking[each] = {taker}
    residue.run[taker] = then(residue.run[giver], residue.run[taker])
    residue.pre[giver] = None
    residue.became[place] = residue.came_from[place] = list(first)
    residue.waiting_for.append((residue.run[giver], list(first)))
    residue.refresh(taker)
    residue.gone[place] = 1
    residue.again([*second, *residue.post[taker]])

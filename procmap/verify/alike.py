"""Fold away what is like another, or changes nothing.

* **twin places** (given and taken by the same moves, empty at the beginning): they always carry the same.
* **twin moves** (same pre, post, memory): what one does the other does.
* **turning in place** (pre and post are the same one place, and somebody else takes from it): it changes no state, and
  occurs if that place is reached.
"""

from __future__ import annotations

from typing import Any

from procmap.verify.net import MOVE, RESET, SPLIT
from procmap.verify.residue import Residue
from procmap.verify.same_end import fold_same_end

__all__ = ["fold_twin_moves", "fold_twin_place"]


def fold_twin_moves(residue: Residue, place: int) -> bool:
    """Twin moves, and moves that turn in place, among those that are new or changed since the last time."""
    taking = residue.taking[place]
    if len(taking) < 2:
        return False
    changed = False
    alike = residue.alike.setdefault(place, {})
    fresh, residue.fresh[place] = residue.fresh[place], []
    for move in fresh:
        pre, post = residue.pre[move], residue.post[move]
        if residue.kind[move] != MOVE or pre is None or move not in taking:
            continue
        if pre == post == [place] and not residue.memory[move] and len(taking) > 1:
            residue.fold(move, None)
            changed = True
            continue
        key = (tuple(sorted(pre)), tuple(sorted(post)), residue.memory[move])
        other = alike.get(key)
        is_new = other is None or other == move or not _is_still(residue, other, key)
        if other is not None and not is_new and (post or not residue.memory[move]):
            residue.fold(move, residue.run[other])
            changed = True
        else:
            alike[key] = move
            changed |= fold_same_end(residue, move, alike)
    return changed


def _is_still(residue: Residue, move: int, key: tuple[Any, ...]) -> bool:
    pre = residue.pre[move]
    if pre is None or residue.kind[move] != MOVE:
        return False
    return (tuple(sorted(pre)), tuple(sorted(residue.post[move])), residue.memory[move]) == key


def fold_twin_place(residue: Residue, place: int) -> None:
    """A place beside another that always carries the same."""
    giving, taking = residue.giving[place], residue.taking[place]
    if not giving or not taking or place in residue.initial or place in residue.at_join:
        return
    taker = next(iter(taking))
    pre = residue.pre[taker]
    if pre is None or len(pre) < 2 or residue.kind[taker] not in (MOVE, RESET):
        return
    for other in pre:
        is_twin = residue.giving[other] == giving and residue.taking[other] == taking
        if other != place and is_twin and other not in residue.initial and _is_seen_as(residue, place, other):
            posts = [residue.post[move] for move in giving]
            if any(residue.kind[move] == SPLIT for move in giving) or any(len(set(post)) < len(post) for post in posts):
                return
            residue.remove_place(place)
            residue.became[place] = residue.came_from[place] = [other]
            residue.again([other])
            return


def _is_seen_as(residue: Residue, place: int, other: int) -> bool:
    """Whether joins see a token in one place as they do in the other."""
    if len(residue.taking[place]) == 1 or not residue.joins:
        return True
    return residue.sees is not None and residue.sees[other] == residue.sees[place]

"""Fuse a place with what takes from it.

**Fuse behind** (p is all that its takers need): a token in p can always be taken, at once, by any of them, whatever
else happens. So a giver g of p is joined with each taker t. (S) Two tokens in p come from two turns of g without a
taker; then two turns of g-then-t leave two in post(t), which is not empty. (C) To choose t early loses no state:
whoever is in p may choose the bad t as well as the good. (D) g occurs if some g-then-t does; and t occurs if g does.

A token that is swept away before it throws has not thrown, so beside a terminate end no throw is fused. A split is only
fused with what gives one token, alone, and throws nothing: its answers stay apart.
"""

from __future__ import annotations

from procmap.verify.net import JOIN, MOVE, SPLIT
from procmap.verify.residue import Residue, then
from procmap.verify.sight import sees_alike

__all__ = ["fuse_behind"]


def fuse_behind(residue: Residue, place: int) -> None:
    """Join all that gives to a place with all that takes from it, where that changes nothing."""
    giving, taking = residue.giving[place], residue.taking[place]
    if not giving or not taking or place in residue.initial or place in residue.at_join or giving & taking:
        return
    if len(giving) * len(taking) > len(giving) + len(taking):
        return
    for move in taking:
        if residue.pre[move] != [place] or not residue.post[move] or residue.kind[move] not in (MOVE, SPLIT):
            return
        if residue.memory[move] and residue.resets:
            return  # a token that is swept away before it throws has not thrown
        if residue.joins and not sees_alike(residue, place, residue.post[move]):
            return
        if any(each in residue.net.held for each in residue.post[move]):
            return  # two may be held, and no flow carries two
    for giver in giving:
        post = residue.post[giver]
        if post.count(place) != 1:
            return
        for taker in taking:
            if not _can_join(residue, giver, taker, place, post):
                return
    touched: list[int] = []
    residue.became[place] = [each for move in taking for each in residue.post[move]]
    if len(taking) == 1:
        (taker,) = taking
        giving = set(giving)
        for giver in sorted(giving):
            _extend(residue, giver, place, taker)
        for giver in giving:
            touched += [*(residue.pre[giver] or ()), *residue.post[giver]]
        residue.drop(taker)
    else:
        givers, takers = sorted(giving), sorted(taking)
        for giver in givers:
            for taker in takers:
                _joined(residue, giver, place, taker)
        for move in (*takers, *givers):
            residue.drop(move)
    residue.gone[place] = 1
    residue.again(touched)


def _can_join(residue: Residue, giver: int, taker: int, place: int, post: list[int]) -> bool:
    """Whether one move can do what two do."""
    kinds = residue.kind[giver], residue.kind[taker]
    if kinds[0] == SPLIT:  # its answers are kept apart only as long as each leads to one place and throws nothing
        alone = len(residue.taking[place]) == len(residue.post[taker]) == 1 and not residue.memory[taker]
        return kinds[1] == MOVE and alone and residue.post[taker][0] not in post
    if kinds[0] not in (MOVE, JOIN):
        return False
    if kinds[1] == SPLIT:
        return kinds[0] == MOVE and len(post) == 1
    if kinds[0] == JOIN and len(residue.taking[place]) > 1:
        return False
    return not set(residue.post[taker]) & set(post)


def _extend(residue: Residue, giver: int, place: int, taker: int) -> None:
    """The giver does what the one taker does, too."""
    post, more = residue.post[giver], residue.post[taker]
    residue.giving[place].discard(giver)
    if residue.kind[giver] == SPLIT:
        where = post.index(place)
        post[where] = more[0]
        residue.out_run[giver][where] = then(residue.out_run[giver][where], residue.run[taker])
    else:
        post.remove(place)
        post += more
        if residue.kind[taker] == SPLIT:
            residue.kind[giver] = SPLIT
            residue.out_run[giver] = list(residue.out_run[taker])
        residue.run[giver] = then(residue.run[giver], residue.run[taker])
    residue.memory[giver] |= residue.memory[taker]
    for each in more:
        residue.giving[each].add(giver)
    residue.refresh(giver)


def _joined(residue: Residue, giver: int, place: int, taker: int) -> None:
    """A new move: the giver, then one of the takers."""
    pre = residue.pre[giver]
    assert pre is not None
    move = len(residue.pre)
    post = [each for each in residue.post[giver] if each != place] + residue.post[taker]
    if residue.kind[taker] == SPLIT:
        residue.out_run[move] = list(residue.out_run[taker])
    residue.pre.append(list(pre))
    residue.post.append(post)
    residue.kind.append(residue.kind[taker])
    residue.memory.append(residue.memory[giver] | residue.memory[taker])
    residue.run.append(then(residue.run[giver], residue.run[taker]))
    for each in pre:
        residue.taking[each].add(move)
    for each in post:
        residue.giving[each].add(move)
    residue.refresh(move)

"""Fold away one of two moves that lead to the same end by flows of their own.

Moves m and n take from the same places, remember the same and give to the same places, but that n gives to q where m
gives to p. From p and q there is one way each, alike: it needs nothing else, remembers the same and gives to the same
places. Only n gives to q, which is empty at the beginning. Then n, q and what takes from q go.

A run in which n is made is a run with m instead, its token taken from p where the other was from q, and the other way
round. (S) Two tokens come to p after the folding if they came to p or to q before; and if they come to p by m for n, m
could have been made both times before, too. (C) From q completion can be reached as from p. (D) n occurs when m does,
and what takes from q when what takes from p does. (E) The same is remembered.
"""

from __future__ import annotations

from typing import Any

from procmap.verify.net import MOVE, RESET
from procmap.verify.residue import Residue

__all__ = ["fold_same_end"]


def fold_same_end(residue: Residue, move: int, seen: dict[Any, int]) -> bool:
    """Fold a move into one of those seen before that take from the same places; else let it be seen."""
    key = _key(residue, move)
    other = seen.setdefault(key, move) if key is not None else move
    if other == move:
        return False
    if residue.pre[other] is None or _key(residue, other) != key:
        seen[key] = move
        return False
    post = residue.post[move]
    own = sorted({*post} - {*residue.post[other]})
    theirs = {_way(residue, place): place for place in residue.post[other] if place not in post}
    if not own or any(residue.giving[place] != {move} or place in residue.initial for place in own):
        return False
    residue.fold(move, residue.run[other])
    for place in own:
        (taker,) = residue.taking[place]
        like = theirs[_way(residue, place)]
        (usual,) = residue.taking[like]
        residue.fold(taker, residue.run[usual])
        residue.gone[place] = 1
        residue.became[place] = [like]
    return True


def _key(residue: Residue, move: int) -> tuple[Any, ...] | None:
    """What two moves have in common that lead to the same; None where nothing behind it is its own."""
    pre, post = residue.pre[move], residue.post[move]
    if pre is None or not post or residue.kind[move] != MOVE:
        return None
    ways = [_way(residue, place) for place in post]
    own = [way for way in ways if way is not None]
    if not own or len(set(own)) < len(own):
        return None
    kept = sorted(place for place, way in zip(post, ways, strict=True) if way is None)
    return tuple(sorted(pre)), tuple(kept), tuple(sorted(own)), residue.memory[move]


def _way(residue: Residue, place: int) -> tuple[int, tuple[int, ...], int] | None:
    """The one way from a place, where that needs nothing else and nobody looks at the place."""
    taking = residue.taking[place]
    if len(taking) != 1 or place in residue.at_join or place in residue.told_apart:
        return None
    (taker,) = taking
    if residue.pre[taker] != [place] or residue.kind[taker] not in (MOVE, RESET):
        return None
    return residue.kind[taker], tuple(sorted(residue.post[taker])), residue.memory[taker]

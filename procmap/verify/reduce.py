"""Make a net small without changing what is proved: what cannot matter is folded away before states are counted.

Each rule keeps, between the net before and after, that (S) some place can carry two tokens, (C) some reachable state is
lost to completion, (D) some move never occurs, (E) some end is reached twice. The proofs stand with the rules; p is a
place there, ``pre`` and ``post`` of a move its places: ``alike.py``, ``same_end.py``, ``fuse_behind.py``,
``fuse_before.py``, ``split_join.py``, and what inclusive joins see in ``sight.py``.

Ends are never fused: what is reached twice must be seen. A terminate end takes all tokens away whatever place they are
in, so the rules hold beside it; but a token that is swept away before it throws has not thrown, so beside one no throw
is fused behind, and where it is told which ends were reached no token is taken as gone at once (``Rest``).
"""

from __future__ import annotations

from procmap.verify.alike import fold_twin_moves, fold_twin_place
from procmap.verify.fuse_before import fuse_before
from procmap.verify.fuse_behind import fuse_behind
from procmap.verify.net import Net
from procmap.verify.residue import Residue
from procmap.verify.sight import look
from procmap.verify.split_join import resolve_join

__all__ = ["reduced"]


def reduced(net: Net, *, joining: bool = True) -> Residue:
    """What is left of a contracted net.

    First what can be folded without a look at the joins; then, where some are left, what looks alike to them. Without
    ``joining`` no join is resolved together with its split.
    """
    residue = Residue(net)
    _fold_all(residue, joining)
    if residue.joins:
        look(residue)
        while residue.sees is not None and residue.joins:
            before = len(residue.joins)
            _fold_all(residue, joining)
            if len(residue.joins) == before:
                break
    return residue


def _fold_all(residue: Residue, joining: bool) -> None:
    """Try the rules on each place until none has anything to fold."""
    gone, queued, waiting = residue.gone, residue.queued, residue.waiting
    for place in range(len(gone) - 1, -1, -1):
        if not gone[place]:
            queued[place] = 1
            waiting.append(place)
    while waiting:
        place = waiting.pop()
        queued[place] = 0
        if gone[place]:
            continue
        if fold_twin_moves(residue, place):
            residue.again([place])
        fold_twin_place(residue, place)
        if not gone[place]:
            fuse_behind(residue, place)
        if not gone[place]:
            fuse_before(residue, place)
        if joining and place in residue.at_join and not gone[place]:
            resolve_join(residue, place)

"""What inclusive joins see: which of their incoming flows a token in a place can come to.

They look at tokens anywhere before them, so while one is left, two places are fused only if they reach the same
incoming flows of the same joins, or stand right at one. A place from which the map leads to a join by a way that no
move gives (``beyond`` in Net) stays as long as a join is left.
"""

from __future__ import annotations

from procmap.verify.reach import reaching
from procmap.verify.residue import Residue

__all__ = ["look", "sees_alike"]

_MOST_LOOKS = 5_000_000


def look(residue: Residue) -> None:
    """For each place left, as bits, the incoming flows of joins that it reaches."""
    joins = sorted(residue.joins)
    if sum(len(residue.pre[move] or ()) for move in joins) * len(residue.pre) > _MOST_LOOKS:
        residue.too_large = True
        return
    held: dict[int, list[int]] = {}
    for place, flows in residue.net.beyond.items():
        for flow in flows:
            for now in residue.now(residue.net.place[flow]):
                held.setdefault(now, []).append(place)
    pre = [each or [] for each in residue.pre]
    sees = [0] * len(residue.gone)
    bit = 1
    for move in joins:
        residue.join_bits[move] = 0
        for place in pre[move]:
            for each in reaching(place, pre, residue.giving, {move}, held):
                sees[each] |= bit
            residue.join_bits[move] |= bit
            bit <<= 1
    residue.live = bit - 1
    residue.sees = sees


def sees_alike(residue: Residue, place: int, others: list[int]) -> bool:
    """Whether a token sees the same joins in a place as in those it leads to; where it leads to one, it does."""
    if len(residue.taking[place]) == len(others) == 1 and place not in residue.net.beyond:
        return True
    sees = residue.sees
    return sees is not None and all(not (sees[place] ^ sees[other]) & residue.live for other in others)

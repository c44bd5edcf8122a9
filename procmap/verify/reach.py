"""From which places the incoming flows of an inclusive join can be reached without passing it (13.4.3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

__all__ = ["reaching"]


def reaching(
    first: int, pre: Sequence[Sequence[int]], producers: Sequence[Iterable[int]], own: AbstractSet[int]
) -> set[int]:
    """The places from which place ``first`` can be reached, itself among them.

    ``producers[p]`` are the moves that give to p. No way passes the moves ``own`` of the join itself.
    """
    seen = {first}
    waiting = [first]
    while waiting:
        place = waiting.pop()
        for move in producers[place]:
            if move in own:
                continue
            for before in pre[move]:
                if before not in seen:
                    seen.add(before)
                    waiting.append(before)
    return seen

"""From which places the incoming flows of an inclusive join can be reached without passing it (13.4.3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

__all__ = ["reaching"]


def reaching(
    first: int,
    pre: Sequence[Sequence[int]],
    producers: Sequence[Iterable[int]],
    own: frozenset[int] | set[int],
    held: Mapping[int, Iterable[int]],
) -> set[int]:
    """The places from which place ``first`` can be reached, itself among them.

    ``producers[p]`` are the moves that give to p. No way passes the moves ``own`` of the join itself. ``held[p]`` are
    the places where a token from p may come to be held; that counts as standing in p.
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
        for other in held.get(place, ()):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return seen

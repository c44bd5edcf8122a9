"""From which places the incoming flows of an inclusive join can be reached without passing it (13.4.3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from procmap.verify.net import JOIN, Net

__all__ = ["nearness", "reaching"]


def nearness(net: Net) -> dict[int, list[set[int]]]:
    """For each joining move, for each place it takes from, the places from which that can be reached."""
    joins: dict[int, list[int]] = {}
    for move, kind in enumerate(net.kind):
        if kind == JOIN:
            joins.setdefault(net.node[move], []).append(move)
    if not joins:
        return {}
    givers: list[list[int]] = [[] for _ in net.flow]
    for move, post in enumerate(net.post):
        for place in post:
            givers[place].append(move)
    held: dict[int, list[int]] = {}
    for place, flows in net.beyond.items():
        for flow in flows:
            held.setdefault(net.place[flow], []).append(place)
    found = {}
    for moves in joins.values():
        own = set(moves)
        near = [reaching(place, net.pre, givers, own, held) for place in net.pre[moves[0]]]
        found.update(dict.fromkeys(moves, near))
    return found


def reaching(
    first: int,
    pre: Sequence[Sequence[int]],
    givers: Sequence[Iterable[int]],
    own: AbstractSet[int],
    held: Mapping[int, Iterable[int]],
) -> set[int]:
    """The places from which place ``first`` can be reached, itself among them.

    ``givers[p]`` are the moves that give to p. No way passes the moves ``own`` of the join itself. ``held[p]`` are
    places of what is held and may still give to p.
    """
    seen = {first}
    waiting = [first]
    while waiting:
        place = waiting.pop()
        for move in givers[place]:
            if move not in own:
                for before in pre[move]:
                    if before not in seen:
                        seen.add(before)
                        waiting.append(before)
        for other in held.get(place, ()):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return seen

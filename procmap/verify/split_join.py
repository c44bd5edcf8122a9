"""Resolve an inclusive join together with its split.

**Split and join** (all that gives to an inclusive join are the moves of one node that takes from one place q): whatever
the node gives, the join can take at once: a token anywhere else comes to the join through q only, from where it could
also reach what is there. So both are one move that gives one token. One answer stands for all; the others, which may be
given whenever it is, occur when it does.

Where two tokens come to q, the join may take what one of them gave together with what the other gave, and so give one
token for two. One move cannot do that: where two tokens on a flow are found, the net is reduced anew without this rule
(``prove.py``). (S) They are found: what is given twice before the join takes it can be given to the same place.
"""

from __future__ import annotations

from collections.abc import Iterator

from procmap.verify.net import JOIN, MOVE, SPLIT
from procmap.verify.residue import Residue, answer_of, then

__all__ = ["resolve_join"]


def resolve_join(residue: Residue, place: int) -> None:
    """Make one move of the join that takes from a place and of all that gives to it, where that changes nothing."""
    joins = [move for move in residue.taking[place] if residue.kind[move] == JOIN]
    if len(joins) != len(residue.taking[place]) or len(joins) != 1:
        return
    (join,) = joins
    inputs = residue.pre[join]
    assert inputs is not None
    inside = set(inputs)
    givers = set().union(*(residue.giving[each] for each in inputs))
    if not givers or inside & residue.initial:
        return
    before = {tuple(residue.pre[move] or ()) for move in givers}
    if len(before) != 1 or len(next(iter(before))) != 1 or residue.kind[join] != JOIN:
        return
    (source,) = next(iter(before))
    if source in inside:
        return
    if any(inside.intersection(residue.now(residue.net.place[flow])) for flow in _beyond_others(residue, source)):
        return
    for move in givers:
        if residue.kind[move] == SPLIT:
            if set(residue.post[move]) != inside or len(residue.post[move]) > len(inside):
                return
        elif residue.kind[move] != MOVE or len(set(residue.post[move])) != len(residue.post[move]):
            return
    through = len(residue.gone)
    residue.gone.append(0)
    residue.queued.append(0)
    residue.fresh.append([join])
    residue.giving.append(set())
    residue.taking.append({join})
    if residue.sees is not None:
        residue.sees.append(residue.sees[residue.post[join][0]] if residue.post[join] else 0)
        residue.live &= ~residue.join_bits[join]
    for move in sorted(givers):
        if residue.kind[move] == SPLIT:  # one answer stands for all
            residue.kind[move] = MOVE
            only = ("only", (answer_of(residue.net, residue.run[move], 0),))
            first, *others = residue.out_run.pop(move)
            residue.run[move] = then((residue.run[move], only), first)
            residue.folded += [(other, residue.run[move]) for other in others if other is not None]
            residue.post[move] = [through]
        else:
            residue.post[move] = [*(each for each in residue.post[move] if each not in inside), through]
        residue.giving[through].add(move)
        residue.refresh(move)
    for each in inside:
        residue.gone[each] = 1
        residue.became[each] = [through]
        residue.at_join.discard(each)
    residue.pre[join] = [through]
    residue.kind[join] = MOVE
    residue.joins.discard(join)
    residue.is_joined = True
    residue.again([through, source])


def _beyond_others(residue: Residue, source: int) -> Iterator[int]:
    """The flows that tokens anywhere but in one place may come to although no move gives them that way."""
    for place, flows in residue.net.beyond.items():
        if place != source and not residue.gone[place]:
            yield from flows

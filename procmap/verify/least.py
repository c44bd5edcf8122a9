"""A run with as few elements as any to where nothing more can happen, worked out on what is left of a flow.

Only where the moves are MOVEs and activities just pass tokens on: then what a move of the residue stands for can be
counted, and no run of the flow to a dead state is shorter than the lightest of the residue. For let a run of the flow
end dead, with no move that can be made. Tokens have been passed on as far as their places go, and where a rule folded
something away (p, g and t as in ``fuse_behind.py`` and so on):

* **fuse behind**: no token is left in p, so each g has its t, which may as well come at once: the same moves.
* **fuse before**: each g has its t or its token waits in p; then g is put off, and counted where what it takes is there
  at the end, since else it could still be made.
* **twin places, twin moves, turning in place**: the same moves, the twin instead where it has no more elements, or
  fewer moves.
* a token in a place that is emptied at once has been taken.

Fewer moves are left to be made after a rule than before, so that a state is dead whenever it was. What is found is told
as a run of the flow, and only where that has as many elements, and ends dead too, is it a shortest one.
"""

from __future__ import annotations

from heapq import heappop, heappush

from procmap.verify.moves import Moves
from procmap.verify.net import MOVE, Net, Step
from procmap.verify.replay import flat, run_out
from procmap.verify.residue import Run
from procmap.verify.rest import Rest

__all__ = ["shortest_to_dead"]


def shortest_to_dead(net: Net, rest: Rest, moves: Moves) -> tuple[list[Step], list[int]] | None:
    """A shortest run to a dead state, and the places that have tokens there; None where none is proved to be one."""
    if net.doings or any(kind != MOVE for kind in net.kind):
        return None
    weigh = _Weights(net)
    if any(like is not None and weigh.of(run) < weigh.of(like) for run, like in rest.residue.folded):
        return None
    put_off = [(weigh.of(run), set(places)) for run, places in rest.delayed()]
    found = _lightest(moves, [weigh.of(run) for run in rest.runs], put_off)
    if found is None:
        return None
    weight, way = found
    delayed = [run for run, _ in rest.residue.waiting_for]
    steps, places = run_out(net, [rest.runs[move] for move in way], rest.drains(), delayed)
    standing = set(places)
    is_dead = not any(standing.issuperset(pre) for pre in net.pre) and all(weigh.ends(place) for place in places)
    return (steps, places) if is_dead and len(steps) == weight + weigh.before() else None


class _Weights:
    """How many elements runs of a net have, with those that then pass the tokens on."""

    def __init__(self, net: Net) -> None:
        self.net = net
        self.far: dict[int, int] = {}

    def of(self, run: Run) -> int:
        net = self.net
        return sum(len(net.steps[move]) + sum(map(self.passed, net.gives[move])) for move in flat([run]))

    def before(self) -> int:
        """Elements that pass on the tokens with which a case begins."""
        return sum(map(self.passed, self.net.entered))

    def ends(self, place: int) -> bool:
        """Whether a token comes to rest in a place, and does not go round in it for ever."""
        flow = self.net.flow[place]
        return flow < 0 or self.net.next[flow] < 0

    def passed(self, flow: int) -> int:
        """Elements that pass a token on from a flow to the end of its place."""
        net = self.net
        way = []
        last = net.flow[net.place[flow]]
        while flow != last and flow not in self.far:
            way.append(flow)
            flow = net.next[flow]
        far = self.far.get(flow, 0)
        for each in reversed(way):
            far += 1
            self.far[each] = far
        return far


def _lightest(moves: Moves, weights: list[int], delayed: list[tuple[int, set[int]]]) -> tuple[int, list[int]] | None:
    """The weight of the lightest way to a dead state that has tokens, and its moves (Dijkstra 1959).

    ``delayed`` is what has to be made besides where some places have tokens at the end.
    """
    drains = moves.drains
    last = set(drains.values())
    columns = []
    for move, pre in enumerate(moves.pre):
        if move not in last:
            weight = weights[move] + sum(weights[drains[place]] for place in moves.post[move] if place in drains)
            columns.append((move, pre, [place for place in moves.post[move] if place not in drains], weight))
    first = tuple(sorted(place for place in moves.initial if place not in drains))
    began = sum(weights[drains[place]] for place in moves.initial if place in drains)
    light = {first: began}
    came: dict[tuple[int, ...], tuple[tuple[int, ...], int]] = {}
    waiting = [(began, first)]
    done = set()
    best: tuple[int, tuple[int, ...]] | None = None
    while waiting:
        weight, state = heappop(waiting)
        if state in done:
            continue
        done.add(state)
        if best is not None and best[0] <= weight:
            break
        is_dead = True
        for move, pre, post, more in columns:
            left = list(state)
            try:
                for place in pre:
                    left.remove(place)
            except ValueError:
                continue
            is_dead = False
            after = tuple(sorted((*left, *post)))
            if weight + more < light.get(after, weight + more + 1):
                light[after] = weight + more
                came[after] = (state, move)
                heappush(waiting, (weight + more, after))
        if is_dead and state:
            weight += sum(more for more, places in delayed if places <= set(state))
            if best is None or weight < best[0]:
                best = (weight, state)
    if best is None:
        return None
    weight, state = best
    way = []
    while state in came:
        state, move = came[state]
        way.append(move)
    way.reverse()
    return weight, way

"""What is left of a flow after reducing, as moves to be explored, and the runs of the net that they stand for."""

from __future__ import annotations

from collections.abc import Container, Iterator

from procmap.verify.moves import Moves
from procmap.verify.net import JOIN, MOVE, SPLIT
from procmap.verify.residue import Residue, Run, answer_of, then

__all__ = ["Rest"]


class Rest:
    """Moves to be explored, with places numbered anew; None where a split has too many answers.

    ``runs[t]`` is what move t stands for, ``number[p]`` the place of the net that place p is. With ``tells`` it is kept
    which ends a run has reached when everything else is swept away: then no token is taken as gone at once.
    """

    def __init__(self, residue: Residue, *, tells: bool = False) -> None:
        self.residue = residue
        self.runs: list[Run] = []
        self.number: dict[int, int] = {}
        self._tells = tells
        self._draining: dict[int, int] = {}
        self.moves = self._moves()

    def _moves(self) -> Moves | None:
        residue = self.residue
        if residue.too_large and residue.joins:
            return None
        left = [move for move, pre in enumerate(residue.pre) if pre is not None]
        number: dict[int, int] = {}
        for place in range(len(residue.gone)):
            if not residue.gone[place] and (residue.giving[place] or residue.taking[place] or place in residue.initial):
                number[place] = len(number)
        self.number = {n: place for place, n in number.items()}
        pre: list[list[int]] = []
        post: list[list[int]] = []
        kind: list[int] = []
        memory: list[int] = []
        near: dict[int, list[list[int]]] = {}
        for move in left:
            for run, gives in self._variants(move):
                if residue.kind[move] == JOIN:
                    near[len(pre)] = self._near(move, number)
                pre.append([number[place] for place in residue.pre[move] or ()])
                post.append([number[place] for place in gives])
                kind.append(MOVE if residue.kind[move] == SPLIT else residue.kind[move])
                memory.append(residue.memory[move])
                self.runs.append(run)
            if residue.is_wide(move):
                return None
        net = residue.net
        groups = [[number[p] for p in group if p in number] for group in net.groups()]
        counted = {number[p] for p in net.held if p in number}.union(*groups)
        if not near and not (residue.resets and (self._tells or net.remembered.thrown)):
            for move, (before, gives) in enumerate(zip(pre, post, strict=True)):
                only = not gives and len(before) == 1 and kind[move] == MOVE and before[0] not in counted
                if only and len(residue.taking[self.number[before[0]]]) == 1:
                    self._draining[before[0]] = move
        return Moves(
            places=len(number),
            initial=[number[place] for place in net.initial if not residue.gone[place]],
            pre=pre,
            post=post,
            kind=kind,
            memory=memory,
            marks=net.remembered.many,
            ends=len(net.remembered.ends),
            near=near,
            drains=self._draining,
            watched=net.remembered.leaving | net.remembered.unsure,
            uncounted=[n for place, n in number.items() if place in net.held],
            colours=[group for group in groups if len(group) > 1],
            folded=True,
        )

    def drains(self, but: Container[int] = ()) -> list[Run]:
        """What is made of a token that is taken as gone at once, for all such places ``but`` some of the net."""
        return [self.runs[move] for place, move in self._draining.items() if self.number[place] not in but]

    def delayed(self) -> list[tuple[Run, list[int]]]:
        """What was fused before: a run that may be made when all of some places, as numbered anew, have a token."""
        number = {place: n for n, place in self.number.items()}
        residue = self.residue
        found = []
        for run, places in residue.waiting_for:
            before: dict[int, None] = {}
            waiting = list(places)
            while waiting:
                place = waiting.pop()
                if place in residue.came_from:
                    waiting += residue.came_from[place]
                else:
                    before[place] = None
            if all(place in number for place in before):
                found.append((run, [number[place] for place in before]))
        return found

    def _near(self, join: int, number: dict[int, int]) -> list[list[int]]:
        """For each place that a join takes from, the places left from which it can be reached."""
        residue = self.residue
        sees, bits = residue.sees, residue.join_bits.get(join, 0)
        inputs = residue.pre[join] or []
        found = []
        bit = bits & -bits
        for _ in inputs:
            assert sees is not None
            found.append([n for place, n in number.items() if sees[place] & bit])
            bit <<= 1
        return found

    def _variants(self, move: int) -> Iterator[tuple[Run, list[int]]]:
        """For each choice of answers the run and the places that it gives to."""
        residue = self.residue
        post = residue.post[move]
        if residue.kind[move] != SPLIT:
            yield residue.run[move], post
            return
        if residue.is_wide(move):
            return
        for chosen in range(1, 1 << len(post)):
            picked = [k for k in range(len(post)) if chosen >> k & 1]
            only = ("only", tuple(answer_of(residue.net, residue.run[move], k) for k in picked))
            run: Run = (residue.run[move], only)
            for k in picked:
                run = then(run, residue.out_run[move][k])
            yield run, [post[k] for k in picked]

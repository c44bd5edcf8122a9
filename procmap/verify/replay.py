"""From moves to the elements that occur: the runs that people can follow on the map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from procmap.verify.level import NOWHERE
from procmap.verify.net import JOIN, RESET, Net, Step

__all__ = ["contracted_steps", "flat", "run_out", "steps_to_two"]


def flat(runs: Iterable[Any]) -> list[Any]:
    """The moves of some runs of a residue, first to last; what is ``("only", flows)`` stands behind its split."""
    found: list[Any] = []
    for run in runs:
        waiting = [run]
        while waiting:
            each = waiting.pop()
            if isinstance(each, tuple) and each[0] != "only":
                waiting.append(each[1])
                waiting.append(each[0])
            elif each is not None:
                found.append(each)
    return found


def contracted_steps(
    net: Net, runs: Iterable[Any], drains: Iterable[Any], last: Sequence[Any] = (), pushed: Iterable[int] = ()
) -> list[Step]:
    """The elements that occur in runs of a residue, those that only pass a token on among them.

    After each run come those of ``drains`` for which there is a token, else too many would gather. Then come the moves
    ``last``, and two tokens in each of the places ``pushed`` are passed on as far as their place goes.
    """
    run = _Run(net)
    run.make_each(runs, drains)
    run.make_all(last)
    for place in pushed:
        run.push(place, 2)
    return run.steps


def steps_to_two(
    net: Net, runs: Iterable[Any], drains: Iterable[Any], last: Sequence[Any]
) -> tuple[list[Step], int] | None:
    """As ``contracted_steps`` up to where a flow first carries two tokens, and that flow; None where none does."""
    run = _Run(net)
    run.make_each(runs, drains)
    run.make_all(last)
    if run.two is None:
        return None
    many, flow = run.two
    return run.steps[:many], flow


def run_out(
    net: Net, runs: Iterable[Any], drains: Iterable[Any], delayed: Iterable[Any]
) -> tuple[list[Step], list[int]]:
    """As ``contracted_steps`` until nothing more can be passed on, and the places that have tokens then.

    ``delayed`` are runs that were put off until what waits for them could occur; nobody else takes what they take.
    """
    run = _Run(net)
    run.make_each(runs, drains)
    waiting = [flat([each]) for each in delayed]
    going = True
    while going:
        going = False
        for each in waiting:
            while run.may_make(each[0]):
                run.make_all(each)
                going = True
    for place in list(run.standing):
        run.push(place)
    return run.steps, [place for place, tokens in run.standing.items() if tokens]


class _Run:
    """Tokens as they stand while a run is made; ``two`` is after how many steps a flow first carried two, and which."""

    def __init__(self, net: Net) -> None:
        self.net = net
        self.steps: list[Step] = []
        self.standing: dict[int, list[int]] = {}
        self.two: tuple[int, int] | None = None
        for place in net.initial:
            self.standing[place] = []
        for flow in net.entered:
            self.standing[net.place[flow]].append(flow)
        for place in net.initial:
            if not self.standing[place]:
                self.standing[place].append(NOWHERE)

    def make_all(self, moves: Sequence[Any]) -> None:
        for number, move in enumerate(moves):
            if isinstance(move, int):
                after = moves[number + 1] if number + 1 < len(moves) else None
                self.make(move, list(after[1]) if isinstance(after, tuple) else self.net.gives[move])

    def make_each(self, runs: Iterable[Any], drains: Iterable[Any]) -> None:
        drains = list(drains)
        ends = [flat([each]) for each in drains]
        made_at_once = {id(each) for each in drains}
        for moves in ([], *(flat([run]) for run in runs if id(run) not in made_at_once)):
            self.make_all(moves)
            for last in ends:
                while self.standing.get(self.net.pre[last[0]][0]):
                    self.make_all(last)

    def may_make(self, move: int) -> bool:
        return all(self.standing.get(place) for place in self.net.pre[move])

    def make(self, move: int, gives: list[int]) -> None:
        net = self.net
        for place in net.pre[move]:
            tokens = self.standing.get(place)
            if not tokens and net.kind[move] == JOIN:
                continue
            assert tokens, "a run of the residue is a run of the net"
            self._pass_on(tokens.pop(0))
        self.steps += net.steps[move]
        if net.kind[move] == RESET:
            self.standing.clear()
            return
        post = net.post[move]
        if gives is not net.gives[move]:
            post = [net.place[flow] for flow in gives]
        extra = len(post) - len(gives)
        for number, place in enumerate(post):
            flow = gives[number - extra] if number >= extra else NOWHERE
            standing = self.standing.setdefault(place, [])
            if self.two is None and flow != NOWHERE and flow in standing:
                self.two = len(self.steps), flow
            standing.append(flow)

    def push(self, place: int, most: int | None = None) -> None:
        """Pass on the tokens of a place, so many at ``most``, as far as it goes."""
        tokens = self.standing.get(place, [])
        self.standing[place] = [*map(self._pass_on, tokens[:most]), *(tokens[most:] if most is not None else ())]

    def _pass_on(self, flow: int) -> int:
        """To the flow that stands for its place: the last one, or of those that go round one."""
        net = self.net
        while flow != NOWHERE and flow != net.flow[net.place[flow]]:
            node = net.level.target[flow]
            doing = net.doings.get(node)
            self.steps.append((node, doing.ways[0].inner if doing is not None else ()))
            flow = net.next[flow]
        return flow

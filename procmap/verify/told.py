"""What a scope tells outside: how its runs come out, what they throw, and what they have told on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property

from procmap.verify.doing import Inner, Outcome
from procmap.verify.exploration import Exploration
from procmap.verify.level import NOWHERE
from procmap.verify.net import Net

__all__ = ["Told"]


class Told:
    """What the states of a scope tell outside, each with a run to it: ``run`` of a state and a move out of it.

    Worked out when somebody asks: of a process that nobody calls nobody does. Where it may be ``interrupted``, those
    that are broken off name the ends they had reached.
    """

    def __init__(
        self,
        net: Net,
        found: Exploration,
        lost: list[int],
        name_ends: bool,
        run: Callable[[int, int], Inner],
        *,
        interrupted: bool = False,
    ) -> None:
        self.net = net
        self.found = found
        self.lost = lost
        self.name_ends = name_ends
        self.run = run
        self.interrupted = interrupted
        self.first_thrown = len(net.remembered.ends)
        self.first_exit = self.first_thrown + len(net.remembered.thrown)
        interesting = (1 << net.remembered.many) - 1
        self.interesting = interesting if name_ends else interesting & ~((1 << self.first_thrown) - 1)

    @cached_property
    def outcomes(self) -> dict[Outcome, Inner]:
        """How it can come out."""
        found: dict[Outcome, Inner] = {}
        for memory, state in self._by_memory(self.found.complete).items():
            outcome = self._outcome(memory)
            if memory & self.net.remembered.ending and outcome.exit is None and not outcome.stopped:
                continue  # what breaks it off is still to come
            if outcome.exit is not None and not self.interrupted:
                outcome = replace(outcome, ends=frozenset())
            if outcome not in found:
                found[outcome] = self.run(state, NOWHERE)
        silent = self._silent()
        for memory in self._by_memory(silent):
            outcome = replace(self._outcome(memory), stuck=True, ends=frozenset())
            if outcome not in found:
                alike = [state for state in silent if self.found.memory(state) & self.interesting == memory]
                found[outcome] = self.run(self.found.stuck(alike), NOWHERE)
        for memory, (state, move) in self.found.cut_after.items():
            outcome = replace(self._outcome(memory & self.interesting), cut=True, exit=None, ends=frozenset())
            if outcome not in found:
                found[outcome] = self.run(state, move)
        return found

    @cached_property
    def throws(self) -> dict[str, Inner]:
        """A run to where each escalation was thrown."""
        found: dict[str, Inner] = {}
        for k, name in enumerate(self.net.remembered.thrown):
            bit = 1 << self.first_thrown + k
            state = next((each for each in range(len(self.found.states)) if self.found.memory(each) & bit), None)
            if state is not None:
                found[name] = self.run(state, NOWHERE)
            for memory, (before, move) in self.found.cut_after.items():
                if memory & bit:
                    found.setdefault(name, self.run(before, move))
        return found

    def _silent(self) -> list[int]:
        """The lost states from which nothing more can be told: before that the scope goes on, though to no end."""
        if not self.net.remembered.thrown or not self.lost:
            return self.lost
        thrown = (1 << self.first_exit) - (1 << self.first_thrown)
        memory = self.found.memory
        before: dict[int, list[int]] = {}
        waiting: list[int] = []
        for source, target in zip(*self.found.edges, strict=True):
            before.setdefault(target, []).append(source)
            if (memory(source) ^ memory(target)) & thrown:
                waiting.append(source)
        telling = set(waiting)
        while waiting:
            for state in before.get(waiting.pop(), ()):
                if state not in telling:
                    telling.add(state)
                    waiting.append(state)
        return [state for state in self.lost if state not in telling]

    @cached_property
    def meanwhile(self) -> dict[Outcome, Inner]:
        """What it may have told before it was complete; where it is not interrupted, that does not matter."""
        if not self.interrupted:
            return {Outcome(): ()}
        lasting, over = self.net.remembered.lasting, self.net.remembered.stopped
        over |= sum(1 << self.first_exit + k for k in range(len(self.net.remembered.exits)))
        memory_of = self.found.memory
        complete = {s for s in self.found.complete if not memory_of(s) & lasting or memory_of(s) & over}
        lost = set(self.lost)
        going = [state for state in range(len(self.found.states)) if state not in complete]
        found: dict[Outcome, Inner] = {}
        for states, stuck in (([s for s in going if s not in lost or not s], False), (self.lost, True)):
            for memory, state in self._by_memory(states).items():
                outcome = replace(self._outcome(memory), stuck=stuck)
                if outcome not in found:
                    found[outcome] = self.run(state, NOWHERE)
        return found

    def _by_memory(self, states: Iterable[int]) -> dict[int, int]:
        """The first state of each kind of memory."""
        found: dict[int, int] = {}
        for state in states:
            found.setdefault(self.found.memory(state) & self.interesting, state)
        return found

    def _outcome(self, memory: int) -> Outcome:
        net, remembered = self.net, self.net.remembered
        return Outcome(
            ends=frozenset(net.level.nodes[node].id for k, node in enumerate(remembered.ends) if memory >> k & 1),
            exit=next((each for k, each in enumerate(remembered.exits) if memory >> self.first_exit + k & 1), None),
            thrown=frozenset(name for k, name in enumerate(remembered.thrown) if memory >> self.first_thrown + k & 1),
            stopped=bool(memory & remembered.stopped),
        )

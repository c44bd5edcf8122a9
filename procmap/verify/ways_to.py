"""Runs to an element, through what is left of a flow or through the flow as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from procmap.verify.compile import compiled
from procmap.verify.exploration import Exploration
from procmap.verify.explore import explore
from procmap.verify.level import Level
from procmap.verify.net import Net, Step
from procmap.verify.plain import plain_moves, plain_steps
from procmap.verify.replay import contracted_steps, flat
from procmap.verify.residue import Run
from procmap.verify.rest import Rest

__all__ = ["Reach"]

_STATES = 20_000
"""Of the flow as it stands, where what is left has no run to the element."""


@dataclass(slots=True)
class Reach:
    """How to come to a node of a scope that was proved: kept for faults inside it."""

    level: Level
    net: Net
    found: Exploration
    rest: Rest | None = None

    def steps(self, node: int) -> list[Step]:
        """A run that ends where the node occurs; nothing where none is at hand."""
        if self.rest is not None:
            steps = self._steps_of_rest(node)
            if any(each == node for each, _ in steps):
                return steps
            net = compiled(self.level, self.net.doings, contract=False, escalations=self.net.escalations)
            if net.too_many is not None:
                return []
            self.net, self.found, self.rest = net, explore(plain_moves(net), _STATES), None
        for move, state in enumerate(self.found.fired):
            if state and node in self.net.occurs[move]:
                steps = [*plain_steps(self.net, self.found.way(state - 1)), *self.net.steps[move]]
                return steps if any(each == node for each, _ in steps) else [*steps, (node, ())]
        return []

    def _steps_of_rest(self, node: int) -> list[Step]:
        net, found = self.net, self.found
        assert self.rest is not None
        for each, run in enumerate(self.rest.runs):
            if found.fired[each]:
                moves = flat([run])
                for number, move in enumerate(moves):
                    if isinstance(move, int) and node in net.occurs[move]:
                        way = [self.rest.runs[before] for before in found.way_to_move(each)]
                        drains = self.rest.drains(net.pre[moves[0]])
                        return contracted_steps(net, way, drains, moves[: number + 1])
        return self._steps_to_passing(node)

    def _steps_to_passing(self, node: int) -> list[Step]:
        """A run to a node that only passes tokens on: whatever gives to its place, then on to it."""
        net, found = self.net, self.found
        assert self.rest is not None
        places = {net.place[flow] for flow in self.level.ins[node]}
        candidates: list[tuple[int, list[int]]] = [(0, [])]
        for number, state in enumerate(found.fired):
            if state:
                way = [*found.way_to_move(number), number]
                candidates.append((len(way), way))
        for _, way in sorted(candidates):
            runs = [self.rest.runs[each] for each in way]
            taken = net.pre[flat(runs[-1:])[0]] if runs else ()
            drains = self.rest.drains({*places, *taken})
            for last in self._giving(runs, places):
                steps = contracted_steps(net, runs[: last[0]], drains, last[1], places)
                for at, (each, _) in enumerate(steps):
                    if each == node:
                        return steps[: at + 1]
        return []

    def _giving(self, runs: list[Run], places: set[int]) -> Iterator[tuple[int, list[Any]]]:
        """How many runs, and which moves of the next one, end with one that gives to some places; the last first."""
        for at in range(len(runs) - 1, -1, -1):
            moves = flat([runs[at]])
            for cut in range(len(moves), 0, -1):
                if isinstance(moves[cut - 1], int) and places & set(self.net.post[moves[cut - 1]]):
                    yield at, moves[:cut]
        if places & set(self.net.initial):
            yield 0, []

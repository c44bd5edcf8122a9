"""Runs to all that can occur in a net that was proved sound, though most of its states were never met."""

from __future__ import annotations

from collections import deque

from procmap.verify.exploration import Exploration
from procmap.verify.free_choice import Circuit
from procmap.verify.moves import Moves

__all__ = ["run_to_all"]


def run_to_all(moves: Moves, found: Exploration) -> None:
    """Add to what was found of a net that ``is_sound`` a run to every move and every end, and call it full.

    Where each cluster makes the move that leads towards one move, that one occurs in the end: else some clusters would
    make moves for ever and the next on the way would not, so that tokens gather before it. Moves that were not made yet
    are made on the way, each once, which puts that off, but not for ever.
    """
    _Guide(moves, found).run()


class _Guide:
    def __init__(self, moves: Moves, found: Exploration) -> None:
        self.moves = moves
        self.found = found
        self.circuit = Circuit(moves)
        self.number = {state: number for number, state in enumerate(found.states)}

    def run(self) -> None:
        found = self.found
        for move, state in enumerate(found.fired):
            if not state:
                self._run_to(move)
        tokens = (1 << found.base) - 1
        found.complete[:] = [number for number, state in enumerate(found.states) if not state & tokens]
        found.full = True
        found.cut.clear()

    def _run_to(self, target: int) -> None:
        """From the beginning to a move and on to an end; once more where that end came first."""
        circuit, fired = self.circuit, self.found.fired
        chosen = circuit.towards(target)
        while not fired[target]:
            at = 0
            missing = [len(self.moves.pre[members[0]]) for members in circuit.members[:-1]]
            ready: deque[int] = deque()
            given = self.moves.initial
            while True:
                for place in given:
                    cluster = circuit.cluster_of_place[place]
                    missing[cluster] -= 1
                    if not missing[cluster]:
                        ready.append(cluster)
                if not ready:
                    break
                cluster = ready.popleft()
                members = circuit.members[cluster]
                usual = circuit.onwards[cluster]
                if not fired[target]:
                    usual = chosen.get(cluster, usual)
                move = next((each for each in members if not fired[each]), usual)
                missing[cluster] = len(self.moves.pre[move])
                at = self._make(at, move)
                given = self.moves.post[move]

    def _make(self, at: int, move: int) -> int:
        """The state behind a move."""
        moves, found = self.moves, self.found
        found.fired[move] = found.fired[move] or at + 1
        state = found.states[at]
        state += sum(1 << 2 * place for place in moves.post[move]) - sum(1 << 2 * place for place in moves.pre[move])
        state |= moves.memory[move] << found.base
        if state not in self.number:
            self.number[state] = len(found.states)
            found.states.append(state)
            found.came_from.append(at)
            found.came_by.append(move)
        return self.number[state]

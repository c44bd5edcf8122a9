"""A proof of a scope out of the states of the flow as it stands: its runs are as short as any."""

from __future__ import annotations

from procmap.verify.exploration import Exploration
from procmap.verify.level import NOWHERE, Level
from procmap.verify.moves import Moves
from procmap.verify.net import Net, Step
from procmap.verify.plain import plain_steps
from procmap.verify.proof import Fault, Proof, begun, decided, lost_states, paths, standing
from procmap.verify.result import Property
from procmap.verify.told import Told
from procmap.verify.ways_to import Reach

__all__ = ["from_plain"]


def from_plain(
    level: Level, net: Net, moves: Moves, found: Exploration, name_ends: bool, interrupted: bool = False
) -> Proof:
    """What was found in a plain net; where it may be ``interrupted``, with what it has told on the way."""
    occurs = bytearray(len(level.nodes))
    for move, state in enumerate(found.fired):
        if state:
            for node in net.occurs[move]:
                occurs[node] = 1
    even = all(len(steps) == 1 and not steps[0][1] for steps in net.steps)

    def run(state: int, move: int = NOWHERE) -> list[Step]:
        return plain_steps(net, [*found.way(state), *([] if move == NOWHERE else [move])])

    faults: dict[Property, Fault] = {}
    lost, perhaps = lost_states(net, found)
    if lost:
        state = found.stuck(lost)
        first = even and (state == lost[0] or state not in found.edges[0])
        faults["option_to_complete"] = Fault(run(state), standing(level, net, found.tokens(state, moves.places)), first)
    if found.twice is not None:
        end = net.remembered.ends[found.twice.where]
        faults["proper_completion"] = Fault(run(found.twice.state, found.twice.move), [end], even)
    if found.unsafe is not None:
        place = found.unsafe.where
        steps = begun(net, place, run(found.unsafe.state, found.unsafe.move))
        faults["safeness"] = Fault(steps, net.flow_of(place), even)
    return Proof(
        properties=decided(level, found, occurs, bool(lost), bool(perhaps)),
        faults=faults,
        occurs=occurs,
        told=Told(
            net, found, lost, name_ends, lambda state, move: paths(level, run(state, move)), interrupted=interrupted
        ),
        whole=found.full and not found.cut,
        crowded=found.crowded,
        states=len(found.states),
        reach=Reach(level, net, found),
    )

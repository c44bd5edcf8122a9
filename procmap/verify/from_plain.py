"""A proof of a scope out of the states of the flow as it stands, or of some of them: its runs are as short as any."""

from __future__ import annotations

from procmap.verify.exploration import Exploration
from procmap.verify.level import NOWHERE, Level
from procmap.verify.moves import Moves
from procmap.verify.net import Net, Step
from procmap.verify.occurring import countable
from procmap.verify.plain import plain_steps
from procmap.verify.proof import Fault, Proof, begun, decided, lost_states, paths, standing
from procmap.verify.result import Property
from procmap.verify.told import Told
from procmap.verify.ways_to import Reach

__all__ = ["add_seen", "from_plain", "met"]


def from_plain(
    level: Level, net: Net, moves: Moves, found: Exploration, name_ends: bool, interrupted: bool = False
) -> Proof:
    """What was found in a plain net; where it may be ``interrupted``, with what it has told on the way."""
    occurs = _occurring(level, net, found)
    lost, perhaps = lost_states(net, found)
    faults: dict[Property, Fault] = {}
    if lost:
        state = found.stuck(lost)
        first = _is_even(net) and (state == lost[0] or state not in found.edges[0])
        places = standing(level, net, found.tokens(state, moves.places))
        faults["option_to_complete"] = Fault(_run(net, found, state), places, first)
    faults |= met(net, found)
    return Proof(
        properties=decided(level, found, occurs, bool(lost), bool(perhaps)),
        faults=faults,
        occurs=occurs,
        told=Told(
            net,
            found,
            lost,
            name_ends,
            lambda state, move: paths(level, _run(net, found, state, move)),
            interrupted=interrupted,
        ),
        whole=found.full and not found.cut,
        crowded=found.crowded,
        states=len(found.states),
        reach=Reach(level, net, found),
    )


def add_seen(proof: Proof, level: Level, net: Net, found: Exploration) -> None:
    """Put into a proof what was met in some states of the flow as it stands: that is so whatever the others are.

    The runs to it are as short as any, since the search is breadth first.
    """
    proof.states += len(found.states)
    for name, fault in met(net, found).items():
        proof.faults[name] = fault
        proof.properties[name] = False
    if proof.properties["no_dead_activities"] is None:
        for number, occurs in enumerate(_occurring(level, net, found)):
            if occurs:
                proof.occurs[number] = 1
        if all(proof.occurs[number] for number in countable(level)):
            proof.properties["no_dead_activities"] = True


def _occurring(level: Level, net: Net, found: Exploration) -> bytearray:
    """Which nodes occur in the moves that were made."""
    occurs = bytearray(len(level.nodes))
    for move, state in enumerate(found.fired):
        if state:
            for node in net.occurs[move]:
                occurs[node] = 1
    return occurs


def met(net: Net, found: Exploration) -> dict[Property, Fault]:
    """An end that was reached twice, and two tokens on a flow."""
    faults: dict[Property, Fault] = {}
    even = _is_even(net)
    if found.twice is not None:
        end = net.remembered.ends[found.twice.where]
        faults["proper_completion"] = Fault(_run(net, found, found.twice.state, found.twice.move), [end], even)
    if found.unsafe is not None:
        place = found.unsafe.where
        steps = begun(net, place, _run(net, found, found.unsafe.state, found.unsafe.move))
        faults["safeness"] = Fault(steps, net.flow_of(place), even)
    return faults


def _is_even(net: Net) -> bool:
    """Whether each move is one element, so that the shortest way in moves is the shortest in elements."""
    return all(len(steps) == 1 and not steps[0][1] for steps in net.steps)


def _run(net: Net, found: Exploration, state: int, move: int = NOWHERE) -> list[Step]:
    return plain_steps(net, [*found.way(state), *([] if move == NOWHERE else [move])])

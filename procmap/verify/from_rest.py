"""A proof of a scope out of the states of what is left of its flow: runs are told in elements of the flow."""

from __future__ import annotations

from procmap.verify.exploration import Exploration
from procmap.verify.level import NOWHERE, Level
from procmap.verify.net import Net, Step
from procmap.verify.proof import Fault, Proof, begun, paths, standing
from procmap.verify.replay import contracted_steps, flat, run_out, steps_to_two
from procmap.verify.residue import Run
from procmap.verify.rest import Rest
from procmap.verify.result import Property
from procmap.verify.told import Told
from procmap.verify.ways_to import Reach

__all__ = ["from_rest"]


def from_rest(
    level: Level,
    net: Net,
    rest: Rest,
    found: Exploration,
    properties: dict[Property, bool | None],
    occurs: bytearray,
    lost: list[int],
    name_ends: bool,
    least: tuple[list[Step], list[int]] | None,
) -> Proof:
    """What was found in a residue; ``least`` is a shortest run to a dead state, and where its tokens are."""
    faults: dict[Property, Fault] = {}
    delayed = [each for each, _ in rest.residue.waiting_for]
    drains = rest.drains()

    def way(state: int, move: int = NOWHERE) -> list[Run]:
        return [rest.runs[each] for each in (*found.way(state), *([] if move == NOWHERE else [move]))]

    if lost:
        steps, places = least or run_out(net, way(found.stuck(lost)), drains, delayed)
        faults["option_to_complete"] = Fault(steps, standing(level, net, places), least is not None)
    if found.twice is not None:
        end = net.remembered.ends[found.twice.where]
        last = sorted(drains, key=lambda each: end in net.occurs[flat([each])[-1]])
        steps = contracted_steps(net, way(found.twice.state, found.twice.move), last)
        faults["proper_completion"] = Fault(steps, [end], False)
    if found.unsafe is not None:
        place = rest.number[found.unsafe.where]
        final = flat(way(0, found.unsafe.move))
        two = steps_to_two(net, way(found.unsafe.state), rest.drains([place]), final)
        if two is not None:
            faults["safeness"] = Fault(two[0], [two[1]], False)
        else:
            steps = contracted_steps(net, way(found.unsafe.state), rest.drains([place]), final, [place])
            steps = begun(net, place, steps)
            faults["safeness"] = Fault(steps, net.flow_of(place) if place < len(net.flow) else [], False)
    told = Told(
        net,
        found,
        lost,
        name_ends,
        lambda state, move: paths(level, run_out(net, way(state, move), drains, delayed)[0]),
    )
    return Proof(
        properties=properties,
        faults=faults,
        occurs=occurs,
        told=told,
        whole=found.full and not found.cut,
        crowded=found.crowded,
        states=len(found.states),
        reach=Reach(level, net, found, rest),
    )

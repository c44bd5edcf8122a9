"""One scope: reduce it, look at what is left, and where that is not the end of it, at the flow as it stands.

A sound scope is recognised from the residue alone. A fault is looked for in the plain flow too, for the shortest run
that shows it, as long as that is within reach and the residue does not tell it (``least.py``); else the run through the
residue is told, and not called shortest.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from procmap.verify.catching import NOBODY, Escalations
from procmap.verify.compile import compiled
from procmap.verify.doing import Doing, Inner, Outcome
from procmap.verify.exploration import Exploration
from procmap.verify.explore import explore
from procmap.verify.free_choice import is_sound
from procmap.verify.guided import run_to_all
from procmap.verify.least import shortest_to_dead
from procmap.verify.level import NOWHERE, Level
from procmap.verify.moves import Moves
from procmap.verify.net import SPLIT, Net, Step
from procmap.verify.occurring import countable, occurring
from procmap.verify.plain import plain_moves, plain_steps
from procmap.verify.reduce import reduced
from procmap.verify.replay import contracted_steps, flat, run_out
from procmap.verify.residue import Residue, Run
from procmap.verify.rest import Rest
from procmap.verify.result import PROPERTIES, Property
from procmap.verify.told import Told
from procmap.verify.ways_to import Reach

__all__ = ["Fault", "Proof", "prove"]

_SMALL = 60
_LOOK = 20_000
"""Up to so many flows the plain flow is looked at too, up to so many states, where something was left open: after a cut
what is left tells less than the flow itself, though nothing wrong."""

_FIRST_LOOK = 2_000
"""States of what is left after reducing that are looked at before a proof without states is tried."""

_GLANCE = 1_000
"""States of a larger flow that are looked at for a shorter run."""

_FEW = 200
"""Up to so many states of what is left a shortest run is looked for there; then no more of the flow itself are."""


@dataclass(slots=True)
class Fault:
    """A run that ends in a fault, and the elements at fault by number; for safeness, flows by number."""

    steps: list[Step]
    at: list[int]
    shortest: bool


@dataclass(slots=True)
class Proof:
    """What was found out about one scope.

    ``properties`` as in Verification, for this scope alone; ``occurs[i]`` whether node i can occur, ``reach`` how to
    come to it. ``outcomes`` are those of a run, ``whole`` whether all are known, ``crowded`` whether more than two
    tokens on a flow are why not; ``throws`` is a run to where each escalation was thrown. ``meanwhile`` are the ends
    that it may have reached and what it may have thrown before, ``stuck`` where it can come to nothing from there.
    ``too_many`` is a gateway with more answers than can be tried.
    """

    properties: dict[Property, bool | None]
    faults: dict[Property, Fault]
    occurs: bytearray
    outcomes: dict[Outcome, Inner]
    whole: bool
    crowded: bool
    states: int
    reach: Reach
    throws: dict[str, Inner] = field(default_factory=dict)
    meanwhile: dict[Outcome, Inner] = field(default_factory=lambda: {Outcome(): ()})
    too_many: int | None = None


def prove(
    level: Level,
    doings: dict[int, Doing],
    *,
    bound: int,
    escalations: Escalations = NOBODY,
    name_ends: bool = False,
    interrupted: bool = False,
    broken_off: bool = False,
) -> Proof:
    """Decide a scope whose activities are known from outside.

    ``escalations`` tells what becomes of those thrown in it. With ``name_ends`` the outcomes tell which ends were
    reached. It may be ``interrupted`` by an event subprocess, or else ``broken_off`` on the way; then, where there is
    more to tell than that it has begun, it is looked at as it stands, since what was folded away has no state between.
    """
    net = compiled(level, doings, contract=True, escalations=escalations)
    is_told = True
    if (interrupted and name_ends) or ((interrupted or broken_off) and net.remembered.thrown):
        plain_net = compiled(level, doings, contract=False, escalations=escalations)
        if plain_net.too_many is None:
            whole = plain_moves(plain_net)
            return _from_plain(level, plain_net, whole, explore(whole, bound), name_ends, True)
        is_told = False
    rest = Rest(reduced(net), tells=name_ends)
    moves = rest.moves
    if moves is None:
        return _undecided(level, net, rest.residue)
    found = explore(moves, min(bound, _FIRST_LOOK))
    sound = not found.full and found.unsafe is None and not net.remembered.thrown and is_sound(moves)
    if sound:
        run_to_all(moves, found)
    elif not found.full and bound > _FIRST_LOOK:
        found = explore(moves, bound)
    occurs = occurring(level, net, rest, found)
    lost, perhaps = ([], []) if sound else _lost(net, found)
    properties = _properties(level, found, occurs, bool(lost), bool(perhaps))
    least = None
    if lost and found.full and not found.cut and len(found.states) <= _FEW:
        least = shortest_to_dead(net, rest, moves)
    if not all(properties.values()):
        small = len(level.source) <= _SMALL
        settled = None not in properties.values()
        if not settled or len(level.source) <= _GLANCE:  # else it has more states than that
            plain_net = compiled(level, doings, contract=False, escalations=escalations)
            if plain_net.too_many is None:
                whole = plain_moves(plain_net)
                look = _LOOK if small and not settled else _GLANCE if least is None else _FEW
                plain = explore(whole, min(bound, look))
                if plain.full:
                    return _from_plain(level, plain_net, whole, plain, name_ends)
    proof = _from_rest(level, net, rest, found, properties, occurs, lost, name_ends, least)
    proof.whole = proof.whole and is_told
    return proof


def _from_plain(
    level: Level, net: Net, moves: Moves, found: Exploration, name_ends: bool, interrupted: bool = False
) -> Proof:
    occurs = bytearray(len(level.nodes))
    for move, state in enumerate(found.fired):
        if state:
            for node in net.occurs[move]:
                occurs[node] = 1
    even = all(len(steps) == 1 and not steps[0][1] for steps in net.steps)

    def run(state: int, move: int = NOWHERE) -> list[Step]:
        return plain_steps(net, [*found.way(state), *([] if move == NOWHERE else [move])])

    faults: dict[Property, Fault] = {}
    lost, perhaps = _lost(net, found)
    if lost:
        state = found.stuck(lost)
        first = even and (state == lost[0] or state not in found.edges[0])
        faults["option_to_complete"] = Fault(
            run(state), _standing(level, net, found.tokens(state, moves.places)), first
        )
    if found.twice is not None:
        end = net.remembered.ends[found.twice.where]
        faults["proper_completion"] = Fault(run(found.twice.state, found.twice.move), [end], even)
    if found.unsafe is not None:
        place = found.unsafe.where
        steps = _begun(net, place, run(found.unsafe.state, found.unsafe.move))
        faults["safeness"] = Fault(steps, net.flow_of(place), even)
    told = Told(net, found, lost, name_ends, lambda state, move: paths(level, run(state, move)))
    proof = Proof(
        properties=_properties(level, found, occurs, bool(lost), bool(perhaps)),
        faults=faults,
        occurs=occurs,
        outcomes=told.outcomes(exits_too=interrupted),
        throws=told.throws(),
        whole=found.full and not found.cut,
        crowded=found.crowded,
        states=len(found.states),
        reach=Reach(level, net, found),
    )
    if interrupted:
        proof.meanwhile = told.meanwhile()
    return proof


def _from_rest(
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
    faults: dict[Property, Fault] = {}
    delayed = [each for each, _ in rest.residue.waiting_for]
    drains = rest.drains()

    def way(state: int, move: int = NOWHERE) -> list[Run]:
        return [rest.runs[each] for each in (*found.way(state), *([] if move == NOWHERE else [move]))]

    if lost:
        steps, places = least or run_out(net, way(found.stuck(lost)), drains, delayed)
        faults["option_to_complete"] = Fault(steps, _standing(level, net, places), least is not None)
    if found.twice is not None:
        end = net.remembered.ends[found.twice.where]
        last = sorted(drains, key=lambda each: end in net.occurs[flat([each])[-1]])
        steps = contracted_steps(net, way(found.twice.state, found.twice.move), last)
        faults["proper_completion"] = Fault(steps, [end], False)
    if found.unsafe is not None:
        place = rest.number[found.unsafe.where]
        final = flat(way(0, found.unsafe.move))
        steps = contracted_steps(net, way(found.unsafe.state), rest.drains([place]), final, [place])
        steps = _begun(net, place, steps)
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
        outcomes=told.outcomes(),
        throws=told.throws(),
        whole=found.full and not found.cut,
        crowded=found.crowded,
        states=len(found.states),
        reach=Reach(level, net, found, rest),
    )


def _lost(net: Net, found: Exploration) -> tuple[list[int], list[int]]:
    remembered = net.remembered
    return found.lost(remembered.ending, remembered.leaving, remembered.unsure)


def _begun(net: Net, place: int, steps: list[Step]) -> list[Step]:
    """A run to where too much is held: it ends where the last of it begins."""
    last = next((at for at in range(len(steps) - 1, -1, -1) if steps[at][0] == net.held.get(place)), None)
    return steps if last is None else [*steps[:last], (steps[last][0], ())]


def _undecided(level: Level, net: Net, residue: Residue) -> Proof:
    """A split has more answers than can be tried."""
    wide = next((move for move, kind in enumerate(residue.kind) if kind == SPLIT and residue.is_wide(move)), 0)
    return Proof(
        properties=dict.fromkeys(PROPERTIES),
        faults={},
        occurs=bytearray(b"\1") * len(level.nodes),
        outcomes={},
        whole=False,
        crowded=False,
        states=0,
        reach=Reach(level, net, Exploration([0], [-1], [-1], [], 0, [])),
        too_many=net.node[flat([residue.run[wide]])[-1]],
    )


def _properties(
    level: Level, found: Exploration, occurs: bytearray, lost: bool, perhaps: bool
) -> dict[Property, bool | None]:
    open_ = bool(found.cut) or not found.full
    dead = any(not occurs[number] for number in countable(level))

    def value(fault: bool, maybe: bool = False) -> bool | None:
        return False if fault else None if maybe else True

    return {
        "option_to_complete": value(lost, open_ or perhaps),
        "proper_completion": value(found.twice is not None, open_),
        "no_dead_activities": value(dead and not open_, dead),
        "safeness": value(found.unsafe is not None, open_),
    }


def _standing(level: Level, net: Net, places: Iterable[int]) -> list[int]:
    """Where the tokens of some places stand: the nodes that they wait before, or that hold them."""
    nodes: dict[int, None] = {}
    for place in places:
        flow = net.flow[place] if place < len(net.flow) else NOWHERE
        if flow != NOWHERE:
            nodes[level.target[flow]] = None
        elif place in net.held:
            nodes[net.held[place]] = None
        elif place == net.entry:
            nodes.update(dict.fromkeys(level.starts))
    return sorted(nodes)


def paths(level: Level, steps: Iterable[Step]) -> Inner:
    """The elements that occur, by their paths."""
    found: list[str] = []
    for node, inner in steps:
        if node != NOWHERE:
            found.append(level.path(node))
        found.extend(inner)
    return tuple(found)

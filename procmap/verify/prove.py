"""One scope: reduce it, look at what is left, and where that is not the end of it, at the flow as it stands.

A sound scope is recognised from the residue alone. A fault is looked for in the plain flow too, for the shortest run
that shows it, as long as that is within reach; else the run through the residue is told, and not called shortest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from procmap.model.gateway import Gateway
from procmap.verify.catching import NOBODY, Escalations
from procmap.verify.doing import Doing, Inner, Outcome
from procmap.verify.explore import Exploration, Moves, explore
from procmap.verify.free_choice import is_sound
from procmap.verify.guided import run_to_all
from procmap.verify.level import CALL, END, NOWHERE, START, TASK, Level
from procmap.verify.net import JOIN, SPLIT, Net, Step
from procmap.verify.reach import nearness
from procmap.verify.reduce import Residue, Run
from procmap.verify.replay import contracted_steps, flat, run_out
from procmap.verify.result import PROPERTIES, Property

__all__ = ["Fault", "Proof", "prove"]

_SMALL = 60
_LOOK = 20_000
"""Up to so many flows the plain flow is looked at too, up to so many states, where something was left open: after a cut
what is left tells less than the flow itself, though nothing wrong."""

_FIRST_LOOK = 2_000
"""States of what is left after reducing that are looked at before a proof without states is tried."""

_GLANCE = 1_000
"""States of a larger flow that are looked at for a shorter run."""


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
    reach: _Reach
    throws: dict[str, Inner] = field(default_factory=dict)
    meanwhile: dict[Outcome, Inner] = field(default_factory=lambda: {Outcome(): ()})
    too_many: int | None = None


@dataclass(slots=True)
class _Reach:
    """How to come to a node: kept for faults inside it."""

    level: Level
    net: Net
    found: Exploration
    residue: Residue | None = None

    def steps(self, node: int) -> list[Step]:
        """A run that ends where the node occurs; nothing where none is at hand."""
        if self.residue is not None:
            steps = self._steps_of_residue(node)
            if any(each == node for each, _ in steps):
                return steps
            net = Net(self.level, self.net.doings, contract=False, escalations=self.net.escalations)
            if net.too_many is not None:
                return []
            self.net, self.found, self.residue = net, explore(_plain_moves(net), _LOOK), None
        for move, state in enumerate(self.found.fired):
            if state and node in self.net.occurs[move]:
                steps = [*_plain_steps(self.net, self.found.way(state - 1)), *self.net.steps[move]]
                return steps if any(each == node for each, _ in steps) else [*steps, (node, ())]
        return []

    def _steps_of_residue(self, node: int) -> list[Step]:
        net, found = self.net, self.found
        assert self.residue is not None
        for each, run in enumerate(self.residue.left):
            if found.fired[each]:
                moves = flat([run])
                for number, move in enumerate(moves):
                    if isinstance(move, int) and node in net.occurs[move]:
                        way = [self.residue.left[before] for before in found.way_to_move(each)]
                        drains = self.residue.drains(net.pre[moves[0]])
                        return contracted_steps(net, way, drains, moves[: number + 1])
        return self._steps_to_passing(node)

    def _steps_to_passing(self, node: int) -> list[Step]:
        """A run to a node that only passes tokens on: whatever gives to its place, then on to it."""
        net, found = self.net, self.found
        assert self.residue is not None
        places = {net.place[flow] for flow in self.level.ins[node]}
        candidates: list[tuple[int, list[int]]] = [(0, [])]
        for number, state in enumerate(found.fired):
            if state:
                way = [*found.way_to_move(number), number]
                candidates.append((len(way), way))
        for _, way in sorted(candidates):
            runs = [self.residue.left[each] for each in way]
            taken = net.pre[flat(runs[-1:])[0]] if runs else ()
            drains = self.residue.drains({*places, *taken})
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
    net = Net(level, doings, contract=True, escalations=escalations)
    is_told = True
    if (interrupted and name_ends) or ((interrupted or broken_off) and net.thrown):
        plain_net = Net(level, doings, contract=False, escalations=escalations)
        if plain_net.too_many is None:
            plain_moves = _plain_moves(plain_net)
            return _from_plain(level, plain_net, plain_moves, explore(plain_moves, bound), name_ends, True)
        is_told = False
    residue = Residue(net, tells=name_ends)
    moves = residue.moves()
    if moves is None:
        return _undecided(level, net, residue)
    found = explore(moves, min(bound, _FIRST_LOOK))
    sound = not found.full and found.unsafe is None and not net.thrown and is_sound(moves)
    if sound:
        run_to_all(moves, found)
    elif not found.full and bound > _FIRST_LOOK:
        found = explore(moves, bound)
    proof = _from_residue(level, net, residue, moves, found, name_ends, sound)
    proof.whole = proof.whole and is_told
    if all(proof.properties.values()):
        return proof
    small = len(level.source) <= _SMALL
    settled = all(value is not None for value in proof.properties.values())
    if settled and len(level.source) > _GLANCE:
        return proof  # it would have more states than that
    plain_net = Net(level, doings, contract=False, escalations=escalations)
    if plain_net.too_many is not None:
        return proof
    plain_moves = _plain_moves(plain_net)
    plain = explore(plain_moves, min(bound, _LOOK if small and not settled else _GLANCE))
    if plain.full:
        return _from_plain(level, plain_net, plain_moves, plain, name_ends)
    return proof


def _plain_moves(net: Net) -> Moves:
    return Moves(
        places=len(net.flow),
        initial=net.initial,
        pre=net.pre,
        post=net.post,
        kind=net.kind,
        memory=net.marks,
        marks=net.many_marks,
        ends=len(net.ends),
        near=nearness(net),
        uncounted=list(net.held),
        colours=net.groups(),
    )


def _plain_steps(net: Net, way: Iterable[int]) -> list[Step]:
    return [step for move in way for step in net.steps[move]]


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
        return _plain_steps(net, [*found.way(state), *([] if move == NOWHERE else [move])])

    faults: dict[Property, Fault] = {}
    lost, perhaps = found.lost(net.ending)
    if lost:
        state = _stuck(found, lost)
        first = even and (state == lost[0] or state not in found.edges[0])
        faults["option_to_complete"] = Fault(
            run(state), _standing(level, net, found.tokens(state, moves.places)), first
        )
    if found.twice is not None:
        end = net.ends[found.twice.where]
        faults["proper_completion"] = Fault(run(found.twice.state, found.twice.move), [end], even)
    if found.unsafe is not None:
        place = found.unsafe.where
        steps = _begun(net, place, run(found.unsafe.state, found.unsafe.move))
        faults["safeness"] = Fault(steps, net.flow_of(place), even)
    told = _Told(net, found, lost, name_ends, lambda state, move: paths(level, run(state, move)))
    proof = Proof(
        properties=_properties(level, found, occurs, bool(lost), bool(perhaps)),
        faults=faults,
        occurs=occurs,
        outcomes=told.outcomes(exits_too=interrupted),
        throws=told.throws(),
        whole=found.full and not found.cut,
        crowded=found.crowded,
        states=len(found.states),
        reach=_Reach(level, net, found),
    )
    if interrupted:
        proof.meanwhile = told.meanwhile()
    return proof


def _from_residue(
    level: Level, net: Net, residue: Residue, moves: Moves, found: Exploration, name_ends: bool, sound: bool
) -> Proof:
    occurs = _occurring(level, net, residue, found)
    faults: dict[Property, Fault] = {}
    lost, perhaps = ([], []) if sound else found.lost(net.ending)

    delayed = [each for each, _ in residue.waiting_for]
    drains = residue.drains()

    def way(state: int, move: int = NOWHERE) -> list[Run]:
        return [residue.left[each] for each in (*found.way(state), *([] if move == NOWHERE else [move]))]

    if lost:
        state = _stuck(found, lost)
        steps, places = run_out(net, way(state), drains, delayed)
        faults["option_to_complete"] = Fault(steps, _standing(level, net, places), False)
    if found.twice is not None:
        end = net.ends[found.twice.where]
        last = sorted(drains, key=lambda each: end in net.occurs[flat([each])[-1]])
        steps = contracted_steps(net, way(found.twice.state, found.twice.move), last)
        faults["proper_completion"] = Fault(steps, [end], False)
    if found.unsafe is not None:
        place = residue.number[found.unsafe.where]
        final = flat(way(0, found.unsafe.move))
        steps = contracted_steps(net, way(found.unsafe.state), residue.drains([place]), final, [place])
        steps = _begun(net, place, steps)
        faults["safeness"] = Fault(steps, net.flow_of(place) if place < len(net.flow) else [], False)
    told = _Told(
        net,
        found,
        lost,
        name_ends,
        lambda state, move: paths(level, run_out(net, way(state, move), drains, delayed)[0]),
    )
    return Proof(
        properties=_properties(level, found, occurs, bool(lost), bool(perhaps)),
        faults=faults,
        occurs=occurs,
        outcomes=told.outcomes(),
        throws=told.throws(),
        whole=found.full and not found.cut,
        crowded=found.crowded,
        states=len(found.states),
        reach=_Reach(level, net, found, residue),
    )


def _begun(net: Net, place: int, steps: list[Step]) -> list[Step]:
    """A run to where too much is held: it ends where the last of it begins."""
    return [*steps[:-1], (steps[-1][0], ())] if place in net.held and steps else steps


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
        reach=_Reach(level, net, Exploration([0], [-1], [-1], [], 0, [])),
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


def countable(level: Level) -> list[int]:
    """The activities and events that should be able to occur."""
    hosted = {event for events in level.border.values() for event in events}
    return [
        number
        for number, kind in enumerate(level.kind)
        if number not in level.outside
        and (
            kind in (TASK, CALL, START, END)
            or number in hosted
            or (number in level.apart and not isinstance(level.nodes[number], Gateway))
        )
    ]


def _stuck(found: Exploration, lost: list[int]) -> int:
    """The first state in which nothing can happen any more; else one that it goes round to for ever."""
    going = set(found.edges[0]) | found.cut
    still = next((state for state in lost if state not in going), None)
    return found.going_round(lost[0]) if still is None else still


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


class _Told:
    """What the states of a scope tell outside, each with a run to it: ``run`` of a state and a move out of it."""

    def __init__(
        self, net: Net, found: Exploration, lost: list[int], name_ends: bool, run: Callable[[int, int], Inner]
    ) -> None:
        self.net = net
        self.found = found
        self.lost = lost
        self.name_ends = name_ends
        self.run = run
        self.first_thrown = len(net.ends)
        self.first_exit = self.first_thrown + len(net.thrown)
        interesting = (1 << net.many_marks) - 1
        self.interesting = interesting if name_ends else interesting & ~((1 << self.first_thrown) - 1)

    def outcomes(self, *, exits_too: bool = False) -> dict[Outcome, Inner]:
        """How it can come out; with ``exits_too`` those that are broken off name the ends they had reached."""
        found: dict[Outcome, Inner] = {}
        for memory, state in self._by_memory(self.found.complete).items():
            outcome = self._outcome(memory)
            if memory & self.net.ending and outcome.exit is None and not outcome.stopped:
                continue  # what breaks it off is still to come
            if outcome.exit is not None and not exits_too:
                outcome = replace(outcome, ends=frozenset())
            if outcome not in found:
                found[outcome] = self.run(state, NOWHERE)
        silent = self._silent()
        for memory in self._by_memory(silent):
            outcome = replace(self._outcome(memory), stuck=True, ends=frozenset())
            if outcome not in found:
                alike = [state for state in silent if self.found.memory(state) & self.interesting == memory]
                found[outcome] = self.run(_stuck(self.found, alike), NOWHERE)
        for memory, (state, move) in self.found.cut_after.items():
            outcome = replace(self._outcome(memory & self.interesting), cut=True, exit=None, ends=frozenset())
            if outcome not in found:
                found[outcome] = self.run(state, move)
        return found

    def throws(self) -> dict[str, Inner]:
        """A run to where each escalation was thrown."""
        found: dict[str, Inner] = {}
        for k, name in enumerate(self.net.thrown):
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
        if not self.net.thrown or not self.lost:
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

    def meanwhile(self) -> dict[Outcome, Inner]:
        """What it may have told before it was complete."""
        lasting, over = self.net.lasting, self.net.stopped
        over |= sum(1 << self.first_exit + k for k in range(len(self.net.exits)))
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
        net = self.net
        return Outcome(
            ends=frozenset(net.level.nodes[node].id for k, node in enumerate(net.ends) if memory >> k & 1),
            exit=next((each for k, each in enumerate(net.exits) if memory >> self.first_exit + k & 1), None),
            thrown=frozenset(name for k, name in enumerate(net.thrown) if memory >> self.first_thrown + k & 1),
            stopped=bool(memory & net.stopped),
        )


def paths(level: Level, steps: Iterable[Step]) -> Inner:
    """The elements that occur, by their paths."""
    found: list[str] = []
    for node, inner in steps:
        if node != NOWHERE:
            found.append(level.path(node))
        found.extend(inner)
    return tuple(found)


def _occurring(level: Level, net: Net, residue: Residue, found: Exploration) -> bytearray:
    """Which nodes can occur, those that only pass tokens on too."""
    made = bytearray(len(net.pre))
    if all(found.fired):
        for move, pre in enumerate(net.pre):
            made[move] = 1 if pre else 0
    else:
        for run, state in zip(residue.left, found.fired, strict=True):
            if state:
                for move in flat([run]):
                    if isinstance(move, int):
                        made[move] = 1
        for each in found.cut_fired:
            made[flat([residue.left[each]])[0]] = 1
        for move in flat(_made_before(residue, found)):
            if isinstance(move, int):
                made[move] = 1
        _credit(net, residue, made)
    occurs = bytearray(len(level.nodes))
    reached = bytearray(len(level.source))
    waiting = list(level.entries)
    for move, is_made in enumerate(made):
        if is_made:
            for node in net.occurs[move]:
                occurs[node] = 1
            waiting += net.gives[move]
    after = net.next
    target = level.target
    for first in waiting:
        flow = first
        while not reached[flow]:
            reached[flow] = 1
            if after[flow] == NOWHERE:
                break
            node = target[flow]
            occurs[node] = 1
            doing = net.doings.get(node)
            if doing is not None:
                for each in (*doing.along, *doing.ways[0].along):
                    occurs[each] = 1
            flow = after[flow]
    return occurs


def _made_before(residue: Residue, found: Exploration) -> Iterator[Run]:
    """Runs that were put off until what takes from them can occur, and could be made in some state."""
    left = [(sum(1 << 2 * place for place in places), run) for run, places in residue.delayed()]
    low = sum(1 << 2 * place for place in range(len(residue.number)))
    for state in found.states if left else ():
        some = (state | state >> 1) & low
        made = [run for need, run in left if some & need == need]
        if made:
            yield from made
            left = [(need, run) for need, run in left if some & need != need]
            if not left:
                return


def _credit(net: Net, residue: Residue, made: bytearray) -> None:
    """What was folded away occurs if what is like it does, or if its only place is reached."""
    waiting = []
    for run, like in residue.folded:
        moves, others = ([move for move in flat([each]) if isinstance(move, int)] for each in (run, like))
        waiting.append((moves, others))
    changed = True
    while changed:
        changed = False
        marked = set(net.initial)
        for move, is_made in enumerate(made):
            if is_made:
                marked.update(net.post[move])
        left = []
        for moves, others in waiting:
            enough = any if net.kind[moves[0]] == JOIN else all
            if all(made[move] for move in others) if others else enough(p in marked for p in net.pre[moves[0]]):
                for move in moves:
                    made[move] = 1
                changed = True
            else:
                left.append((moves, others))
        waiting = left

"""What is proved without looking at states is so, and what is so is proved; unsound flows never are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import lanes
import pytest
import random_flows
import random_nets

import procmap
from procmap import Event, Gateway, Process, SequenceFlow, SubProcess, Task
from procmap.verify.exploration import Exploration
from procmap.verify.explore import explore
from procmap.verify.free_choice import is_sound
from procmap.verify.guided import run_to_all
from procmap.verify.moves import Moves
from procmap.verify.net import CUT, JOIN, MOVE, RESET

STEP = 250
LIMIT = 3_000


def net(initial: Iterable[int], *moves: tuple[list[int], list[int]], **more: Any) -> Moves:
    """Moves by what they take and give; those that give nothing are ends."""
    ends = [number for number, (_, post) in enumerate(moves) if not post]
    values: dict[str, Any] = {
        "places": 1 + max(place for places in moves for each in places for place in each),
        "initial": list(initial),
        "pre": [pre for pre, _ in moves],
        "post": [post for _, post in moves],
        "kind": [MOVE] * len(moves),
        "memory": [1 << ends.index(number) if number in ends else 0 for number in range(len(moves))],
        "marks": len(ends),
        "ends": len(ends),
    }
    return Moves(**values | more)


def judged(found: Exploration) -> tuple[bool, bool]:
    """Whether all four properties hold, and whether an end is only reached when all else is empty."""
    tokens = (1 << found.base) - 1
    sound = not (found.cut or found.unsafe or found.twice or found.lost()[0]) and all(found.fired)
    return sound, not any(state >> found.base and state & tokens for state in found.states)


@pytest.mark.parametrize("first", range(0, 4_000, STEP))
def test_proved_just_where_all_states_are_sound(first: int) -> None:
    counts = {True: 0, False: 0}
    for seed in range(first, first + STEP):
        moves, grown = random_nets.make(seed, 5)
        found = explore(moves, LIMIT)
        if not found.full:
            assert not grown or is_sound(moves), seed
            continue
        sound, alone = judged(found)
        assert sound or not grown, f"seed {seed}: what grows is sound"
        assert is_sound(moves) is (sound and alone), seed
        counts[sound] += 1
    assert min(counts.values()) > STEP // 5


@pytest.mark.parametrize("first", range(0, 400, STEP))
def test_a_run_to_every_move_and_every_end(first: int) -> None:
    proved = 0
    for seed in range(first, first + STEP):
        moves, _ = random_nets.make(seed, 5)
        if not is_sound(moves):
            continue
        proved += 1
        whole = explore(moves, LIMIT)
        found = explore(moves, 3)
        run_to_all(moves, found)
        assert all(found.fired), seed
        for move, state in enumerate(found.fired):
            assert played(moves, [*found.way(state - 1), move]) is not None, seed
        for state in found.complete:
            assert played(moves, found.way(state)) == [], seed
        if whole.full:
            assert {found.memory(state) for state in found.complete} == {whole.memory(state) for state in whole.complete}
    assert proved > STEP // 5


def played(moves: Moves, way: list[int]) -> list[int] | None:
    """Where tokens are after some moves; None where one of them cannot be made."""
    tokens = list(moves.initial)
    for move in way:
        for place in moves.pre[move]:
            if place not in tokens:
                return None
            tokens.remove(place)
        tokens += moves.post[move]
    return sorted(tokens)


SOUND = {
    "one step": net([0], ([0], [])),
    "several at the beginning": net([0, 1], ([0, 1], [2]), ([2], [])),
    "ends one or the other": net([0], ([0], []), ([0], [])),
    "a choice behind waiting": net([0], ([0], [1, 2]), ([1, 2], [3]), ([1, 2], [1, 2]), ([3], [])),
    "gives to where it takes from": net([0], ([0], [0]), ([0], [1, 2]), ([1, 2], [1, 3]), ([3], [2]), ([1, 2], [])),
    "back to the beginning": net([0], ([0], [1, 2]), ([1, 2], [3]), ([3], [0]), ([3], [])),
    "two held at once is no fault, and does not come": net([0], ([0], [1]), ([1], []), uncounted=[1]),
}


@pytest.mark.parametrize("name", SOUND)
def test_sound(name: str) -> None:
    assert judged(explore(SOUND[name], LIMIT)) == (True, True)
    assert is_sound(SOUND[name])


UNSOUND = {
    "waits for what never comes": net([0], ([0], [1]), ([0], [2]), ([1, 2], [])),
    "a second token": net([0], ([0], [1, 2]), ([1], [3]), ([2], [3]), ([3], [])),
    "two tokens at once": net([0], ([0], [1, 1]), ([1], [])),
    "takes two of a place": net([0], ([0], [1]), ([1, 1], [])),
    "round for ever": net([0], ([0], [1]), ([1], [0])),
    "a way in and none out": net([0], ([0], [1]), ([0], []), ([1], [1])),
    "a place that nothing takes from": net([0], ([0], [1]), ([0], [])),
    "a move that never comes": net([0], ([0], []), ([1], [0])),
    "something apart": net([0], ([0], []), ([1], [1])),
    "takes nothing": net([0], ([0], []), ([], [0])),
    "nothing at the beginning": net([], ([0], [])),
    "two at the beginning": net([0, 0], ([0], [])),
    "stuck in the other order": net([0], ([0], [1, 2]), ([1, 3], [4]), ([2, 4], [3, 5]), ([5], [])),
    "goes round and leaves something behind": net([0], ([0], [1, 2]), ([1], [0]), ([1], [3]), ([2, 3], [])),
    "places in balance, moves not": net([3, 2], ([4, 1, 0], []), ([4, 1, 0], [1, 2, 0]), ([3, 2], [4, 0, 1])),
    "moves in balance, places not": net(
        [0], ([2, 3], []), ([0], [1]), ([0], [1, 4, 3]), ([1, 4], [2]), ([1, 4], [0, 4])
    ),
    "choices that should agree": net(
        [0], ([0], [1, 2]), ([1], [3]), ([1], [4]), ([2], [5]), ([2], [6]), ([3, 5], []), ([4, 6], [])
    ),
}


@pytest.mark.parametrize("name", UNSOUND)
def test_never_proved(name: str) -> None:
    assert not judged(explore(UNSOUND[name], LIMIT))[0]
    assert not is_sound(UNSOUND[name])


UNDECIDED = {
    "ends side by side": net([0], ([0], [1, 2]), ([1], []), ([2], [])),
    "an inclusive join": net([0], ([0], []), kind=[JOIN]),
    "all is gone": net([0], ([0], []), kind=[RESET]),
    "what is not known": net([0], ([0], []), kind=[CUT]),
    "two places that are one flow": net([0], ([0], [1]), ([0], [2]), ([1], []), ([2], []), colours=[[1, 2]]),
    "a choice that is not free": net([0], ([0], [1, 2]), ([1, 2], [3]), ([1], [4]), ([2, 4], []), ([3], [])),
}


@pytest.mark.parametrize("name", UNDECIDED)
def test_left_to_the_search(name: str) -> None:
    assert not is_sound(UNDECIDED[name])


def grid(many: int, steps: int) -> Moves:
    """Lanes that wait for one another crosswise, without anything else."""
    own, word = range(many * (steps + 1)), range(many * (steps + 1), 2 * many * (steps + 1))
    first = 2 * many * (steps + 1)

    def at(places: range, lane: int, step: int) -> int:
        return places[step * many + lane % many]

    def row(step: int) -> list[int]:
        return [at(places, lane, step) for places in (own, word) for lane in range(many)]

    moves = [([first], row(0)), (row(steps), [])]
    for step in range(steps):
        for lane in range(many):
            after = [at(own, lane, step + 1), at(word, lane + 1, step + 1)]
            moves.append(([at(own, lane, step), at(word, lane, step)], after))
    return net([first], *moves)


def test_proved_where_there_are_more_states_than_are_looked_at() -> None:
    moves = grid(10, 10)
    assert not explore(moves, 200_000).full
    assert is_sound(moves)


@pytest.mark.parametrize(("many", "steps"), [(3, 2), (4, 3), (8, 3)])
def test_lanes_that_wait_for_one_another(many: int, steps: int) -> None:
    given = procmap.verify(lanes.lanes(many, steps))
    assert given.verdict == "sound"
    assert given.reason is None and given.trace is None
    assert given.states < 10_000


MUTANTS: dict[str, Callable[[Process], Process]] = {
    "one waits for nobody": lambda flow: lanes.with_kind(flow, "wait_1_0", "exclusive"),
    "one way only": lambda flow: lanes.with_kind(flow, "part", "exclusive"),
    "they do not meet": lambda flow: lanes.with_kind(flow, "meet", "exclusive"),
    "a choice gives twice": lambda flow: lanes.with_kind(flow, "look_2_1", "parallel"),
    "the last choice gives twice": lambda flow: lanes.with_kind(flow, "check_1_0", "parallel"),
    "word that comes later": lambda flow: lanes.with_flow(flow, "wait_0_1", "wait_0_0"),
    "word that nobody waits for": lambda flow: lanes.with_flow(flow, "wait_1_0", "ask_0_1"),
    "no way out": lambda flow: lanes.without_flow(flow, "check_2_0", "wait_2_0"),
}


@pytest.mark.parametrize("name", MUTANTS)
def test_lanes_at_fault_are_not_called_sound(name: str) -> None:
    assert procmap.verify(MUTANTS[name](lanes.lanes(3, 2))).verdict == "unsound"
    assert procmap.verify(MUTANTS[name](lanes.lanes(6, 2)), bound=20_000).verdict != "sound"


@pytest.mark.parametrize("first", range(0, 400, 100))
def test_what_is_called_sound_after_one_state_is_sound(first: int) -> None:
    proved = 0
    for seed in range(first, first + 100):
        map = random_flows.make(seed)
        given = procmap.verify(map.processes[0], map=map, bound=1)
        if given.verdict == "sound":
            assert procmap.verify(map.processes[0], map=map).verdict == "sound", seed
            proved += 1
    assert proved > 10


def drawn(id: str, nodes: Iterable[Any], *ways: tuple[str, ...], make: Any = Process, **more: Any) -> Any:
    flows = [pair for way in ways for pair in pairwise(way)]
    drawn_flows = (SequenceFlow(id=f"f{n}", source=a, target=b) for n, (a, b) in enumerate(flows))
    return make(id=id, nodes=tuple(nodes), flows=tuple(drawn_flows), **more)


def test_a_trace_through_lanes_to_what_is_at_fault_inside() -> None:
    inside = drawn(
        "inside",
        [
            Event(id="begin", position="start"),
            Gateway(id="both", kind="parallel"),
            Gateway(id="either", kind="exclusive"),
            Event(id="done", position="end"),
        ],
        ("begin", "both", "either", "done"),
        ("both", "either"),
        make=SubProcess,
    )
    process = lanes.lanes(8, 2, inside=inside)
    given = procmap.verify(process)
    assert given.properties == dict.fromkeys(given.properties, True) | {"safeness": False, "proper_completion": False}
    assert given.elements["proper_completion"] == ("inside/done",)
    assert given.trace is not None
    outside = [element for element in given.trace.elements if "/" not in element]
    assert outside[-1] == "inside"
    assert can_occur(process, outside)
    assert given.trace.elements[len(outside) :] == ("inside/begin", "inside/both", "inside/either", "inside/either")
    assert given.trace.fault == "safeness"


def can_occur(process: Process, elements: Iterable[str]) -> bool:
    """Whether elements of lanes occur one after the other; what a choice gives is open until somebody takes it."""
    into: dict[str, set[str]] = {node.id: set() for node in process.nodes}
    out: dict[str, set[str]] = {node.id: set() for node in process.nodes}
    for flow in process.flows:
        into[flow.target].add(flow.id)
        out[flow.source].add(flow.id)
    tokens: list[set[str]] = []
    parallel = {node.id for node in process.nodes if isinstance(node, Gateway) and node.kind == "parallel"}
    for element in elements:
        for needed in [{flow} for flow in into[element]] if element in parallel else [into[element]]:
            matching = [token for token in tokens if token & needed]
            if needed and len(matching) != 1:
                return False
            tokens = [token for token in tokens if token not in matching]
        tokens += [{flow} for flow in out[element]] if element in parallel else [out[element]]
    return True


@pytest.mark.parametrize(("ends", "dead"), [(("yes", "no"), ()), (("yes",), ("refuse",))])
def test_which_ends_lanes_come_to_is_told_outside(ends: tuple[str, ...], dead: tuple[str, ...]) -> None:
    inner = lanes.lanes(8, 1, ends=ends)
    process = drawn(
        "around",
        [
            Event(id="begin", position="start"),
            SubProcess(id="work", nodes=inner.nodes, flows=inner.flows),
            Gateway(id="answer", kind="exclusive", default="f4"),
            *(Task(id=id) for id in ("grant", "refuse")),
            Event(id="done", position="end"),
        ],
        ("begin", "work", "answer", "grant", "done"),
        ("answer", "refuse", "done"),
    )
    flows = (replace(flow, name="yes") if flow.target == "grant" else flow for flow in process.flows)
    given = procmap.verify(replace(process, flows=tuple(flows)))
    assert given.elements.get("no_dead_activities", ()) == dead
    assert given.verdict == ("unsound" if dead else "sound")

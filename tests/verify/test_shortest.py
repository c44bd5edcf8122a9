"""A trace that is called shortest is one, also where it was found in what is left of a flow and not in the flow itself."""

from __future__ import annotations

import naive
import nested
import pytest
import random_flows

import procmap
from procmap import Event, Gateway, Process, SequenceFlow, Task
from procmap.model.activity import Node

STEP = 100


@pytest.mark.parametrize("first", range(0, 1000, STEP))
def test_shortest_with_few_states_looked_at(first: int) -> None:
    judged = 0
    for seed in range(first, first + STEP):
        map = random_flows.make(seed)
        process = map.processes[0]
        trace = procmap.verify(process, map=map, bound=20).trace
        if trace is None or not trace.shortest or trace.fault != "option_to_complete":
            continue
        try:
            least = nested.shortest(process, nested.DEADLOCK, map, 5_000)
        except naive.TooLarge:
            continue
        judged += 1
        assert len(trace.elements) == max(1, least), f"seed {seed}\n{random_flows.compact(map)}\n{trace}"
    assert judged


@pytest.mark.parametrize("many", [4, 12, 40])
def test_beside_more_branches_than_could_be_gone_through(many: int) -> None:
    """Nothing more can happen when each branch is at its end, and one of two ways has come to where both are awaited."""
    process = _beside_a_deadlock(many)
    trace = procmap.verify(process).trace
    assert trace is not None
    assert trace.shortest
    assert len(trace.elements) == 2 + 3 * many + 2
    assert set(trace.elements) >= {"start", "split", "choice", *(f"a{n}.{k}" for n in range(many) for k in range(3))}


def _beside_a_deadlock(many: int) -> Process:
    nodes: list[Node] = [
        Event(id="start", position="start"),
        *(Gateway(id=id, kind="parallel") for id in ("split", "both", "join")),
        Gateway(id="choice", kind="exclusive"),
        *(Task(id=id) for id in ("one", "other")),
        Event(id="end", position="end"),
    ]
    ways = [("start", "split"), ("split", "choice"), ("join", "end"), ("both", "join")]
    ways += [("choice", "one"), ("choice", "other"), ("one", "both"), ("other", "both")]
    for number in range(many):
        steps = [f"a{number}.{k}" for k in range(3)]
        nodes += [Task(id=id) for id in steps]
        ways += zip(["split", *steps], [*steps, "join"], strict=True)
    flows = tuple(SequenceFlow(id=f"f{n}", source=source, target=target) for n, (source, target) in enumerate(ways))
    return Process(id="beside", nodes=tuple(nodes), flows=flows)

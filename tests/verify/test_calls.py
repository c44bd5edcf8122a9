"""Calls between many processes: in a circle, in a chain, and twice over at every step."""

from __future__ import annotations

import itertools

import pytest

import procmap
from procmap import CallActivity, Event, Gateway, Process, ProcessMap, SequenceFlow, Task


def calling(id: str, *calls: str) -> Process:
    """A process that calls others, one after the other."""
    steps = [CallActivity(id=f"c{number}", calls=name) for number, name in enumerate(calls)]
    nodes = (Event(id="s", position="start"), *steps, Event(id="e", position="end"))
    ids = [node.id for node in nodes]
    flows = (SequenceFlow(id=f"f{k}", source=a, target=b) for k, (a, b) in enumerate(itertools.pairwise(ids)))
    return Process(id=id, nodes=nodes, flows=tuple(flows))


def stuck(id: str) -> Process:
    """A question whose one answer is taken, and a join that waits for both."""
    nodes = (
        Event(id="s", position="start"),
        Gateway(id="g", kind="exclusive"),
        Task(id="a"),
        Task(id="b"),
        Gateway(id="j", kind="parallel"),
    )
    ways = [("s", "g"), ("g", "a"), ("g", "b"), ("a", "j"), ("b", "j")]
    return Process(
        id=id,
        nodes=nodes,
        flows=tuple(SequenceFlow(id=f"f{k}", source=a, target=b) for k, (a, b) in enumerate(ways)),
    )


def last_of(depth: int, end: Process) -> ProcessMap:
    """Each process calls the next one twice."""
    between = (calling(f"p{number}", f"p{number + 1}", f"p{number + 1}") for number in range(depth))
    return ProcessMap(processes=(*between, end))


def test_what_is_called_twice_at_every_step_is_opened_once() -> None:
    map = last_of(60, calling("p60"))  # 2 to the power of 60 calls, one by one
    assert procmap.verify(map.processes[0], map=map).verdict == "sound"


@pytest.mark.parametrize("depth", [1, 7, 60])
def test_where_the_last_gets_stuck_so_does_the_first(depth: int) -> None:
    map = last_of(depth, stuck(f"p{depth}"))
    proved = procmap.verify(map.processes[0], map=map)
    assert proved.properties["option_to_complete"] is False
    assert proved.elements["option_to_complete"] == ("c0",)


def test_the_second_call_is_told_by_its_own_path() -> None:
    ways = calling("p0", "p1", "p2")
    map = ProcessMap(processes=(ways, calling("p1", "p3"), calling("p2", "p3"), stuck("p3")))
    first = procmap.verify(calling("x", "p2"), map=map)
    assert first.trace is not None
    assert first.trace.elements[:4] == ("s", "c0", "c0/s", "c0/c0")


@pytest.mark.parametrize("size", [1, 2, 300])
def test_calls_in_a_circle_are_tasks(size: int) -> None:
    map = ProcessMap(processes=tuple(calling(f"p{k}", f"p{(k + 1) % size}") for k in range(size)))
    assert {procmap.verify(process, map=map).verdict for process in map.processes} == {"sound"}


def test_what_hangs_on_a_circle_is_followed() -> None:
    map = ProcessMap(processes=(calling("a", "b", "c"), calling("b", "a"), stuck("c"), calling("d", "a")))
    for process in (map.process("a"), map.process("d")):
        assert procmap.verify(process, map=map).properties["option_to_complete"] is False
    assert procmap.verify(map.process("b"), map=map).verdict == "sound"


def test_calls_too_deep_are_tasks() -> None:
    map = ProcessMap(processes=(*(calling(f"p{k}", f"p{k + 1}") for k in range(300)), stuck("p300")))
    assert procmap.verify(map.processes[0], map=map).verdict == "sound"
    assert procmap.verify(map.processes[299], map=map).verdict == "unsound"

"""What is left after reducing, where nothing else is looked at: so large flows are answered.

Small flows are looked at as they stand as well, which hides what reducing does wrong. Each of these was wrong once.
"""

from __future__ import annotations

from itertools import pairwise

import judge
import pytest

import procmap
from procmap import Event, Gateway, Process, ProcessMap, SequenceFlow, SubProcess, Task, Trigger


def flow(*ways: str, **nodes: object) -> ProcessMap:
    """A process out of ``a -> b -> c``; what is no other node is a task."""
    flows: list[SequenceFlow] = []
    ids: dict[str, None] = {}
    for way in ways:
        steps = way.split(" -> ")
        ids.update(dict.fromkeys(steps))
        for source, target in pairwise(steps):
            flows.append(SequenceFlow(id=f"f{len(flows)}", source=source, target=target))
    made = [nodes.pop(id, None) or Task(id=id) for id in ids]
    return ProcessMap(processes=(Process(id="p", nodes=(*made, *nodes.values()), flows=tuple(flows)),))  # type: ignore[arg-type]


def gate(id: str, kind: str) -> Gateway:
    return Gateway(id=id, kind=kind)  # type: ignore[arg-type]


START, END = Event(id="start", position="start"), Event(id="end", position="end")
OTHER_END = Event(id="slut", position="end")
BROKEN = Event(id="fel", position="boundary", attached_to="s", triggers=(Trigger(kind="error"),))
STUCK_INSIDE = SubProcess(
    id="s",
    nodes=(Event(id="b", position="start"), Event(id="x", position="end", triggers=(Trigger(kind="error"),))),
)

CASES = {
    "what stands behind the other answers of an inclusive block occurs": flow(
        "start -> which -> split -> join -> all -> end",
        "which -> all",
        "split -> inner -> back -> join",
        "inner -> a -> back",
        start=START, which=gate("which", "exclusive"), split=gate("split", "inclusive"), join=gate("join", "inclusive"),
        inner=gate("inner", "inclusive"), back=gate("back", "inclusive"), all=gate("all", "parallel"), end=END,
    ),
    "two tokens on the way to an inclusive block may come out of it as one": flow(
        "start -> both -> a -> once -> four -> split -> join -> five -> slut",
        "both -> b -> once",
        "split -> join",
        "four -> five",
        start=START, both=gate("both", "parallel"), once=gate("once", "exclusive"), four=gate("four", "parallel"),
        split=gate("split", "inclusive"), join=gate("join", "inclusive"), five=gate("five", "parallel"), slut=OTHER_END,
    ),
    "a join waits for what an event that never occurs leads to": flow(
        "start -> both -> x -> a -> s -> join -> all -> end",
        "a -> join",
        "fel -> x",
        "both -> t -> all",
        start=START, both=gate("both", "parallel"), x=gate("x", "exclusive"), s=STUCK_INSIDE, fel=BROKEN,
        join=gate("join", "inclusive"), all=gate("all", "parallel"), end=END,
    ),
}  # fmt: skip


@pytest.mark.parametrize("map", CASES.values(), ids=CASES)
def test_says_the_same(map: ProcessMap) -> None:
    assert judge.differences(map) == []
    assert judge.mistakes_when_folded(map) == []


def test_a_fault_met_in_some_states_of_a_large_flow_is_told_by_the_shortest_way_to_it() -> None:
    """Ten ways that all come to one step without waiting: the first two tokens there are soon met."""
    ways = [f"start -> both -> a{number} -> once -> step -> end" for number in range(10)]
    map = flow(*ways[:1], *(f"both -> a{number} -> once" for number in range(1, 10)),
               start=START, both=gate("both", "parallel"), once=gate("once", "exclusive"), end=END)  # fmt: skip
    given = procmap.verify(map.processes[0], bound=500)
    assert given.properties["safeness"] is given.properties["proper_completion"] is False
    assert given.trace is not None
    assert given.trace.shortest
    assert len(given.trace.elements) == 6


def test_where_more_answers_than_can_be_tried_meet_two_tokens_only_what_was_met_is_told() -> None:
    ways = [f"split -> t{number} -> join" for number in range(14)]
    map = flow("start -> both -> a -> once -> split", "both -> b -> once", "join -> end", *ways,
               start=START, both=gate("both", "parallel"), once=gate("once", "exclusive"), split=gate("split", "inclusive"),
               join=gate("join", "inclusive"), end=END)  # fmt: skip
    given = procmap.verify(map.processes[0])
    assert given.verdict == "unsound"
    assert given.properties["safeness"] is False
    assert given.properties["option_to_complete"] is None
    assert given.reason is not None

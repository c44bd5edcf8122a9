"""Under which step the elements that no step meets stand: the rule against a slow and simple reading of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.graph.behind import behind
from procmap.model.activity import SubProcess, Task
from procmap.model.event import Event
from procmap.model.flow import SequenceFlow
from procmap.model.process import Process

Met = dict[str, tuple[int, ...]]


def process(ways: Sequence[tuple[str, str]], **inside: Sequence[tuple[str, str]]) -> Process:
    """A process of tasks and the flows between them; ``inside`` are subprocesses by their id."""
    return Process(id="p", nodes=_nodes(ways, inside), flows=_flows(ways))


def _nodes(
    ways: Sequence[tuple[str, str]], inside: Mapping[str, Sequence[tuple[str, str]]]
) -> tuple[Task | SubProcess, ...]:
    return tuple(
        SubProcess(id=id, nodes=_nodes(inside[id], {}), flows=_flows(inside[id])) if id in inside else Task(id=id)
        for id in dict.fromkeys(end for way in ways for end in way)
    )


def _flows(ways: Sequence[tuple[str, str]]) -> tuple[SequenceFlow, ...]:
    return tuple(SequenceFlow(id=f"f{n}", source=source, target=target) for n, (source, target) in enumerate(ways))


CASES: dict[str, tuple[Process, Met, dict[str, int]]] = {
    "what follows": (process([("a", "b"), ("b", "c")]), {"a": (1,)}, {"b": 1, "c": 1}),
    "up to the next that is met": (
        process([("a", "b"), ("b", "c"), ("c", "d")]),
        {"a": (1,), "c": (2,)},
        {"b": 1, "d": 2},
    ),
    "what comes before all": (process([("a", "b"), ("b", "c")]), {"c": (3,)}, {"a": 3, "b": 3}),
    "the last of several": (
        process([("a", "c"), ("b", "c"), ("c", "d")]),
        {"a": (1,), "b": (2,), "d": (3,)},
        {"c": 2},
    ),
    "a loop belongs to where it began": (
        process([("in", "check"), ("check", "end"), ("check", "ask"), ("ask", "on"), ("on", "check"), ("end", "g")]),
        {"in": (1,), "ask": (2,), "g": (3,)},
        {"check": 1, "on": 2, "end": 2},
    ),
    "a step that meets again": (process([("a", "b"), ("b", "c")]), {"a": (1, 4), "c": (2,)}, {"b": 1}),
    "nothing is met": (process([("a", "b")]), {}, {}),
    "a closed subprocess is one": (process([("a", "s"), ("s", "b")], s=[("x", "y")]), {"a": (1,)}, {"s": 1, "b": 1}),
    "an opened one is what is inside": (
        process([("a", "s"), ("s", "b")], s=[("x", "y"), ("y", "z")]),
        {"a": (1,), "s/y": (2,)},
        {"s": 1, "s/x": 1, "s/z": 2, "s/": 2, "b": 2},
    ),
    "met as a whole and inside": (
        process([("a", "s"), ("s", "b")], s=[("x", "y")]),
        {"s": (1,), "s/y": (2,)},
        {"a": 1, "s/x": 1, "s/": 2, "b": 2},
    ),
}


@pytest.mark.parametrize(("of", "met", "columns"), CASES.values(), ids=CASES)
def test_where_it_stands(of: Process, met: Met, columns: dict[str, int]) -> None:
    assert dict(behind(of, met).column) == columns


def test_what_happens_at_a_border_follows_its_host() -> None:
    boundary = Event(id="late", position="boundary", attached_to="a")
    nodes = (Task(id="a"), boundary, Task(id="b"))
    of = Process(id="p", nodes=nodes, flows=(SequenceFlow(id="f", source="late", target="b"),))
    assert dict(behind(of, {"a": (1,)}).column) == {"late": 1, "b": 1}


def test_what_must_be_shown_opens_what_is_around_it() -> None:
    of = process([("a", "s")], s=[("x", "y")])
    assert behind(of, {"a": (1,)}, ["s/y"]).opened == {"s"}
    assert behind(of, {"a": (1,)}).opened == set()


@st.composite
def meetings(draw: st.DrawFn) -> tuple[Process, Met]:
    ids = [f"n{n}" for n in range(draw(st.integers(1, 9)))]
    pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids))
    ways = draw(st.lists(pairs, max_size=16, unique=True))
    of = Process(id="p", nodes=tuple(Task(id=id) for id in ids), flows=_flows(ways))
    steps = st.lists(st.integers(1, 5), min_size=1, max_size=3, unique=True).map(lambda n: tuple(sorted(n)))
    return of, draw(st.dictionaries(st.sampled_from(ids), steps, max_size=4))


def reached(of: Process, met: Met, number: int, back: bool) -> set[str]:
    """What a step leads to (or what leads to it), with nothing met in between."""
    ways = [(flow.target, flow.source) if back else (flow.source, flow.target) for flow in of.flows]
    found: set[str] = set()
    waiting = [id for id, steps in met.items() if number in steps]
    while waiting:
        here = waiting.pop()
        for source, target in ways:
            if source == here and target not in met and target not in found:
                found.add(target)
                waiting.append(target)
    return found


@given(meetings())
def test_the_rule_holds(case: tuple[Process, Met]) -> None:
    of, met = case
    column = behind(of, met).column
    numbers = sorted({number for steps in met.values() for number in steps})
    after = {number: reached(of, met, number, back=False) for number in numbers}
    before = {number: reached(of, met, number, back=True) for number in numbers}
    for node in of.nodes:
        if node.id in met:
            assert node.id not in column
            continue
        came = [number for number in numbers if node.id in after[number]]
        goes = [number for number in numbers if node.id in before[number]]
        if not came and not goes:
            assert node.id not in column
        elif not came:
            assert column[node.id] == goes[0]
        elif not goes or came[-1] < goes[0]:
            assert column[node.id] == came[-1]
        else:
            assert column[node.id] == came[0]

"""Who comes after whom, held against networkx on random graphs."""

from __future__ import annotations

from collections.abc import Callable

import networkx
from hypothesis import given
from hypothesis import strategies as st

from procmap.graph.adjacency import Scope, scopes, spread
from procmap.model.activity import SubProcess, Task
from procmap.model.event import Event
from procmap.model.flow import SequenceFlow
from procmap.model.process import Process

MAP = """\
process: P
flow:
  - A: Ett
    unless:
      - timer: 2 d
        flow:
          - A: Två
  - subprocess: Tre
    flow:
      - A: Fyra
  - end: Klart
"""


def test_each_scope_on_its_own(read: Callable[[str], Process]) -> None:
    outer, inner = scopes(read(MAP))
    assert (outer.prefix, inner.prefix) == ("", "tre/")
    assert list(inner.nodes) == ["start", "fyra", "end"]
    assert outer.starts == outer.entries == ("start",)
    assert outer.ends == ("klart",)
    assert [event.id for event in outer.boundary["ett"]] == ["ett.timer"]
    assert list(outer.after("ett")) == ["tre", "ett.timer"]
    assert outer.before("ett.timer") == ("ett",)
    assert set(outer.before("tre")) == {"ett", "tva"}
    assert outer.reachable == outer.finishing == frozenset(outer.nodes)
    assert [flow.id for flow in outer.incoming["klart"]] == [flow.id for flow in outer.outgoing["tre"]]


def test_without_a_start_all_that_nothing_flows_into_begins() -> None:
    nodes = (Task(id="a"), Task(id="b"), Event(id="e", position="boundary", attached_to="a"), Task(id="c"))
    scope = Scope(Process(id="p", nodes=nodes, flows=(SequenceFlow(id="f", source="a", target="c"),)), "")
    assert scope.entries == ("a", "b")
    assert scope.reachable == {"a", "b", "c", "e"}


def test_an_event_subprocess_and_compensation_stand_apart() -> None:
    inner = SubProcess(id="e", kind="event", nodes=(Event(id="s", position="start"),))
    nodes = (Event(id="start", position="start"), inner, Task(id="undo", for_compensation=True))
    scope = Scope(Process(id="p", nodes=nodes), "")
    assert (scope.entries, tuple(scope.apart)) == (("start",), ("e", "undo"))
    assert scope.reachable == {"start", "e", "undo"}


IDS = [f"n{i}" for i in range(9)]
PAIRS = st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=25)


def made(pairs: list[tuple[str, str]], starts: int) -> Process:
    nodes = tuple(Event(id=id, position="start") if n < starts else Task(id=id) for n, id in enumerate(IDS))
    flows = (SequenceFlow(id=f"f{n}", source=a, target=b) for n, (a, b) in enumerate(pairs))
    return Process(id="p", nodes=nodes, flows=tuple(flows))


@given(PAIRS, st.integers(0, 2))
def test_reaching_agrees_with_networkx(pairs: list[tuple[str, str]], starts: int) -> None:
    process = made(pairs, starts)
    (scope,) = scopes(process)
    graph = process.to_networkx()
    entries = IDS[:starts] or [id for id in IDS if graph.in_degree(id) == 0]
    assert list(scope.entries) == entries
    assert scope.reachable == set(entries).union(*(networkx.descendants(graph, id) for id in entries))
    sinks = [id for id in IDS if graph.out_degree(id) == 0]
    assert scope.finishing == set(sinks).union(*(networkx.ancestors(graph, id) for id in sinks))
    for id in IDS:
        assert set(scope.after(id)) == set(graph.successors(id))
        assert set(scope.before(id)) == set(graph.predecessors(id))


@given(PAIRS)
def test_spreading_is_nearest_first_and_only_as_far_as_asked(pairs: list[tuple[str, str]]) -> None:
    (scope,) = scopes(made(pairs, 1))
    away = networkx.single_source_shortest_path_length(made(pairs, 1).to_networkx(), "n0")
    found = list(spread(["n0"], scope.after))
    assert set(found) == set(away) and len(found) == len(away)
    assert [away[id] for id in found] == sorted(away.values())
    asked: list[str] = []
    next(spread(["n0"], lambda id: asked.append(id) or ()))
    assert asked == []

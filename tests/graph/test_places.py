"""In which lane each element stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.graph.places import places
from procmap.model.activity import Node, SubProcess, Task
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.process import Process
from procmap.model.process_map import nodes_within

CASES = {
    "a start stands where it leads": ("- A: Ett\n- B: Två", {"start": "a", "ett": "a", "tva": "b", "end": "b"}),
    "a wait and a question where the step before stands": (
        "- A: Ett\n- wait: Svar\n- exclusive: Klart?\n  branches:\n    ja:\n    nej:\n      to: Ett\n- B: Två",
        {"svar": "a", "klart": "a", "tva": "b", "end": "b"},
    ),
    "a question where it is decided": (
        "- A: Ett\n- B: Klart?\n  branches:\n    ja:\n    nej:",
        {"klart": "b", "end": "b"},
    ),
    "an end where the last step before it in the text stands": (
        "- A: Ett\n  branches:\n    ja:\n    nej:\n      - B: Två\n- C: Tre",
        {"ett.out": "a", "tre": "c", "end": "c"},
    ),
    "an event on the border of a step with it": (
        "- A: Ett\n  unless:\n    - timer: 2 d\n      flow:\n        - B: Två\n        - end: Slut\n- C: Tre",
        {"ett.timer": "a", "tva": "b", "slut": "b", "end": "c"},
    ),
    "a split and its join": (
        "- A: Ett\n- parallel: Dela\n  branches:\n    x:\n      - B: Två\n    y:\n      - C: Tre\n- A: Fyra",
        {"dela": "a", "fyra": "a"},
    ),
    "a subprocess where its first step stands": (
        "- A: Ett\n- subprocess: S\n  flow:\n    - B: Två\n    - C: Tre\n- A: Fyra",
        {"s": "b", "s/start": "b", "s/end": "c"},
    ),
    "not known": (
        "- A: Ett\n- task: Två\n- wait: Svar\n- ??: Tre\n- end: Slut",
        {"ett": "a", "tva": None, "svar": None, "tre": None, "slut": None},
    ),
}


@pytest.mark.parametrize(("flow", "expected"), CASES.values(), ids=CASES)
def test_places(flow: str, expected: dict[str, str | None], read: Callable[[str], Process]) -> None:
    found = places(read(f"process: P\nflow:\n{flow}\n"))
    assert {path: found[path] for path in expected} == expected


IDS = [f"n{i}" for i in range(8)]


@given(
    st.lists(st.tuples(st.sampled_from("tgs"), st.sampled_from(["x", "y", None])), min_size=8, max_size=8),
    st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=16),
)
def test_every_element_has_its_place(kinds: list[tuple[str, str | None]], pairs: list[tuple[str, str]]) -> None:
    nodes: list[Node] = []
    for id, (kind, lane) in zip(IDS, kinds, strict=True):
        if kind == "t":
            nodes.append(Task(id=id, lane=lane))
        elif kind == "g":
            nodes.append(Gateway(id=id, kind="parallel", lane=lane))
        else:
            nodes.append(SubProcess(id=id, lane=lane, nodes=(Task(id="in", lane="z"),)))
    flows = tuple(SequenceFlow(id=f"f{n}", source=a, target=b) for n, (a, b) in enumerate(pairs))
    process = Process(id="p", nodes=tuple(nodes), flows=flows)
    found = places(process)
    assert list(found) == [path for path, _ in nodes_within(process)]
    for path, node in nodes_within(process):
        if isinstance(node.lane, str):
            assert found[path] == node.lane
        elif isinstance(node, Task):
            assert found[path] is None
        elif isinstance(node, SubProcess):
            assert found[path] == "z"
        elif found[path] is not None:
            around = {flow.source for flow in flows if flow.target == path} | {
                flow.target for flow in flows if flow.source == path
            }
            assert found[path] in {found[neighbour] for neighbour in around}

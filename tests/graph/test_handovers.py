"""Where work passes to another lane, held against a walk along every way on random maps."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.graph.adjacency import scopes
from procmap.graph.handovers import passings
from procmap.model.activity import Activity, Node, Task
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.process import Process

CASES = {
    "straight": ("- A: Ett\n- B: Två\n- B: Tre\n- A: Fyra", ["ett>tva a>b", "tre>fyra b>a"]),
    "through a question of nobody": (
        "- A: Ett\n- exclusive: Klart?\n  branches:\n    ja:\n      - B: Två\n    nej:\n      - C: Tre",
        ["ett>tva a>b", "ett>tre a>c"],
    ),
    "to whoever decides": (
        "- A: Ett\n- B: Klart?\n  branches:\n    ja:\n      - A: Två\n    nej:",
        ["ett>klart a>b", "klart>tva b>a"],
    ),
    "through a wait": ("- A: Ett\n- wait: Svar\n- B: Två", ["ett>tva a>b"]),
    "through an event on the border": (
        "- A: Ett\n  unless:\n    - timer: 2 d\n      flow:\n        - B: Två\n- A: Tre",
        ["ett>tva a>b", "tva>tre b>a"],
    ),
    "all at once, and together again": (
        "- A: Ett\n- parallel: Dela\n  branches:\n    x:\n      - B: Två\n    y:\n      - C: Tre\n- A: Fyra",
        ["ett>tva a>b", "ett>tre a>c", "tva>fyra b>a", "tre>fyra c>a"],
    ),
    "into a subprocess and out of it": (
        "- A: Ett\n- subprocess: S\n  flow:\n    - B: Två\n    - C: Tre\n- A: Fyra",
        ["ett>s/tva a>b", "s/tre>fyra c>a", "s/tva>s/tre b>c"],
    ),
    "a subprocess that somebody does is one step": (
        "- A: Ett\n- subprocess: S\n  lane: B\n  flow:\n    - Två\n- A: Fyra",
        ["ett>s a>b", "s>fyra b>a"],
    ),
    "to one lane once, to the first there": (
        "- A: Ett\n- exclusive: Klart?\n  branches:\n    ja:\n      - B: Två\n    nej:\n      - B: Tre",
        ["ett>tva a>b"],
    ),
    "a start of another lane": ("- start: Kommer in\n  lane: K\n- A: Ett", ["kommer-in>ett k>a"]),
    "nobody knows who": ("- A: Ett\n- ??: Två\n- B: Tre", []),
    "nobody was asked who": ("- A: Ett\n- task: Två\n- B: Tre", []),
    "together": ("- A: Ett\n- A, B: Två\n- B: Tre", []),
}


@pytest.mark.parametrize(("flow", "expected"), CASES.values(), ids=CASES)
def test_passings(flow: str, expected: list[str], read: Callable[[str], Process]) -> None:
    found = passings(read(f"process: P\nflow:\n{flow}\n"))
    said = [f"{each.source}>{each.target} {each.giver}>{each.receiver}" for each in found]
    assert sorted(said) == sorted(expected)


IDS = [f"n{i}" for i in range(8)]
LANE = st.sampled_from(["x", "y", "z", None])


@given(
    st.lists(st.tuples(st.booleans(), LANE), min_size=8, max_size=8),
    st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=16),
)
def test_passings_are_those_of_a_walk(kinds: list[tuple[bool, str | None]], pairs: list[tuple[str, str]]) -> None:
    nodes: list[Node] = []
    for id, (is_task, lane) in zip(IDS, kinds, strict=True):
        nodes.append(Task(id=id, lane=lane) if is_task else Gateway(id=id, kind="exclusive", lane=lane))
    flows = tuple(SequenceFlow(id=f"f{n}", source=a, target=b) for n, (a, b) in enumerate(pairs))
    process = Process(id="p", nodes=tuple(nodes), flows=flows)
    found = {(each.source, each.giver, each.receiver) for each in passings(process)}
    assert found == walked(process)
    by_id = {node.id: node for node in nodes}
    assert all(by_id[each.target].lane == each.receiver for each in passings(process))


def walked(process: Process) -> set[tuple[str, str, str]]:
    """The same, by following every way until somebody works."""
    (scope,) = scopes(process)
    found: set[tuple[str, str, str]] = set()
    for id, node in scope.nodes.items():
        if node.lane is None:
            continue
        waiting, seen = list(scope.after(id)), set()
        while waiting:
            here = waiting.pop()
            next_one = scope.nodes[here]
            if here in seen:
                continue
            seen.add(here)
            if next_one.lane is not None:
                if next_one.lane != node.lane:
                    found.add((id, str(node.lane), str(next_one.lane)))
            elif not isinstance(next_one, Activity):
                waiting.extend(scope.after(here))
    return found

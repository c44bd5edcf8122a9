"""Random collaborations: ``procmap.verify`` and the naive judge of pools agree, and every trace replays.

A sample of what ``tests/bench/pools_agreement.py`` runs.
"""

from __future__ import annotations

from dataclasses import replace

import naive
import pools
import pools_judge
import pytest
import random_pools

import procmap
from procmap import Event, ProcessMap, SequenceFlow, SubProcess

STEP = 10
ONCE_WRONG = (360, 418, 437, 538)


@pytest.mark.parametrize("first", range(0, 60, STEP))
def test_agrees_with_the_naive_judge(first: int) -> None:
    judged = 0
    for seed in range(first, first + STEP):
        map = random_pools.make(seed)
        try:
            found = pools_judge.differences(map, 700)
        except naive.TooLarge:
            continue
        judged += 1
        assert found == [], f"seed {seed}\n{random_pools.compact(map)}"
    assert judged >= STEP // 3


@pytest.mark.parametrize("seed", ONCE_WRONG)
def test_agrees_where_it_once_did_not(seed: int) -> None:
    map = random_pools.make(seed)
    assert pools_judge.differences(map, 3_000) == [], random_pools.compact(map)


def test_few_answers_are_left_open() -> None:
    """Where the judge settles all, so does the proof, but for what is done twice at once and where work is stuck."""
    settled = left_open = 0
    for seed in range(200, 258):
        map = random_pools.make(seed)
        try:
            answer = pools.Pools(map.collaborations[0], map, 400).answer()
        except naive.TooLarge:
            continue
        if answer.verdict != "unknown":
            settled += 1
            left_open += procmap.verify(map.collaborations[0], map=map).verdict == "unknown"
    assert settled > 15
    assert left_open <= settled // 20


def flattened(map: ProcessMap) -> ProcessMap | None:
    """The same with subprocesses that have one start, one end and nothing at their border laid open; None without."""
    paths: dict[str, str] = {}
    processes = []
    for process in map.processes:
        nodes, flows = list(process.nodes), list(process.flows)
        for node in process.nodes:
            if isinstance(node, SubProcess) and _is_plain(node, process.nodes):
                _lay_open(node, nodes, flows)
                paths.update({f"{process.id}/{node.id}/{each.id}": f"{process.id}/{node.id}-{each.id}" for each in node.nodes})
        processes.append(replace(process, nodes=tuple(nodes), flows=tuple(flows)))
    if not paths:
        return None
    of = {pool.id: pool.process for pool in map.collaborations[0].pools}

    def moved(end: str) -> str:
        pool, _, element = end.partition("/")
        path = paths.get(f"{of.get(pool)}/{element}", "")
        return f"{pool}/{path.partition('/')[2]}" if path else end

    moving = [replace(each, source=moved(each.source), target=moved(each.target)) for each in map.collaborations[0].message_flows]
    together = replace(map.collaborations[0], message_flows=tuple(moving))
    return replace(map, processes=tuple(processes), collaborations=(together,))


def _is_plain(node: SubProcess, around: tuple[procmap.model.activity.Node, ...]) -> bool:
    """Whether nothing but one token comes and goes, and nothing inside makes it end in another way; with a name, it talks."""
    if node.kind != "embedded" or node.loop or node.name or any(getattr(each, "attached_to", None) == node.id for each in around):
        return False
    events = [each for each in node.nodes if isinstance(each, Event)]
    starts = [each for each in events if each.position == "start"]
    ends = [each for each in events if each.position == "end"]
    into = [flow for flow in node.flows if ends and flow.target == ends[0].id]
    inside = [each for each in node.nodes if isinstance(each, SubProcess)]
    return len(starts) == len(ends) == 1 and not ends[0].triggers and len(into) == 1 and not inside and _is_a_line(node)


def _is_a_line(node: SubProcess) -> bool:
    """Whether each node has one flow in and one out, so that the end is reached when nothing else is left."""
    return len(node.flows) == len(node.nodes) - 1 and all(
        sum(flow.source == each.id for flow in node.flows) <= 1 and not getattr(each, "attached_to", None) for each in node.nodes
    )


def _lay_open(node: SubProcess, nodes: list[procmap.model.activity.Node], flows: list[SequenceFlow]) -> None:
    """Put what is inside in its place; its start and its end become a catching and a throwing event of nothing."""
    nodes.remove(node)
    first = last = ""
    for each in node.nodes:
        id = f"{node.id}-{each.id}"
        if isinstance(each, Event) and each.position == "start":
            first, each = id, replace(each, position="throw", triggers=())
        elif isinstance(each, Event) and each.position == "end":
            last, each = id, replace(each, position="throw")
        nodes.append(replace(each, id=id))
    for at, flow in enumerate(flows):
        flows[at] = replace(
            flow,
            source=last if flow.source == node.id else flow.source,
            target=first if flow.target == node.id else flow.target,
        )
    for flow in node.flows:
        flows.append(replace(flow, id=f"{node.id}-{flow.id}", source=f"{node.id}-{flow.source}", target=f"{node.id}-{flow.target}"))


def test_a_plain_subprocess_laid_open_changes_no_verdict() -> None:
    laid_open = 0
    for seed in range(250):
        map = random_pools.make(seed)
        flat = flattened(map)
        if flat is None:
            continue
        inside, outside = (procmap.verify(each.collaborations[0], map=each, bound=5_000) for each in (map, flat))
        if "unknown" not in (inside.verdict, outside.verdict):
            laid_open += 1
            same = [outside.properties[name] in (value, None) or value is None for name, value in inside.properties.items()]
            assert all(same), f"seed {seed}\n{random_pools.compact(map)}"
    assert laid_open > 20

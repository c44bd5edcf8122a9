"""Pools together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pools
import pytest
import yaml

import procmap

CASES = yaml.safe_load(Path(__file__).with_name("together.yaml").read_text("utf-8"))
NAMES = ("option_to_complete", "proper_completion", "no_dead_activities", "safeness")


def collaboration(flows: dict[str, str]) -> procmap.ProcessMap:
    lines = ["collaboration: Samverkan", "pools:"]
    for pool, flow in flows.items():
        lines += [f"  {pool}:", f"    name: {pool.title()}", "    flow:"]
        lines += [f"      {line}" for line in flow.splitlines()]
    return procmap.read_text("\n".join(lines)).map


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_pools_together(case: dict[str, Any]) -> None:
    map = collaboration(case["flows"])
    proved = procmap.verify(map.collaborations[0], map=map)
    assert [proved.properties[name] for name in NAMES] == case["properties"]
    own = {"samverkan.sokande": "sokande", "samverkan.kommun": "kommun"}

    def shortened(path: str) -> str:
        process, _, element = path.partition("/")
        return f"{own[process]}/{element}"

    for name in ("option_to_complete", "no_dead_activities"):
        if name in case:
            assert [shortened(each) for each in proved.elements[name]] == case[name]
    if "trace" in case:
        assert proved.trace is not None
        assert [shortened(each) for each in proved.trace.elements] == case["trace"]
    assert (proved.reason is None) == (None not in case["properties"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_naive_judge_says_the_same_and_the_run_ends_in_the_fault(case: dict[str, Any]) -> None:
    map = collaboration(case["flows"])
    judge = pools.Pools(map.collaborations[0], map)
    answer = judge.answer()
    for name, value in zip(NAMES, case["properties"], strict=True):
        assert value == answer.properties[name] or None in (value, answer.properties[name])
    proved = procmap.verify(map.collaborations[0], map=map)
    if proved.trace is not None:
        shown = judge.replay(proved.trace.elements)
        assert shown is not None
        assert proved.trace.fault in shown


@pytest.mark.parametrize("case", [each for each in CASES if "alone" not in each], ids=lambda case: case["name"])
def test_each_pool_alone_can_finish(case: dict[str, Any]) -> None:
    for process in collaboration(case["flows"]).processes:
        assert procmap.verify(process).verdict == "sound"


@pytest.mark.parametrize(("instantiates", "stuck"), [(True, False), (False, True)])
def test_a_case_that_begins_with_a_step_need_not_begin(instantiates: bool, stuck: bool) -> None:
    map = collaboration(
        {
            "sokande": "- exclusive: Vill ni söka?\n  branches:\n    ja:\n      - task: Ansök\n        sends: ansokan\n    nej:",
            "kommun": "- task: Ta emot ansökan\n  message: ansokan\n- Besluta",
        }
    )
    sokande, kommun = map.processes
    nodes = [node for node in kommun.nodes if getattr(node, "position", "") != "start"]
    flows = tuple(flow for flow in kommun.flows if flow.source in {node.id for node in nodes})
    first = replace(nodes[0], instantiates=instantiates)
    map = replace(map, processes=(sokande, replace(kommun, nodes=(first, *nodes[1:]), flows=flows)))
    proved = procmap.verify(map.collaborations[0], map=map)
    assert (proved.properties["option_to_complete"] is False) == stuck
    assert proved.verdict == ("unsound" if stuck else "sound")

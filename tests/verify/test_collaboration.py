"""Pools together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pools
import pytest
import yaml

import procmap
from procmap import CallActivity, Process, SubProcess

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


def called(map: procmap.ProcessMap) -> procmap.ProcessMap:
    """The same with each subprocess of a pool as a call of a process of its own, or of the one that is named alike."""
    of = {pool.process: pool.id for pool in map.collaborations[0].pools}
    ends: dict[str, str] = {}
    own: dict[str, Process] = {}
    processes = []
    for process in map.processes:
        nodes = list(process.nodes)
        for at, node in enumerate(nodes):
            if isinstance(node, SubProcess) and node.kind == "embedded":
                id = str(node.name).rstrip(" 12")
                ends[f"{of[process.id]}/{node.id}/"] = f"{id}/"
                own.setdefault(id, Process(id=id, nodes=node.nodes, flows=node.flows))
                kept = {name: getattr(node, name) for name in ("id", "name", "loop", "for_each")}
                nodes[at] = CallActivity(calls=id, **kept)
        processes.append(replace(process, nodes=tuple(nodes)))
    ways = {}
    for flow in map.collaborations[0].message_flows:
        moved = []
        for end in (flow.source, flow.target):
            before = next((each for each in ends if end.startswith(each)), "")
            moved.append(ends[before] + end[len(before) :] if before else end)
        ways[tuple(moved)] = replace(flow, source=moved[0], target=moved[1])
    together = replace(map.collaborations[0], message_flows=tuple(ways.values()))
    return replace(map, processes=(*processes, *own.values()), collaborations=(together,))


@pytest.mark.parametrize("case", [each for each in CASES if "subprocess" in str(each["flows"])], ids=lambda case: case["name"])
def test_what_is_called_comes_to_the_same_as_a_subprocess(case: dict[str, Any]) -> None:
    map = called(collaboration(case["flows"]))
    proved = procmap.verify(map.collaborations[0], map=map)
    assert [proved.properties[name] for name in NAMES] == case["properties"]
    assert all(path.count("/") == 1 for paths in proved.elements.values() for path in paths)
    right = pools.Pools(map.collaborations[0], map).answer()
    assert all(right.properties[name] in (value, None) for name, value in proved.properties.items() if value is not None)


LETTERS = """
- subprocess: Hämta brev 1
  flow:
    - wait: Ett brev kommer
      message: brev
- subprocess: Hämta brev 2
  flow:
    - wait: Ett brev kommer
      message: brev
"""
NESTED = LETTERS.replace("    - wait: Ett brev kommer\n      message: brev", """    - subprocess: Gå till posten
      flow:
        - subprocess: Fråga i luckan
          flow:
            - wait: Ett brev kommer
              message: brev""")
ONE = "- task: Skriv\n  sends: brev"
TWO = ONE + "\n- task: Skriv igen\n  sends: brev"
CALLS = [
    ("each call reads a letter of its own", TWO, LETTERS, "sound"),
    ("each call goes into what is inside", TWO, NESTED, "sound"),
    ("there is no letter for the second call", ONE, LETTERS, "unsound"),
    ("of two pools that call the same nobody knows which one reads it", ONE + LETTERS.split("- subprocess: Hämta brev 2")[0], LETTERS, "unknown"),
]


@pytest.mark.parametrize(("sokande", "kommun", "verdict"), [each[1:] for each in CALLS], ids=[each[0] for each in CALLS])
def test_a_process_that_is_called_from_several_places(sokande: str, kommun: str, verdict: str) -> None:
    map = called(collaboration({"sokande": sokande, "kommun": kommun}))
    proved = procmap.verify(map.collaborations[0], map=map)
    assert proved.verdict == verdict
    if verdict == "unsound":
        assert proved.elements["option_to_complete"] == ("samverkan.kommun/hamta-brev-2",)
    if verdict == "unknown":
        assert proved.reason is not None
        assert "”Hämta brev" in proved.reason("sv")


@pytest.mark.parametrize(("message", "verdict"), [("brev", "sound"), ("svar", "unsound")])
def test_a_call_that_waits_itself_is_complete_when_it_has_received(message: str, verdict: str) -> None:
    sending = {"sokande": ONE, "kommun": f"- subprocess: Hämta\n  message: {message}\n  flow:\n    - Gå dit\n- task: Tacka\n  sends: tack"}
    map = called(collaboration({**sending, "sokande": ONE + "\n- wait: Tack kommer\n  message: tack\n- task: Svara\n  sends: svar"}))
    assert procmap.verify(map.collaborations[0], map=map).verdict == verdict


def test_a_call_begins_at_the_start_that_waits_for_nothing() -> None:
    hamta = """- subprocess: Hämta
  flow:
    - start: Inifrån
    - wait: Ett brev kommer
      message: brev
    - end: Läst
    - start: Utifrån
      message: utifran
    - wait: Ett svar kommer
      message: svar
"""
    sokande = ONE + "\n- exclusive: Vill hon svara?\n  branches:\n    ja:\n      - task: Svara\n        sends: svar\n    nej:"
    map = called(collaboration({"sokande": sokande, "kommun": hamta}))
    assert procmap.verify(map.collaborations[0], map=map).verdict == "sound"
    inside = collaboration({"sokande": sokande, "kommun": hamta})
    assert procmap.verify(inside.collaborations[0], map=inside).verdict == "unsound"

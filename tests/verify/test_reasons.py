"""Why something is not known, in the words of the map."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

import procmap
from procmap import Event, Gateway, Process, SequenceFlow, Task


def many(answers: int) -> Process:
    """An inclusive gateway whose branches each have an end, and a join that waits for two of them."""
    nodes = [Event(id="s", position="start"), Task(id="t", name="Registrera"), Gateway(id="g", kind="inclusive")]
    flows = [("s", "t"), ("t", "g"), ("a1", "j"), ("a5", "j")]
    for k in range(answers):
        nodes += [Task(id=f"a{k}"), Event(id=f"e{k}", position="end")]
        flows += [("g", f"a{k}"), (f"a{k}", f"e{k}")]
    nodes.append(Gateway(id="j", kind="inclusive"))
    return Process(
        id="p",
        nodes=tuple(nodes),
        flows=tuple(SequenceFlow(id=f"f{k}", source=a, target=b) for k, (a, b) in enumerate(flows)),
    )


def test_too_many_answers_are_told_by_where_they_are_given() -> None:
    proved = procmap.verify(many(13))
    assert proved.verdict == "unknown"
    assert proved.reason is not None
    assert "vägvalet efter ”Registrera”" in proved.reason("sv")
    assert "the choice after “Registrera”" in proved.reason("en")


def test_a_call_of_what_is_not_known_is_not_known() -> None:
    caller = Process(
        id="caller",
        nodes=(Event(id="s", position="start"), procmap.CallActivity(id="c", calls="p"), Event(id="e", position="end")),
        flows=(SequenceFlow(id="f0", source="s", target="c"), SequenceFlow(id="f1", source="c", target="e")),
    )
    map = procmap.ProcessMap(processes=(caller, many(13)))
    proved = procmap.verify(caller, map=map)
    assert proved.verdict == "unknown"
    assert proved.properties["safeness"] is None


TOGETHER = """
collaboration: Samverkan
pools:
  sokande:
    name: Sökande
    flow:
      - task: Skicka ansökan
        sends: ansokan
  kommun:
    name: Kommun
    flow:
      - subprocess: Ta emot
        flow:
          - wait: Ansökan kommer
            message: ansokan
"""


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"loop": "parallel"}, "”Ta emot”"),
        ({"for_each": "ansökan"}, "”Ta emot”"),
        ({"kind": "ad_hoc"}, "”Ansökan kommer”"),
        ({"for_compensation": True}, "”Ansökan kommer”"),
    ],
    ids=lambda each: "" if isinstance(each, str) else next(iter(each)),
)
def test_a_message_inside_what_cannot_be_tried_is_told_by_its_name(changes: dict[str, Any], name: str) -> None:
    map = procmap.read_text(TOGETHER).map
    sokande, kommun = map.processes
    nodes = tuple(replace(node, **changes) if node.id == "ta-emot" else node for node in kommun.nodes)
    changed = procmap.ProcessMap(
        processes=(sokande, replace(kommun, nodes=nodes)), collaborations=map.collaborations
    )
    proved = procmap.verify(map.collaborations[0], map=changed)
    assert proved.verdict == "unknown"
    assert proved.reason is not None
    assert name in proved.reason("sv")


@pytest.mark.parametrize(("several", "verdict"), [(False, "unsound"), (True, "unknown")])
def test_one_after_the_other_is_tried_where_it_is_the_same_pool_each_time(several: bool, verdict: str) -> None:
    map = procmap.read_text(TOGETHER.replace("flow:\n          - wait", "bpmn: sequential\n        flow:\n          - wait")).map
    together = map.collaborations[0]
    pools = (replace(together.pools[0], several=several), *together.pools[1:])
    together = replace(together, pools=pools)
    proved = procmap.verify(together, map=replace(map, collaborations=(together,)))
    assert (proved.verdict, proved.reason is None) == (verdict, verdict == "unsound")


def test_a_call_of_a_process_with_messages_of_its_own_is_told_by_its_name() -> None:
    map = procmap.read_text(TOGETHER).map
    sokande, kommun = map.processes
    call = procmap.CallActivity(id="anlita", name="Anlita kommunen", calls=kommun.id)
    end = next(flow for flow in sokande.flows if flow.target == "end")
    flows = (
        *(flow for flow in sokande.flows if flow is not end),
        replace(end, target="anlita"),
        SequenceFlow(id="last", source="anlita", target="end"),
    )
    changed = procmap.ProcessMap(
        processes=(replace(sokande, nodes=(*sokande.nodes, call), flows=flows), kommun),
        collaborations=map.collaborations,
    )
    proved = procmap.verify(map.collaborations[0], map=changed)
    assert proved.verdict == "unknown"
    assert proved.reason is not None
    assert "”Anlita kommunen”" in proved.reason("sv")
    assert "“Anlita kommunen”" in proved.reason("en")


def test_two_pools_with_the_same_process_are_not_tried() -> None:
    map = procmap.read_text(TOGETHER).map
    together = map.collaborations[0]
    again = replace(together, pools=(*together.pools, procmap.Pool(id="granne", process=map.processes[1].id)))
    proved = procmap.verify(again, map=replace(map, collaborations=(again,)))
    assert proved.verdict == "unknown"
    assert proved.reason is not None
    assert "”Kommun”" in proved.reason("sv")

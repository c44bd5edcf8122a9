"""What is proposed where a proof fails in a plain pattern."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

import procmap
from procmap.verify.repair import repairs

CASES = yaml.safe_load(Path(__file__).with_name("repairs.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: (case["repairs"] or [["sound"]])[0][0])
def test_the_repair_is_named(case: dict[str, Any]) -> None:
    process = procmap.read_text("process: P\nflow:\n" + case["flow"]).map.processes[0]
    proved = procmap.verify(process)
    assert proved.verdict == ("unsound" if case["repairs"] else "sound")
    found = repairs(process, proved)
    assert [[each.pattern, each.element, each.other] for each in found] == case["repairs"]
    said = " ".join(each.words.sv for each in found)
    assert [words for words in case.get("words", ()) if words not in said] == []
    assert [words for words in case.get("unsaid", ()) if words in said] == []
    for each in found:
        for words in (each.words, each.drawn):
            assert words("sv", element="X", other="Y") != words("en", element="X", other="Y")
        assert "`" not in each.drawn.sv + each.drawn.en  # somebody who draws has no words of ours to take away
        assert each.words("sv", element="X", other="Y") != each.words("en", element="X", other="Y")


@pytest.mark.parametrize("flow", [flow for case in CASES for flow in case.get("mended", ())])
def test_what_is_proposed_mends(flow: str) -> None:
    assert procmap.verify(procmap.read_text("process: P\nflow:\n" + flow).map.processes[0]).verdict == "sound"


def bpmn(inside: str) -> procmap.Process:
    """A process of BPMN; ``a -> b`` is a flow, and all else is as it stands in the file."""
    lines = [
        f'<sequenceFlow id="{a}_{b}" sourceRef="{a}" targetRef="{b}"/>'
        for line in inside.splitlines()
        if "->" in line
        for a, b in pairwise(line.replace(" ", "").split("->"))
    ]
    lines += [line for line in inside.splitlines() if "->" not in line]
    model = "http://www.omg.org/spec/BPMN/20100524/MODEL"
    text = f'<definitions xmlns="{model}" targetNamespace="x"><process id="P">{"".join(lines)}</process></definitions>'
    return procmap.read_text(text).map.processes[0]


def test_ways_on_conditions_meet_where_only_those_that_are_taken_are_awaited() -> None:
    process = bpmn(
        """
        <task id="a"/><task id="b"/><task id="c"/><task id="d"/><endEvent id="e"/>
        <sequenceFlow id="x" sourceRef="a" targetRef="b"><conditionExpression>stort</conditionExpression></sequenceFlow>
        <sequenceFlow id="y" sourceRef="a" targetRef="c"><conditionExpression>dyrt</conditionExpression></sequenceFlow>
        b -> d -> e
        c -> d
        """
    )
    (found,) = repairs(process, procmap.verify(process))
    assert (found.pattern, found.element, found.other) == ("some-ways-and-none-awaited", "d", "a")
    assert "inkluderande" in found.drawn.sv and "parallellt" not in found.drawn.sv


def test_an_event_that_interrupts_is_not_said_to_go_on_beside() -> None:
    process = bpmn(
        """
        <task id="a"/><boundaryEvent id="t" attachedToRef="a"><timerEventDefinition/></boundaryEvent>
        <task id="b"/><task id="c"/><endEvent id="e"/>
        a -> c -> e
        t -> b -> c
        t -> c
        """
    )
    (found,) = repairs(process, procmap.verify(process))
    assert (found.pattern, found.element, found.other) == ("all-ways-and-none-awaited", "c", "t")


def test_a_way_that_ends_is_not_drawn_straight_into_what_waits_for_all() -> None:
    process = bpmn(
        """
        <startEvent id="s"/><parallelGateway id="g"/><task id="a"/><task id="b"/>
        <boundaryEvent id="t" attachedToRef="b"><timerEventDefinition/></boundaryEvent><endEvent id="out"/>
        <parallelGateway id="j"/><endEvent id="e"/>
        s -> g -> a -> j -> e
        g -> b -> j
        t -> out
        """
    )
    (found,) = repairs(process, procmap.verify(process))
    assert (found.pattern, found.element, found.other) == ("a-branch-ends", "j", "out")
    assert "först gå ihop" in found.drawn.sv
    straight = replace(
        process, flows=tuple(replace(flow, target="j") if flow.id == "t_out" else flow for flow in process.flows)
    )
    assert procmap.verify(straight).properties["option_to_complete"] is False


def test_what_is_called_counts_when_a_change_is_tried() -> None:
    map = procmap.read_text(
        "process: P\nflow:\n- parallel: Dela\n  branches:\n  - - call: Q\n  - - A: Hör\n"
        "    - A: Klart?\n      branches:\n        ja:\n        nej:\n          - end: Avbruten\n"
        "---\nprocess: Q\nflow:\n- A: Gör"
    ).map
    process = map.processes[0]
    (found,) = repairs(process, procmap.verify(process, map=map), map=map)
    assert (found.pattern, found.other) == ("a-branch-ends", "avbruten")

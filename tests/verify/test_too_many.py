"""More answers, conditions or events at one element than can be tried: what goes wrong with a few of them is told."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

import procmap
from procmap import Event, Gateway, Process, SequenceFlow, Task, Trigger


def process(nodes: list[object], ways: list[tuple[str, str]], condition: str | None = None) -> Process:
    flows = [SequenceFlow(id=f"f{k}", source=a, target=b) for k, (a, b) in enumerate(ways)]
    flows = [replace(flow, condition=condition) if flow.source == "a" and condition else flow for flow in flows]
    return Process(id="p", nodes=(Event(id="s", position="start"), *nodes), flows=tuple(flows))  # type: ignore[arg-type]


def conditions(many: int, shared: bool) -> Process:
    """A step with conditional ways, each to an end of its own, or all to one."""
    ends = [Event(id=f"e{0 if shared else k}", position="end") for k in range(1 if shared else many)]
    ways = [("s", "a"), *(("a", "e0" if shared else f"e{k}") for k in range(many))]
    return process([Task(id="a", name="Sortera"), *ends], ways, "när det gäller")


def reminders(many: int) -> Process:
    """A step with so many reminders, all to the end of the main flow."""
    nodes: list[object] = [Task(id="a", name="Handlägg"), Event(id="e", position="end")]
    for k in range(many):
        timer = (Trigger(kind="timer"),)
        nodes.append(Event(id=f"t{k}", position="boundary", attached_to="a", interrupting=False, triggers=timer))
    return process(nodes, [("s", "a"), ("a", "e"), *((f"t{k}", "e") for k in range(many))])


def answers(many: int) -> Process:
    """An inclusive choice whose ways meet without waiting."""
    tasks = [Task(id=f"b{k}") for k in range(many)]
    gates = [Gateway(id="g", kind="inclusive"), Gateway(id="x", kind="exclusive")]
    ways = [("s", "g"), *(("g", each.id) for each in tasks), *((each.id, "x") for each in tasks), ("x", "e")]
    return process([*gates, *tasks, Event(id="e", position="end")], ways)


@pytest.mark.parametrize("many", [12, 13, 40, 1_000])
def test_conditions_each_to_an_end_of_its_own(many: int) -> None:
    proved = procmap.verify(conditions(many, shared=False))
    assert proved.verdict == ("sound" if many == 12 else "unknown")
    if many > 12:
        assert proved.reason is not None
        assert "”Sortera”" in proved.reason("sv")


@pytest.mark.parametrize(
    "flow",
    [conditions(40, shared=True), reminders(9), reminders(300), answers(13), answers(500)],
    ids=["conditions", "nine reminders", "three hundred", "thirteen answers", "five hundred"],
)
def test_what_goes_wrong_with_two_of_many_is_told(flow: Process) -> None:
    proved = procmap.verify(flow)
    assert proved.verdict == "unsound"
    assert proved.properties["proper_completion"] is False
    assert proved.properties["option_to_complete"] is None
    assert proved.elements["proper_completion"] == (("e0" if flow.nodes[-1].id == "e0" else "e"),)
    assert proved.trace is not None


def test_of_many_events_that_interrupt_a_few_are_looked_at_too() -> None:
    nodes: list[object] = [Task(id="a", name="Handlägg"), Event(id="e", position="end")]
    for k in range(600):
        timer = (Trigger(kind="timer"),)
        nodes.append(Event(id=f"t{k}", position="boundary", attached_to="a", interrupting=k % 2 > 0, triggers=timer))
    ways = [("s", "a"), *[("a", "e")] * 600, *((f"t{k}", "e") for k in range(600))]
    proved = procmap.verify(process(nodes, ways, "?"))
    assert proved.properties["proper_completion"] is False
    assert proved.properties["option_to_complete"] is None
    assert proved.states < 5_000


def test_fewer_states_are_looked_at_of_a_long_flow() -> None:
    """Each of ten long branches goes on by itself, before the conditions of which there are too many."""
    gates = [Gateway(id="p", kind="parallel"), Gateway(id="q", kind="parallel")]
    steps = [Task(id=f"b{branch}-{k}") for branch in range(10) for k in range(300)]
    ways = [("s", "p"), ("q", "a"), *[("a", "e")] * 40]
    for branch in range(10):
        line = ["p", *(f"b{branch}-{k}" for k in range(300)), "q"]
        ways += pairwise(line)
    nodes: list[object] = [*gates, *steps, Task(id="a", name="Sortera"), Event(id="e", position="end")]
    proved = procmap.verify(process(nodes, ways, "?"))
    assert proved.verdict == "unknown"
    assert proved.states < 30_000


def test_conditions_behind_reminders_and_many_ways_in() -> None:
    """Eight reminders with twelve conditions each, and a step with twelve that a hundred ways lead to."""
    nodes: list[object] = [Task(id="a", name="Handlägg"), Event(id="e", position="end")]
    ways = [("s", "a"), ("a", "e")]
    for k in range(8):
        timer = (Trigger(kind="timer"),)
        nodes.append(Event(id=f"t{k}", position="boundary", attached_to="a", interrupting=False, triggers=timer))
        ways += [(f"t{k}", "e")] * 12
    flow = process(nodes, ways)
    flow = replace(flow, flows=tuple(replace(f, condition="?") if f.source[0] == "t" else f for f in flow.flows))
    assert procmap.verify(flow).reason is not None
    before = [Task(id=f"b{k}") for k in range(100)]
    nodes = [Gateway(id="g", kind="exclusive"), *before, Task(id="a", name="Sortera"), Event(id="e", position="end")]
    ways = [("s", "g"), *(("g", each.id) for each in before), *((each.id, "a") for each in before), *([("a", "e")] * 12)]
    proved = procmap.verify(process(nodes, ways, "?"))
    assert proved.reason is not None
    assert "”Sortera”" in proved.reason("sv")

"""The lines of a run: what begins, what is done, and what is only begun when something happens at its border."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from procmap.graph.run import Course
from procmap.graph.run_words import steps
from procmap.model.activity import CallActivity, SubProcess, Task
from procmap.model.event import Event
from procmap.model.flow import SequenceFlow
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap
from procmap.read.reading import read_text


@dataclass(frozen=True)
class Case:
    """A flow, a run through it, and its lines."""

    flow: str
    run: str
    sv: list[str]
    en: list[str]


HELD = """\
  - wait: Svaret kommer
    meanwhile:
      - timer: 2 weeks
        flow: [Påminn, {end: Påmind}]
  - task: Utred
    unless:
      - {timer: 3 weeks, flow: [{end: För sent}]}
"""

CASES = {
    "a wait and what happens meanwhile": Case(
        HELD,
        "start svaret-kommer svaret-kommer.timer pamind",
        ["väntan på ”Svaret kommer” börjar", "2 veckor går under ”Svaret kommer”", "slutet ”Påmind” nås"],
        [
            "the wait for “Svaret kommer” begins",
            "2 weeks pass during “Svaret kommer”",
            "the end “Påmind” is reached",
        ],
    ),
    "a step that is broken off": Case(
        HELD,
        "start svaret-kommer utred utred.timer",
        ["”Svaret kommer”", "”Utred” påbörjas", "3 veckor går under ”Utred”"],
        ["“Svaret kommer”", "“Utred” is begun", "3 weeks pass during “Utred”"],
    ),
    "something else comes between": Case(
        HELD,
        "start svaret-kommer utred svaret-kommer.timer",
        ["”Svaret kommer”", "”Utred”", "2 veckor går under ”Svaret kommer”"],
        ["“Svaret kommer”", "“Utred”", "2 weeks pass during “Svaret kommer”"],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_lines_of_a_run(case: Case) -> None:
    reading = read_text(f"process: P\nflow:\n{case.flow}")
    assert [finding.message("en") for finding in reading.findings] == []
    run = Course(reading.map.processes[0]).run(case.run.split())
    told = [words for words in steps(run.moments) if words is not None]
    assert [words("sv") for words in told] == case.sv
    assert [words("en") for words in told] == case.en


def started(name: str | None) -> tuple[tuple[Event, Task], tuple[SequenceFlow, ...]]:
    """Two elements: a start, and the step it leads to."""
    nodes = Event(id="s", position="start", name=name), Task(id="t", name="Läs")
    return nodes, (SequenceFlow(id="f", source="s", target="t"),)


@pytest.mark.parametrize("name", ["Blankett", "{Blankett}"])
def test_a_start_begins_what_it_stands_in(name: str) -> None:
    nodes, flows = started(name)
    inner = (
        SubProcess(id="inne", name="Granska", nodes=nodes, flows=flows),
        SubProcess(id="namnlos", nodes=nodes, flows=flows),
        SubProcess(id="fraga", name="Fråga", kind="event", nodes=nodes, flows=flows),
        CallActivity(id="anrop", name="Anropa", calls="q"),
        CallActivity(id="annat", name="Anropa igen", calls="r"),
    )
    called = Process(id="q", name="Remiss", nodes=nodes, flows=flows), Process(id="r", nodes=nodes, flows=flows)
    process = Process(id="p", name="Ärende", nodes=(*nodes, *inner), flows=flows)
    course = Course(process, ProcessMap(processes=(process, *called)))
    run = course.run(["s", *(path for each in inner for path in (each.id, f"{each.id}/s"))])
    told = [
        words
        for moment, words in zip(run.moments, steps(run.moments), strict=True)
        if moment.id == "s" and words is not None
    ]
    assert [words("sv") for words in told] == [
        f"ärendet börjar: ”{name}”",
        f"”Granska” börjar: ”{name}”",
        f"delprocessen börjar: ”{name}”",
        f"”Fråga” börjar: ”{name}”",
        f"”Remiss” börjar: ”{name}”",
        f"den andra processen börjar: ”{name}”",
    ]
    assert [words("en") for words in told] == [
        f"the case begins: “{name}”",
        f"“Granska” begins: “{name}”",
        f"the subprocess begins: “{name}”",
        f"“Fråga” begins: “{name}”",
        f"“Remiss” begins: “{name}”",
        f"the other process begins: “{name}”",
    ]

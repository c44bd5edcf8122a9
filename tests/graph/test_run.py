"""Which way a run took, where that is certain: the answers, what was used twice, what is waited for in vain."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from procmap.graph.run import Course
from procmap.model.process import Process
from procmap.read.reading import read_text


@dataclass(frozen=True)
class Case:
    """A flow, a run through it, and what is certain: flows by their ids, with the place in the run in front."""

    text: str
    run: str
    stuck: str = ""
    doubled: str = ""
    chose: list[str] = field(default_factory=list)
    there: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


LOOP = """\
  - A
  - exclusive: Klart?
    branches:
      ja:
      nej: {to: A}
  - B
"""
BOTH = """\
  - parallel: Dela
    branches:
      - [A, {to: Samla}]
      - - exclusive: Val
          branches:
            ja: {to: Samla}
            nej: [{end: Avslag}]
  - parallel: Samla
"""
SAME = """\
  - exclusive: Val
    branches:
      a: {to: Samla}
      b: {to: Samla}
  - parallel: Samla
"""
TWO_CHOICES = """\
  - parallel: Dela
    branches:
      - - exclusive: X
          branches:
            a: {to: C}
            b: {to: D}
      - - exclusive: Y
          branches:
            a: {to: C}
            b: {to: D}
  - C
  - end: Klart
  - D
"""
TIMER = """\
  - task: A
    unless: [{timer: 3 weeks, to: Samla}]
  - parallel: Samla
"""
INCLUSIVE = """\
  - inclusive: Vilka
    branches:
      a: [A, {to: Samla}]
      b: [B, {to: Samla}]
  - parallel: Samla
"""

AGAIN = """\
  - inclusive: Vilka
    branches:
      a:
        - A
        - exclusive: Klart?
          branches:
            ja:
            nej: {to: Vilka}
      b: [B]
  - C
"""

CASES = {
    "an answer is told by what comes next": Case(LOOP, "start a klart b end", chose=["2 klart.ja"]),
    "each time round by itself": Case(LOOP, "start a klart a klart b", chose=["2 klart.nej", "4 klart.ja"]),
    "nothing follows, so nothing is told": Case(LOOP, "start a klart"),
    "the last answer, by where all tokens stand": Case(
        BOTH,
        "start dela val a avslag",
        stuck="samla",
        chose=["1 dela.1", "1 dela.2", "2 val.nej"],
        there=["a.next"],
        missing=["val.ja"],
    ),
    "two answers lead there: which it was is not told": Case(SAME, "start val", stuck="samla"),
    "two choices that may have led to either": Case(TWO_CHOICES, "start dela x y c d", chose=["1 dela.1", "1 dela.2"]),
    "two choices that must both have led there": Case(
        TWO_CHOICES, "start dela x y c c", chose=["1 dela.1", "1 dela.2", "2 x.a", "3 y.a"]
    ),
    "two choices, one of which came before the other": Case(
        TWO_CHOICES, "start dela x c y d", chose=["1 dela.1", "1 dela.2", "2 x.a", "4 y.b"]
    ),
    "an event instead of the end of a step": Case(
        TIMER, "start a a.timer", stuck="samla", there=["a.timer.next"], missing=["a.next"]
    ),
    "what was chosen of several": Case(
        INCLUSIVE, "start vilka b", stuck="samla", chose=["1 vilka.b"], there=["b.next"], missing=["a.next"]
    ),
    "what carries two tokens tells the answer": Case(
        "  - parallel: Dela\n    branches:\n      - [A, {to: C}]\n"
        "      - - exclusive: Val\n          branches: {a: {to: C}, b: {to: Samla}}\n"
        "  - exclusive: Samla\n  - C\n",
        "start dela a val c c",
        doubled="c.next",
        chose=["1 dela.1", "1 dela.2", "3 val.a"],
    ),
    "what carries two tokens was chosen both times": Case(
        AGAIN,
        "start vilka.merge vilka a klart vilka.merge vilka",
        doubled="vilka.b",
        chose=["2 vilka.a", "2 vilka.b", "4 klart.nej", "6 vilka.b"],
    ),
    "an element that is not there is passed over": Case(LOOP, "start nowhere a klart b", chose=["2 klart.ja"]),
    "an impossible run tells nothing": Case(LOOP, "start b klart a"),
}


def process(text: str) -> Process:
    reading = read_text(f"process: P\nflow:\n{text}")
    assert [finding.message("en") for finding in reading.findings] == []
    return reading.map.processes[0]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_is_certain_is_told(case: Case) -> None:
    run = Course(process(case.text)).run(case.run.split(), stuck=case.stuck.split(), doubled=case.doubled.split())
    branching = [
        (number, moment) for number, moment in enumerate(run.moments) if len(moment.scope.outgoing.get(moment.id, ())) > 1
    ]
    assert [f"{number} {flow.id}" for number, moment in branching for flow in moment.chose] == case.chose
    assert [flow.id for flows in run.there.values() for flow in flows] == case.there
    assert [flow.id for flows in run.missing.values() for flow in flows] == case.missing


def test_ways_into_what_occurs_twice_are_known_together(read: Callable[[str], Process]) -> None:
    text = "process: P\nflow:\n  - parallel: Dela\n    branches: [[A, {to: C}], [B, {to: C}]]\n  - C\n"
    run = Course(read(text)).run(["start", "dela", "a", "b", "c", "c"], doubled=["c.next"])
    assert [flow.id for flow in run.into["c"]] == ["a.next", "b.next"]
    assert [moment.took for moment in run.moments[-2:]] == [(), ()]


def test_a_run_inside_a_subprocess_and_a_call() -> None:
    map = read_text(
        "process: P\nflow:\n  - subprocess: S\n    flow:\n      - exclusive: Val\n"
        "        branches: {a: A, b: [{end: Bort}]}\n  - call: Q\n    id: anrop\n  - B\n---\n"
        "process: Q\nflow:\n  - exclusive: Hur\n    branches: {c: C, d: D}\n"
    ).map
    elements = ["start", "s", "s/start", "s/val", "s/a", "s/end", "anrop", "anrop/start", "anrop/hur", "anrop/d", "anrop/end", "b"]
    run = Course(map.processes[0], map).run(elements)
    assert [moment.path for moment in run.moments] == elements
    assert {moment.path: [flow.id for flow in moment.chose] for moment in run.moments if moment.id in ("val", "hur")} == {
        "s/val": ["val.a"],
        "anrop/hur": ["hur.d"],
    }
    assert [moment.process.id for moment in run.moments][-3:] == ["q", "q", "p"]
    place = Course(map.processes[0], map).place("anrop/d")
    assert place is not None and (place.process.id, place.id) == ("q", "d")
    assert Course(map.processes[0]).place("anrop/d") is None


def test_a_long_run_is_followed_without_recursion() -> None:
    text = "".join(f"  - S{number}\n" for number in range(3000))
    elements = ["start", *(f"s{number}" for number in range(3000)), "end"]
    run = Course(process(text)).run(elements)
    assert len(run.moments) == 3002
    assert [flow.id for flow in run.moments[-1].took] == ["s2999.next"]

"""Frozen maps are changed by making others, and what comes from Python is judged."""

from __future__ import annotations

import dataclasses
import doctest
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import procmap
from procmap import (
    BadUsage,
    Duration,
    InvalidMap,
    Process,
    ProcessMap,
    Ref,
    SequenceFlow,
    Task,
    Unknown,
    evolve,
    judge,
    process,
    subprocess,
)
from procmap.model import evolve as module
from procmap.read.reading import read_text

ROOT = Path(__file__).parents[2]
MAP = ProcessMap(
    processes=(
        process(
            "Bygglov",
            ["Registrator: Diarieför", subprocess("Beredning", ["Handläggare: Granska"])],
            rules={"r": {"says": "Högst {n}", "limits": {"n": "3 m"}}},
        ),
    )
)


def test_an_element_a_nested_one_and_an_entry_of_a_section() -> None:
    changed = evolve(MAP, "bygglov/diariefor", why="Allmän handling")
    changed = evolve(
        changed, Ref("bygglov", "beredning/granska"), touch_time=Duration(Decimal(2), "h"), informs=["Chef"]
    )
    changed = evolve(changed, "bygglov/rules/r", source=Unknown("jurist"))
    changed = evolve(changed, "bygglov", owner="Chef")
    again = changed.process("bygglov")
    assert (again.owner, again.rules[0].source, again.nodes[1].why) == ("Chef", Unknown("jurist"), "Allmän handling")
    assert again.nodes[2].nodes[1].informs == ("Chef",)  # type: ignore[union-attr]
    assert MAP.process("bygglov").owner is None


@pytest.mark.parametrize(
    ("ref", "changes", "error", "words"),
    [
        ("bygglov/finns-inte", {"why": "x"}, BadUsage, "finns inget"),
        ("annan", {"owner": "x"}, BadUsage, "finns inget"),
        ("bygglov/diariefor", {"wy": "x"}, BadUsage, "wy"),
        ("bygglov/diariefor", {"id": "x"}, BadUsage, "id"),
        ("bygglov/diariefor", {"why": 3}, InvalidMap, "Task.why"),
        ("bygglov/diariefor", {"touch_time": "10 min"}, InvalidMap, "Maybe[Duration]"),
        ("bygglov/diariefor", {"judgement": "kanske"}, InvalidMap, "judgement"),
    ],
)
def test_what_cannot_be_changed(ref: str, changes: dict[str, Any], error: type[Exception], words: str) -> None:
    with pytest.raises(error) as caught:
        evolve(MAP, ref, **changes)
    assert words in caught.value.text("sv")  # type: ignore[attr-defined]


def test_a_step_of_a_journey_is_found_without_its_phase() -> None:
    text = "journey: Resa\nphases:\n  - phase: Under\n    steps: [{step: A}, {step: B}]\n"
    (journey,) = read_text(text).map.journeys
    assert [step.feels for step in evolve(journey, "resa/b", feels=-1).steps] == [None, -1]


def test_a_document_alone_is_changed_as_one_in_a_map_is() -> None:
    alone = MAP.process("bygglov")
    changed: Process = evolve(alone, "bygglov/diariefor", why="Allmän handling")
    assert changed == evolve(MAP, "bygglov/diariefor", why="Allmän handling").process("bygglov")
    assert evolve(alone, "bygglov", owner="Chef").owner == "Chef"
    with pytest.raises(BadUsage):
        evolve(alone, "diariefor", why="Allmän handling")


@pytest.mark.parametrize(
    ("given", "sv", "en"),
    [
        (procmap.read(ROOT / "examples" / "bygglov"), "Reading är ingen karta. Ge dess .map", "Reading is no map. Give its .map"),
        ("bygglov.yaml", "str är ingen karta. Ge en ProcessMap,", "str is no map. Give a ProcessMap,"),
        (MAP.process("bygglov").nodes[0], "Event är ingen karta. Ge en ProcessMap,", "Event is no map. Give a ProcessMap,"),
        (None, "NoneType är ingen karta.", "NoneType is no map."),
    ],
    ids=["a reading", "a path", "an element", "nothing"],
)
def test_what_is_no_map_is_said(given: Any, sv: str, en: str) -> None:
    for use in (lambda: evolve(given, "bygglov", owner="x"), lambda: procmap.check(given)):
        with pytest.raises(BadUsage) as caught:
            use()
        assert caught.value.text("sv").startswith(sv)
        assert caught.value.text("en").startswith(en)


def test_a_map_is_frozen_and_hashable() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        MAP.processes = ()  # type: ignore[misc]
    assert len({MAP, MAP}) == 1


@pytest.mark.parametrize(
    "part",
    [
        Task(id=3),  # type: ignore[arg-type]
        Process(id="p", nodes=[Task(id="t")]),  # type: ignore[arg-type]
        Process(id="p", nodes=(Task(id="t", reads="anmalan"),)),  # type: ignore[arg-type]
        ProcessMap(processes=(Process(id="p", flows=(SequenceFlow(id="f", source="a", target=None),)),)),  # type: ignore[arg-type]
        Task(id="t", error_rate=float("nan")),
    ],
)
def test_pydantic_judges_what_is_made_by_hand(part: Any) -> None:
    with pytest.raises(InvalidMap):
        judge(part)


@pytest.mark.parametrize("folder", sorted((ROOT / "examples").iterdir()), ids=lambda p: p.name)
def test_what_the_reader_makes_is_of_the_kinds_the_model_says(folder: Path) -> None:
    map = procmap.read(folder).map
    assert judge(map) is map


def test_documented_examples_hold() -> None:
    assert doctest.testmod(module).failed == 0

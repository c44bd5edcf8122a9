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


ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("folder", sorted((ROOT / "examples").iterdir()), ids=lambda p: p.name)
def test_what_the_reader_makes_is_of_the_kinds_the_model_says(folder: Path) -> None:
    map = procmap.read(folder).map
    assert judge(map) is map


def test_documented_examples_hold() -> None:
    assert doctest.testmod(module).failed == 0

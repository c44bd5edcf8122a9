"""The judges themselves: they answer as worked out by hand, and the modular one as the one that nests."""

from __future__ import annotations

from typing import Any

import naive
import nested
import pytest
import random_flows
import reading
import wider_flows

CASES = [pytest.param(case, id=f"{case['file']}: {case['title']}") for case in reading.cases()]


@pytest.mark.parametrize("case", CASES)
def test_naive_explorer_answers_as_by_hand(case: dict[str, Any]) -> None:
    map = reading.map_of(case)
    answer = naive.explore(map.processes[0], map)
    fails = case.get("fails", {})
    assert answer.properties == reading.expected(case)
    assert answer.dead == set(fails.get("no_dead_activities", ()))
    assert answer.twice == set(fails.get("proper_completion", ()))
    assert answer.unsafe == set(fails.get("safeness", ()))


@pytest.mark.parametrize("first", range(0, 200, 20))
def test_working_out_subprocesses_beforehand_changes_nothing(first: int) -> None:
    judged = 0
    for seed in range(first, first + 20):
        map = random_flows.make(seed)
        try:
            modular = naive.explore(map.processes[0], map, 1_500)
            whole = nested.explore(map.processes[0], map, 2_500)
        except naive.TooLarge:
            continue
        judged += 1
        said = f"{random_flows.compact(map)}\n{modular}\n{whole}"
        assert modular.verdict == whole.verdict, said
        if modular.properties["safeness"]:
            assert (modular.properties, modular.dead, modular.twice) == (whole.properties, whole.dead, whole.twice), said
    assert judged > 14


def test_every_kind_occurs_among_the_random_flows() -> None:
    kinds: set[str] = set()
    for seed in range(400):
        random_flows.count(random_flows.make(seed).processes[0], kinds)
    assert kinds >= random_flows.KINDS


def test_all_that_should_meets_among_the_wider_flows() -> None:
    meetings: set[str] = set()
    for seed in range(600):
        meetings.update(wider_flows.meetings(wider_flows.make(seed)))
    assert meetings == wider_flows.MEETINGS

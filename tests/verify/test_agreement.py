"""Random flows: ``procmap.verify`` and the naive explorer agree, and every trace leads to what it is a trace of.

A sample of what ``tests/bench/verify_agreement.py`` runs.
"""

from __future__ import annotations

from collections import Counter

import judge
import naive
import pytest
import random_flows
import shared_reminders
import wider_flows

import procmap

STEP = 20
ONCE_WRONG = (3397, 4189, 4800, 5875, 9811, 14113, 18298)
WIDER_ONCE_WRONG = (
    *(723, 985, 1235, 1849, 1868, 2043, 2277, 2867, 3130, 3423, 4301, 5192, 5214, 5304, 6336, 6449, 7690, 9365),
    16589,
)


@pytest.mark.parametrize("first", range(0, 400, STEP))
def test_agrees_with_the_naive_explorer(first: int) -> None:
    judged = 0
    for seed in range(first, first + STEP):
        map = random_flows.make(seed)
        try:
            found = judge.differences(map, 2_000)
        except naive.TooLarge:
            continue
        judged += 1
        assert found == [], judge.told(map, found, f"seed {seed}")
    assert judged >= STEP * 3 // 4


@pytest.mark.parametrize("first", range(0, 300, STEP))
def test_agrees_where_much_meets(first: int) -> None:
    judged = 0
    for seed in range(first, first + STEP):
        map = wider_flows.make(seed)
        try:
            found = judge.differences(map, 600)
        except naive.TooLarge:
            continue
        judged += 1
        assert found == [], judge.told(map, found, f"wider seed {seed}")
    assert judged >= STEP // 2


@pytest.mark.parametrize("first", range(0, 200, STEP))
def test_agrees_where_reminders_share_what_they_lead_to(first: int) -> None:
    judged = 0
    for seed in range(first, first + STEP):
        map = shared_reminders.make(seed)
        try:
            found = judge.differences(map, 600)
        except naive.TooLarge:
            continue
        judged += 1
        assert found == [], judge.told(map, found, f"seed {seed} of shared reminders")
    assert judged >= STEP // 2


def test_reminders_share_what_they_lead_to_and_are_apart_in_some() -> None:
    """Among the flows above; else they would show nothing."""
    apart = 0
    for seed in range(60):
        map = shared_reminders.make(seed)
        scope = naive.whole(map.processes[0], map)
        explorer = naive.Explorer(600)
        try:
            threads = [explorer.apart(scope, event.id) for events in scope.boundary.values() for event in events]
        except naive.TooLarge:
            continue
        shared = Counter(id for thread in threads for id in thread or ())
        apart += any(many > 1 for many in shared.values())
    assert apart >= 6


@pytest.mark.parametrize("seed", WIDER_ONCE_WRONG)
def test_agrees_where_it_once_did_not_and_much_meets(seed: int) -> None:
    map = wider_flows.make(seed)
    found = judge.differences(map, 2_000)
    assert found == [], judge.told(map, found, f"wider seed {seed}")


@pytest.mark.parametrize("seed", ONCE_WRONG)
def test_agrees_where_it_once_did_not(seed: int) -> None:
    map = random_flows.make(seed)
    found = judge.differences(map, 3_000)
    assert found == [], judge.told(map, found, f"seed {seed}")


@pytest.mark.parametrize("seed", range(0, 40, 4))
def test_the_same_each_time(seed: int) -> None:
    map = random_flows.make(seed)
    assert procmap.verify(map.processes[0], map=map) == procmap.verify(map.processes[0], map=map)

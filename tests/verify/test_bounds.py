"""With few states looked at, an answer is null rather than wrong, and a trace still leads to its fault.

So what is left after reducing is judged too, which else answers for flows larger than those here.
"""

from __future__ import annotations

from collections.abc import Callable

import judge
import naive
import pytest
import random_flows
import wider_flows

from procmap import ProcessMap

STEP = 10
BOUNDS = (1, 2, 4, 9, 30)


@pytest.mark.parametrize("first", [*range(0, 100, STEP), 3390, 3640, 4590, 4670])
def test_null_rather_than_wrong(first: int) -> None:
    assert _judged(random_flows.make, first, 2_000) >= STEP * 3 // 4


@pytest.mark.parametrize("first", [*range(0, 50, STEP), 180])
def test_null_rather_than_wrong_where_much_meets(first: int) -> None:
    assert _judged(wider_flows.make, first, 600) >= STEP // 2


@pytest.mark.parametrize("first", range(0, 200, STEP))
def test_what_is_left_after_reducing_says_the_same(first: int) -> None:
    judged = 0
    for seed in range(first, first + STEP):
        map = random_flows.make(seed)
        try:
            found = judge.mistakes_when_folded(map, 2_000)
        except naive.TooLarge:
            continue
        judged += 1
        assert found == [], f"seed {seed}\n{random_flows.compact(map)}"
    assert judged >= STEP * 3 // 4


def _judged(make: Callable[[int], ProcessMap], first: int, limit: int) -> int:
    """How many flows were judged, none of which was answered wrongly."""
    judged = 0
    for seed in range(first, first + STEP):
        map = make(seed)
        try:
            found = [(bound, each) for bound in BOUNDS for each in judge.mistakes(map, bound, limit)]
        except naive.TooLarge:
            continue
        judged += 1
        assert found == [], f"seed {seed}\n{random_flows.compact(map)}"
    return judged

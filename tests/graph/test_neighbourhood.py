"""What lies near what: the same as when everything is compared with everything."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.geometry import Bounds, Point
from procmap.graph.neighbourhood import Neighbourhood, crosses, is_sound

NUMBERS = st.one_of(st.integers(-300, 300), st.sampled_from([0.5, 1e4, -1e4]))
SIZES = st.one_of(st.integers(1, 200), st.sampled_from([0.5, 3000]))
SHAPES = st.lists(st.builds(Bounds, NUMBERS, NUMBERS, SIZES, SIZES), max_size=12).map(
    lambda shapes: {f"s{number}": each for number, each in enumerate(shapes)}
)
POINTS = st.builds(Point, NUMBERS, NUMBERS)


def apart(one: str, other: str) -> bool:
    return False


@given(SHAPES)
def test_all_that_lie_upon_others_are_found(shapes: dict[str, Bounds]) -> None:
    pairs = {(b, a) for a, b in combinations(shapes, 2) if shapes[b].meets(shapes[a])}
    found = Neighbourhood(shapes).overlapping(0, apart)
    assert set(found) == {later for later, _ in pairs}
    assert set(found.items()) <= pairs
    assert list(found) == [id for id in shapes if id in found]


@given(SHAPES)
def test_what_belongs_together_may_lie_upon_each_other(shapes: dict[str, Bounds]) -> None:
    def even(one: str, other: str) -> bool:
        return (int(one[1:]) + int(other[1:])) % 2 == 0

    pairs = {(b, a) for a, b in combinations(shapes, 2) if shapes[b].meets(shapes[a]) and not even(b, a)}
    assert set(Neighbourhood(shapes).overlapping(0, even)) == {later for later, _ in pairs}


def test_edges_may_lie_upon_each_other_a_little() -> None:
    shapes = {"a": Bounds(0, 0, 100, 80), "b": Bounds(99, 0, 100, 80)}
    assert Neighbourhood(shapes).overlapping(0, apart) == {"b": "a"}
    assert Neighbourhood(shapes).overlapping(2, apart) == {}


@given(SHAPES, POINTS, POINTS)
def test_all_that_a_line_goes_through_is_found(shapes: dict[str, Bounds], start: Point, end: Point) -> None:
    expected = {id for id, bounds in shapes.items() if crosses(start, end, bounds)}
    near = Neighbourhood(shapes)
    assert set(near.on_line(start, end, besides=())) == expected
    assert set(near.on_line(start, end, besides={"s0"})) == expected - {"s0"}


@pytest.mark.parametrize(
    ("start", "end", "through"),
    [
        ((0, 50), (200, 50), True),
        ((0, 0), (200, 200), True),
        ((0, 0), (50, 50), False),
        ((120, 0), (120, 200), True),
        ((0, 120), (90, 0), False),
        ((110, 110), (110, 110), True),
        ((0, 99), (200, 99), False),
    ],
)
def test_a_line_and_a_rectangle(start: tuple[float, float], end: tuple[float, float], through: bool) -> None:
    area = Bounds(100, 40, 50, 50) if start[1] == 50 else Bounds(100, 100, 50, 50)
    assert crosses(Point(*start), Point(*end), area) is through
    assert crosses(Point(*end), Point(*start), area) is through


@pytest.mark.parametrize(
    ("numbers", "sound"),
    [
        ((0, 0, 1, 1), True),
        ((-5, -5, 1, 1), True),
        ((0, 0, 0, 1), False),
        ((0, 0, 1, -1), False),
        ((float("nan"), 0, 1, 1), False),
        ((0, float("inf"), 1, 1), False),
        ((0, 0, float("inf"), 1), False),
    ],
)
def test_what_has_a_place_and_a_size(numbers: tuple[float, float, float, float], sound: bool) -> None:
    assert is_sound(Bounds(*numbers)) is sound


def test_in_a_crowd_all_are_found() -> None:
    crowd = {str(number): Bounds(number / 1000, 0, 100, 80) for number in range(3000)}
    assert set(Neighbourhood(crowd).overlapping(2, apart)) == set(crowd) - {"0"}


def test_what_is_made_to_be_slow_is_looked_at_in_part() -> None:
    """Three thousand lines through three thousand shapes: whoever asks gets an answer, not all nine million."""
    row = {str(number): Bounds(number * 150, 0, 100, 80) for number in range(3000)}
    near = Neighbourhood(row)
    found = sum(1 for _ in range(3000) for _ in near.on_line(Point(-10, 40), Point(450_000, 40), besides=()))
    assert 3000 <= found <= 400_000

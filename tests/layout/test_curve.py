"""The curve goes through every point and never beyond; its words lie on nothing where there is room."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.geometry import Bounds, Point
from procmap.layout.curve import Wanted, bends, place_words

LEVELS = st.lists(st.integers(-2, 2), min_size=2, max_size=14)
SHARES = [step / 50 for step in range(51)]


def through(levels: list[int]) -> list[Point]:
    return [Point(100.0 + 184 * number, 200.0 - 34 * level) for number, level in enumerate(levels)]


@given(LEVELS)
def test_goes_through_every_point(levels: list[int]) -> None:
    points = through(levels)
    curve = bends(points)
    assert [bend.start for bend in curve] == points[:-1]
    assert [bend.end for bend in curve] == points[1:]


@given(LEVELS)
def test_never_leaves_what_was_felt_on_either_side(levels: list[int]) -> None:
    for bend in bends(through(levels)):
        low, high = sorted((bend.start.y, bend.end.y))
        ys = [bend.at(share).y for share in SHARES]
        assert all(low - 1e-6 <= y <= high + 1e-6 for y in ys)
        rising = bend.end.y >= bend.start.y
        assert all((after >= before - 1e-6) == rising or abs(after - before) < 1e-6 for before, after in pairwise(ys))


@given(LEVELS)
def test_has_no_corners(levels: list[int]) -> None:
    for before, after in pairwise(bends(through(levels))):
        arriving = (before.end.y - before.second.y) / (before.end.x - before.second.x)
        leaving = (after.first.y - after.start.y) / (after.first.x - after.start.x)
        assert arriving == pytest.approx(leaving)


@given(LEVELS)
def test_halves_are_the_whole(levels: list[int]) -> None:
    for bend in bends(through(levels)):
        left, right = bend.halves()
        assert left.end == right.start
        assert left.end.x == pytest.approx((bend.start.x + bend.end.x) / 2)
        for share in SHARES:
            expected = left.at(2 * share) if share <= 0.5 else right.at(2 * share - 1)
            assert bend.at(share).y == pytest.approx(expected.y)


def test_needs_two_points() -> None:
    assert bends([]) == bends([Point(0, 0)]) == []


@given(LEVELS, st.lists(st.integers(20, 110), min_size=14, max_size=14))
def test_words_lie_on_nothing(levels: list[int], widths: list[int]) -> None:
    """One line of at most 110 px beside every face finds a place off the faces, the curve and all other words."""
    points = through(levels)
    faces = [Bounds(x - 12, y - 12, 24, 24) for x, y in points]
    room = Bounds(0, 80, points[-1].x + 100, 240)
    wanted = [Wanted(point, wide, 16.0, level > 0) for point, wide, level in zip(points, widths, levels, strict=False)]
    curve = bends(points)
    placed = place_words(wanted, curve, faces, room, [132, 200, 268], 200)
    assert len(placed) == len(wanted)
    for index, words in enumerate(placed):
        assert room.holds(words)
        assert not any(words.meets(face) for face in faces)
        assert not any(words.meets(other) for other in placed[index + 1 :])
        assert not words.y < 200 < words.bottom
        line = [bend.at(share) for bend in curve for share in SHARES]
        assert not any(words.x < x < words.right and words.y < y < words.bottom for x, y in line)


def test_words_that_fit_nowhere_still_stand_somewhere() -> None:
    [placed] = place_words([Wanted(Point(50, 50), 400, 90, True)], [], [], Bounds(0, 0, 100, 100), [], 50)
    assert placed.width == 400

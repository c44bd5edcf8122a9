"""Lines between blocks: at right angles, through no block, and not on top of each other."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procmap.geometry import Bounds, Point, Route
from procmap.layout.paths import Block, Gate, Line
from procmap.layout.routes import Routed, route
from procmap.layout.tidiness import crossings, untidiness

WIDE, HIGH = 100.0, 40.0
Pair = tuple[tuple[int, int], tuple[int, int]]


def boxes(rows: list[list[float]]) -> tuple[list[Block], dict[tuple[int, int], float]]:
    """A block for each y in each column."""
    blocks = [Block(column, y - HIGH / 2, y + HIGH / 2) for column, ys in enumerate(rows) for y in ys]
    return blocks, {(column, row): y for column, ys in enumerate(rows) for row, y in enumerate(ys)}


def line(name: str, ys: dict[tuple[int, int], float], source: tuple[int, int], target: tuple[int, int]) -> Line:
    def upright(place: tuple[int, int]) -> tuple[Gate, ...]:
        column, y = place[0], ys[place]
        return (
            Gate(column, "up", 0, y - HIGH / 2, y - HIGH / 2, 40),
            Gate(column, "down", 0, y + HIGH / 2, y + HIGH / 2, 40),
        )

    exits = (Gate(source[0], "right", WIDE / 2, ys[source]), *upright(source))
    entries = (Gate(target[0], "left", -WIDE / 2, ys[target]), *upright(target))
    return Line(name, str(source), str(target), exits, entries, (30, 16) if name.endswith("w") else None)


def routed(rows: list[list[float]], pairs: list[Pair]) -> tuple[Routed, list[Bounds]]:
    blocks, ys = boxes(rows)
    lines = [line(f"{number}{'w' if number % 3 == 0 else ''}", ys, *pair) for number, pair in enumerate(pairs)]
    found = route([WIDE] * len(rows), blocks, lines)
    return found, [Bounds(found.centres[c] - WIDE / 2, top, WIDE, bottom - top) for c, top, bottom in blocks]


def test_neighbours_on_one_level_are_joined_by_a_straight_line() -> None:
    found, _ = routed([[0.0], [0.0]], [((0, 0), (1, 0))])
    (points,) = (one.points for one in found.routes.values())
    assert len(points) == 2
    assert points[0].y == points[1].y == 0
    assert (points[0].x, points[1].x) == (found.centres[0] + WIDE / 2, found.centres[1] - WIDE / 2)


def test_a_line_over_a_column_goes_around_what_stands_there() -> None:
    found, walls = routed([[0.0], [0.0], [0.0]], [((0, 0), (2, 0))])
    (points,) = (one.points for one in found.routes.values())
    assert len(points) > 2
    assert not any(walls[1].grown(5).meets(Bounds(*hull(*piece))) for piece in pairwise(points))


def test_answers_of_one_gateway_to_one_place_have_words_apart() -> None:
    blocks, ys = boxes([[0.0], [0.0]])
    lines = [line(name, ys, (0, 0), (1, 0)) for name in ("aw", "bw")]
    found = route([WIDE, WIDE], blocks, lines)
    first, second = found.words.values()
    assert not first.meets(second)
    assert found.routes["aw"] != found.routes["bw"]


def hull(first: Point, second: Point) -> tuple[float, float, float, float]:
    x, y = min(first.x, second.x), min(first.y, second.y)
    return x, y, abs(first.x - second.x), abs(first.y - second.y)


columns = st.lists(
    st.lists(st.integers(0, 6), min_size=1, max_size=3, unique=True).map(lambda ys: [y * 90.0 for y in sorted(ys)]),
    min_size=2,
    max_size=6,
)


@settings(max_examples=80, deadline=None)
@given(columns, st.data())
def test_any_lines_keep_to_the_rules(rows: list[list[float]], data: st.DataObject) -> None:
    places = [(column, row) for column, ys in enumerate(rows) for row in range(len(ys))]
    pair = st.tuples(st.sampled_from(places), st.sampled_from(places)).filter(lambda ends: ends[0] != ends[1])
    pairs = data.draw(st.lists(pair, min_size=1, max_size=8))
    found, walls = routed(rows, pairs)
    assert found == routed(rows, pairs)[0]
    assert list(found.centres) == sorted(found.centres)
    for first, second in combinations(sorted(walls), 2):
        assert not first.meets(second)
    ends = {f"{number}{'w' if number % 3 == 0 else ''}": pair for number, pair in enumerate(pairs)}
    assert set(found.routes) == set(ends)
    for name, one in found.routes.items():
        assert all(a.x == b.x or a.y == b.y for a, b in pairwise(one.points)), "a slanting piece"
        for first, second in pairwise(one.points):
            thin = Bounds(*hull(first, second)).grown(0.4)
            assert not any(wall.grown(-1).meets(thin) for wall in walls), "a line through a block"
        for point, place in ((one.points[0], ends[name][0]), (one.points[-1], ends[name][1])):
            wall = walls[places.index(place)]
            assert wall.grown(0.5).meets(Bounds(*point, 0.1, 0.1)), "a line that begins or ends in the open"
    for name, box in found.words.items():
        assert box.x >= 0
        assert box.right <= found.width, name


def path(*points: tuple[float, float]) -> Route:
    return Route(tuple(Point(*point) for point in points))


@pytest.mark.parametrize(
    ("other", "number"),
    [
        (path((5, -5), (5, 5)), 1),
        (path((5, 0), (5, 5)), 0),
        (path((0, 5), (10, 5)), 0),
        (path((20, -5), (20, 5)), 0),
        (path((2, -5), (2, 5), (8, 5), (8, -5)), 2),
    ],
)
def test_lines_that_only_touch_do_not_cross(other: Route, number: int) -> None:
    assert crossings([path((0, 0), (10, 0)), other]) == number


def test_the_tidier_drawing_has_the_lower_number() -> None:
    straight, bent = {"a": path((0, 0), (100, 0))}, {"a": path((0, 0), (50, 0), (50, 5), (100, 5))}
    assert untidiness(straight, {}) < untidiness(bent, {})
    assert untidiness(straight, {}) < untidiness(straight, {"a": Bounds(20, -8, 30, 16)})

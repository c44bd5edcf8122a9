"""Lines over a free plane: around what stands there, apart from each other, and straight when there is too much."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from procmap.geometry import Bounds, Point
from procmap.layout.search import Effort
from procmap.layout.wires import Plane, Port

PLENTY = float("inf")
places = st.tuples(st.integers(0, 9), st.integers(0, 9))


def hull(one: Point, other: Point) -> Bounds:
    x, y = min(one.x, other.x), min(one.y, other.y)
    return Bounds(x, y, abs(one.x - other.x), abs(one.y - other.y))


def box(column: int, row: int) -> Bounds:
    return Bounds(column * 120.0, row * 100.0, 60.0, 40.0)


def ports(bounds: Bounds) -> list[Port]:
    x, y = bounds.centre
    return [Port(Point(x, bounds.y), "up"), Port(Point(x, bounds.bottom), "down"), Port(Point(bounds.right, y), "right", 50)]


def plane(boxes: list[Bounds], effort: float = PLENTY) -> Plane:
    stubs = [port.outside for each in boxes for port in ports(each)]
    return Plane(boxes, [], [], [at.x for at in stubs], [at.y for at in stubs], effort=Effort(effort))


@settings(max_examples=60)
@given(st.lists(places, min_size=2, max_size=30, unique=True), st.data())
def test_a_line_leads_from_one_to_the_other_around_everything(cells: list[tuple[int, int]], data: st.DataObject) -> None:
    boxes = [box(*cell) for cell in cells]
    laid = plane(boxes)
    lines = []
    for _ in range(data.draw(st.integers(1, 4))):
        one, other = data.draw(st.permutations(boxes))[:2]
        line = laid.lay(ports(one), ports(other))
        assert line[0] in [port.at for port in ports(one)]
        assert line[-1] in [port.at for port in ports(other)]
        for a, b in pairwise(line):
            assert (a.x == b.x) != (a.y == b.y)
            assert not any(hull(a, b).grown(1).meets(each) for each in boxes if each not in (one, other))
        for a, b in list(pairwise(line))[1:-1]:
            assert not any(hull(a, b).grown(1).meets(each) for each in boxes)
        lines.append(line)
    assert not laid.crowded
    again = plane(boxes)
    assert [again.lay([Port(*_end(line, 0))], [Port(*_end(line, -1))])[0] for line in lines] == [line[0] for line in lines]


def _end(line: list[Point], at: int) -> tuple[Point, str]:
    end, inner = (line[0], line[1]) if at == 0 else (line[-1], line[-2])
    if end.x == inner.x:
        return end, "down" if inner.y > end.y else "up"
    return end, "right" if inner.x > end.x else "left"


def test_two_lines_of_the_same_way_run_side_by_side() -> None:
    boxes = [box(0, 0), box(4, 4)]
    laid = plane(boxes)
    first = laid.lay(ports(boxes[0])[1:2], ports(boxes[1])[:1])
    second = laid.lay(ports(boxes[0])[2:], ports(boxes[1])[2:])
    apart = [
        abs(a.x - c.x) if a.x == b.x else abs(a.y - c.y)
        for a, b in pairwise(first)
        for c, d in pairwise(second)
        if (a.x == b.x) == (c.x == d.x) and hull(a, b).grown(0.1).meets(hull(c, d).grown(0.1))
    ]
    assert apart == []


def test_nothing_runs_through_what_is_closed() -> None:
    boxes = [box(1, 0), box(1, 8)]
    wall = Bounds(-200, 300, 700, 100)
    laid = Plane(
        boxes, [], [], [port.outside.x for each in boxes for port in ports(each)] + [560.0, -260.0],
        [port.outside.y for each in boxes for port in ports(each)] + [wall.centre.y, 280.0, 420.0],
        effort=Effort(),
    )  # fmt: skip
    through = laid.lay(ports(boxes[0]), ports(boxes[1]))
    assert any(hull(a, b).grown(1).meets(wall) for a, b in pairwise(through))
    around = laid.lay(ports(boxes[0]), ports(boxes[1]), [wall])
    assert not any(hull(a, b).grown(1).meets(wall) for a, b in pairwise(around))


def test_words_are_gone_around() -> None:
    boxes = [box(0, 0), box(0, 4)]
    written = Bounds(10, 150, 40, 20)
    stubs = [port.outside for each in boxes for port in ports(each)]
    xs, ys = [at.x for at in stubs] + [-20.0, 80.0], [at.y for at in stubs] + [100.0, 250.0]
    line = Plane(boxes, [written], [], xs, ys, effort=Effort()).lay(ports(boxes[0]), ports(boxes[1]))
    assert not any(hull(a, b).grown(1).meets(written) for a, b in pairwise(line))
    straight = Plane(boxes, [], [], xs, ys, effort=Effort()).lay(ports(boxes[0]), ports(boxes[1]))
    assert len(straight) == 2


def test_a_port_that_is_kept_is_for_its_own_line() -> None:
    boxes = [box(0, 0), box(0, 1), box(3, 0)]
    stubs = [port.outside for each in boxes for port in ports(each)]
    xs, ys = [at.x for at in stubs] + [-20.0], [at.y for at in stubs] + [70.0]
    kept = Port(Point(30, 100), "up")
    from_above, aside = [Port(Point(30, 40), "down")], [Port(Point(390, 40), "down")]
    without = Plane(boxes, [], [], xs, [*ys, 90.0, 94.0], effort=Effort()).lay(from_above, [kept])
    assert len(without) == 2
    laid = Plane(boxes, [], [], xs, [*ys, 94.0], kept=[kept], effort=Effort())
    other = laid.lay(from_above, [Port(Point(360, 90), "left")])
    assert not any(hull(a, b).grown(0.1).meets(Bounds(kept.outside.x - 8, 82, 16, 16)) for a, b in pairwise(other))
    own = laid.lay(aside, [kept])
    assert own[-1] == kept.at
    assert not set(other) & set(own)


def test_without_effort_lines_go_straight_and_that_is_said() -> None:
    boxes = [box(column, row) for column in range(9) for row in range(9)]
    laid = plane(boxes, effort=10)
    line = laid.lay(ports(boxes[0]), ports(boxes[-1]))
    assert laid.crowded
    assert (line[0], line[-1]) == (ports(boxes[0])[0].at, ports(boxes[-1])[0].at)
    assert all((a.x == b.x) != (a.y == b.y) for a, b in pairwise(line))

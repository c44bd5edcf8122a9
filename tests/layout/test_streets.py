"""Streets: whatever has to be connected, nothing lies on anything else."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from procmap.geometry import Bounds, Point
from procmap.layout.paths import Block
from procmap.layout.routes import drawn_out
from procmap.layout.streets import Ride, Stand, build
from procmap.layout.tracks import packed

UP, DOWN, WIDE, BANDS = 20.0, 40.0, 100.0, 3

places = st.lists(st.tuples(st.integers(0, BANDS - 1), st.integers(0, 4)), min_size=1, max_size=12)


def ride(number: int, source: int, target: int, on_border: bool, worded: bool) -> Ride:
    """From the right side of an element, or from something low on its border."""
    begins = (-20.0, 30.0) if on_border else (WIDE / 2, 0.0)
    id = f"border of {source}" if on_border else str(source)
    return Ride(str(number), id, str(source), str(target), begins, (-WIDE / 2, 0.0), (40.0, 16.0) if worded else None)


def hull(first: Point, second: Point) -> Bounds:
    x, y = min(first.x, second.x), min(first.y, second.y)
    return Bounds(x, y, abs(first.x - second.x), abs(first.y - second.y))


@settings(max_examples=150, deadline=None)
@given(places, st.data())
def test_nothing_lies_on_anything_else(where: list[tuple[int, int]], data: st.DataObject) -> None:
    stands = {str(number): Stand(band, column, WIDE, UP, DOWN) for number, (band, column) in enumerate(where)}
    end = st.integers(0, len(stands) - 1)
    ends = data.draw(st.lists(st.tuples(end, end, st.booleans(), st.booleans()), max_size=14))
    rides = [ride(number, *each) for number, each in enumerate(ends)]
    town = build(stands, BANDS, rides)
    blocks = [Block(town.column[id], town.y[id] - UP, town.y[id] + DOWN) for id in stands]
    found = drawn_out(town.columns, blocks, town.paths, packed)
    boxes = {
        id: Bounds(found.centres[town.column[id]] - WIDE / 2, town.y[id] - UP, WIDE, UP + DOWN) for id in stands
    }
    assert all(a[1] == b[0] for a, b in pairwise(town.edges))
    for id, box in boxes.items():
        top, bottom = town.edges[stands[id].band]
        assert top < box.y and box.bottom < bottom, "an element outside its band"
    for (one, first), (other, second) in combinations(boxes.items(), 2):
        assert not first.grown(8).meets(second), (one, other)
        assert (stands[one].column < stands[other].column) <= (first.x < second.x)
    pieces = {each.id: [hull(*piece) for piece in pairwise(found.routes[each.id].points)] for each in rides}
    for each in rides:
        first, last = found.routes[each.id].points[0], found.routes[each.id].points[-1]
        assert first == (boxes[each.host].centre.x + each.begins[0], town.y[each.host] + each.begins[1])
        assert last == (boxes[each.target].x, town.y[each.target])
        own = pieces[each.id][0].grown(0.4)
        assert all(piece.width == 0 or piece.height == 0 for piece in pieces[each.id]), "a slanting piece"
        for id, box in boxes.items():
            crossed = [piece for piece in pieces[each.id] if box.grown(-1).meets(piece.grown(0.4))]
            assert not crossed or (id == each.host and each.begins[1] and crossed == pieces[each.id][:1]), (own, id)
    for one, other in combinations(rides, 2):
        if one.source != other.source and one.target != other.target:
            for first, second in ((a, b) for a in pieces[one.id] for b in pieces[other.id]):
                shared = first.grown(2), second.grown(2)
                along = (first.width == second.width == 0) or (first.height == second.height == 0)
                assert not (along and shared[0].meets(shared[1])), (one, other)
    for (one, first), (other, second) in combinations(found.words.items(), 2):
        assert not first.meets(second), (one, other)
    for id, words in found.words.items():
        assert words.x >= 0 and words.right <= found.width
        assert not any(words.meets(box) for box in boxes.values()), id
        assert not any(words.grown(-1).meets(piece.grown(0.4)) for each in pieces.values() for piece in each), id


def test_a_chain_is_a_straight_line() -> None:
    stands = {str(number): Stand(0, number, WIDE, UP, DOWN) for number in range(4)}
    town = build(stands, 1, [ride(number, number, number + 1, False, True) for number in range(3)])
    assert len(set(town.y.values())) == 1
    assert [path.gaps for path in town.paths] == [(), (), ()]

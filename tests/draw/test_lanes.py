"""Lanes within lanes: the outer one stands beside all that is in it, and nothing in it stands elsewhere."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from procmap.draw.draw import draw
from procmap.geometry import Bounds
from procmap.layout.measure import width
from procmap.model.activity import Task
from procmap.model.flow import SequenceFlow
from procmap.model.process import Process
from procmap.model.resource import Lane, LaneKind

SVG = "{http://www.w3.org/2000/svg}"
LANES = (
    Lane(id="sokande", name="Sökande", kind="customer"),
    Lane(id="granskare", name="Bygglovsgranskare", parent="enhet"),
    Lane(id="forvaltning", name="Samhällsbyggnadsförvaltningen"),
    Lane(id="enhet", name="Bygglovsenheten", parent="forvaltning"),
    Lane(id="lansstyrelse", name="Länsstyrelsen", kind="external"),
    Lane(id="inspektor", name="Byggnadsinspektör", parent="enhet"),
    Lane(id="miljo", name="Miljöinspektör", parent="forvaltning"),
)


def process(lanes: tuple[Lane, ...], used: str) -> Process:
    """A chain of steps, one in each of the lanes."""
    steps = tuple(Task(id=f"n{number}", name=f"Steg {number}", lane=lane) for number, lane in enumerate(used.split()))
    flows = tuple(SequenceFlow(id=f"f{n}", source=f"n{n}", target=f"n{n + 1}") for n in range(len(steps) - 1))
    return Process(id="p", lanes=lanes, nodes=steps, flows=flows)


def bounds(rect: ElementTree.Element) -> Bounds:
    return Bounds(*(float(rect.get(name, "0")) for name in ("x", "y", "width", "height")))


def groups(svg: str) -> list[tuple[str, Bounds, ElementTree.Element]]:
    """(lane, its box, all of it) for each band and each head of an outer lane, in the order they are drawn in."""
    root = ElementTree.fromstring(svg.encode())
    found = [group for group in root.iter(f"{SVG}g") if group.get("data-lane")]
    return [(group.get("data-lane", ""), bounds(next(group.iter(f"{SVG}rect"))), group) for group in found]


@pytest.mark.usefixtures("engine")
def test_an_outer_lane_stands_beside_all_that_is_in_it() -> None:
    svg = draw(process(LANES, "sokande forvaltning granskare miljo inspektor lansstyrelse"))
    places = {(lane, box.width < 200): box for lane, box, _ in groups(svg)}
    bands = [lane for lane, box, _ in groups(svg) if box.width > 200]
    assert bands == ["sokande", "forvaltning", "granskare", "inspektor", "miljo", "lansstyrelse"]
    for outer, first, last in (("forvaltning", "forvaltning", "miljo"), ("enhet", "granskare", "inspektor")):
        head = places[outer, True]
        assert (head.y, head.bottom) == (places[first, False].y, places[last, False].bottom)
    assert places["forvaltning", True].right == places["enhet", True].x


LONG = {
    "words": "Handläggare på enheten för bygglov, " * 6,
    "one word": "Samhällsbyggnadsförvaltningshandläggare" * 5,
    "one letter": "W" * 200,
    "a whole page": "Ordförande " * 90,
    "nothing to see": "\u200b" * 700,
}


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("kind", ["person", "customer", "external", "system"])
@pytest.mark.parametrize("name", LONG.values(), ids=LONG.keys())
def test_a_long_name_is_cut_where_its_head_ends(name: str, kind: LaneKind) -> None:
    lanes = (
        Lane(id="kort", name="Kort", parent="yttre"), Lane(id="yttre", name=name), Lane(id="lang", name=name, kind=kind)
    )  # fmt: skip
    for lane, box, group in groups(draw(process(lanes, "lang kort"))):
        lines = [line for line in group.iter(f"{SVG}tspan") if line.text]
        for line in lines:
            y, wide = float(line.get("y", "0")), width(line.text or "", 14, True)
            assert box.y < y - 10
            assert y + 3 < box.bottom
            if lane == "lang":
                assert float(line.get("x", "0")) + wide <= box.x + 132 + 128
        if lane != "kort" and lines and box.width < 140:
            assert (lines[-1].text or "").endswith("…")
            assert name in [title.text for title in group.iter(f"{SVG}title")]


@pytest.mark.usefixtures("engine")
def test_names_stay_in_their_heads_and_are_drawn_once() -> None:
    svg = draw(process(LANES, "granskare inspektor miljo"))
    said = []
    for _, box, group in groups(svg):
        for line in group.iter(f"{SVG}tspan"):
            said.append(line.text or "")
            x, wide = float(line.get("x", "0")), width(line.text or "", 14, True)
            assert box.x < x
            assert x + wide <= box.right
            assert box.y < float(line.get("y", "0")) < box.bottom
    whole = "".join(said).replace("-", "")
    assert sorted(whole.count(name) for name in ("Bygglovsgranskare", "Byggnadsinspektör", "Bygglovsenheten")) == [1] * 3
    assert whole.count("Samhällsbyggnadsförvaltningen") == 1


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("around", [("b", "a"), ("a", "b"), ("borta", "borta"), ("b", "borta")])
def test_lanes_around_each_other_or_around_nothing_are_drawn_all_the_same(around: tuple[str, str]) -> None:
    lanes = (Lane(id="a", name="A", parent=around[0]), Lane(id="b", name="B", parent=around[1]))
    assert {lane for lane, _, _ in groups(draw(process(lanes, "a b")))} >= {"a", "b"}


def test_a_graph_names_what_is_around_a_lane() -> None:
    source = draw(process(LANES, "granskare miljo"), format="dot")
    assert 'label="Samhällsbyggnadsförvaltningen › Bygglovsenheten › Bygglovsgranskare"' in source

"""Panels of any size: everything in them is drawn once, and what was too large to be searched says so."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree

import pytest

from procmap.draw.connecting import plan
from procmap.draw.draw import draw
from procmap.draw.panels import panels
from procmap.draw.simple import is_simple
from procmap.model.activity import SubProcess, Task
from procmap.model.event import Event, Trigger
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.process import Process
from procmap.model.resource import Lane

SVG = "{http://www.w3.org/2000/svg}"
Ends = Iterable[tuple[int, int]]


def process(number: int, ends: Ends, lanes: int = 0) -> Process:
    """Steps in so many lanes, and flows between them by their numbers."""
    places = tuple(Lane(id=f"l{lane}", name=f"Bana {lane}") for lane in range(lanes))
    steps = tuple(Task(id=f"n{n}", name=f"Steg {n}", lane=f"l{n % lanes}" if lanes else None) for n in range(number))
    return Process(id="p", name="P", lanes=places, nodes=steps, flows=flows(ends))


def flows(ends: Ends) -> tuple[SequenceFlow, ...]:
    return tuple(
        SequenceFlow(id=f"f{number}", source=f"n{source}", target=f"n{target}", name=None if number % 3 else "ja")
        for number, (source, target) in enumerate(ends)
    )


def around(number: int) -> Ends:
    return ((n, (n + 1) % number) for n in range(number))


LARGE = {
    "a chain": process(4000, ((n, n + 1) for n in range(3999))),
    "a chain through lanes": process(4000, ((n, n + 1) for n in range(3999)), 7),
    "a ring": process(4000, around(4000)),
    "all from one": process(400, ((0, n) for n in range(1, 400)), 2),
    "all to one": process(3100, ((n, 0) for n in range(1, 3100))),
    "everything to everything": process(40, ((a, b) for a in range(40) for b in range(40))),
    "back to the first": process(150, ((n, m) for n in range(1, 150) for m in (0, n - 1))),
    "the same over and over": process(2, [(0, 1)] * 7000),
    "nothing connected": process(7000, ()),
    "a lane each": process(3500, around(3500), 3500),
}


def drawn(svg: str) -> tuple[list[str], list[str]]:
    """The elements and the flows in a picture."""
    root = ElementTree.fromstring(svg.encode())
    elements, lines = ([n.get(key) for n in root.iter(f"{SVG}g")] for key in ("data-element", "data-flow"))
    return sorted(filter(None, elements)), sorted(filter(None, lines))


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("large", LARGE.values(), ids=LARGE)
def test_everything_is_drawn_once(large: Process) -> None:
    svg = draw(large)
    assert is_simple(svg)
    assert drawn(svg) == (sorted(node.id for node in large.nodes), sorted(flow.id for flow in large.flows))


@pytest.mark.usefixtures("fake_engine")
def test_what_follows_on_each_other_or_is_very_large_needs_no_graphviz() -> None:
    assert not is_simple(draw(process(6, ((n, n + 1) for n in range(5)), 2)))
    assert is_simple(draw(LARGE["a ring"]))


@pytest.mark.usefixtures("engine")
def test_hundreds_of_events_on_one_border() -> None:
    events = tuple(
        Event(id=f"e{n}", position="boundary", attached_to="n0", triggers=(Trigger("timer"),)) for n in range(300)
    )
    leaving = tuple(SequenceFlow(id=f"g{n}", source=f"e{n}", target=f"n{n % 2}") for n in range(300))
    one = Process(id="p", nodes=(*process(2, ()).nodes, *events), flows=leaving)
    svg = draw(one)
    assert is_simple(svg)
    assert drawn(svg) == (sorted(node.id for node in one.nodes), sorted(flow.id for flow in leaving))


@pytest.mark.usefixtures("engine")
def test_many_subprocesses_are_as_large_as_one_of_their_size() -> None:
    inside = process(20, around(20))
    many = tuple(SubProcess(id=f"s{n}", name=f"Del {n}", nodes=inside.nodes, flows=inside.flows) for n in range(120))
    svg = draw(Process(id="p", nodes=many))
    assert is_simple(svg)
    assert len(drawn(svg)[0]) == 120 * 21


@pytest.mark.usefixtures("engine")
def test_gateways_stand_where_the_step_before_them_stands_however_many_there_are() -> None:
    many = 3000
    nodes = (Task(id="n0", lane="a"), *(Gateway(id=f"n{n}", kind="exclusive") for n in range(1, many)))
    one = Process(id="p", lanes=(Lane(id="a", name="A"), Lane(id="b", name="B")), nodes=nodes, flows=flows(around(many)))
    (panel,) = panels(one, "sv")
    assert [area.lane for area in panel.areas] == ["a"]
    assert plan(panel).simple


@pytest.mark.usefixtures("engine")
def test_an_ordinary_map_is_never_simple() -> None:
    ways = [*((n, n + 1) for n in range(299)), *((n, n + 4) for n in range(0, 290, 5)), *((n, n - 3) for n in range(20, 299, 40))]
    assert not is_simple(draw(process(300, ways, 5)))

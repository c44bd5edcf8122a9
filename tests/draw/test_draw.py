"""What can be asked for, what cannot, and what is said then; notebooks; large maps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

import procmap
from procmap.draw.draw import draw
from procmap.draw.notebook import mimebundle
from procmap.errors import BadUsage
from procmap.model.activity import SubProcess, Task
from procmap.model.event import Event
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.journey import Journey
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap
from procmap.model.resource import Lane

ProcessOf = Callable[[str], Process]
EXPECTED = Path(__file__).with_name("expected")
SVG = "{http://www.w3.org/2000/svg}"
ONE = Process(id="ett", name="Ett", nodes=(Task(id="a", name="A"),))
TWO = Process(id="tva", name="Två", nodes=(Task(id="b", name="B"),))


def drawn(svg: str) -> set[str]:
    return {node.get("data-element", "") for node in ElementTree.fromstring(svg.encode()).iter()} - {""}


@pytest.mark.parametrize("name", ["bygglov", "forsta-motet", "okant", "tecken"])
def test_the_graph_is_as_it_was_when_somebody_looked_at_it(
    name: str, request: pytest.FixtureRequest, process_of: ProcessOf
) -> None:
    process = process_of(name)
    path = EXPECTED / f"{process.id}.dot"
    source = draw(process, format="dot")
    if request.config.getoption("--update-expected"):
        path.write_text(source, encoding="utf-8")
    assert source == path.read_text(encoding="utf-8")


@pytest.mark.usefixtures("engine")
def test_a_map_with_one_process_is_that_process() -> None:
    assert draw(ProcessMap(processes=(ONE,))) == draw(ONE)


@pytest.mark.usefixtures("engine")
def test_the_package_is_the_function() -> None:
    assert procmap.draw(ONE) == draw(ONE)


@pytest.mark.usefixtures("engine")
def test_only_chooses_a_process_or_a_subprocess(process_of: ProcessOf) -> None:
    bygglov = process_of("bygglov")
    whole = ProcessMap(processes=(ONE, bygglov))
    assert drawn(draw(whole, only="ett")) == {"a"}
    inside = drawn(draw(whole, only="bygglov/beredning"))
    assert inside == drawn(draw(bygglov, only="beredning"))
    assert inside
    assert all(path.startswith("beredning/") for path in inside)
    deepest = drawn(draw(bygglov, only="beredning/hor-grannarna"))
    assert deepest < inside
    assert "Bygglov › Beredning › Hör grannarna" in draw(bygglov, only="beredning/hor-grannarna")


WRONG = {
    "several processes": (ProcessMap(processes=(ONE, TWO)), {}, "ett, tva"),
    "no process": (ProcessMap(), {}, "no process"),
    "an unknown part": (ONE, {"only": "tva"}, "tva"),
    "a step that is no subprocess": (ONE, {"only": "a"}, "nothing to draw called a. What there is: ett."),
    "an unknown part of many": (
        ProcessMap(
            processes=(ONE, *(Process(id=f"p{n}", name="P", nodes=(SubProcess(id="s", name="S"),)) for n in range(9)))
        ),
        {"only": "b"},
        "What there is: ett, p0, p1, p2, p3, p4, p5, p6, p7, p8, p0/s, p1/s ….",
    ),
    "an unknown journey": (
        ProcessMap(journeys=(Journey(id="resa", name="Resa"),)),
        {"only": "res", "view": "journey"},
        "no journey called res. What there is: resa.",
    ),
    "an unknown view": (ONE, {"view": "radar"}, "radar. Choose: flow"),
    "an unknown format": (ONE, {"format": "docx"}, "svg, dot"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_drawn_is_said(case: str) -> None:
    what, asked, said = WRONG[case]
    with pytest.raises(BadUsage) as caught:
        draw(what, **asked)  # type: ignore[arg-type]
    assert said in caught.value.text("en")
    assert caught.value.text("sv") != caught.value.text("en")


@pytest.mark.usefixtures("engine")
def test_an_empty_process_is_a_picture_that_says_so() -> None:
    svg = draw(Process(id="p"))
    assert "Process utan namn" in svg
    assert "Inget steg är beskrivet än." in svg
    assert "No step has been described yet." in draw(Process(id="p", name="P"), language="en")


@pytest.mark.usefixtures("engine")
def test_odd_maps_are_drawn_as_far_as_they_go() -> None:
    """A map with faults has findings, and a picture all the same."""
    process = Process(
        id="p",
        name="P",
        nodes=(
            Task(id="a", name="A", lane="ingen-sadan"),
            Gateway(id="g", kind="exclusive"),
            Event(id="e", position="boundary", attached_to="g"),
            Event(id="f", position="boundary", attached_to="finns-inte"),
            Task(id="ensam", name="Ensam"),
        ),
        flows=(
            SequenceFlow(id="1", source="a", target="g"),
            SequenceFlow(id="2", source="a", target="g", name="igen"),
            SequenceFlow(id="3", source="g", target="g", name="runt"),
            SequenceFlow(id="4", source="g", target="finns-inte"),
            SequenceFlow(id="5", source="g", target="a"),
        ),
    )
    assert drawn(draw(process)) == {"a", "g", "e", "f", "ensam"}


@pytest.mark.usefixtures("engine")
def test_a_notebook_gets_what_it_asks_for() -> None:
    both = ONE._repr_mimebundle_()
    assert set(both) == {"image/svg+xml", "text/plain"}
    assert both["image/svg+xml"] == draw(ONE)
    assert both["text/plain"].startswith("Ett\nStegen i ordning: 1. ")
    assert set(mimebundle(ONE, include={"image/svg+xml"})) == {"image/svg+xml"}
    assert set(mimebundle(ONE, include=["text/plain", "text/html"])) == {"text/plain"}
    assert set(mimebundle(ONE, exclude={"image/svg+xml"})) == {"text/plain"}
    assert mimebundle(ONE, include={"text/html"}) == {}
    english = Process(id="p", name="P", language="en", nodes=ONE.nodes)
    assert "The steps in order" in mimebundle(english)["text/plain"]


@pytest.mark.usefixtures("fake_engine")
def test_a_notebook_without_graphviz_has_the_words_and_says_what_is_missing() -> None:
    two = Process(id="p", name="P", nodes=(*ONE.nodes, Task(id="b", name="Två")))
    bundle = mimebundle(two)
    assert set(bundle) == {"text/plain"}
    assert 'pip install "procmap[dot]"' in bundle["text/plain"]


def chain(number: int) -> Process:
    """A long process with branches that meet again and loops back, over three lanes."""
    nodes: list[Task | Gateway] = []
    ways: list[tuple[str, str]] = []
    for at in range(number):
        lane = f"l{at // 7 % 3}"
        if at % 6 == 3:
            nodes.append(Gateway(id=f"n{at}", kind="exclusive", name="Är allt klart?", lane=lane))
        else:
            nodes.append(Task(id=f"n{at}", name=f"Handlägg ärende {at}", lane=lane))
        if at:
            ways.append((f"n{at - 1}", f"n{at}"))
        if at % 6 == 5:
            ways.append((f"n{at - 2}", f"n{at}"))
        if at % 12 == 9:
            ways.append((f"n{at}", f"n{at - 5}"))
    flows = (SequenceFlow(id=f"f{at}", source=a, target=b) for at, (a, b) in enumerate(ways))
    lanes = (Lane(id=f"l{at}", name=f"Roll {at}") for at in range(3))
    return Process(id="lang", name="Lång", lanes=tuple(lanes), nodes=tuple(nodes), flows=tuple(flows))


@pytest.mark.usefixtures("engine")
def test_three_hundred_elements_are_drawn() -> None:
    assert len(drawn(draw(chain(300)))) == 300


def test_an_event_subprocess_is_dotted_in_dot_too() -> None:
    inside = (Event(id="s", position="start"), Task(id="a", name="A"))
    process = Process(id="p", nodes=(Task(id="b", name="B"), SubProcess(id="e", kind="event", name="E", nodes=inside)))
    assert draw(process, format="dot").count("filled,rounded,dotted") == 1


def test_a_picture_that_nobody_can_look_at_is_refused() -> None:
    tasks = tuple(Task(id=f"t{number}") for number in range(30_001))
    with pytest.raises(BadUsage, match="--only"):
        draw(Process(id="p", nodes=tasks))

"""The picture of the flow: everything in it once, every word in its place, nothing on top of anything else."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from procmap.draw.connecting import Plan
from procmap.draw.diagram import diagram_of
from procmap.draw.draw import draw
from procmap.draw.engine import engine_name
from procmap.finding import Finding
from procmap.geometry import Bounds, Point
from procmap.graph.adjacency import scopes
from procmap.layout.measure import width
from procmap.model.activity import SubProcess, Task
from procmap.model.event import Event, Trigger
from procmap.model.flow import SequenceFlow
from procmap.model.knowledge import Unknown
from procmap.model.process import Process
from procmap.model.process_map import nodes_within
from procmap.read.reading import read_text
from procmap.ref import Ref
from procmap.text import Language, Text

EXPECTED = Path(__file__).with_name("expected")
MAPS = ("bygglov", "forsta-motet", "okant", "tecken")
SVG = "{http://www.w3.org/2000/svg}"
GOLDEN_ENGINE = "graphviz-pure 0.2.2"

ProcessOf = Callable[[str], Process]
Drawn = Callable[[Process], str]
Planned = Callable[[Process], list[Plan]]
pytestmark = pytest.mark.usefixtures("engine")


@pytest.fixture(params=MAPS)
def process(request: pytest.FixtureRequest, process_of: ProcessOf) -> Process:
    return process_of(request.param)


def tree(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg.encode())


def numbers(node: ElementTree.Element, *names: str) -> list[float]:
    return [float(node.get(name, "0")) for name in names]


def lines_of(text: ElementTree.Element) -> Iterator[tuple[str, Bounds]]:
    """Each line of a text with the box it takes."""
    size = float(text.get("font-size", "0"))
    for span in text.iter(f"{SVG}tspan"):
        words = span.text or ""
        wide = width(words, size, text.get("font-weight") == "600")
        x, y = numbers(span, "x", "y")
        start = {"middle": x - wide / 2, "end": x - wide}.get(text.get("text-anchor", ""), x)
        yield words, Bounds(start, y - size * 0.8, wide, size)


def test_it_is_as_it_was_when_somebody_looked_at_it(
    request: pytest.FixtureRequest, process_of: ProcessOf, process: Process
) -> None:
    if engine_name() != GOLDEN_ENGINE:
        pytest.skip(f"expected pictures are made with {GOLDEN_ENGINE}, here is {engine_name()}")
    language: Language = "en" if process.id == "bygglov" else "sv"
    path = EXPECTED / f"{process.id}.svg"
    svg = draw(process, language=language)
    if request.config.getoption("--update-expected"):
        path.write_text(svg, encoding="utf-8")
    assert svg == path.read_text(encoding="utf-8")


def test_the_same_map_gives_the_same_bytes(process: Process, drawn: Drawn) -> None:
    assert draw(process) == drawn(process)


def test_every_element_and_flow_is_drawn_once(process: Process, drawn: Drawn) -> None:
    root = tree(drawn(process))
    elements = [node.get("data-element") for node in root.iter() if node.get("data-element") is not None]
    assert sorted(elements) == sorted(path for path, _ in nodes_within(process))
    flows = [node.get("data-flow") for node in root.iter() if node.get("data-flow") is not None]
    assert sorted(flows) == sorted(
        scope.prefix + flow.id for scope in scopes(process) for ways in scope.outgoing.values() for flow in ways
    )


def test_words_stay_in_their_boxes(process: Process, drawn: Drawn) -> None:
    for group in tree(drawn(process)).iter(f"{SVG}g"):
        box = group.find(f"{SVG}rect")
        if group.get("data-element") is None or box is None:
            continue
        bounds = Bounds(*numbers(box, "x", "y", "width", "height"))
        for text in group.findall(f"{SVG}text"):
            for words, line in lines_of(text):
                assert bounds.grown(-4).holds(line), words


def test_everything_is_on_the_page(process: Process) -> None:
    root = tree(draw(process, findings=some_findings(process)))
    page = Bounds(0, 0, *numbers(root, "width", "height"))
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
    for text in root.iter(f"{SVG}text"):
        for words, line in lines_of(text):
            assert page.holds(line), words
    for circle in root.iter(f"{SVG}circle"):
        x, y, radius = numbers(circle, "cx", "cy", "r")
        assert page.holds(Bounds(x - radius, y - radius, 2 * radius, 2 * radius))


def test_no_words_lie_on_other_words(process: Process, drawn: Drawn) -> None:
    every = [line for text in tree(drawn(process)).iter(f"{SVG}text") for line in lines_of(text)]
    for (one, first), (other, second) in combinations(every, 2):
        assert not first.grown(-1).meets(second.grown(-1)), (one, other)


def test_nothing_lies_on_a_shape_or_on_the_words_of_a_flow(process: Process, planned: Planned) -> None:
    for one in planned(process):
        diagram = diagram_of(one, 0, 0)
        guests = {guest.id for figure in one.panel.figures.values() for guest in figure.guests}
        inner = {path: box for path, box in diagram.shapes.items() if path.removeprefix(one.panel.prefix) not in guests}
        for (path, first), (other, second) in combinations(inner.items(), 2):
            assert not first.grown(8).meets(second), (path, other)
        for path, route in diagram.routes.items():
            for start, end in pairwise(route.points):
                thin = Bounds(min(start.x, end.x), min(start.y, end.y), abs(start.x - end.x), abs(start.y - end.y))
                for shape, box in inner.items():
                    assert not box.grown(-2).meets(thin.grown(0.4)), (path, shape)
                for flow, box in diagram.labels.items():
                    assert not box.grown(-1).meets(thin.grown(0.4)), (path, flow)
        for path, box in diagram.labels.items():
            assert not any(box.meets(shape) for shape in diagram.shapes.values()), path


def test_lines_begin_and_end_at_their_elements(process: Process, planned: Planned) -> None:
    for one in planned(process):
        diagram = diagram_of(one, 0, 0)
        for arrow in one.panel.arrows:
            points = diagram.routes[one.panel.prefix + arrow.id].points
            for id, (x, y) in ((arrow.source, points[0]), (arrow.target, points[-1])):
                shape = diagram.shapes[one.panel.prefix + id]
                assert shape.grown(0.1).holds(Bounds(x, y, 0, 0)), (arrow.id, id)
                assert not shape.grown(-0.1).holds(Bounds(x, y, 0, 0)), (arrow.id, id)


def test_events_stand_on_the_border_of_their_activity(process: Process, planned: Planned) -> None:
    for one in planned(process):
        diagram = diagram_of(one, 0, 0)
        for figure in one.panel.figures.values():
            host = diagram.shapes[one.panel.prefix + figure.id]
            for guest in figure.guests:
                middle = diagram.shapes[one.panel.prefix + guest.id].centre
                assert math.isclose(middle.y, host.bottom)
                assert host.x < middle.x < host.right


def test_bands_stand_in_the_order_of_the_lanes_and_hold_their_elements(process: Process, planned: Planned) -> None:
    order = [lane.id for lane in process.lanes]
    for one in planned(process):
        lanes = [area.lane for area in one.panel.areas]
        assert [lane for lane in lanes if lane] == [lane for lane in order if lane in lanes]
        assert lanes == sorted(lanes, key=lambda lane: lane is None)
        assert [band.area for band in one.placed.bands] == [area.key for area in one.panel.areas]
        bands = {band.area: band for band in one.placed.bands}
        for figure in one.panel.figures.values():
            band, y = bands[figure.area.key], one.placed.y[figure.id]
            assert band.top < y - figure.up
            assert y + figure.down < band.bottom


def test_it_is_made_of_plain_svg(process: Process) -> None:
    root = tree(draw(process, findings=some_findings(process)))
    assert root.get("role") == "img"
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    tags = {node.tag.removeprefix(SVG) for node in root.iter()}
    assert tags <= {"svg", "title", "desc", "g", "rect", "path", "circle", "line", "text", "tspan"}
    names = {name for node in root.iter() for name in node.attrib}
    assert not names & {"class", "id", "style", "href", "{http://www.w3.org/1999/xlink}href"}
    assert not any(name.startswith("on") for name in names)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_words_have_contrast_to_every_ground(process: Process) -> None:
    root = tree(draw(process, findings=some_findings(process)))
    grounds = {node.get("fill", "") for node in root.iter(f"{SVG}rect")} - {"none"} | {"#FFFFFF"}
    for fill in {node.get("fill", "#000000") for node in root.iter(f"{SVG}text")} - {"#FFFFFF"}:
        for ground in grounds:
            light, dark = sorted((luminance(fill), luminance(ground)), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (fill, ground)


def some_findings(process: Process) -> list[Finding]:
    """Something to say about every element and lane, and about some of them again."""
    paths = [*(path for path, _ in nodes_within(process)), *(f"lanes/{lane.id}" for lane in process.lanes)]
    said = Text("Det står inte varför det görs, och ingen visste vem som kan svara på det.", "Nobody knows why.")
    return [finding(said, Ref(process.id, path)) for path in (*paths, *paths[::3])]


def finding(message: Text, *refs: Ref) -> Finding:
    return Finding(code="ABC001", name="a-b", kind="ask", message=message, refs=refs)


def test_findings_are_numbers_at_their_elements_and_a_list_below(process_of: ProcessOf) -> None:
    process = process_of("forsta-motet")
    id = process.id
    said = [
        finding(Text("Om hela processen", "About it all"), Ref(id)),
        finding(Text("Två steg", "Two steps"), Ref(id, "registrera-anmalan"), Ref(id, "begar-komplettering", "why")),
        finding(Text("En annan process", "Another process"), Ref("annan", "registrera-anmalan")),
        finding(Text("En bana", "A lane"), Ref(id, "lanes/inspektor")),
        finding(Text("Ett svar", "An answer"), Ref(id, "ar-anmalan-komplett.nej")),
        finding(Text("Ett flöde utan ord", "A flow without words"), Ref(id, "registrera-anmalan.next")),
        finding(Text("Något som inte syns", "Something unseen"), Ref(id, "rules/x")),
    ]
    root = tree(draw(process, findings=said, language="en"))
    texts = ["".join(text.itertext()).strip() for text in root.iter(f"{SVG}text")]
    badges = [text for text in texts if text.isdigit()]
    assert {number: badges.count(number) for number in sorted(badges)} == {
        "1": 2,  # at the title, and in the list
        "2": 3,  # at two steps
        "3": 2,  # at the lane
        "4": 2,  # at the answer
        "5": 2,  # on the line
        "6": 1,  # only in the list
    }
    shown = " ".join(texts)
    assert "To talk about" in shown
    assert "Another process" not in shown
    for one in said:
        assert (one.message.en in shown) == (one.message.en != "Another process")


def test_without_findings_there_is_no_list(process_of: ProcessOf) -> None:
    assert "Att prata om" not in draw(process_of("forsta-motet"))


def test_the_unknown_is_seen(process_of: ProcessOf, drawn: Drawn) -> None:
    process = process_of("okant")
    root = tree(drawn(process))
    texts = [" ".join("".join(line.itertext()) for line in text) for text in root.iter(f"{SVG}text")]
    assert "??" in texts
    shown = " ".join(texts)
    for words in ("Ingen har frågats", "Ingen visste", "Frågat, men ingen visste", "Svaren går isär"):
        assert words in shown
    steps = [group for group in root.iter(f"{SVG}g") if group.findtext(f"{SVG}text/{SVG}tspan") == "??"]
    boxes = [box for group in steps if (box := group.find(f"{SVG}rect")) is not None]
    assert len(boxes) == 3
    assert all(box.get("stroke-dasharray") for box in boxes)


@pytest.mark.parametrize("name", ["Ansökan återkallas", Unknown()])
def test_what_may_begin_any_time_has_dots_of_its_own(name: str | Unknown) -> None:
    inside = Event(id="es", position="start", triggers=(Trigger("message"),)), Task(id="et", name="Avskriv")
    nodes = (
        Task(id="a", name="Utred"),
        Task(id="b", name=Unknown()),
        SubProcess(id="c", name="Granska", nodes=(Task(id="t", name="Läs"),)),
        SubProcess(
            id="e", name=name, kind="event", nodes=inside, flows=(SequenceFlow(id="f", source="es", target="et"),)
        ),
    )
    flows = tuple(SequenceFlow(id=way, source=way[0], target=way[1]) for way in ("ab", "bc"))
    with_it = Process(id="p", name="P", nodes=nodes, flows=flows)
    without = Process(id="p", name="P", nodes=nodes[:-1], flows=flows)
    words = "May begin any time while work goes on"
    assert words in draw(with_it, language="en")
    assert words not in draw(without, language="en")
    borders = {
        group.get("data-element"): box.get("stroke-dasharray")
        for group in tree(draw(with_it)).iter(f"{SVG}g")
        if (box := group.find(f"{SVG}rect")) is not None
    }
    assert borders["a"] is borders["c"] is None
    assert len({borders["a"], borders["b"], borders["e"]}) == 3


def test_words_follow_the_language(process_of: ProcessOf) -> None:
    process = process_of("bygglov")
    swedish, english = draw(process, language="sv"), draw(process, language="en")
    assert ">annars<" in swedish
    assert ">otherwise<" in english
    assert "veckor<" in swedish
    assert "weeks<" in english
    assert 'lang="en"' in english


def test_its_words_tell_the_steps_in_order(process_of: ProcessOf) -> None:
    root = tree(draw(process_of("forsta-motet")))
    assert root.findtext(f"{SVG}title") == "Livsmedelsregistrering"
    assert root.findtext(f"{SVG}desc") == (
        "Stegen i ordning: 1. Företagare: Anmäler sin verksamhet. 2. Administratör: Registrera anmälan. "
        "3. Administratör: Är anmälan komplett? (ja: Besluta om registrering; nej: Begär komplettering). "
        "4. Administratör: Begär komplettering. 5. Administratör: Komplettering inkommer. "
        "6. Inspektör: Besluta om registrering."
    )


def test_nothing_between_centred_lines_moves_them(process_of: ProcessOf, drawn: Drawn) -> None:
    for text in tree(drawn(process_of("bygglov"))).iter(f"{SVG}text"):
        if text.get("text-anchor") == "middle":
            assert text.text is None, "a space there would count in the width of a line"
            assert [line.tail for line in text] == [None] * len(text)


def test_points_and_boxes() -> None:
    box = Bounds(10, 20, 30, 40)
    assert (box.right, box.bottom, box.centre) == (40, 60, Point(25, 40))
    assert box.moved(1, 2) == Bounds(11, 22, 30, 40)
    assert box.holds(Bounds(12, 22, 5, 5))
    assert not box.meets(Bounds(40, 20, 5, 5))


SHORT_CUT = """\
process: Anställning
flow:
  - Chef: Finns någon med företrädesrätt?
    branches:
      ja:
        - to: Skriv avtal
      nej:
  - Chef: Annonsera
  - Chef: Gör urval
  - Chef: Intervjua
  - Chef: Skriv avtal
    unless:
      - condition: kandidaten drar sig ur
        to: Gör urval
"""


def test_a_short_cut_and_a_way_back_turn_nothing_around() -> None:
    """What is written behind stands behind, though an answer jumps over it and something leads back."""
    (written,) = read_text(SHORT_CUT).map.processes
    left = {
        group.get("data-element"): numbers(rect, "x")[0]
        for group in tree(draw(written)).iter(f"{SVG}g")
        if group.get("data-element") and (rect := group.find(f"{SVG}rect")) is not None
    }
    assert sorted(left, key=lambda id: left[id]) == ["annonsera", "gor-urval", "intervjua", "skriv-avtal"]

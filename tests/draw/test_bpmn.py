"""BPMN files drawn by their own diagrams: what stands where, what the diagram forgot, and words that stay in place."""

from __future__ import annotations

import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

import pytest

from procmap.draw.bpmn.sheet import sheets
from procmap.draw.draw import draw
from procmap.draw.engine import engine_name
from procmap.errors import BadUsage
from procmap.finding import Finding
from procmap.layout.measure import width
from procmap.model.activity import Activity
from procmap.model.process_map import nodes_within
from procmap.read.reading import Reading, read, read_text
from procmap.ref import Ref
from procmap.text import Text

HERE = Path(__file__).parent
FILES = sorted((HERE / "bpmn").glob("*.bpmn"))
SHARED = HERE.parents[2] / "shared" / "data"
CORPUS = sorted([*SHARED.glob("miwg/*.bpmn"), *SHARED.glob("sundsvall/*.bpmn")])
HOSTILE: tuple[str, ...] = runpy.run_path(str(HERE.parent / "hostile.py"))["HOSTILE"]
SVG = "{http://www.w3.org/2000/svg}"
TAGS = {f"{SVG}{tag}" for tag in ("svg", "title", "desc", "g", "rect", "path", "circle", "line", "text", "tspan")}

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


class Line(NamedTuple):
    """A line of text on the page: its middle, baseline and size."""

    text: str
    x: float
    y: float
    size: float


class Shape(NamedTuple):
    """An element on the page: the middle and size of its outline, and its words."""

    x: float
    y: float
    wide: float
    high: float
    lines: list[Line]


def shapes(svg: str) -> dict[str, Shape]:
    """Every element by its path, as the file's diagram shows it first."""
    found: dict[str, Shape] = {}
    for group, dx, dy in moved(ElementTree.fromstring(svg.encode()), 0.0, 0.0):
        path = group.get("data-element")
        outline = next((node for node in group.iter() if node.tag in (f"{SVG}rect", f"{SVG}circle", f"{SVG}path")), None)
        if path is None or path in found or outline is None:
            continue
        lines = [
            Line(span.text or "", float(span.get("x", 0)) + dx, float(span.get("y", 0)) + dy, float(text.get("font-size", 0)))
            for text in group.iter(f"{SVG}text")
            for span in text.iter(f"{SVG}tspan")
        ]
        found[path] = Shape(*box(outline, dx, dy), lines)
    return found


def moved(node: ElementTree.Element, dx: float, dy: float) -> Iterator[tuple[ElementTree.Element, float, float]]:
    """Every group with how far it is moved."""
    shift = re.fullmatch(r"translate\((\S+) (\S+)\)", node.get("transform", ""))
    dx, dy = (dx + float(shift[1]), dy + float(shift[2])) if shift else (dx, dy)
    for child in node:
        if child.tag == f"{SVG}g":
            yield child, dx, dy
            yield from moved(child, dx, dy)


def box(outline: ElementTree.Element, dx: float, dy: float) -> tuple[float, float, float, float]:
    """Middle, width and height of an outline."""
    get = outline.get
    if outline.tag == f"{SVG}circle":
        return float(get("cx", 0)) + dx, float(get("cy", 0)) + dy, 2 * float(get("r", 0)), 2 * float(get("r", 0))
    if outline.tag == f"{SVG}rect":
        wide, high = float(get("width", 0)), float(get("height", 0))
        return float(get("x", 0)) + wide / 2 + dx, float(get("y", 0)) + high / 2 + dy, wide, high
    numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", get("d", ""))]
    xs, ys = numbers[::2], numbers[1::2]
    return (min(xs) + max(xs)) / 2 + dx, (min(ys) + max(ys)) / 2 + dy, max(xs) - min(xs), max(ys) - min(ys)


@each_file
def test_it_is_as_it_was_when_somebody_looked_at_it(path: Path, request: pytest.FixtureRequest) -> None:
    if path.stem == "glomt" and not engine_name().startswith("graphviz-pure"):
        pytest.skip("what the diagram forgot is laid out with graphviz-pure, which is not installed")
    expected = HERE / "expected" / f"{path.stem}.bpmn.svg"
    svg = draw(read(path))
    if request.config.getoption("--update-expected"):
        expected.write_text(svg, encoding="utf-8")
    assert svg == expected.read_text(encoding="utf-8")


@each_file
def test_only_what_every_program_can_show(path: Path) -> None:
    root = ElementTree.fromstring(draw(read(path)).encode())
    assert {node.tag for node in root.iter()} <= TAGS
    names = {name for node in root.iter() for name in node.attrib}
    assert not names & {"style", "href", "id", "class", "onload"}


def test_everything_stands_where_the_file_has_it() -> None:
    """All of it moved alike, and evenly larger."""
    reading = read(HERE / "bpmn" / "allt.bpmn")
    drawn = shapes(draw(reading))
    diagram = next(iter(reading.sources.values())).diagrams[0]
    paths = {node.id: path for process in reading.map.processes for path, node in nodes_within(process)}
    both = [(drawn[paths[id]], place) for id, place in diagram.shapes.items() if id in paths]
    zoom = {round(shape.wide / place.width, 2) for shape, place in both if place.width >= 100}
    assert len(zoom) == 1
    (factor,) = zoom
    assert 1 <= factor <= 1.6
    first, origin = both[0]
    for shape, place in both:
        assert shape.x - first.x == pytest.approx((place.centre.x - origin.centre.x) * factor, abs=0.2)
        assert shape.y - first.y == pytest.approx((place.centre.y - origin.centre.y) * factor, abs=0.2)


def drawn_corpus() -> Iterator[tuple[Reading, str, str]]:
    for path in (*FILES, *CORPUS):
        reading = read(path)
        for sheet in sheets(reading):
            yield reading, sheet.id, draw(reading, only=sheet.id)


@pytest.mark.usefixtures("engine")
@pytest.mark.skipif(not CORPUS, reason="../shared/data is not there")
def test_every_element_of_every_file_is_drawn_with_its_words_inside() -> None:
    for reading, id, svg in drawn_corpus():
        drawn = shapes(svg)
        shown = next(sheet for sheet in sheets(reading) if sheet.id == id)
        for process in shown.processes:
            for path, node in nodes_within(process):
                assert path in drawn
                if isinstance(node, Activity):
                    assert_inside(drawn[path])
                    assert plain(str(node.name or "")) == plain("".join(line.text for line in drawn[path].lines))


def assert_inside(shape: Shape) -> None:
    """No line of text reaches out of the shape."""
    for line in shape.lines:
        assert line.y - line.size * 0.8 > shape.y - shape.high / 2
        assert line.y + line.size * 0.2 < shape.y + shape.high / 2
        if line.x == pytest.approx(shape.x, abs=1):
            assert width(line.text, line.size) <= shape.wide


def plain(text: str) -> str:
    return re.sub(r"[\s\u00ad\u200b-]", "", text)


HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" '
    'xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" '
    'xmlns:dd="http://www.omg.org/spec/DD/20100524/DI" id="d" targetNamespace="urn:x">'
)
FLOW = (
    '<process id="p" name="P"><startEvent id="s" name="S"/><task id="a" name="A"/><endEvent id="e" name="E"/>'
    '<sequenceFlow id="f" name="F" sourceRef="s" targetRef="a"/><sequenceFlow id="g" sourceRef="a" targetRef="e"/></process>'
)
ROW = {"s": (0, 22, 36, 36), "a": (100, 0, 100, 80), "e": (300, 22, 36, 36)}


def bounds(id: str, *numbers: object) -> str:
    x, y, wide, high = numbers
    return f'<di:BPMNShape bpmnElement="{id}"><dc:Bounds x="{x}" y="{y}" width="{wide}" height="{high}"/></di:BPMNShape>'


def edge(id: str, *points: tuple[object, object]) -> str:
    way = "".join(f'<dd:waypoint x="{x}" y="{y}"/>' for x, y in points)
    return f'<di:BPMNEdge bpmnElement="{id}">{way}</di:BPMNEdge>'


def file(model: str, drawn: str, plane: str = "p") -> Reading:
    plane = f'<di:BPMNDiagram id="d1"><di:BPMNPlane bpmnElement="{plane}">{drawn}</di:BPMNPlane></di:BPMNDiagram>'
    return read_text(f"{HEAD}{model}{plane}</definitions>", "fil.bpmn")


def row(**other: tuple[object, ...]) -> str:
    return "".join(bounds(id, *place) for id, place in {**ROW, **other}.items() if place)


EDGES = edge("f", (36, 40), (100, 40)) + edge("g", (200, 40), (300, 40))
FAULTS = {
    "no number": row(a=("NaN", 0, 100, 80)) + EDGES,
    "an infinite one": row(a=("INF", "-INF", 100, 80)) + EDGES,
    "no size": row(a=(100, 0, 0, 0)) + EDGES,
    "a size below nothing": row(a=(100, 0, -100, 80)) + EDGES,
    "far away": row(a=(1e30, 0, 100, 80)) + EDGES,
    "no bounds": row(a=()) + '<di:BPMNShape bpmnElement="a"/>' + EDGES,
    "no shape": row(a=()) + EDGES,
    "no edges": row(),
    "an edge of one point": row() + edge("f", (36, 40)) + edge("g", ("NaN", 40), (1, "INF")),
    "an edge within its shape": row() + edge("f", (18, 40), (19, 40)) + EDGES[EDGES.index("<di:BPMNEdge", 5):],
    "all at one place": "".join(bounds(id, 10, 10, 100, 80) for id in ROW) + EDGES,
    "all at one place and no edges": "".join(bounds(id, 10, 10, 100 + len(id), 80) for id in ROW),
    "one within the other and no edges": row(s=(120, 30, 36, 36), e=(149, 39, 2, 2)),
    "a label that is nowhere": row() + EDGES.replace("</di:BPMNEdge>", '<di:BPMNLabel><dc:Bounds x="NaN" y="1" width="0" height="-1"/></di:BPMNLabel></di:BPMNEdge>', 1),
    "a plane of nothing": row() + EDGES,
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_what_the_diagram_says_wrong_costs_only_what_it_is_about(fault: str) -> None:
    reading = file(FLOW, FAULTS[fault], "p" if fault != "a plane of nothing" else "borta")
    svg = draw(reading)
    root = ElementTree.fromstring(svg.encode())
    assert set(shapes(svg)) == {"s", "a", "e"}
    assert {node.get("data-flow") for node in root.iter()} >= {"f", "g"}
    assert float(root.get("width", "inf")) < 5000
    numbers = "".join(value for node in root.iter() for name, value in node.attrib.items() if name in ("d", "x", "y"))
    assert not re.search("nan|inf", numbers)


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("drawn", ["", row(s=("NaN", 0, 1, 1), a=(0, 0, 0, 0))], ids=["empty", "hardly anything"])
def test_a_diagram_of_next_to_nothing_leaves_the_flow_to_be_laid_out(drawn: str) -> None:
    svg = draw(file(FLOW, drawn))
    assert set(shapes(svg)) == {"s", "a", "e"}
    assert "Har ingen plats" not in svg


@pytest.mark.parametrize("label", HOSTILE, ids=range(len(HOSTILE)))
def test_labels_are_text(label: str) -> None:
    name = quoteattr("".join(one for one in label if one.isprintable()) or "x")
    model = (
        f'<collaboration id="k" name={name}><participant id="o" name={name} processRef="p"/>'
        f'<participant id="b" name={name}/><messageFlow id="m" name={name} sourceRef="a" targetRef="b"/></collaboration>'
        f'<process id="p" name={name}><laneSet><lane id="l" name={name}><flowNodeRef>a</flowNodeRef></lane></laneSet>'
        f'<startEvent id="s" name={name}/><task id="a" name={name}/><subProcess id="e" name={name}/>'
        f'<sequenceFlow id="f" name={name} sourceRef="s" targetRef="a"/><sequenceFlow id="g" sourceRef="a" targetRef="e"/>'
        f'<dataObjectReference id="w" name={name}/><group id="gr"/>'
        f"<textAnnotation id='t'><text>{name[1:-1].replace(chr(34), '')}</text></textAnnotation></process>"
    )
    drawn = row(e=(300, 0, 100, 80)) + EDGES + bounds("o", -60, -20, 600, 200) + bounds("l", -30, -20, 570, 200)
    drawn += bounds("b", -60, 300, 600, 60) + bounds("w", 420, 0, 36, 50) + bounds("t", 0, 100, 90, 40)
    drawn += bounds("gr", 200, 100, 90, 40) + edge("m", (150, 80), (150, 300))
    svg = draw(file(model, drawn, "k"))
    root = ElementTree.fromstring(svg.encode())
    assert {node.tag for node in root.iter()} <= TAGS
    names = {name for node in root.iter() for name in node.attrib}
    assert not any(name.startswith("on") or name in ("style", "href", "id", "class") for name in names)


def test_a_collaboration_is_one_picture_and_each_process_can_be_had_alone() -> None:
    reading = read(HERE / "bpmn" / "staende.bpmn")
    whole = shapes(draw(reading))
    assert set(whole) == set("abcefgh")
    assert draw(reading) == draw(reading, only="s")
    alone = draw(reading, only="pr2")
    assert set(shapes(alone)) == set("efgh")
    assert ElementTree.fromstring(alone.encode()).findtext(f"{SVG}title") == "Miljökontoret"


def test_a_subprocess_can_be_had_alone_opened_or_closed() -> None:
    reading = read(HERE / "bpmn" / "allt.bpmn")
    closed = shapes(draw(reading, only="provning/h_beredning"))
    assert set(closed) == {f"h_beredning/{id}" for id in ("b_s", "b_plan", "b_q", "b_avv", "b_e")}
    opened = shapes(draw(reading, only="h_horande"))
    assert set(opened) == {f"h_horande/{id}" for id in ("hh_s", "hh_skicka", "hh_las", "hh_e")}
    with pytest.raises(BadUsage):
        draw(reading, only="h_regel")


def test_several_pictures_are_named() -> None:
    two = FLOW + FLOW.replace('"p"', '"q"').replace('id="', 'id="q').replace('Ref="', 'Ref="q').replace('"qq"', '"q"')
    reading = file(two, row() + EDGES)
    with pytest.raises(BadUsage, match=r"p, q\b"):
        draw(reading)
    assert set(shapes(draw(reading, only="p"))) == {"s", "a", "e"}


def test_findings_stand_at_what_they_are_about() -> None:
    reading = read(HERE / "bpmn" / "staende.bpmn")
    at = [Ref("pr2", "f"), Ref("s", "pools/p1"), Ref("s"), Ref("pr2", "gh")]
    findings = [
        Finding(code=f"ABC00{n}", name="a", kind="ask", message=Text(f"Sak {n}", f"Thing {n}"), refs=(ref,))
        for n, ref in enumerate(at, 1)
    ]
    texts = [text.findtext(f"{SVG}tspan") for text in ElementTree.fromstring(draw(reading, findings=findings).encode()).iter(f"{SVG}text")]
    assert all(texts.count(str(number)) == 2 for number in range(1, 5))
    assert "Sak 4" in texts


def test_the_way_to_a_fault_is_drawn_in_the_diagram() -> None:
    stuck = FLOW.replace('<task id="a" name="A"/>', '<parallelGateway id="a" name="A"/><task id="x" name="X"/>')
    stuck = stuck.replace("</process>", '<sequenceFlow id="h" sourceRef="x" targetRef="a"/><sequenceFlow id="i" sourceRef="a" targetRef="x"/></process>')
    svg = draw(file(stuck, row(a=(100, 15, 50, 50)) + bounds("x", 100, 120, 100, 80) + EDGES), trace=True)
    assert "Kortaste vägen dit" in svg
    strong = {node.get("data-flow") for node in ElementTree.fromstring(svg.encode()).iter() if any(child.get("stroke-width") == "3.6" for child in node)}
    assert "f" in strong


def texts(node: ElementTree.Element, down: float = 0) -> Iterator[tuple[str, float]]:
    """All words, with how far down they stand."""
    shift = re.fullmatch(r"translate\((\S+) (\S+)\)", node.get("transform", ""))
    down += float(shift[2]) if shift else 0
    for child in node:
        if child.tag == f"{SVG}text":
            [line, *_] = child
            yield "".join(child.itertext()), float(line.get("y", 0)) + down
        yield from texts(child, down)


@pytest.mark.parametrize("top", [5, 61])
def test_the_number_of_a_step_does_not_cover_the_name_of_an_event(top: int) -> None:
    """The name stands above the event, or below it, as the file has it."""
    stuck = FLOW.replace('<task id="a" name="A"/>', '<parallelGateway id="a" name="A"/><task id="x" name="X"/>').replace('name="S"', 'name="Begäran kommer"')
    stuck = stuck.replace("</process>", '<sequenceFlow id="h" sourceRef="x" targetRef="a"/><sequenceFlow id="i" sourceRef="a" targetRef="x"/></process>')
    label = f'<di:BPMNLabel><dc:Bounds x="-40" y="{top}" width="116" height="14"/></di:BPMNLabel></di:BPMNShape>'
    drawn = row(a=(100, 15, 50, 50)).replace("</di:BPMNShape>", label, 1) + bounds("x", 100, 120, 100, 80) + EDGES
    heights = dict(reversed(list(texts(ElementTree.fromstring(draw(file(stuck, drawn), trace=True).encode())))))
    assert abs(heights["1"] - heights["Begäran kommer"]) > 20


def test_words_tell_who_does_what_in_the_order_of_the_flow() -> None:
    root = ElementTree.fromstring(draw(read(HERE / "bpmn" / "staende.bpmn")).encode())
    assert root.findtext(f"{SVG}desc") == (
        "Företagare: Stegen i ordning: 1. Ägaren: Hittat lokal. 2. Ägaren: Anmäla verksamheten. 3. Ägaren: Anmäld. "
        "Miljökontoret: Stegen i ordning: 1. Administratör: Anmälan. 2. Administratör: Registrera anmälan. "
        "3. Administratör: Komplett? (ja: Besluta om registrering). 4. Livsmedelsinspektör: Besluta om registrering."
    )


def test_what_calls_itself_and_what_is_inside_itself_ends() -> None:
    model = '<process id="p"><subProcess id="u" name="U"><task id="i" name="I"/></subProcess></process>'
    inside = file(model, bounds("u", 0, 0, 100, 80) + bounds("i", 0, 0, 100, 80), "u")
    assert set(shapes(draw(inside))) == {"u", "u/i"}


def test_a_single_process_is_not_told_apart_from_others() -> None:
    """Only where there are several, the proof of each by itself tells nothing about all of them together."""
    flow = '<startEvent id="s" name="Start"/><task id="a" name="Gör"/><sequenceFlow id="f" sourceRef="s" targetRef="a"/>'
    shapes = bounds("s", 0, 22, 36, 36) + bounds("a", 100, 0, 100, 80)
    told = draw(file(f'<process id="p" name="P">{flow}</process>', shapes), trace=True)
    assert "Alla ärenden som startar kan bli klara." in told and "Var process för sig" not in told

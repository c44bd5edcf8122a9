"""Whatever somebody writes as a label is shown as text: in SVG and in DOT nothing of it does anything."""

from __future__ import annotations

import re
import runpy
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procmap.draw import dot, svg
from procmap.draw.draw import draw
from procmap.draw.engine import find_engine
from procmap.finding import Finding
from procmap.model.activity import SubProcess, Task
from procmap.model.event import Event, Trigger
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.process import Process
from procmap.model.resource import Lane
from procmap.ref import Ref
from procmap.text import Text

HOSTILE: tuple[str, ...] = runpy.run_path(str(Path(__file__).parents[1] / "hostile.py"))["HOSTILE"]
SVG = "{http://www.w3.org/2000/svg}"
TAGS = {f"{SVG}{tag}" for tag in ("svg", "title", "desc", "g", "rect", "path", "circle", "line", "text", "tspan")}
ids = st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=8)


def labelled(label: str, id: str = "b") -> Process:
    """A process in which everything that can be named has the same label."""
    return Process(
        id=id,
        name=label,
        purpose=label,
        lanes=(Lane(id=f"{id} lane", name=label, kind="customer"), Lane(id="other", name=label)),
        nodes=(
            Event(id="a", position="start", name=label, lane=f"{id} lane"),
            Task(id=id, name=label, lane=f"{id} lane", together_with=("other",)),
            Event(id="c", position="boundary", attached_to=id, triggers=(Trigger("message", label),)),
            Gateway(id="d", kind="exclusive", name=label, lane="other"),
            SubProcess(id="e", name=label, lane="other", nodes=(Task(id=id, name=label, lane=label),)),
            Event(id="f", position="end", name=label),
        ),
        flows=tuple(
            SequenceFlow(id=f"{source}{target}", source=source, target=target, name=label)
            for source, target in (("a", id), (id, "d"), ("d", "e"), ("d", "f"), ("e", "f"), ("c", "f"))
        ),
    )


def plain(text: str) -> str:
    """What can be read of a text: no spaces, no hyphens, which lines may add or drop."""
    return re.sub(r"[\s\u00ad\u200b-]", "", svg.clean(text))


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("label", HOSTILE, ids=range(len(HOSTILE)))
def test_a_picture_shows_it_as_text(label: str) -> None:
    process = labelled(label)
    words = Text(*[label.replace("{", "{{").replace("}", "}}") or "-"] * 2)
    findings = [Finding(code="ABC001", name="a", kind="ask", message=words, refs=(Ref("b", "b"),))]
    picture = draw(process, findings=findings)
    root = ElementTree.fromstring(picture.encode("utf-8"))
    assert {node.tag for node in root.iter()} <= TAGS
    names = {name for node in root.iter() for name in node.attrib}
    assert not any(name.startswith("on") or name in ("style", "href", "id", "class") for name in names)
    shown = plain("".join(root.find(f"{SVG}title").itertext()))  # type: ignore[union-attr]
    if plain(label):
        assert shown == plain(label)
    for node in root.iter(f"{SVG}g"):
        if node.get("data-element") == "b" and plain(label):
            texts = plain("".join("".join(text.itertext()) for text in node))
            assert plain(label)[:200] in texts


@pytest.mark.usefixtures("engine")
@settings(max_examples=25, deadline=None)
@given(st.text(max_size=40), ids)
def test_any_label_and_any_id(label: str, id: str) -> None:
    process = labelled(label, f"x{id}")
    ElementTree.fromstring(draw(process).encode("utf-8"))


@pytest.mark.parametrize("label", HOSTILE, ids=range(len(HOSTILE)))
def test_escaped_for_svg_it_holds_no_markup(label: str) -> None:
    escaped = svg.escape(label)
    assert not re.search(r'[<>"]|&(?!amp;|lt;|gt;|quot;)', escaped)
    assert not re.search("[\x00-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff\u202a-\u202e\u2066-\u2069]", escaped)
    node = ElementTree.fromstring(f'<a b="{escaped}">{escaped}</a>'.encode())
    assert plain(node.text or "") == plain(node.get("b", "")) == plain(label)


@pytest.mark.parametrize("label", HOSTILE, ids=range(len(HOSTILE)))
def test_a_graph_has_the_same_nodes_and_edges_whatever_they_are_called(label: str) -> None:
    source = draw(labelled(label), format="dot")
    engine = find_engine()
    if engine is None:
        pytest.skip("neither graphviz-pure nor dot is installed")
    answer = subprocess.run([engine, "-Tsvg"], input=source.encode(), capture_output=True, check=False, timeout=60)
    assert answer.returncode == 0, answer.stderr.decode()
    groups = list(ElementTree.fromstring(answer.stdout).iter(f"{SVG}g"))
    nodes = {group.findtext(f"{SVG}title"): group for group in groups if group.get("class") == "node"}
    assert set(nodes) == {"a", "b", "c", "d", "e", "f", "e/b"}
    assert sum(group.get("class") == "edge" for group in groups) == 7  # six flows, and a border with an event on it
    shown = plain("".join("".join(text.itertext()) for text in nodes["b"].iter(f"{SVG}text")))
    assert shown.startswith(plain(label)[:120])  # of wide letters no more is shown


@pytest.mark.usefixtures("engine")
@settings(max_examples=25, deadline=None)
@given(st.text(max_size=30), ids)
def test_any_label_and_any_id_in_a_graph(label: str, id: str) -> None:
    engine = find_engine()
    assert engine is not None
    source = draw(labelled(label, f"x{id}"), format="dot")
    answer = subprocess.run([engine, "-Tdot"], input=source.encode(), capture_output=True, check=False, timeout=60)
    assert answer.returncode == 0, (source, answer.stderr.decode())


@pytest.mark.parametrize(
    ("lines", "escaped"),
    [
        (["\\N"], "\\\\N"),
        (["a", "b"], "a\\nb"),
        (["&amp;"], "&amp;amp;"),
        (["a\x00b\nc"], "ab c"),
        ([], ""),
    ],
)
def test_escaped_for_dot(lines: list[str], escaped: str) -> None:
    assert dot.escape(lines) == escaped


def test_markup_like_labels_are_no_html_labels_of_graphviz() -> None:
    import graphviz

    graph = graphviz.Digraph()
    graph.node("a", dot.escape(["<b>x</b>"]))
    assert 'label="<b>x</b>"' in graph.source

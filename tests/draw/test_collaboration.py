"""The picture of a collaboration: pools one below the other, messages between them, the way to where they wait."""

from __future__ import annotations

import re
from itertools import combinations, pairwise, product
from xml.etree import ElementTree

import pytest

from procmap.draw.collaboration.floors import floors
from procmap.draw.collaboration.letters import letters
from procmap.draw.collaboration.stack import Stack, stacked
from procmap.draw.draw import draw
from procmap.draw.wording import Names
from procmap.errors import BadUsage
from procmap.finding import Finding
from procmap.geometry import Bounds, Point
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap
from procmap.read.reading import Reading, read_text
from procmap.ref import Ref
from procmap.text import Text

pytestmark = pytest.mark.usefixtures("engine")
SVG = "{http://www.w3.org/2000/svg}"

PERMIT = """\
collaboration: Ansökan om parkeringstillstånd
id: samverkan
pools:
  sokande:
    name: Sökande
    flow:
      - task: Skicka ansökan
        sends: ansokan
      - wait: Beslutet kommer
        message: beslut
      - Hämta tillståndet
  kommun:
    name: Kommunen
    lanes:
      handlaggare: {name: Handläggare}
      registrator: {name: Registrator}
    flow:
      - start: Ansökan kommer
        message: ansokan
        lane: registrator
      - registrator: Registrera
      - exclusive: Är den komplett?
        lane: handlaggare
        branches:
          ja:
            - handlaggare: Besluta
              sends: beslut
          nej:
            - subprocess: Avsluta
              flow:
                - handlaggare: Lägg i arkivet
                - task: Meddela polisen
                  lane: handlaggare
                  sends: upplysning
  trafik:
    name: Trafikkontoret
  polis:
    name: Polisen
messages:
  ansokan: {name: Ansökan med läkarintyg och foto}
  beslut: {name: Beslut, to: trafik}
  upplysning: {name: Upplysning, to: polis}
"""


def root(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def texts(node: ElementTree.Element) -> list[str]:
    return [" ".join(span.text or "" for span in each) for each in node.iter(f"{SVG}text")]


def groups(svg: str, attribute: str) -> dict[str, ElementTree.Element]:
    return {node.get(attribute, ""): node for node in root(svg).iter() if node.get(attribute) is not None}


def laid(text: str) -> tuple[Stack, list[Bounds]]:
    """The places of everything, and those of the elements in the pools."""
    map = read_text(text).map
    (collaboration,) = map.collaborations
    names = Names(Process(id=""), "sv")
    pools = floors(collaboration, map, names)
    every = [each.plan.panel.figures if each.plan is not None else {} for each in pools]
    stack = stacked(pools, letters(collaboration, every, names), 0.0, 560.0)
    from procmap.draw.diagram import diagram_of

    shapes: list[Bounds] = []
    for floor, pool in zip(pools, stack.pools, strict=True):
        if floor.plan is not None:
            shapes += diagram_of(floor.plan, pool.x + floor.strip, pool.y).shapes.values()
    return stack, shapes


def test_every_pool_and_message_is_there_once() -> None:
    svg = draw(read_text(PERMIT))
    assert list(groups(svg, "data-pool")) == ["sokande", "kommun", "trafik", "polis"]
    assert [node.get("data-message") for node in root(svg).iter() if node.get("data-message")] == [
        "ansokan", "beslut", "beslut", "upplysning",
    ]  # fmt: skip
    assert texts(groups(svg, "data-message")["ansokan"]) == ["Ansökan med läkarintyg och foto"]
    assert {"skicka-ansokan", "beslutet-kommer", "hamta-tillstandet"} <= groups(svg, "data-element").keys()
    assert "Kommunen › Avsluta" in texts(root(svg))


def test_a_message_from_inside_a_subprocess_leaves_at_the_subprocess() -> None:
    stack, shapes = laid(PERMIT)
    (sent,) = [each for each in stack.posted if each.letter.message == "upplysning"]
    assert sent.letter.sources[0].element == "avsluta"
    ((start, *_, end),) = [[line[0] for line in sent.coming] + [line[-1] for line in sent.going]]
    assert any(shape.grown(0.1).holds(Bounds(*start, 0, 0)) for shape in shapes)
    assert abs(end.y - stack.pools[3].y) < 0.1


def hull(one: Point, other: Point) -> Bounds:
    x, y = min(one.x, other.x), min(one.y, other.y)
    return Bounds(x, y, abs(one.x - other.x), abs(one.y - other.y))


def test_lines_go_around_steps_other_pools_and_each_others_boxes() -> None:
    stack, shapes = laid(PERMIT)
    assert not stack.simple
    boxes = [each.box for each in stack.posted]
    for one, other in pairwise(sorted(boxes, key=lambda box: (box.y, box.x))):
        assert not one.meets(other)
    for each in stack.posted:
        pools = {end.pool for end in (*each.letter.sources, *each.letter.targets)}
        others = [pool for place, pool in enumerate(stack.pools) if place not in pools]
        for line in (*each.coming, *each.going):
            for a, b in pairwise(line):
                assert (a.x == b.x) != (a.y == b.y)
                piece = hull(a, b).grown(1)
                assert not any(piece.meets(pool) for pool in others)
                touched = [shape for shape in (*shapes, *boxes) if piece.meets(shape.grown(-1.5))]
                assert touched == []


STEPS = """\
collaboration: Till många
id: s
pools:
  a:
    name: A
    flow:
      - task: Skicka
        sends: [m1, m2, m3]
  b: {name: B}
  c:
    name: C
    flow:
      - wait: Den andra
        message: m2
  d:
    name: D
    flow:
      - wait: Den första
        message: m1
  e:
    name: E
    flow:
      - wait: Den tredje
        message: m3
messages:
  m1: {name: Första}
  m2: {name: Andra}
  m3: {name: Tredje}
"""


def test_lines_of_different_messages_share_no_way_and_no_corner() -> None:
    stack, _ = laid(STEPS)
    lines = [(each.letter, line) for each in stack.posted for line in (*each.coming, *each.going)]
    for (one, first), (other, second) in combinations(lines, 2):
        if one is other:
            continue
        assert not set(first[1:-1]) & set(second[1:-1])
        for (a, b), (c, d) in product(pairwise(first), pairwise(second)):
            if (a.x == b.x) == (c.x == d.x):
                assert not hull(a, b).grown(0.1).meets(hull(c, d).grown(0.1))


def test_a_process_of_its_own_is_shown_in_its_pool_and_drawn_by_itself_too() -> None:
    text = PERMIT.replace("  trafik:\n    name: Trafikkontoret\n", "  trafik:\n    name: Trafikkontoret\n    process: kontroll\n")
    reading = read_text("process: Kontroll\nid: kontroll\nflow:\n  - Vakt: Kontrollera\n---\n" + text)
    with pytest.raises(BadUsage, match="kontroll, samverkan"):
        draw(reading)
    assert "kontrollera" in groups(draw(reading, only="samverkan"), "data-element")
    assert groups(draw(reading, only="kontroll"), "data-element").keys() == {"start", "kontrollera", "end"}
    assert "skicka-ansokan" in groups(draw(reading.map, only="samverkan.sokande"), "data-element")


def test_the_way_to_where_one_waits_in_vain() -> None:
    svg = draw(read_text(PERMIT), trace=True, language="en")
    told = " ".join(texts(root(svg)))
    assert "may wait in vain" in told
    assert "A way there" in told
    numbers = [text for text in texts(root(svg)) if re.fullmatch(r"\d", text)]
    assert {"1", "2", "3"} <= set(numbers)


def test_findings_stand_where_they_belong() -> None:
    def about(document: str, element: str | None, text: str) -> Finding:
        return Finding(
            code="KNO001", name="x", kind="gap", message=Text(text, text), refs=(Ref(document, element),)
        )

    found = [
        about("samverkan.kommun", "registrera", "Hur?"),
        about("samverkan", None, "Vilka?"),
        about("annan", None, "Inte här"),
    ]
    svg = draw(read_text(PERMIT), findings=found)
    told = texts(root(svg))
    assert "Hur?" in told
    assert "Vilka?" in told
    assert "Inte här" not in told
    assert "1" in texts(groups(svg, "data-pool")["kommun"])


def test_it_is_told_in_words() -> None:
    description = root(draw(read_text(PERMIT))).findtext(f"{SVG}desc") or ""
    assert "Sökande: Stegen i ordning: 1. Sökande: Skicka ansökan." in description
    assert "Trafikkontoret." in description
    assert "Ansökan med läkarintyg och foto: från Sökande till Kommunen." in description
    english = root(draw(read_text(PERMIT), language="en")).findtext(f"{SVG}desc") or ""
    assert "Upplysning: from Kommunen to Polisen." in english


BLACK = "collaboration: {name}\nid: s\npools:\n  a: {{name: {one}}}\n  b: {{name: {other}}}\nmessages:\n  m: {{name: {message}, from: a, to: b}}\n"


def test_pools_of_which_nothing_is_known() -> None:
    svg = draw(read_text(BLACK.format(name="Vi", one="Ena", other="Andra", message="Brev")))
    assert texts(groups(svg, "data-pool")["a"]) == ["Ena"]
    assert texts(groups(svg, "data-message")["m"]) == ["Brev"]


def test_a_message_with_a_long_name_is_cut_and_that_is_seen() -> None:
    name = " ".join(["Meddelande om beslutet"] * 20)
    message = groups(draw(read_text(BLACK.format(name="Vi", one="Ena", other="Andra", message=name))), "data-message")["m"]
    (shown,) = texts(message)
    assert shown.endswith("…")
    assert message.findtext(f"{SVG}title") == name


SEVERAL = """\
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
<collaboration id="s"><participant id="a" name="A" processRef="p"><participantMultiplicity maximum="9"/></participant>
<participant id="b" name="B"/><messageFlow id="m" sourceRef="t" targetRef="b"/></collaboration>
<process id="p"><task id="t" name="Svara"/></process></definitions>
"""


def test_a_pool_of_several_of_its_kind_has_its_sign_on_top_of_its_work() -> None:
    pools = groups(draw(read_text(SEVERAL)), "data-pool")
    signs = {id: [node for node in pool.iter() if "v10m4-10" in node.get("d", "")] for id, pool in pools.items()}
    assert signs["a"] == [list(pools["a"])[-1]]
    assert signs["b"] == []


def test_an_event_gets_its_messages_beside_its_flows() -> None:
    text = STEPS.replace("flow:\n      - wait: Den andra\n        message: m2", "flow:\n      - wait: Allt\n        message: m2")
    text = text.replace("        sends: [m1, m2, m3]", "        sends: [m1, m2, m3]\n      - wait: Svar\n        message: m4")
    for wait in ("Allt", "Den första", "Den tredje"):
        text = text.replace(f"- wait: {wait}\n        message", f"- task: Svara\n        sends: m4\n      - wait: {wait}\n        message")
    stack, _ = laid(text + "  m4: {name: Svar}\n")
    arrived = [(line[-2], line[-1]) for each in stack.posted if each.letter.message == "m4" for line in each.going]
    assert len(arrived) == 3
    assert all(before.x == at.x for before, at in arrived)


def test_pools_that_send_nothing_are_drawn_where_there_is_nothing_else() -> None:
    text = "collaboration: Tom\npools:\n  a: {name: Ena}\n  b: {name: Andra}\n"
    assert list(groups(draw(read_text(text)), "data-pool")) == ["a", "b"]
    with_work = text.replace("  b: {name: Andra}", "  b:\n    name: Andra\n    flow: [Arbeta]")
    assert groups(draw(read_text(with_work)), "data-pool") == {}


@pytest.mark.parametrize("label", ["<script>alert(1)</script>", "a & b \"c\" 'd'", "]]>", "x" * 400, "år\u202e2026", "&#0;"])
def test_labels_of_strangers_stay_labels(label: str) -> None:
    quoted = "'" + label.replace("'", "''") + "'"
    svg = draw(read_text(BLACK.format(name=quoted, one=quoted, other=quoted, message=quoted)), only="s")
    tags = {node.tag.removeprefix(SVG) for node in root(svg).iter()}
    assert tags <= {"svg", "g", "rect", "path", "circle", "line", "text", "tspan", "title", "desc"}
    assert "\u202e" not in svg


def test_what_cannot_be_drawn_is_said() -> None:
    reading: Reading = read_text(PERMIT)
    (collaboration,) = reading.map.collaborations
    with pytest.raises(BadUsage, match="only='samverkan'"):
        draw(collaboration)  # type: ignore[arg-type]
    with pytest.raises(BadUsage, match="svg only"):
        draw(reading, only="samverkan", format="dot")
    lines = ["collaboration: Mycket", "id: s", "pools:", "  a: {name: A}", "  b: {name: B}", "messages:"]
    lines += [f"  m{number}: {{name: M{number}, from: a, to: b}}" for number in range(301)]
    many = read_text("\n".join(lines))
    with pytest.raises(BadUsage, match=r"301 messages.*--only"):
        draw(many, only="s")


def test_the_same_map_is_the_same_picture() -> None:
    assert draw(read_text(PERMIT)) == draw(read_text(PERMIT))
    assert draw(ProcessMap(collaborations=read_text(PERMIT).map.collaborations), only="samverkan").count("data-pool") == 4

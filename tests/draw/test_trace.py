"""The way to a fault in the picture: drawn stronger and numbered, with its place marked, and told in words."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from procmap.draw.draw import draw
from procmap.errors import BadUsage
from procmap.model.process_map import ProcessMap
from procmap.read.reading import Reading, read_text

pytestmark = pytest.mark.usefixtures("engine")
SVG = "{http://www.w3.org/2000/svg}"

STUCK = """\
process: Bygglov
flow:
  - Registrator: Diarieför
  - parallel: Handlägg
    branches:
      - Handläggare: Hör grannarna
      - - Handläggare: Komplett?
          branches:
            ja:
            nej: [{end: Avvisad}]
  - Nämnd: Besluta
"""
DOUBLED = """\
process: Bygglov
flow:
  - parallel: Handlägg
    branches:
      - {flow: [{Handläggare: Hör grannarna}], to: Besluta}
      - {flow: [{Handläggare: Rita}], to: Besluta}
  - Nämnd: Besluta
"""
NEVER = """\
process: Bygglov
flow:
  - subprocess: Granska
    flow:
      - Handläggare: Räcker det?
        branches: {ja: [{end: Bra}], nej: [{end: Dåligt}]}
    branches:
      Bra:
      Dåligt: [{end: Avslag}]
      else: [{Nämnd: Fundera}]
  - Nämnd: Besluta
"""
INSIDE = """\
process: Bygglov
flow:
  - subprocess: Beredning
    flow:
      - parallel: Handlägg
        branches:
          - Handläggare: Hör grannarna
          - - Handläggare: Komplett?
              branches:
                ja:
                nej: [{end: Avvisad}]
  - Nämnd: Besluta
"""
SOUND = "process: Bygglov\nflow:\n  - Registrator: Diarieför\n  - Nämnd: Besluta\n"
CALLS = f"process: Ärende\nflow:\n  - call: Bygglov\n  - Nämnd: Besluta\n---\n{STUCK}"

STRONG = {
    "stuck": (STUCK, {"start.next", "diariefor.next", "handlagg.1", "handlagg.2", "hor-grannarna.next", "komplett.nej"}),
    "doubled": (
        DOUBLED,
        {"start.next", "handlagg.1", "handlagg.2", "hor-grannarna.next", "rita.next", "besluta.next"},
    ),
    "inside a subprocess": (
        INSIDE,
        {
            "start.next",
            "beredning/start.next",
            "beredning/handlagg.1",
            "beredning/handlagg.2",
            "beredning/hor-grannarna.next",
            "beredning/komplett.nej",
        },
    ),
    "nothing goes there": (NEVER, set()),
    "sound": (SOUND, set()),
}


def picture(text: str, **options: object) -> ElementTree.Element:
    map = read_text(text).map
    return ElementTree.fromstring(draw(map, trace=True, **options).encode())  # type: ignore[arg-type]


def said(root: ElementTree.Element) -> str:
    return " ".join(" ".join(span.text or "" for span in text.iter(f"{SVG}tspan")) for text in root.iter(f"{SVG}text"))


def told(root: ElementTree.Element) -> str:
    description = root.find(f"{SVG}desc")
    assert description is not None
    return description.text or ""


@pytest.mark.parametrize(("text", "flows"), STRONG.values(), ids=STRONG)
def test_the_way_is_drawn_stronger(text: str, flows: set[str]) -> None:
    strong = set()
    for group in picture(text).iter(f"{SVG}g"):
        if (flow := group.get("data-flow")) and any(float(path.get("stroke-width", 0)) > 3 for path in group):
            strong.add(flow)
    assert strong == flows


def test_steps_are_numbered_in_the_picture_and_below() -> None:
    words = said(picture(STUCK))
    assert "Besluta 1 2 3 4 5 6 " in words, "at the elements"
    assert "3 ”Hör grannarna” 4 Svaret på ”Komplett?” blir ”nej” 5 Slutet ”Avvisad” nås 6 Ärendet fastnar" in words


WORDS = {
    "stuck": (STUCK, "Här fastnar ärendet", "Here the case gets stuck"),
    "doubled": (DOUBLED, "Här kan det bli dubbelt", "Here it may be done twice"),
    "never": (NEVER, "Kan aldrig hända", "Can never happen"),
    "sound": (SOUND, "Alla ärenden som startar kan bli klara.", "Every case that starts can finish."),
}


@pytest.mark.parametrize(("text", "swedish", "english"), WORDS.values(), ids=WORDS)
def test_legend_and_note_in_both_languages(text: str, swedish: str, english: str) -> None:
    assert swedish in said(picture(text))
    assert english in said(picture(text, language="en"))


def test_who_cannot_see_the_picture_is_told() -> None:
    assert told(picture(STUCK)).startswith(
        "Om svaret på ”Komplett?” blir ”nej” kan ärendet fastna där vägarna från ”Hör grannarna” och svaret ”ja” på "
        "”Komplett?” möts. Där väntas förgäves på svaret ”ja” på ”Komplett?”. Kortaste vägen dit: 1. ”Diarieför”. 2. "
    )
    assert told(picture(NEVER)).startswith("Det här kan aldrig hända: ”Fundera”. Stegen i ordning: 1. ")


def test_calls_are_followed_in_a_map() -> None:
    map = read_text(CALLS).map
    called = draw(map, only="arende", trace=True)
    alone = draw(ProcessMap(processes=map.processes[:1]), trace=True)
    assert "Om svaret på ”Komplett?” blir ”nej” kan ärendet fastna i ”Bygglov”." in told(ElementTree.fromstring(called.encode()))
    assert "Alla ärenden som startar kan bli klara." in told(ElementTree.fromstring(alone.encode()))


def test_nothing_of_it_unless_it_is_asked_for() -> None:
    map = read_text(STUCK).map
    plain = draw(map)
    assert "fastnar" not in plain
    assert draw(map, trace=False) == plain
    assert draw(map, trace=True) == draw(map, trace=True) != plain


@pytest.mark.parametrize("options", [{"format": "dot"}, {"view": "journey"}])
def test_other_pictures_have_no_way(options: dict[str, str]) -> None:
    with pytest.raises(BadUsage, match="drawn for a process only"):
        draw(read_text(STUCK).map, trace=True, **options)  # type: ignore[arg-type]


POOLS = """\
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:d="http://www.omg.org/spec/BPMN/20100524/DI"
    xmlns:c="http://www.omg.org/spec/DD/20100524/DC" xmlns:i="http://www.omg.org/spec/DD/20100524/DI" id="x"
    targetNamespace="x">
  <collaboration id="samverkan">
    <participant id="en" name="Den ena" processRef="p"/><participant id="tva" name="Den andra" processRef="q"/>
    <messageFlow id="m" sourceRef="pb" targetRef="qa"/><messageFlow id="n" sourceRef="qb" targetRef="pa"/>
  </collaboration>
  PROCESSES
  <d:BPMNDiagram id="bild"><d:BPMNPlane id="plan" bpmnElement="samverkan">
    <d:BPMNShape id="s1" bpmnElement="en"><c:Bounds x="0" y="0" width="500" height="120"/></d:BPMNShape>
    <d:BPMNShape id="s2" bpmnElement="tva"><c:Bounds x="0" y="160" width="500" height="120"/></d:BPMNShape>
    SHAPES
  </d:BPMNPlane></d:BPMNDiagram>
</definitions>
"""
WAITS = """\
<process id="{0}"><startEvent id="{0}s"/><sequenceFlow id="{0}1" sourceRef="{0}s" targetRef="{0}a"/>
<receiveTask id="{0}a" name="Tar emot"/><sequenceFlow id="{0}2" sourceRef="{0}a" targetRef="{0}b"/>
<sendTask id="{0}b" name="Sänder"/><sequenceFlow id="{0}3" sourceRef="{0}b" targetRef="{0}e"/><endEvent id="{0}e"/>
</process>
"""
SENDS = """\
<process id="{0}"><startEvent id="{0}s"/><sequenceFlow id="{0}1" sourceRef="{0}s" targetRef="{0}b"/>
<sendTask id="{0}b" name="Sänder"/><sequenceFlow id="{0}2" sourceRef="{0}b" targetRef="{0}a"/>
<receiveTask id="{0}a" name="Tar emot"/><sequenceFlow id="{0}3" sourceRef="{0}a" targetRef="{0}e"/><endEvent id="{0}e"/>
</process>
"""


def pools(first: str, second: str) -> Reading:
    """Two pools with their processes, in one picture."""
    shapes = "".join(
        f'<d:BPMNShape id="{id}{end}_di" bpmnElement="{id}{end}"><c:Bounds x="{x}" y="{y}" width="{wide}" height="36"/>'
        "</d:BPMNShape>"
        for id, y in (("p", 40), ("q", 200))
        for end, x, wide in (("s", 50, 36), ("a", 130, 100), ("b", 270, 100), ("e", 420, 36))
    )
    reading = read_text(POOLS.replace("PROCESSES", first + second).replace("SHAPES", shapes))
    assert [pool.process for pool in reading.map.collaborations[0].pools] == ["p", "q"]
    return reading


def test_pools_that_wait_for_each_other_are_shown_to_do_so() -> None:
    svg = draw(pools(WAITS.format("p"), WAITS.format("q")), trace=True)
    said = str(ElementTree.fromstring(svg).findtext(f"{SVG}desc"))
    assert said.startswith("Parterna väntar på varandra: ”Den ena” väntar vid ”Tar emot” på meddelandet från ”Sänder”")
    assert "1. ”Den ena” väntar förgäves vid ”Tar emot” på meddelandet från ”Sänder” hos ”Den andra” och" in said
    assert "Här fastnar ärendet" in svg
    assert "kan bli klara" not in svg


def test_pools_that_can_finish_together_are_said_to() -> None:
    svg = draw(pools(SENDS.format("p"), WAITS.format("q")), trace=True)
    assert str(ElementTree.fromstring(svg).findtext(f"{SVG}desc")).startswith("Tillsammans kan alla parter bli klara")


def test_of_one_process_all_cases_are_said_to_finish() -> None:
    assert "Alla ärenden som startar kan bli klara." in draw(
        read_text("process: P\nflow:\n  - Nämnd: Besluta\n"), trace=True
    )

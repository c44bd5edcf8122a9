"""Journey map and blueprint as pictures: golden files that somebody has looked at, and what must hold for any."""

from __future__ import annotations

import re
import runpy
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import procmap
from procmap.draw import journey_words as say
from procmap.draw.draw import draw
from procmap.draw.icons import known_icons
from procmap.draw.style import DISLIKED, INK, LIKED, LINE, MUTED, PALE, TILE, WHITE
from procmap.draw.svg import clean
from procmap.errors import BadUsage
from procmap.finding import Finding
from procmap.graph.blueprint import blueprint
from procmap.model.activity import Task
from procmap.model.catalogue import Evidence, Persona
from procmap.model.journey import ASSUMED, Journey, Opportunity, Phase, Statement, Step, Touchpoint
from procmap.model.knowledge import NOT_APPLICABLE, Disputed, Says, Unknown
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap
from procmap.model.resource import Lane
from procmap.read.reading import read_text
from procmap.ref import Ref
from procmap.text import LANGUAGES, Language, Text

JOURNEYS = Path(__file__).with_name("journeys")
EXPECTED = Path(__file__).with_name("expected")
HOSTILE: tuple[str, ...] = runpy.run_path(str(Path(__file__).parents[1] / "hostile.py"))["HOSTILE"]
SVG = "{http://www.w3.org/2000/svg}"
TAGS = {f"{SVG}{tag}" for tag in ("svg", "title", "desc", "g", "rect", "path", "circle", "line", "text", "tspan")}
NAMES = [
    ("stod", "soka-stod-at-en-foralder"),
    ("stod", "soka-stod-at-en-foralder-onskat-lage"),
    ("kafe", "starta-kafe"),
    ("forskola", "soka-forskoleplats"),
]
VIEWS = ("journey", "blueprint")
View = str


@pytest.fixture(scope="module")
def map_of() -> Callable[[str], ProcessMap]:
    def get(name: str) -> ProcessMap:
        reading = read_text((JOURNEYS / f"{name}.yaml").read_text(encoding="utf-8"))
        assert not reading.findings
        return reading.map

    return get


def picture(map: ProcessMap, view: View, only: str | None = None, language: Language = "sv", **more: object) -> str:
    return draw(map, view=view, only=only, language=language, **more)  # type: ignore[arg-type]


def root_of(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg.encode("utf-8"))


def words_in(svg: str) -> str:
    """Everything that can be read in a picture, one text a line, its lines joined by spaces."""
    texts = root_of(svg).iter(f"{SVG}text")
    return "\n".join(" ".join("".join(line.itertext()) for line in text) for text in texts)


def layer(svg: str, name: str) -> list[ElementTree.Element]:
    return [group for group in root_of(svg).iter(f"{SVG}g") if group.get("data-layer") == name]


def one(*steps: Step, **more: object) -> ProcessMap:
    """A map of one journey with one phase."""
    journey = Journey(id="j", name="J", phases=(Phase(id="f", name="F", steps=steps),), **more)  # type: ignore[arg-type]
    return ProcessMap(journeys=(journey,))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(("name", "only"), NAMES)
def test_is_as_it_was_when_somebody_looked_at_it(
    name: str,
    only: str,
    view: View,
    language: Language,
    request: pytest.FixtureRequest,
    map_of: Callable[[str], ProcessMap],
) -> None:
    if language == "en" and name != "stod":
        pytest.skip("one of them in English is enough")
    path = EXPECTED / f"{only}.{view}{'.en' if language == 'en' else ''}.svg"
    svg = picture(map_of(name), view, only, language)
    if request.config.getoption("--update-expected"):
        path.write_text(svg, encoding="utf-8")
    assert svg == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(("name", "only"), NAMES)
def test_is_what_every_program_reads(name: str, only: str, view: View, map_of: Callable[[str], ProcessMap]) -> None:
    svg = picture(map_of(name), view, only)
    root = root_of(svg)
    assert {node.tag for node in root.iter()} <= TAGS
    names = {attribute for node in root.iter() for attribute in node.attrib}
    assert not names & {"style", "class", "id", "href"}
    assert root.get("role") == "img"
    assert root.get("lang") == "sv"
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert all(float(text.get("font-size", "0")) >= 12 for text in root.iter(f"{SVG}text"))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(("name", "only"), NAMES)
def test_no_words_lie_on_other_words_or_outside(
    name: str, only: str, view: View, map_of: Callable[[str], ProcessMap]
) -> None:
    from procmap.geometry import Bounds
    from procmap.layout.measure import width

    root = root_of(picture(map_of(name), view, only))
    sheet = Bounds(0, 0, float(root.get("width", "0")), float(root.get("height", "0")))
    boxes = []
    for text in root.iter(f"{SVG}text"):
        size, bold = float(text.get("font-size", "0")), text.get("font-weight") == "600"
        for line in text:
            wide = width(line.text or "", size, bold)
            shift = {"middle": wide / 2, "end": wide}.get(text.get("text-anchor", ""), 0.0)
            boxes.append(Bounds(float(line.get("x", "0")) - shift, float(line.get("y", "0")) - size * 0.8, wide, size))
    for index, box in enumerate(boxes):
        assert sheet.holds(box)
        assert not any(box.meets(other) for other in boxes[index + 1 :])


@pytest.mark.parametrize(("name", "only"), NAMES)
def test_the_same_map_is_the_same_bytes(name: str, only: str, map_of: Callable[[str], ProcessMap]) -> None:
    for view in VIEWS:
        assert picture(map_of(name), view, only) == picture(map_of(name), view, only)


def test_the_journey_tells_everything_that_was_said(map_of: Callable[[str], ProcessMap]) -> None:
    svg = picture(map_of("stod"), "journey", "soka-stod-at-en-foralder")
    said = words_in(svg)
    for text in (
        "Användarresa, nuläge",
        "Söka stöd åt en förälder",
        "Anhörig som söker åt en förälder (ombud)",
        "Kunna söka åt någon annan; få besked utan att ringa",
        "Mamma orkar inte längre gå till affären",
        "Hjälpen kommer på måndag",
        "Åtta intervjuer, hösten 2026; Två besök på kontaktcenter; antaganden",
        "?? Fråga avdelningschef",
        "Ansökan och beslut",
        "1.\u00a0Letar efter hur man gör",
        "Här avgörs det",
        "Får jag ens söka åt henne?",
        "”Jag vet inte, sa hon två gånger”",
        "3–6 veckor",
        "Inget finns bakom",
        "Blanketten finns bara på biblioteket",
        "osäker",
        "lättad och lite yr av allt som ska ordnas före måndag",
        "Öppettiderna står ingenstans",
        "Det gick fort att fylla i",
        "Lindrar: E-tjänsten kräver mammas e-legitimation",
        "Det här sker hos en utförare",
        "Svaren går isär",
    ):
        assert text in said
    assert "Bakom scenen" not in said


def test_the_blueprint_has_its_rows_and_its_lines(map_of: Callable[[str], ProcessMap]) -> None:
    svg = picture(map_of("stod"), "blueprint", "soka-stod-at-en-foralder")
    said = words_in(svg)
    rows = ["Interaktionslinje", "Framför scenen", "Synlighetslinje", "Bakom scenen", "Intern interaktionslinje"]
    at = {line.text: float(line.get("y", "0")) for line in root_of(svg).iter(f"{SVG}tspan") if line.text in rows}
    assert sorted(at, key=at.__getitem__) == rows
    for text in ("Stöd i hemmet; Kontaktcenter; Utförare", "Ingen visste vem", "Inget steg i resan möter det här"):
        assert text in said
    drawn = {node.get("data-element") for node in root_of(svg).iter() if node.get("data-element")}
    assert {"stod/registrera-ansokan", "stod/beslut/skicka-beslutet", "kontaktcenter/svara-pa-fraga"} <= drawn
    assert layer(svg, "ties")


@pytest.mark.parametrize("view", VIEWS)
def test_rows_that_nobody_has_filled_are_left_out(view: View) -> None:
    svg = picture(one(Step(id="a", name="A", does="Ringer")), view)
    said = words_in(svg)
    assert "Gör" in said
    assert not [row for row in ("Smärtpunkter", "Möjligheter", "Upplevelse", "Väntetid", "System") if row in said]
    assert not layer(svg, "pains")


OWNERS = """\
process: P
id: p
lanes:
  kund: {name: Kunden, kind: customer}
  nils: {name: Handläggaren}
  robot: {name: Roboten, kind: robot}
systems:
  extens: {name: Extens}
  w3d3: {name: Diariet}
  portal: {name: Portalen}
flow:
  - {kund: Skicka, system: portal}
  - {nils: Utred, system: extens}
  - {nils: Skriv, system: [w3d3, portal]}
  - nils: Boka
  - {robot: Spara, system: SPARAS}
---
journey: J
id: j
phases:
  - phase: F
    steps:
      - step: S
        does: Skickar
        touchpoints: [{paper_form: p/skicka}]
"""


@pytest.mark.parametrize("saved", ["portal", "w3d3", "extens", "[portal, extens]", "n/a"])
def test_a_line_to_a_system_begins_where_somebody_uses_it(saved: str) -> None:
    reading = read_text(OWNERS.replace("SPARAS", saved))
    assert not reading.findings
    svg = picture(reading.map, "blueprint")
    texts = {"".join(text.itertext()): float(text[0].get("y", "0")) for text in root_of(svg).iter(f"{SVG}text")}
    systems = {name: texts[name] for name in ("Extens", "Diariet", "Portalen")}
    works = {name: texts[name] for name in ("Skicka", "Utred", "Skriv", "Boka", "Spara")}
    (column,) = blueprint(reading.map, reading.map.journeys[0]).columns
    called = {work.lower(): work for work in works}
    used = {
        use.system.name: {called[str(ref.element)] for ref in use.cards} for use in column.systems if use.system
    }
    assert used["Extens"] == {"Utred", *(["Spara"] if "extens" in saved else [])}

    def near(names: dict[str, float], y: float) -> str:
        return min(names, key=lambda name: abs(names[name] - y))

    drawn: dict[str, set[str]] = {}
    trunks: dict[float, str] = {}
    paths = [path.get("d", "") for group in layer(svg, "uses") for path in group if path.get("fill") == "none"]
    points = [[tuple(map(float, pair)) for pair in re.findall(r"[ML]([\d.]+) ([\d.]+)", path)] for path in paths]
    lowest = min(systems.values()) - 40
    for line in points:
        y, end = line[0][1], line[-1][1]
        if end > lowest:
            name = near(systems, end)
            trunks[max(x for x, _ in line)] = name
            drawn.setdefault(name, set()).add(near(works, y))
    for line in points:
        if line[-1][1] <= lowest and line[-1][0] in trunks and line[0][0] != line[-1][0]:
            drawn[trunks[line[-1][0]]].add(near(works, line[0][1]))
    assert drawn == used


def test_between_its_lines_a_blueprint_names_each_row_even_if_nobody_works_there() -> None:
    task = Task(id="t", name="Hämta", lane="r")
    process = Process(id="p", lanes=(Lane(id="r", name="Robot", kind="robot"),), nodes=(task,))
    map = one(Step(id="a", name="A", touchpoints=(Touchpoint(channel="none", elements=("p/t",)),)))
    with_work = words_in(picture(ProcessMap(processes=(process,), journeys=map.journeys), "blueprint"))
    rows = ["Interaktionslinje", "Framför scenen", "Synlighetslinje", "Bakom scenen", "Intern interaktionslinje", "Stöd"]
    assert [line for line in with_work.splitlines() if line in rows] == sorted(
        rows, key=lambda row: ("linje" in row, rows.index(row))
    )
    without = words_in(picture(map, "blueprint"))
    assert not [row for row in rows[4:] if row in without], "a line with nothing below it parts nothing"


SPARSE = {
    "nothing at all": Journey(id="j"),
    "no steps": Journey(id="j", phases=(Phase(id="f"), Phase(id="g", name="G"))),
    "one step": Journey(id="j", phases=(Phase(id="f", steps=(Step(id="s"),)),)),
    "all unknown": Journey(
        id="j",
        name=Unknown(),
        persona=Unknown("chef"),
        trigger=Unknown(),
        outcome=Unknown(),
        owner=Unknown(),
        phases=(
            Phase(
                id="f",
                name=Unknown(),
                steps=tuple(
                    Step(
                        id=f"s{number}", name=Unknown(), does=Unknown("chef"), thinks=Unknown(), feels=Unknown(),
                        pains=Unknown(), gains=Unknown(), opportunities=Unknown(), wait_time=Unknown(),
                        touchpoints=Unknown() if number else (Touchpoint(channel=Unknown(), elements=Unknown("chef")),),
                    )
                    for number in range(3)
                ),
            ),
        ),
    ),
    "all disputed": Journey(
        id="j",
        name=Disputed((Says("a", "A"), Says("b", "B"))),
        phases=(
            Phase(
                id="f",
                steps=(
                    Step(
                        id="s",
                        name=Disputed((Says("a", "A"), Says("b", "B"))),
                        does=Disputed((Says("a", "Ringer"), Says("b", "Skriver"))),
                        feels=Disputed((Says("a", -2), Says("b", 2), Says("c", 2))),
                        touchpoints=(Touchpoint(channel=Disputed((Says("a", "web"), Says("b", "app")))),),
                    ),
                ),
            ),
        ),
    ),
    "nothing applies": Journey(
        id="j",
        name=NOT_APPLICABLE,
        persona=NOT_APPLICABLE,
        phases=(
            Phase(
                id="f",
                steps=(Step(id="s", does=NOT_APPLICABLE, feels=NOT_APPLICABLE, touchpoints=NOT_APPLICABLE, pains=()),),
            ),
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("journey", SPARSE.values(), ids=SPARSE)
def test_whatever_is_missing_there_is_a_picture(journey: Journey, view: View, language: Language) -> None:
    assert root_of(draw(journey, view=view, language=language)).tag == f"{SVG}svg"  # type: ignore[arg-type]


def test_what_nobody_knew_shows_and_what_nobody_asked_does_not() -> None:
    unknown = picture(one(Step(id="a", does=Unknown("registrator"))), "journey")
    assert "?? Fråga registrator" in words_in(unknown).replace("\n", " ")
    assert 'stroke-dasharray="5 4"' in unknown
    assert "??" not in words_in(picture(one(Step(id="a"), Step(id="b", does="B")), "journey"))


def test_a_missing_feeling_is_a_gap_and_no_zero() -> None:
    def curve(*feels: object) -> list[str]:
        steps = [Step(id=f"s{n}", feels=one, evidence=("e",)) for n, one in enumerate(feels)]  # type: ignore[arg-type]
        [group] = layer(picture(one(*steps, evidence=(Evidence(id="e"),)), "journey"), "curve")
        return [str(path.get("d")) for path in group if path.tag == f"{SVG}path"]

    assert len(re.findall("[MC]", "".join(curve(1, 2, 0)))) == 3
    assert re.findall("[MC]", "".join(curve(1, None, 2))) == []
    assert re.findall("[MC]", "".join(curve(1, 2, Unknown(), 2, 1))) == ["M", "C", "M", "C"]


def test_what_is_assumed_or_wished_for_is_a_broken_line() -> None:
    def dashes(*evidence: tuple[str, ...], **more: object) -> list[str | None]:
        steps = [Step(id=f"s{n}", feels=n, evidence=one) for n, one in enumerate(evidence)]
        [group] = layer(picture(one(*steps, **more), "journey"), "curve")
        return [path.get("stroke-dasharray") for path in group if path.tag == f"{SVG}path"]

    assert dashes(("e",), ("e",)) == [None]
    assert dashes(("e",), (ASSUMED,)) == ["7 7"]
    assert dashes((), ()) == ["7 7"]
    assert dashes(("e",), ("e",), state="to_be") == ["7 7"]
    assert dashes(("e",), ("e",), (ASSUMED,)) == [None, "7 7"]


def test_a_long_journey_goes_on_below() -> None:
    steps = [Step(id=f"s{number}", name="Väntar", feels=number % 3) for number in range(27)]
    cuts = ((0, 9), (9, 23), (23, 27))
    phases = tuple(Phase(id=f"f{n}", name=f"Fas {n}", steps=tuple(steps[a:b])) for n, (a, b) in enumerate(cuts))
    svg = draw(Journey(id="j", phases=phases))
    said = words_in(svg)
    assert len(layer(svg, "phases")) == 3
    assert said.count("fortsätter nedan") == 2
    assert "Fas 1, forts." in said
    assert "27.\u00a0Väntar" in said
    assert float(root_of(svg).get("width", "0")) < 12 * 250 + 200
    ends = [[path for path in group if path.tag == f"{SVG}path"][-1].get("d", "") for group in layer(svg, "curve")]
    assert len(ends) == 3
    assert all(end.count("C") >= 3 for end in ends)


def test_findings_are_numbered_where_they_are() -> None:
    def about(*refs: Ref) -> Finding:
        return Finding(code="ABC001", name="a", kind="ask", message=Text("Vad då?", "What?"), refs=refs)

    found = (about(Ref("j", "a", "pains")), about(Ref("annan", "x")), about(Ref("j")), about(Ref("p", "t")))
    map = ProcessMap(
        journeys=one(Step(id="a", touchpoints=(Touchpoint(channel="web", elements=("p/t",)),))).journeys,
        processes=(Process(id="p", nodes=(Task(id="t"),)),),
    )
    journey = picture(map, "journey", findings=found)
    assert ["".join(group.itertext()).strip() for group in layer(journey, "findings")] == ["1"]
    assert words_in(journey).count("Vad då?") == 2
    blueprint = picture(map, "blueprint", findings=found)
    assert sorted("".join(layer(blueprint, "findings")[0].itertext()).split()) == ["1", "3"]
    assert words_in(blueprint).count("Vad då?") == 3


def labelled(label: str) -> ProcessMap:
    """A map in which everything that can be said is the same."""
    said = (Statement(text=label),)
    step = Step(
        id="b",
        name=label,
        does=label,
        thinks=label,
        feels=1,
        feeling=label,
        quotes=said,
        pains=said,
        gains=said,
        opportunities=(Opportunity(text=label, addresses=(label,), owner=label),),
        evidence=(label,),
        touchpoints=(Touchpoint(channel="web", elements=("p/t",), note=label),),
        note=label,
    )
    unknown = Step(id="c", does=Unknown(label), feels=Disputed((Says(label, 1), Says(label, -1))))
    journey = Journey(
        id="j",
        name=label,
        persona="p",
        trigger=label,
        outcome=label,
        owner=label,
        personas=(Persona(id="p", name=label, segment=label, needs=(label,)),),
        phases=(Phase(id="f", name=label, steps=(step, unknown)),),
    )
    process = Process(id="p", name=label, nodes=(Task(id="t", name=label, lane=label, system=(label,)),))
    return ProcessMap(journeys=(journey,), processes=(process,))


def plain(text: str) -> str:
    """What can be read of a text: no spaces, no hyphens, which lines may add or drop."""
    return re.sub(r"[\s\u00ad\u200b-]", "", clean(text))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("label", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_somebody_writes_is_shown_as_text(label: str, view: View) -> None:
    root = root_of(picture(labelled(label), view))
    assert {node.tag for node in root.iter()} <= TAGS
    names = {attribute for node in root.iter() for attribute in node.attrib}
    assert not any(name.startswith("on") or name in ("style", "href", "id", "class") for name in names)
    if wanted := plain(label):
        assert plain(root.findtext(f"{SVG}title") or "") == wanted
        [group] = [node for node in root.iter(f"{SVG}g") if node.get("data-element") == "j/b.does"]
        texts = plain("".join("".join(text.itertext()) for text in group))
        assert wanted[:60] in texts


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.sampled_from(VIEWS))
def test_any_label_at_all(label: str, view: View) -> None:
    root_of(picture(labelled(label), view))


def luminance(colour: str) -> float:
    def channel(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (channel(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_every_word_can_be_read_on_its_ground() -> None:
    for ground in (*TILE.values(), PALE, WHITE):
        assert contrast(INK, ground) >= 4.5
        assert contrast(MUTED, ground) >= 4.5
        assert contrast(LINE, ground) >= 4.5
    for colour in (LIKED, DISLIKED):
        assert contrast(colour, PALE) >= 4.5
    assert contrast(WHITE, LINE) >= 4.5


def test_every_channel_has_its_own_sign_and_a_word() -> None:
    from procmap.draw.channels import STROKES

    assert set(say.CHANNELS) <= known_icons()
    assert len(set(STROKES.values())) == len(STROKES)


WRONG: dict[str, tuple[object, dict[str, object], str]] = {
    "no journey": (ProcessMap(), {"view": "journey"}, "no journey"),
    "a process as a journey": (Process(id="p"), {"view": "blueprint"}, "no journey"),
    "a journey as a flow": (Journey(id="j"), {"view": "flow"}, "no process"),
    "several journeys": (ProcessMap(journeys=(Journey(id="a"), Journey(id="b"))), {}, "a, b"),
    "an unknown journey": (ProcessMap(journeys=(Journey(id="a"),)), {"view": "journey", "only": "b"}, "called b"),
    "a journey as a graph": (Journey(id="j"), {"format": "dot"}, "svg only"),
}


@pytest.mark.parametrize(("what", "asked", "said"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_drawn_is_said(what: object, asked: dict[str, object], said: str) -> None:
    with pytest.raises(BadUsage, match=said):
        draw(what, **asked)  # type: ignore[arg-type]


def test_what_is_drawn_where_no_view_is_said() -> None:
    journey = Journey(id="j", name="Resan")
    assert procmap.draw(journey) == draw(journey, view="journey")
    assert draw(ProcessMap(journeys=(journey,))) == draw(journey)
    both = ProcessMap(processes=(Process(id="p"),), journeys=(journey,))
    assert draw(both, only="j") == draw(both, view="journey")


def test_the_readme_names_every_row_of_the_blueprint() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert not [row("sv") for row in say.ROWS.values() if row("sv") not in readme]

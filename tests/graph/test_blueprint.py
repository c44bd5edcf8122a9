"""The blueprint join: what stands in which row under which step, what ties the rows, and where it has holes."""

from __future__ import annotations

import sys
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.graph.blueprint import ROWS, Blueprint, Column, Hole, blueprint
from procmap.graph.self_service import is_self_service
from procmap.model.activity import SubProcess, Task
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.journey import Journey, Phase, Step, Touchpoint
from procmap.model.knowledge import NOT_APPLICABLE, Disputed, Says, Unknown
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap, nodes_within
from procmap.model.resource import Lane, LaneKind
from procmap.read.reading import read_text
from procmap.ref import Ref

MAP = """\
process: Tillstånd
lanes:
  sokande: {name: Sökande, kind: customer}
  registrator: Registrator
  handlaggare: Handläggare
  robot: {name: Robot, kind: robot}
  lakare: {name: Läkare, kind: external}
systems:
  arende: Ärendesystemet
flow:
  - start: Ansökan kommer in
    lane: sokande
  - registrator: Registrera
    system: arende
  - robot: Hämta uppgifter
    system: ??
  - handlaggare: Räcker uppgifterna?
    branches:
      ja:
      nej:
        - handlaggare: Be om intyg
          sends: brev
        - wait: Intyget kommer
        - to: Räcker uppgifterna?
  - ??: Gör ett förslag
  - subprocess: Beslut
    flow:
      - handlaggare: Besluta
      - registrator: Skicka beslutet
        sends: beslut
  - robot: Stäng ärendet
messages:
  brev: {name: Brev, to: Läkare}
  beslut: {name: Beslut, to: Sökande}
---
process: Kontaktcenter
lane: vagledare
flow:
  - Svara på frågor
---
journey: Söka tillstånd
processes: tillstand
phases:
  - phase: Före
    steps:
      - step: Frågar
        touchpoints:
          - phone: kontaktcenter/Svara på frågor
          - web: n/a
          - ??: ?? vägledare
      - step: Skaffar intyg
        touchpoints: n/a
      - step: Undrar
  - phase: Under
    steps:
      - step: Ansöker
        touchpoints:
          - eservice: tillstand/Ansökan kommer in
      - step: Väntar
        touchpoints:
          - none: tillstand/Räcker uppgifterna?
          - app:
      - step: Får brev
        touchpoints: ??
"""


@pytest.fixture(scope="module")
def joined() -> Blueprint:
    reading = read_text(MAP)
    assert not reading.findings
    return blueprint(reading.map, reading.map.journeys[0])


def cards(column: Column) -> dict[str, list[str]]:
    """What stands under a step, by row."""
    return {row: [str(card.ref.element) for card in column.row(row)] for row in ROWS if column.row(row)}


def test_every_step_is_a_column(joined: Blueprint) -> None:
    assert [(one.number, one.phase.id, one.step.id) for one in joined.columns] == [
        (1, "fore", "fragar"),
        (2, "fore", "skaffar-intyg"),
        (3, "fore", "undrar"),
        (4, "under", "ansoker"),
        (5, "under", "vantar"),
        (6, "under", "far-brev"),
    ]
    assert [process.id for process in joined.processes] == ["tillstand", "kontaktcenter"]


def test_what_stands_under_it_in_which_row(joined: Blueprint) -> None:
    assert [cards(column) for column in joined.columns] == [
        {"front": ["svara-pa-fragor"]},
        {},
        {},
        {"customer": ["ansokan-kommer-in"], "back": ["registrera"], "support": ["hamta-uppgifter"]},
        {
            "front": ["beslut/skicka-beslutet"],
            "back": ["racker-uppgifterna", "be-om-intyg", "gor-ett-forslag", "beslut/besluta"],
            "support": ["stang-arendet"],
        },
        {},
    ]
    assert joined.apart == ()


def test_what_is_met_is_marked_where_it_is_met(joined: Blueprint) -> None:
    met = {str(card.ref) for column in joined.columns for card in column.cards if card.met}
    assert met == {
        "kontaktcenter/svara-pa-fragor",
        "tillstand/ansokan-kommer-in",
        "tillstand/racker-uppgifterna",
    }


def test_who_does_it_and_in_which_system(joined: Blueprint) -> None:
    every = [card for column in joined.columns for card in column.cards]
    found = {card.node.id: (card.lane and card.lane.id, card.kind) for card in every}
    assert found["registrera"] == ("registrator", "person")
    assert found["hamta-uppgifter"] == ("robot", "robot")
    assert found["gor-ett-forslag"] == (None, None)
    assert [(use.id, use.system and use.system.name, use.cards) for use in joined.columns[3].systems] == [
        ("arende", "Ärendesystemet", (Ref("tillstand", "registrera"),)),
        (None, None, (Ref("tillstand", "hamta-uppgifter"),)),
    ]


def test_what_is_tied(joined: Blueprint) -> None:
    def point(ref: Ref) -> str:
        return str(ref.element if ref.document == "tillstand" else ref)

    ties = [[(point(tie.upper), point(tie.lower), tie.down, tie.up) for tie in one.ties] for one in joined.columns]
    assert ties == [
        [("soka-tillstand/fragar.touchpoints.1", "kontaktcenter/svara-pa-fragor", True, True)],
        [],
        [],
        [
            ("soka-tillstand/ansoker.touchpoints.1", "registrera", True, False),
            ("registrera", "hamta-uppgifter", True, False),
        ],
        [
            ("soka-tillstand/vantar.touchpoints.1", "racker-uppgifterna", False, False),
            ("beslut/skicka-beslutet", "beslut/besluta", False, True),
            ("beslut/skicka-beslutet", "stang-arendet", True, False),
        ],
        [],
    ]


def test_what_she_does_without_contact_is_tied_itself() -> None:
    nodes = (Task(id="a", lane="k"), Task(id="b", lane="p"))
    process = Process(id="p", lanes=LANES, nodes=nodes, flows=(SequenceFlow(id="f", source="a", target="b"),))

    def tied(channel: object) -> list[tuple[Ref, Ref, bool, bool]]:
        met = Step(id="s", touchpoints=(Touchpoint(channel=channel, elements=("p/a",)),))  # type: ignore[arg-type]
        (column,) = blueprint(ProcessMap(processes=(process,)), journey(met)).columns
        return [(tie.upper, tie.lower, tie.down, tie.up) for tie in column.ties]

    assert tied("none") == [(Ref("p", "a"), Ref("p", "b"), True, False)]
    assert tied("letter") == [(Ref("j", "s", "touchpoints", "1"), Ref("p", "b"), True, False)]


def test_what_follows_a_very_large_hub_is_tied_in_part() -> None:
    """A thousand ways in and out are a million ties, and no picture could show them."""
    tasks = [Task(id=f"n{n}", lane="p" if n % 2 else "r") for n in range(2000)]
    hub = Gateway(id="hub", kind="exclusive")
    ways = [(f"n{n}", "hub") if n < 1000 else ("hub", f"n{n}") for n in range(2000)]
    flows = tuple(SequenceFlow(id=f"f{n}", source=a, target=b) for n, (a, b) in enumerate(ways))
    process = Process(id="p", lanes=LANES, nodes=(*tasks, hub), flows=flows)
    met = Touchpoint(channel="none", elements=tuple(f"p/n{n}" for n in range(1000)))
    (column,) = blueprint(ProcessMap(processes=(process,)), journey(Step(id="s", touchpoints=(met,)))).columns
    assert len(column.cards) == 2000
    assert 1000 < len(column.ties) <= 1000 + 1000 * 50


HOLES = {
    "fragar": ["nothing-behind", "channel-unknown", "behind-unknown"],
    "skaffar-intyg": [],
    "undrar": ["touchpoints-not-asked"],
    "ansoker": [],
    "vantar": ["behind-not-asked"],
    "far-brev": ["touchpoints-unknown"],
    None: ["met-by-no-step"],
}


def test_every_hole_is_named(joined: Blueprint) -> None:
    found: dict[str | None, list[str]] = {step: [] for step in HOLES}
    for hole in joined.holes:
        found[hole.step].append(hole.kind)
    assert found == HOLES
    assert [hole.ask for hole in joined.holes if hole.kind == "behind-unknown"] == ["vägledare"]
    assert [hole.ref for hole in joined.holes if hole.kind == "met-by-no-step"] == [
        Ref("tillstand", "beslut/skicka-beslutet")
    ]


OPEN = {
    "n/a": (Touchpoint(channel="web", elements=NOT_APPLICABLE), ["nothing-behind"]),
    "unknown": (Touchpoint(channel="web", elements=Unknown()), ["behind-unknown"]),
    "disputed": (Touchpoint(channel="web", elements=Disputed((Says("Chef", ("p/a",)),))), ["behind-unknown"]),
    "not asked": (Touchpoint(channel="web"), ["behind-not-asked"]),
    "not in the map": (Touchpoint(channel="web", elements=("p/b", "q/a")), ["behind-missing", "behind-missing"]),
    "no contact": (Touchpoint(channel="none"), []),
    "no contact, nothing behind": (Touchpoint(channel="none", elements=NOT_APPLICABLE), []),
    "no channel": (Touchpoint(elements=("p/a",)), ["channel-not-asked"]),
    "channel n/a": (Touchpoint(channel=NOT_APPLICABLE, elements=("p/a",)), ["channel-not-asked"]),
    "channel disputed": (Touchpoint(channel=Disputed((Says("a", "phone"),)), elements=("p/a",)), ["channel-unknown"]),
    "whole": (Touchpoint(channel="web", elements=("p/a",)), []),
}


@pytest.mark.parametrize(("touchpoint", "kinds"), OPEN.values(), ids=OPEN)
def test_a_hole_in_one_touchpoint(touchpoint: Touchpoint, kinds: list[str]) -> None:
    map = ProcessMap(processes=(Process(id="p", nodes=(Task(id="a"),)),))
    joined = blueprint(map, journey(Step(id="s", touchpoints=(touchpoint,))))
    assert [hole.kind for hole in joined.holes] == kinds
    assert {hole.ref for hole in joined.holes} <= {Ref("j", "s", "touchpoints", "1")}


def journey(*steps: Step, **more: object) -> Journey:
    return Journey(id="j", phases=(Phase(id="f", steps=steps),), **more)  # type: ignore[arg-type]


VISIBLE = {
    "to her": ("lanes: {a: A, k: {name: Kund, kind: customer}}\nmessages:\n  m: {to: Kund}", ["a-gor"]),
    "to her by the lane's id": ("lanes: {a: A, k: {name: Någon, kind: customer}}\nmessages:\n  m: {to: k}", ["a-gor"]),
    "to somebody else": ("lanes: {a: A, k: {name: Kund, kind: customer}}\nmessages:\n  m: {to: Polisen}", []),
    "nobody has said, and there is only she": ("lanes: {a: A, k: {name: Kund, kind: customer}}", ["a-gor"]),
    "nobody has said, and others are there": (
        "lanes: {a: A, k: {name: Kund, kind: customer}, x: {name: Polisen, kind: external}}",
        [],
    ),
    "there is no resident": ("lanes: {a: A}", []),
}


@pytest.mark.parametrize(("more", "seen"), VISIBLE.values(), ids=VISIBLE)
def test_what_the_resident_is_sent_should_be_met(more: str, seen: list[str]) -> None:
    reading = read_text(
        f"process: P\nflow:\n  - a: A gör\n    sends: m\n{more}\n"
        "---\njourney: J\nprocesses: p\nphases:\n  - phase: F\n    steps: [S]\n"
    )
    assert not reading.findings
    joined = blueprint(reading.map, reading.map.journeys[0])
    assert [hole.ref.element for hole in joined.holes if hole.kind == "met-by-no-step"] == seen
    assert [card.ref.element for card in joined.apart if card.row == "front"] == seen


COLLABORATION = """\
process: Lov
lanes: {h: Handläggare, k: {name: Byggherre, kind: customer}}
flow:
  - h: Fråga grannen
    sends: fraga
  - h: Skicka lovet
    sends: lov
---
collaboration: Alla
pools:
  kommun: {process: lov}
  byggherre: {name: Byggherre}
  granne: {name: Granne}
messages:
  fraga: {to: granne}
  lov: {to: byggherre}
---
journey: Bygga
processes: lov
phases:
  - phase: F
    steps: [S]
"""


def test_a_collaboration_tells_who_receives_it() -> None:
    reading = read_text(COLLABORATION)
    assert not reading.findings
    joined = blueprint(reading.map, reading.map.journeys[0])
    assert [hole.ref.element for hole in joined.holes if hole.kind == "met-by-no-step"] == ["skicka-lovet"]


SELF_SERVICE = """\
process: Ansökan
lanes:
  sokande: {name: Sökande, kind: customer}
  etjanst: {name: E-tjänsten, kind: system}
  motor: {name: Processmotorn, kind: system}
  plattform: {name: Open ePlatform, kind: system}
  handlaggare: Handläggare
flow:
  - sokande: Fyll i ansökan
  - etjanst: Kontrollera att allt är med
  - motor: Skapa ärendet
  - plattform: Visa var ansökan är
  - handlaggare: Skicka beslutet
---
journey: Söka
phases:
  - phase: Under
    steps:
      - step: Söker
        touchpoints: [eservice: ansokan/Fyll i ansökan]
      - step: Ser var den är
        touchpoints: [eservice: ansokan/Visa var ansökan är]
      - step: Får besked
        touchpoints: [letter: ansokan/Skicka beslutet]
"""


def test_what_she_uses_by_herself_has_a_row_of_its_own() -> None:
    reading = read_text(SELF_SERVICE)
    assert not reading.findings
    joined = blueprint(reading.map, reading.map.journeys[0])
    assert [cards(column) for column in joined.columns] == [
        {
            "customer": ["fyll-i-ansokan"],
            "digital": ["kontrollera-att-allt-ar-med"],
            "support": ["skapa-arendet"],
        },
        {"digital": ["visa-var-ansokan-ar"]},
        {"front": ["skicka-beslutet"]},
    ]


@pytest.mark.parametrize(
    ("name", "kind", "is_one"),
    [
        ("E-tjänst", "system", True),
        ("Etjänsten", "system", True),
        ("Mina sidor", "system", True),
        ("Kommunens webbplats", "system", True),
        ("sundsvall.se", "system", True),
        ("Chattrobot", "robot", True),
        ("Website", "system", True),
        ("Ärendesystemet", "system", False),
        ("Appliansen", "system", False),
        ("E-tjänst", "person", False),
        (None, "system", False),
    ],
)
def test_which_systems_residents_use_themselves(name: str | None, kind: LaneKind, is_one: bool) -> None:
    assert is_self_service(Lane(id="a", name=name, kind=kind)) is is_one


def test_one_id_in_two_files_means_the_one_that_has_the_element() -> None:
    one, two = (Process(id="p", nodes=(Task(id=id),)) for id in "ab")
    joined = blueprint(
        ProcessMap(processes=(one, two)),
        journey(Step(id="s", touchpoints=(Touchpoint(channel="web", elements=("mapp/b.yaml#p/b",)),))),
    )
    assert joined.processes == (two,)
    assert [card.ref for card in joined.columns[0].cards] == [Ref("p", "b")]


def test_a_journey_alone_is_a_blueprint_with_holes() -> None:
    joined = blueprint(ProcessMap(), journey(Step(id="s")))
    assert (joined.processes, joined.apart) == ((), ())
    assert joined.holes == (Hole(kind="touchpoints-not-asked", ref=Ref("j", "s"), step="s"),)
    assert blueprint(ProcessMap(), Journey(id="j")).columns == ()


LANES = (
    Lane(id="k", kind="customer"),
    Lane(id="p"),
    Lane(id="s", kind="system"),
    Lane(id="r", kind="robot"),
    Lane(id="e", kind="external"),
)


@st.composite
def maps(draw: st.DrawFn) -> tuple[ProcessMap, Journey]:
    """One to three processes with a subprocess each, and a journey that meets some of their elements."""
    processes, paths = [], []
    for id in "pqr"[: draw(st.integers(1, 3))]:
        ids = [f"n{n}" for n in range(draw(st.integers(1, 6)))]
        lanes = st.sampled_from([*(lane.id for lane in LANES), None])
        inner = tuple(Task(id=one, lane=draw(lanes)) for one in ids[: draw(st.integers(0, 3))])
        nodes = (*(Task(id=one, lane=draw(lanes)) for one in ids), SubProcess(id="sub", nodes=inner))
        ends = st.sampled_from([*ids, "sub"])
        ways = draw(st.lists(st.tuples(ends, ends), max_size=10))
        flows = tuple(SequenceFlow(id=f"f{n}", source=a, target=b) for n, (a, b) in enumerate(ways))
        processes.append(Process(id=id, lanes=LANES, nodes=nodes, flows=flows))
        paths += [f"{id}/{path}" for path, _ in nodes_within(processes[-1])]
    elements = st.lists(st.sampled_from([*paths, "q/borta"]), max_size=3, unique=True).map(tuple)
    channels = st.sampled_from(["web", "phone", "none", Unknown(), None])
    touchpoints = st.lists(st.builds(Touchpoint, channel=channels, elements=elements), max_size=3).map(tuple)
    steps = [Step(id=f"s{n}", touchpoints=draw(touchpoints)) for n in range(draw(st.integers(0, 4)))]
    return ProcessMap(processes=tuple(processes)), journey(*steps, processes=tuple(one.id for one in processes))


@given(maps())
def test_every_element_stands_somewhere_once(case: tuple[ProcessMap, Journey]) -> None:
    """Under each step that meets it, else under one or apart; only what is inside a closed box, or opened, is not."""
    map, of = case
    joined = blueprint(map, of)
    met = [
        {ref for meeting in column.meetings for ref in meeting.elements} for column in joined.columns
    ]
    for column, refs in zip(joined.columns, met, strict=True):
        assert {card.ref for card in column.cards if card.met} == refs
    every = Counter(card.ref for column in joined.columns for card in column.cards) + Counter(
        card.ref for card in joined.apart
    )
    for process in map.processes:
        paths = [path for path, _ in nodes_within(process)]
        opened = any(Ref(process.id, path) in every and "/" in path for path in paths)
        for path in paths:
            ref = Ref(process.id, path)
            times = sum(ref in refs for refs in met)
            hidden = ("/" in path and not opened) or (path == "sub" and opened)
            assert every[ref] == (times or (0 if hidden else 1))


@given(maps())
def test_rows_follow_from_lanes_and_from_what_is_seen(case: tuple[ProcessMap, Journey]) -> None:
    joined = blueprint(*case)
    meetings = [one for column in joined.columns for one in column.meetings]
    on_screen = {ref for one in meetings if one.touchpoint.channel in ("web", "eservice", "app") for ref in one.elements}
    for column in joined.columns:
        seen = {ref for one in column.meetings if one.touchpoint.channel != "none" for ref in one.elements}
        for card in column.cards:
            if card.kind == "customer":
                assert card.row == "customer"
            elif card.kind == "system" and card.ref in on_screen:
                assert card.row == "digital"
            elif card.ref in seen:
                assert card.row == "front"
            else:
                assert card.row == ("back" if card.kind in ("person", None) else "support")
            met = any(card.ref in one.elements for other in joined.columns for one in other.meetings)
            assert (card.hole is not None) == (card.kind == "customer" and not met)
        rows = {card.ref: ROWS.index(card.row) for card in column.cards}
        touchpoints = {one.ref: 0 for one in column.meetings}
        for tie in column.ties:
            assert (rows | touchpoints)[tie.upper] < rows[tie.lower]
            assert tie.down or tie.up or tie.upper in touchpoints
        assert len({(tie.upper, tie.lower) for tie in column.ties}) == len(column.ties)


@given(maps())
def test_holes_are_those_of_the_parts(case: tuple[ProcessMap, Journey]) -> None:
    joined = blueprint(*case)
    parts = [hole for column in joined.columns for hole in column.holes]
    parts += [hole for column in joined.columns for meeting in column.meetings for hole in meeting.holes]
    parts += [card.hole for column in joined.columns for card in column.cards if card.hole]
    parts += [card.hole for card in joined.apart if card.hole]
    assert Counter(parts) == Counter(joined.holes)
    assert joined == blueprint(*case)


def test_grows_with_the_map_and_no_faster() -> None:
    """A chain with loops back, met at every tenth element: four times as much takes at most five times the calls."""

    def work(size: int) -> int:
        nodes = tuple(Task(id=f"n{n}", lane=LANES[n % 5].id) for n in range(size))
        ways = [(n, n + 1) for n in range(size - 1)] + [(n, n // 2) for n in range(0, size, 7)]
        flows = tuple(SequenceFlow(id=f"f{k}", source=f"n{a}", target=f"n{b}") for k, (a, b) in enumerate(ways))
        map = ProcessMap(processes=(Process(id="p", lanes=LANES, nodes=nodes, flows=flows),))
        steps = [
            Step(id=f"s{n}", touchpoints=(Touchpoint(channel="web", elements=(f"p/n{n}", f"p/n{n // 2}")),))
            for n in range(0, size, 10)
        ]
        of = journey(*steps)
        calls = 0

        def count(*_: object) -> None:
            nonlocal calls
            calls += 1

        sys.setprofile(count)
        try:
            blueprint(map, of)
        finally:
            sys.setprofile(None)
        return calls

    assert work(4_000) < 5 * work(1_000)

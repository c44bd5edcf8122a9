"""BPMN files become maps: every kind of element, by its own file, which holds each at least once."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from procmap.geometry import Bounds, Look, Point, Route
from procmap.model.activity import CallActivity, SubProcess, Task
from procmap.model.artefact import Annotation, Association, Group
from procmap.model.event import Event, Trigger
from procmap.model.flow import Message, MessageFlow, Signal
from procmap.model.gateway import Gateway
from procmap.model.judge import judge
from procmap.model.process import Process
from procmap.model.process_map import nodes_within
from procmap.model.resource import DataAssociation, DataReference
from procmap.read.reading import Reading, read, read_text
from procmap.ref import Ref

FILES = Path(__file__).parent / "bpmn"
MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(FILES / "allt.bpmn")


@pytest.fixture(scope="module")
def lov(reading: Reading) -> Process:
    return reading.map.process("lov")


def said(part: Any, *but: str) -> dict[str, Any]:
    """The attributes of a part that are not as they are when nothing is said."""
    left_out = {"id", "nodes", "flows", *but}
    return {
        field.name: value
        for field in fields(part)
        if field.name not in left_out and (value := getattr(part, field.name)) != field.default
    }


def test_nothing_is_wrong_with_it(reading: Reading) -> None:
    assert reading.findings == ()
    assert [(head.kind, head.id) for head in reading.documents] == [
        ("collaboration", "samverkan"), ("process", "lov"), ("process", "arkivera"),
    ]
    for document in reading.map.documents:
        judge(document)


TIMER = Trigger("timer")
NODES: dict[str, tuple[type, dict[str, Any]]] = {
    "start": (Event, {"name": "Ansökan inkommer", "lane": "registrator", "position": "start",
                      "triggers": (Trigger("message", "ansokan"),)}),
    "granska": (Task, {"name": "Granska ansökan", "note": "Mot detaljplanen.", "lane": "handlaggare", "type": "user",
                       "loop": "sequential", "default": "f3", "reads": ("arendeObjekt",), "writes": ("register",)}),
    "vagval": (Gateway, {"name": "Komplett?", "lane": "forvaltningen", "kind": "exclusive", "direction": "diverging",
                         "default": "f5"}),
    "utred": (Task, {"name": "Utred", "lane": "handlaggare", "type": "manual", "loop": "parallel"}),
    "besluta": (SubProcess, {"name": "Besluta", "lane": "namnden"}),
    "besluta/s1": (Event, {"position": "start"}),
    "besluta/skriv": (Task, {"name": "Skriv utkast", "lane": "ordforande", "type": "script"}),
    "besluta/lasIn": (Task, {"name": "Läs in", "lane": "namnden"}),
    "besluta/djupare": (SubProcess, {"name": "Djupare", "lane": "namnden"}),
    "besluta/djupare/djupast": (Task, {"name": "Djupast", "lane": "namnden"}),
    "besluta/e1": (Event, {"position": "end"}),
    "besluta/handelse": (SubProcess, {"kind": "event", "lane": "namnden"}),
    "besluta/handelse/s2": (Event, {"position": "start", "interrupting": False,
                                    "triggers": (Trigger("escalation", "eskalering"),)}),
    "besluta/handelse/e2": (Event, {"position": "end", "triggers": (Trigger("terminate"),)}),
    "betala": (SubProcess, {"name": "Betala", "kind": "transaction"}),
    "betala/skicka": (Task, {"name": "Skicka faktura", "type": "send", "sends": ("besked",)}),
    "betala/avbruten": (Event, {"position": "end", "triggers": (Trigger("cancel"),)}),
    "samrad": (SubProcess, {"name": "Samråd", "kind": "ad_hoc"}),
    "samrad/fragaGrannar": (Task, {"name": "Fråga grannar"}),
    "anrop": (CallActivity, {"name": "Arkivera", "calls": "arkivera", "loop": "standard"}),
    "anropGlobalt": (CallActivity, {"name": "Avgift", "calls": "global"}),
    "anropUtanfor": (CallActivity, {"name": "Annat", "calls": "nagonAnnanstans"}),
    "anropInget": (CallActivity, {}),
    "tjanst": (Task, {"name": "Hämta", "type": "service", "for_compensation": True}),
    "taEmot": (Task, {"name": "Ta emot", "type": "receive", "message": "ansokan", "instantiates": True}),
    "regel": (Task, {"name": "Pröva", "type": "business_rule"}),
    "eller": (Gateway, {"kind": "inclusive", "direction": "mixed"}),
    "och": (Gateway, {"kind": "parallel", "direction": "converging"}),
    "komplex": (Gateway, {"kind": "complex"}),
    "tavlan": (Gateway, {"kind": "event_based", "instantiates": True, "all_events": True}),
    "vantaTid": (Event, {"position": "catch", "triggers": (Trigger("timer", "P3W"),)}),
    "vantaDatum": (Event, {"position": "catch", "triggers": (Trigger("timer", "2026-11-23T08:00:00"),)}),
    "vantaVillkor": (Event, {"position": "catch", "triggers": (Trigger("condition", "alla svar inne"),)}),
    "vantaAlla": (Event, {"position": "catch", "all_triggers": True,
                          "triggers": (Trigger("signal", "larm"), Trigger("message"), Trigger("timer", "R/P1W"))}),
    "lankIn": (Event, {"name": "Del två", "position": "catch", "triggers": (Trigger("link", "Del två"),)}),
    "lankUt": (Event, {"position": "throw", "triggers": (Trigger("link", "Del två"),)}),
    "angra": (Event, {"position": "throw", "triggers": (Trigger("compensation", "granska"),)}),
    "passera": (Event, {"position": "throw"}),
    "kantFel": (Event, {"position": "boundary", "attached_to": "granska", "triggers": (Trigger("error", "fel"),)}),
    "kantTid": (Event, {"position": "boundary", "attached_to": "granska", "interrupting": False, "triggers": (TIMER,)}),
    "kantAngra": (Event, {"position": "boundary", "attached_to": "granska", "triggers": (Trigger("compensation"),)}),
    "kantAvbryt": (Event, {"position": "boundary", "attached_to": "betala", "triggers": (Trigger("cancel"),)}),
    "slut": (Event, {"name": "Klart", "position": "end", "triggers": (Trigger("signal", "larm"), Trigger("error", "fel"))}),
}


def test_every_element_is_there(lov: Process) -> None:
    found = {path: (type(node), said(node)) for path, node in nodes_within(lov)}
    assert found.keys() == NODES.keys()
    for path, expected in NODES.items():
        assert found[path] == expected, path


def test_the_process(lov: Process) -> None:
    left = {"lanes", "data", "data_references", "data_associations", "messages", "signals", "global_tasks", "annotations",
            "groups", "associations"}
    assert said(lov, *left) == {
        "name": "Ansökan om lov", "executable": False, "note": "Från ansökan till beslut.\n\nGäller sedan 2024.",
    }


def test_flows_are_those_of_their_ends(lov: Process) -> None:
    assert [(flow.id, flow.source, flow.target, flow.name, flow.condition) for flow in lov.flows] == [
        ("f1", "start", "granska", None, None),
        ("f2", "granska", "vagval", None, None),
        ("f3", "granska", "utred", None, None),
        ("f4", "vagval", "besluta", "ja", "antal > 3"),
        ("f5", "vagval", "slut", "nej", None),
    ]


def test_lanes_are_nested(lov: Process) -> None:
    assert [(lane.id, lane.name, lane.parent, lane.kind) for lane in lov.lanes] == [
        ("forvaltningen", "Förvaltningen", None, "person"),
        ("registrator", "Registrator", "forvaltningen", "person"),
        ("handlaggare", "Handläggare", "forvaltningen", "person"),
        ("namnden", "Nämnden", None, "person"),
        ("natt", "Nattetid", None, "person"),
        ("ordforande", "Ordföranden", None, "person"),
    ]


def test_data(lov: Process) -> None:
    assert [(data.id, data.name, data.kind, data.several) for data in lov.data] == [
        ("arendeObjekt", "Ärendet", "object", False),
        ("in", "Underlag", "input", False),
        ("ut", "Beslutet", "output", False),
        ("utkast", "Utkast", "object", True),
        ("parmen", "Pärmen", "store", False),
        ("register", "Registret", "store", False),
    ]
    assert lov.data_references == (
        DataReference(id="arende", name="Ärendet", data="arendeObjekt", state="inkommet"),
        DataReference(id="arendeKlart", name="Ärendet", data="arendeObjekt", state="klart"),
        DataReference(id="lagret", name="Registret", data="register"),
        DataReference(id="parmen", name="Pärmen", data="parmen"),
        DataReference(id="utkastVisat", data="utkast", within="besluta"),
    )
    assert lov.data_associations == (
        DataAssociation(id="dStart", source="start", target="arende"),
        DataAssociation(id="d1", source="arende", target="granska"),
        DataAssociation(id="d2", source="granska", target="lagret"),
    )


def test_artefacts(lov: Process) -> None:
    assert lov.annotations == (
        Annotation(id="notering", text="Tre veckor enligt lag"),
        Annotation(id="notInuti", text="Bara här", within="besluta"),
    )
    assert lov.groups == (Group(id="grupp", name="Första mötet"), Group(id="gruppInuti", within="besluta"))
    assert lov.associations == (
        Association(id="linje", source="notering", target="granska"),
        Association(id="angraLinje", source="kantAngra", target="tjanst", direction="one"),
        Association(id="linjeInuti", source="notInuti", target="skriv", direction="both", within="besluta"),
    )


def test_what_is_shared_stands_with_those_who_use_it(reading: Reading, lov: Process) -> None:
    """What nobody uses stands with the first process, so that a check can say so."""
    application = Message(id="ansokan", name="Ansökan")
    notice = Message(id="besked", name="Besked om lov")
    assert lov.messages == (application, notice, Message(id="oanvant", name="Ingen använder"))
    assert lov.signals == (
        Signal(id="larm", name="Larm"),
        Signal(id="fel", name="Fel i registret", kind="error", code="E-17"),
        Signal(id="eskalering", name="Chefen behövs", kind="escalation", code="C1"),
    )
    assert [(task.id, task.type) for task in lov.global_tasks] == [
        ("global", None), ("globalUser", "user"), ("globalManual", "manual"), ("globalScript", "script"),
        ("globalRule", "business_rule"),
    ]
    assert reading.map.collaborations[0].messages == (application,)
    assert reading.map.process("arkivera").messages == ()


def test_the_collaboration(reading: Reading) -> None:
    [meeting] = reading.map.collaborations
    assert (meeting.id, meeting.name, meeting.note) == ("samverkan", "Lov", "Vem som möter vem.")
    assert [(pool.id, pool.name, pool.process, pool.several) for pool in meeting.pools] == [
        ("kommun", "Kommunen", "lov", False),
        ("sokande", "Sökande", None, True),
        ("arkiv", "Arkivet", "arkivera", False),
    ]
    assert meeting.message_flows == (
        MessageFlow(id="m1", source="sokande", target="kommun/start", message="ansokan", name="Ansökan"),
        MessageFlow(id="m2", source="kommun/betala/skicka", target="sokande"),
        MessageFlow(id="m3", source="kommun/granska", target="arkiv/arkivStart"),
    )
    assert meeting.annotations == (Annotation(id="noteringSamverkan", text="Över alla"),)
    assert meeting.groups == (Group(id="gruppSamverkan", name="Första mötet"),)
    assert meeting.associations == (Association(id="linjeSamverkan", source="noteringSamverkan", target="m1"),)


def test_an_element_without_an_id_is_given_one(reading: Reading) -> None:
    [task] = [node for node in reading.map.process("arkivera").nodes if isinstance(node, Task)]
    assert task.name == "Utan id"
    assert task.id.startswith("task.")


def test_the_diagrams(reading: Reading) -> None:
    whole, inner = reading.sources["lov"].diagrams
    assert reading.sources["arkivera"] is reading.sources["samverkan"] is reading.sources["lov"]
    assert (whole.id, whole.name, whole.plane) == ("bild1", "Hela", "samverkan")
    assert whole.shapes == {
        "kommun": Bounds(0, 0, 800, 400), "granska": Bounds(100.5, -20, 100, 80), "vagval": Bounds(240, 15, 50, 50),
        "besluta": Bounds(340, 0, 100, 80),
    }
    assert whole.routes == {"f2": Route((Point(200, 20), Point(240, 40)))}
    assert whole.labels == {"vagval": Bounds(235, 70, 60, 14)}
    assert whole.looks == {"kommun": Look(horizontal=True), "vagval": Look(marker=True), "besluta": Look(expanded=False)}
    assert (inner.id, inner.plane, inner.looks) == ("bild2", "besluta", {"besluta": Look(expanded=True)})


def test_everything_has_its_place(reading: Reading) -> None:
    """The line and column where the start tag of the id begins, whatever stands around it."""
    lines = (FILES / "allt.bpmn").read_text(encoding="utf-8").split("\n")
    positions = reading.sources["lov"].positions
    for path in (*NODES, "f4", "besluta/i1", "lanes/registrator", "data/utkast", "data_references/arende", "messages/besked",
                 "signals/fel", "annotations/notInuti", "groups/grupp", "associations/linje", "data_associations/d1",
                 "global_tasks/globalUser"):
        line, column = positions[Ref("lov", path)]
        assert lines[line - 1][column - 1] == "<"
        assert f'id="{path.rpartition("/")[2]}"' in lines[line - 1][column - 1 :].partition(">")[0], path
    for path in ("pools/sokande", "message_flows/m2", "annotations/noteringSamverkan"):
        line, column = positions[Ref("samverkan", path)]
        assert f'id="{path.rpartition("/")[2]}"' in lines[line - 1][column - 1 :]
    shape = positions[Ref("lov", "besluta", "diagram")]
    assert 'id="b_besluta"' in lines[shape[0] - 1]
    assert shape == positions[Ref("lov", "besluta", "diagram", "bild1")]
    assert 'id="b_besluta2"' in lines[positions[Ref("lov", "besluta", "diagram", "bild2")][0] - 1]


KEPT_ASIDE = {"koreografi": ("koreografi", "Fråga och svar", 9), "konversation": ("samtal", "Samtal om lov", 7)}


@pytest.mark.parametrize(("name", "id", "label", "line"), [(k, *v) for k, v in KEPT_ASIDE.items()], ids=KEPT_ASIDE)
def test_what_is_kept_aside_is_said(name: str, id: str, label: str, line: int) -> None:
    """Choreographies and conversations: who takes part is read, the rest is left as it is."""
    reading = read(FILES / f"{name}.bpmn")
    [found] = reading.findings
    assert (found.code, found.kind, found.place and found.place.line) == ("BPM003", "ask", line)
    [meeting] = reading.map.collaborations
    assert (meeting.id, meeting.name, [pool.name for pool in meeting.pools]) == (id, label, ["Sökande", "Kommunen"])
    assert [(flow.source, flow.target) for flow in meeting.message_flows] == [("en", "annan")]


# Which files are BPMN

SMALL = f'<definitions xmlns="{MODEL}" id="d" targetNamespace="t"><process id="p"><task id="a" name="Gör"/></process></definitions>'


@pytest.mark.parametrize("name", ["karta.bpmn", "karta.xml", "karta.BPMN", "karta.bpmn20.xml", "karta", "karta.yaml"])
def test_a_document_is_known_by_its_root(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(SMALL, encoding="utf-8")
    assert [process.id for process in read(path).map.processes] == ["p"]


def test_text_is_enough() -> None:
    reading = read_text(SMALL)
    assert [process.id for process in reading.map.processes] == ["p"]
    assert reading.sources["p"].positions[Ref("p", "a")] == (1, SMALL.index("<task") + 1)


def test_a_folder_gives_its_bpmn_and_leaves_other_xml_alone(tmp_path: Path) -> None:
    (tmp_path / "a.bpmn").write_text(SMALL, encoding="utf-8")
    (tmp_path / "b.xml").write_text(SMALL.replace('id="p"', 'id="q"'), encoding="utf-8")
    (tmp_path / "c.xml").write_text("<project><modelVersion>4</modelVersion></project>", encoding="utf-8")
    (tmp_path / "d.xml").write_text("<project>", encoding="utf-8")
    (tmp_path / "f.xml").write_text(f"<project><!-- {MODEL} --></project>", encoding="utf-8")
    (tmp_path / "g.xml").write_bytes(b"<project>" + b" " * 21_000_000 + b"</project>")
    (tmp_path / "h.xml").write_bytes(SMALL.replace('id="p"', 'id="s"').encode("utf-16"))
    (tmp_path / "e.yaml").write_text("process: R\nflow:\n  - Gör\n", encoding="utf-8")
    reading = read(tmp_path)
    assert sorted(process.id for process in reading.map.processes) == ["p", "q", "r", "s"]
    assert reading.findings == ()


def test_a_broken_file_that_speaks_of_bpmn_is_never_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(SMALL.replace("</process>", ""), encoding="utf-8")
    (tmp_path / "b.bpmn").write_text("<project/>", encoding="utf-8")
    assert [finding.code for finding in read(tmp_path).findings] == ["DOC150", "BPM001"]


def test_two_files_may_have_a_process_of_one_id(tmp_path: Path) -> None:
    for name in ("a", "b"):
        text = SMALL.replace("</process>", '<callActivity id="c" calledElement="p"/></process>')
        (tmp_path / f"{name}.bpmn").write_text(text, encoding="utf-8")
    reading = read(tmp_path)
    keys = [f"{(tmp_path / name).as_posix()}.bpmn#p" for name in ("a", "b")]
    assert [process.id for process in reading.map.processes] == keys
    assert [head.id for head in reading.documents] == ["p", "p"]
    for key, process in zip(keys, reading.map.processes, strict=True):
        assert reading.sources[key].positions[Ref(key, "a")][0] == 1
        assert [node.calls for node in process.nodes if isinstance(node, CallActivity)] == [key]


def test_a_journey_meets_a_bpmn_process(tmp_path: Path) -> None:
    (tmp_path / "a.bpmn").write_text(SMALL, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(
        "journey: Resa\nphases:\n  - phase: Ansöka\n    zone: during\n    steps:\n"
        "      - step: Fyller i\n        touchpoints:\n          - eservice: p/Gör\n",
        encoding="utf-8",
    )
    reading = read(tmp_path)
    assert reading.findings == ()
    [step] = reading.map.journeys[0].steps
    assert [touchpoint.elements for touchpoint in step.touchpoints] == [("p/a",)]

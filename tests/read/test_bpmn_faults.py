"""What is wrong with a BPMN file is said at the tag itself, and the rest is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from procmap.model.event import Event
from procmap.model.flow import MessageFlow, SequenceFlow
from procmap.model.judge import judge
from procmap.model.process_map import nodes_within
from procmap.read.bpmn_notices import NOTICES
from procmap.read.reading import Reading, read_text

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "bpmn" / "faults.yaml").read_text(encoding="utf-8"))
HEAD = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" '
    'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:dd="http://www.omg.org/spec/DD/20100524/DI" '
    'id="definitions" targetNamespace="urn:exempel">'
)


def frame(process: str = "", top: str = "") -> str:
    return f'{HEAD}\n<process id="p">\n{process}</process>\n{top}</definitions>\n'


def read(process: str = "", top: str = "") -> Reading:
    return read_text(frame(process, top), "fil.bpmn")


each = pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])


@each
def test_what_is_said_and_where(case: dict[str, Any]) -> None:
    text = frame(case.get("process", ""), case.get("top", ""))
    expected = set()
    for code, starts in case["says"].items():
        for start in [starts] if isinstance(starts, str) else starts:
            assert text.count(start) == 1, start
            before = text[: text.index(start)]
            expected.add((code, before.count("\n") + 1, len(before) - before.rfind("\n")))
    findings = read_text(text, "fil.bpmn").findings
    assert {(f.code, f.place and f.place.line, f.place and f.place.column) for f in findings} == expected
    assert len(findings) == len(expected)
    for language in ("sv", "en"):
        if language in case:
            assert case[language] in findings[0].message(language)


@each
def test_the_rest_is_read(case: dict[str, Any]) -> None:
    process = case.get("process", "") + '<task id="sist" name="Sist"/>'
    reading = read(process, case.get("top", "") + '<process id="sista"><task id="allraSist"/></process>')
    assert "sist" in [node.id for node in reading.map.process("p").nodes]
    assert [node.id for node in reading.map.process("sista").nodes] == ["allraSist"]
    for document in reading.map.documents:
        judge(document)


def test_every_fault_has_a_case() -> None:
    elsewhere = {"BPM001", "BPM002", "BPM003", "BPM031", "BPM032"}  # below, in test_bpmn.py and in test_bpmn_folder.py
    assert {notice.code for notice in NOTICES} - elsewhere == {code for case in CASES for code in case["says"]}


def test_a_loose_arrow_is_kept_with_an_empty_end() -> None:
    [flow] = read('<task id="a"/><sequenceFlow id="f" sourceRef="a"/>').map.process("p").flows
    assert flow == SequenceFlow(id="f", source="a", target="")
    top = '<collaboration id="c"><participant id="en"/><messageFlow id="m" targetRef="en"/></collaboration>'
    assert read("", top).map.collaborations[0].message_flows == (MessageFlow(id="m", source="", target="en"),)


def test_a_broken_reference_is_kept_as_it_is_written() -> None:
    process = read('<task id="a"/><sequenceFlow id="f" sourceRef="a" targetRef="borta"/>'
                   '<boundaryEvent id="k" attachedToRef="b"><errorEventDefinition errorRef="e"/></boundaryEvent>').map.process("p")
    assert process.flows[0].target == "borta"
    [event] = [node for node in process.nodes if isinstance(node, Event)]
    assert (event.attached_to, event.triggers[0].what) == ("b", "e")


def test_a_second_element_of_one_id_is_kept_under_another() -> None:
    reading = read('<task id="a" name="Ett"/><task id="a" name="Två"/><task id="a" name="Tre"/><sequenceFlow id="f" sourceRef="a" targetRef="a"/>')
    process = reading.map.process("p")
    assert [(node.id, node.name) for node in process.nodes] == [("a", "Ett"), ("a.2", "Två"), ("a.3", "Tre")]
    assert [finding.code for finding in reading.findings] == ["BPM010", "BPM010"]


def test_thousands_of_elements_of_one_id_are_not_all_read() -> None:
    reading = read('<task id="a"/>' + '<task id="t"/>' * 3000 + '<task id="b"/><sequenceFlow id="f" sourceRef="a" targetRef="b"/>')
    process = reading.map.process("p")
    assert len(process.nodes) == 1002 and {"a", "b", "t"} <= {node.id for node in process.nodes}
    [said] = [finding for finding in reading.findings if finding.code == "BPM032"]
    assert "3000 element" in said.message("sv")
    assert said.place is not None and said.place.column == len('<task id="a"/>' + '<task id="t"/>' * 1000) + 1


def test_what_is_made_up_is_never_an_id_that_the_file_has() -> None:
    ids = ["a", "a", "a.2", "b/c", "b_c", "b.c"]
    tasks = "".join(f'<task id="{id}"/>' for id in ids) + "<task/>" * 3
    text = frame(tasks + "".join(f'<task id="task.{n}"/>' for n in range(20)))
    nodes = read_text(text).map.process("p").nodes
    assert len({node.id for node in nodes}) == len(nodes) == len(ids) + 23
    assert [node.id for node in nodes][:6] == ["a", "a.2_", "a.2", "b_c_", "b_c", "b.c"]


def test_a_flow_stands_where_its_ends_stand() -> None:
    """Some tools write all flows in the process itself, those within subprocesses too."""
    reading = read('<subProcess id="s"><task id="a"/><task id="b"/></subProcess><sequenceFlow id="f" sourceRef="a" targetRef="b"/>')
    process = reading.map.process("p")
    assert reading.findings == ()
    assert process.flows == ()
    assert [flow.id for node in process.nodes for flow in getattr(node, "flows", ())] == ["f"]


def test_a_flow_that_crosses_a_border_stays_where_the_file_has_it() -> None:
    reading = read('<task id="a"/><subProcess id="s"><task id="b"/><sequenceFlow id="f" sourceRef="a" targetRef="b"/></subProcess>')
    assert [flow.id for _, node in nodes_within(reading.map.process("p")) for flow in getattr(node, "flows", ())] == ["f"]


def test_a_step_in_two_lanes_keeps_both() -> None:
    [task] = read('<laneSet id="s"><lane id="l"><flowNodeRef>a</flowNodeRef></lane><lane id="m"><flowNodeRef>a</flowNodeRef></lane>'
                  '</laneSet><task id="a"/>').map.process("p").nodes
    assert (task.lane, task.together_with) == ("l", ("m",))


def test_two_sets_of_lanes_each_divide_the_work() -> None:
    reading = read('<laneSet id="s"><lane id="l"><flowNodeRef>a</flowNodeRef></lane></laneSet>'
                   '<laneSet id="t"><lane id="m"><flowNodeRef>a</flowNodeRef></lane></laneSet><task id="a"/>')
    [task] = reading.map.process("p").nodes
    assert (reading.findings, task.lane, task.together_with) == ((), "l", ())


OTHERS = {
    "an empty model": (f"{HEAD}</definitions>", "BPM002", "varken någon process eller någon samverkan"),
    "XPDL": ('<Package xmlns="http://www.wfmc.org/2009/XPDL2.2"/>', "BPM001", "Det här är XPDL, inte BPMN 2.0"),
    "a decision model": ('<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"/>', "BPM001", "en beslutsmodell (DMN)"),
    "a draft": ('<definitions xmlns="http://schema.omg.org/spec/BPMN/2.0"/>', "BPM001", "ett utkast till BPMN 2.0"),
    "a picture": ('<svg xmlns="http://www.w3.org/2000/svg"/>', "BPM001", "en bild (SVG)"),
    "something else": ('<karta xmlns="urn:x"/>', "BPM001", "XML med elementet karta ytterst i namnrymden urn:x"),
    "no namespace": ('<definitions><process id="p"/></definitions>', "BPM001", "definitions ytterst utan namnrymd"),
    "an undeclared prefix": ('<bpmn:definitions><bpmn:process id="p"/></bpmn:definitions>', "DOC150", "prefixet bpmn är inte förklarat"),
    "a process alone": ('<process xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="p"/>', "BPM001", "Det här är XML med elementet process ytterst, inte"),
}


@pytest.mark.parametrize(("text", "code", "words"), OTHERS.values(), ids=OTHERS)
def test_what_is_no_process_is_said(text: str, code: str, words: str) -> None:
    reading = read_text(text, "fil.bpmn")
    assert [finding.code for finding in reading.findings] == [code]
    assert words in reading.findings[0].message("sv")
    assert not reading.documents


def test_numbers_that_are_none_are_kept_for_a_check() -> None:
    shapes = "".join(
        f'<di:BPMNShape id="b{i}" bpmnElement="{id}">{bounds}</di:BPMNShape>'
        for i, (id, bounds) in enumerate([
            ("a", '<dc:Bounds x="1e999" y="NaN" width="-5" height="0"/>'), ("b", ""), ("c", '<dc:Bounds x="bred" y="1_0"/>'),
        ])
    )
    edge = '<di:BPMNEdge id="e" bpmnElement="f"/><di:BPMNEdge id="g" bpmnElement="h"><dd:waypoint x="1" y="2"/></di:BPMNEdge>'
    top = f'<di:BPMNDiagram id="d"><di:BPMNPlane id="pl" bpmnElement="p">{shapes}{edge}</di:BPMNPlane></di:BPMNDiagram>'
    flows = '<sequenceFlow id="f" sourceRef="a" targetRef="b"/><sequenceFlow id="h" sourceRef="b" targetRef="c"/>'
    reading = read(f'<task id="a"/><task id="b"/><task id="c"/>{flows}', top)
    [diagram] = reading.sources["p"].diagrams
    assert reading.findings == ()
    assert str(tuple(diagram.shapes["a"])) == "(inf, nan, -5.0, 0.0)"
    assert str(tuple(diagram.shapes["b"])) == str(tuple(diagram.shapes["c"])) == "(nan, nan, nan, nan)"
    assert [len(route.points) for route in diagram.routes.values()] == [0, 1]


def test_a_process_where_none_can_stand_is_told_of_and_not_led_to() -> None:
    pool = '<participant id="pk" name="Kommunen" processRef="q"/><process id="q"><task id="b"/></process>'
    top = f'<collaboration id="k">{pool}</collaboration>'
    reading = read('<callActivity id="a" name="Granska" calledElement="q"/>', top)
    assert [finding.code for finding in reading.findings] == ["BPM004"]
    assert [pool.process for pool in reading.map.collaborations[0].pools] == [None]

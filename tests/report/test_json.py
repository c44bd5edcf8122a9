"""The report that programs read: its keys and their order are a contract."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from procmap.errors import BadUsage
from procmap.finding import Finding, Place
from procmap.read.reading import read_text
from procmap.ref import Ref
from procmap.report.baseline import new_since
from procmap.report.json import json_report
from procmap.report.locate import locate_all
from procmap.text import Text

MAP = """\
process: Bygglov
flow:
  - A: Granska
  - A: Besluta
---
catalogue: Delat
"""
READING = read_text(MAP, "kommun\\b.yaml")

FULL = Finding(
    code="KNO001", name="nobody-asked-why", kind="ask",
    message=Text(sv="Varför ”{{x}}”?", en="Why “{{x}}”?"), question=Text(sv="Varför?", en="Why?"),
    role=Text(sv="Handläggare", en="Officer"), source="domain §3",
    refs=(Ref("bygglov", "beredning/granska", "why", "2"), Ref("bygglov", "besluta"), Ref("bygglov")),
)
BARE = Finding(code="DOC001", name="colon", kind="error", message=Text(sv="Fel", en="Wrong"), place=Place("a.yaml", 7))


def test_keys_in_the_order_of_the_contract() -> None:
    report = json.loads(json_report(locate_all([FULL], READING), READING, "sv"))
    assert list(report) == ["version", "documents", "findings"]
    assert report["version"] == 1
    assert report["documents"] == [
        {"path": "kommun/b.yaml", "kind": "process", "id": "bygglov"},
        {"path": "kommun/b.yaml", "kind": "catalogue", "id": "delat"},
    ]
    [finding] = report["findings"]
    assert list(finding.items()) == [
        ("code", "KNO001"),
        ("name", "nobody-asked-why"),
        ("kind", "ask"),
        ("message", "Varför ”{x}”?"),
        ("question", "Varför?"),
        ("role", "Handläggare"),
        ("document", "bygglov"),
        ("path", "kommun/b.yaml"),
        ("line", 1),
        ("column", 1),
        ("element", "granska"),
        ("elements", ["granska", "besluta"]),
        ("attribute", "why"),
        ("source", "domain §3"),
    ]


def test_what_is_not_there_is_null() -> None:
    [finding] = json.loads(json_report(locate_all([BARE], READING), READING, "en"))["findings"]
    assert finding["message"] == "Wrong"
    assert (finding["path"], finding["line"], finding["column"]) == ("a.yaml", 7, None)
    assert finding["elements"] == []
    assert {key for key, value in finding.items() if value is None} == {
        "question", "role", "document", "column", "element", "attribute", "source",
    }


def test_people_can_read_it_too() -> None:
    text = json_report(locate_all([FULL], READING), READING, "sv")
    assert "Varför" in text
    assert text.endswith("}\n")


def again(findings: list[Finding], earlier: list[Finding]) -> tuple[Finding, ...]:
    return new_since(json_report(locate_all(earlier, READING), READING, "sv").encode(), findings, "förr.json")


def moved(finding: Finding, line: int) -> Finding:
    return Finding(code=finding.code, name="renamed", kind="gap", message=Text(sv="Nya ord", en="New words"),
                   refs=finding.refs, place=Place("annan.yaml", line, 1))


def test_baseline_knows_a_finding_again_wherever_it_stands() -> None:
    assert again([moved(FULL, 99), moved(BARE, 3)], [FULL, BARE]) == ()


def test_baseline_counts_the_same_finding_as_often_as_it_was_there() -> None:
    assert again([FULL, FULL, FULL], [FULL, FULL]) == (FULL,)
    assert again([FULL], [FULL, FULL]) == ()


@pytest.mark.parametrize(
    "ref", [Ref("bygglov", "granska"), Ref("bygglov", "granska", "who"), Ref("annat", "granska", "why")], ids=str
)
def test_baseline_lets_another_place_through(ref: Ref) -> None:
    other = moved(Finding(code="KNO001", name="x", kind="ask", message=FULL.message, refs=(ref,)), 1)
    assert again([other], [FULL]) == (other,)


NO_REPORTS = (
    b"",
    b"[]",
    b"{}",
    b"null",
    b'{"version": 2, "findings": []}',
    b'{"version": 1, "findings": [{}]}',
    b'{"version": 1, "findings": [{"code": [], "document": {}, "element": 1, "attribute": 2}]}',
    b"\xff\xfe\x00",
    b"[" * 100_000,
)


@pytest.mark.parametrize("earlier", NO_REPORTS, ids=lambda data: repr(data[:40]))
def test_what_is_no_report_is_said(earlier: bytes) -> None:
    with pytest.raises(BadUsage, match=r"förr\.json"):
        new_since(earlier, [FULL], "förr.json")


TWICE = """\
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:x"><process id="p">
<task id="a" name="Granska"/><task id="a" name="Besluta"/><task id="b/c" name="Meddela"/>
</process></definitions>
"""


def test_an_element_is_called_by_the_id_that_its_file_has() -> None:
    reading = read_text(TWICE, "p.bpmn")
    process = reading.map.process("p")
    findings = [replace(BARE, place=None, refs=(Ref("p", node.id),)) for node in process.nodes]
    report = json.loads(json_report(locate_all(findings, reading), reading, "sv"))
    assert len({node.id for node in process.nodes}) == 3
    assert [finding["element"] for finding in report["findings"]] == ["a", "a", "b/c"]

"""``procmap check`` on BPMN from the outside: what it prints, where it points, and how it ends."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
Start = Callable[..., "subprocess.CompletedProcess[str]"]

WHOLE = """\
<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:exempel">
  <process id="lov" name="Ansökan om lov">
    <startEvent id="start" name="Ansökan inkommer"/>
    <task id="granska" name="Granska ansökan"/>
    <endEvent id="slut" name="Klart"/>
    <sequenceFlow id="f1" sourceRef="start" targetRef="granska"/>
    <sequenceFlow id="f2" sourceRef="granska" targetRef="slut"/>
  </process>
</definitions>
"""
LOOSE = WHOLE.replace(' targetRef="slut"', "")


@pytest.fixture(autouse=True)
def files(folder: Path) -> None:
    (folder / "hel.bpmn").write_text(WHOLE, encoding="utf-8")
    (folder / "hel.xml").write_text(WHOLE.replace('id="lov"', 'id="lov2"'), encoding="utf-8")
    (folder / "lös.bpmn").write_text(LOOSE.replace('id="lov"', 'id="lov3"'), encoding="utf-8")
    (folder / "latin.bpmn").write_bytes(WHOLE.replace("UTF-8", "ISO-8859-1").encode("latin-1"))
    (folder / "skräp.bpmn").write_bytes(WHOLE.encode("latin-1"))
    (folder / "avbruten.bpmn").write_text(WHOLE[:300], encoding="utf-8")
    (folder / "annat.xml").write_text("<project/>", encoding="utf-8")
    (folder / "dtd.bpmn").write_text('<!DOCTYPE d [<!ENTITY x SYSTEM "hemligt">]>' + LOOSE, encoding="utf-8")


ENDINGS = {
    "questions stop nobody": ("hel.bpmn", 0),
    "by its root, whatever it is called": ("hel.xml", 0),
    "another encoding": ("latin.bpmn", 0),
    "an arrow that is loose": ("lös.bpmn", 1),
    "a file that breaks off": ("avbruten.bpmn", 2),
    "wrong bytes": ("skräp.bpmn", 2),
    "no BPMN": ("annat.xml", 2),
    "a document type": ("dtd.bpmn", 2),
    "everything in the folder": (".", 1),
}


@pytest.mark.parametrize(("path", "code"), ENDINGS.values(), ids=ENDINGS)
def test_ends_as_promised(path: str, code: int, run: Run) -> None:
    for language in ("sv", "en"):
        for format in ("text", "json"):
            assert run("check", path, "--lang", language, "--format", format).exit_code == code


def test_points_at_the_tag(run: Run) -> None:
    said = run("check", "lös.bpmn", "--select", "BPM").stdout
    assert "lös.bpmn\n  8:5  fel  " in said
    assert "[BPM020 arrow-not-attached]" in said
    assert "Pilen ”f2” leder inte till något element." in said
    assert '    8 │     <sequenceFlow id="f2" sourceRef="granska"/>\n      │     ^^^^^^^^^^^^^\n' in said
    assert "procmap explain BPM020" in said.splitlines()[-1]


def test_the_report_for_programs(run: Run) -> None:
    report = json.loads(run("check", "lös.bpmn", "--format", "json").stdout)
    assert report["documents"] == [{"path": "lös.bpmn", "kind": "process", "id": "lov3"}]
    [loose] = [finding for finding in report["findings"] if finding["code"] == "BPM020"]
    assert (loose["path"], loose["line"], loose["column"], loose["element"], loose["document"]) == ("lös.bpmn", 8, 5, "f2", "lov3")
    of_all = [finding for finding in report["findings"] if finding["element"] is None]
    assert of_all
    assert {(finding["line"], finding["column"]) for finding in of_all} == {(3, 3)}


def test_words_of_other_encodings_are_shown_as_they_are(run: Run) -> None:
    said = run("check", "latin.bpmn").stdout
    assert "Ansökan om lov" in said
    assert "\ufffd" not in said and "Ã" not in said


def test_wrong_bytes_are_said_with_their_line(run: Run) -> None:
    said = run("check", "skräp.bpmn").stdout
    assert "skräp.bpmn\n  3:" in said
    assert "DOC151" in said and "byte F6" in said


def test_from_standard_input(start: Start) -> None:
    done = start("check", "-", "--stdin-filename", "a/lös.bpmn", "--select", "BPM", input=LOOSE)
    assert done.returncode == 1
    assert "a/lös.bpmn\n  8:5" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("code", ["BPM001", "BPM020", "DOC150", "DOC153"])
def test_each_can_be_explained(code: str, run: Run) -> None:
    for language in ("sv", "en"):
        assert code in run("explain", code, "--lang", language).stdout

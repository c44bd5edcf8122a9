"""``procmap diff`` of files of BPMN, whose ids drawing tools have made: names and places tell what is what."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data"
OWN = [*sorted((ROOT / "examples").rglob("*.bpmn")), ROOT / "tests" / "read" / "bpmn" / "allt.bpmn"]
OTHERS = [*sorted((DATA / "miwg").glob("*.bpmn")), *sorted((DATA / "sundsvall").glob("*.bpmn"))]
EXAMPLE = OWN[0]


def renumbered(data: bytes) -> bytes:
    """The same file as another tool would write it: every id is another, wherever it stands."""
    ids = {id: b"Tool_%04d" % number for number, id in enumerate(sorted(set(re.findall(rb'\bid="([^"]+)"', data))))}
    values = re.compile(rb'((?<!name)=")([^"]+)(?=")|(>)([^<>]+)(?=<)')

    def other(match: re.Match[bytes]) -> bytes:
        before, id = match[1] or match[3], match[2] or match[4]
        prefix, colon, local = id.rpartition(b":")
        return before + (prefix + colon + ids[local] if local in ids else id)

    return values.sub(other, data)


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.name)
def test_another_id_is_no_difference(path: Path, folder: Path, run: Run) -> None:
    (folder / "annan.bpmn").write_bytes(renumbered(path.read_bytes()))
    result = run("diff", str(path), str(folder / "annan.bpmn"))
    assert (result.exit_code, "procmap hittade ingen skillnad." in result.stdout) == (0, True), result.stdout


@pytest.mark.skipif(not OTHERS, reason="the files of others are not beside this checkout")
@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.name)
def test_another_id_is_no_difference_in_files_of_others(path: Path, folder: Path, run: Run) -> None:
    (folder / "annan.bpmn").write_bytes(renumbered(path.read_bytes()))
    result = run("diff", str(path), str(folder / "annan.bpmn"))
    assert "procmap hittade ingen skillnad." in result.stdout, result.stdout


def test_what_differs_is_called_by_its_name(folder: Path, run: Run) -> None:
    text = EXAMPLE.read_bytes().decode()
    assert text.count('name="Registrera anmälan"') == 1
    other = text.replace('name="Registrera anmälan"', 'name="Diarieför anmälan"').replace(
        'name="Livsmedelsinspektör"', 'name="Inspektör"'
    )
    (folder / "annan.bpmn").write_bytes(renumbered(other.encode()))
    result = run("diff", str(EXAMPLE), str(folder / "annan.bpmn"))
    assert result.exit_code == 1
    assert "Diarieför anmälan" in result.stdout and "Inspektör" in result.stdout
    assert "vilket id" not in result.stdout.lower() and "Tool_" not in result.stdout
    assert len(re.findall("^”", result.stdout, re.MULTILINE)) <= 3, result.stdout


@pytest.mark.parametrize(("language", "words"), [("sv", "roll utan namn"), ("en", "role without a name")])
def test_a_lane_without_a_name_is_not_called_by_its_id(language: str, words: str, folder: Path, run: Run) -> None:
    lanes = '<laneSet id="s"><lane id="Lane_1">{}</lane><lane id="Lane_2" name="Chef">{}</lane></laneSet>'
    inside = "<flowNodeRef>a</flowNodeRef>"
    for name, places in (("en.bpmn", (inside, "")), ("två.bpmn", ("", inside))):
        (folder / name).write_text(
            '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p" name="P">'
            f'{lanes.format(*places)}<task id="a" name="Granska"/></process></definitions>',
            encoding="utf-8",
        )
    result = run("diff", "en.bpmn", "två.bpmn", "--lang", language)
    assert (result.exit_code, words in result.stdout, "Lane_" in result.stdout) == (1, True, False), result.stdout


def test_processes_are_known_by_their_names(folder: Path, run: Run) -> None:
    """Not by their order, nor by ids."""
    body = '<process id="{0}" name="{1}"><task id="{0}t" name="{2}"/></process>'
    head = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:x">'
    one = [("a", "Anmälan", "Registrera"), ("b", "Tillsyn", "Besök"), ("c", "Avgift", "Fakturera"), ("d", "Sanktion", "Utdöm")]
    two = [("x", "Avgift", "Fakturera"), ("y", "Anmälan", "Registrera"), ("z", "Klagomål", "Utred")]
    for name, rows in (("en.bpmn", one), ("två.bpmn", two)):
        (folder / name).write_text(
            head + "".join(body.format(*row) for row in rows) + "</definitions>", encoding="utf-8"
        )
    told = run("diff", "en.bpmn", "två.bpmn").stdout
    assert "”Tillsyn”, process: bara i A" in told and "”Klagomål”, process: bara i B" in told
    assert "Avgift" not in told and "Anmälan" not in told

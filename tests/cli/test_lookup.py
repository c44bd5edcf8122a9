"""``explain``, ``checks``, ``schema`` and ``--version``: what there is to look up."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from procmap.read.schema import KINDS

Run = Callable[..., Result]


@pytest.mark.parametrize("asked", ["KNO029", "kno029", "kno29", "nobody-asked-why", "Nobody-Asked-Why"])
def test_explain_by_code_or_name(asked: str, run: Run) -> None:
    result = run("explain", asked)
    if asked == "kno29":
        assert (result.exit_code, "Menade du KNO029?" in result.stderr) == (2, True)
        return
    assert result.exit_code == 0
    assert result.stdout.startswith("KNO029 nobody-asked-why  fråga\n")
    assert "How it can be written" in run("explain", asked, "--lang", "en").stdout


def test_explain_speaks_of_the_example_that_it_shows(run: Run) -> None:
    said = run("explain", "KNO010").stdout
    assert said.count("Excel-lista över nya verksamheter") == 4
    assert "…" not in said


@pytest.mark.parametrize(
    ("language", "words", "title"),
    [("sv", "Det saknas ett kolon. Skriv - H", "rad 3"), ("en", "A colon is missing. Write - H", "line 3")],
)
def test_explain_shows_what_the_reader_says_of_an_example(language: str, words: str, title: str, run: Run) -> None:
    said = run("explain", "DOC018", "--lang", language).stdout
    assert words in said
    assert title in said
    assert "…" not in said
    assert "  - Handläggare - granska ansökan\n" in said and "  - Handläggare: granska ansökan\n" in said


def test_every_finding_can_be_explained(run: Run) -> None:
    said = run("check", ".").stdout
    codes = set(re.findall(r"\[([A-Z]{3}\d{3}) ", said))
    assert len(codes) > 2
    assert all(run("explain", code).exit_code == 0 for code in codes)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_help_names_each_subject_that_there_is(language: str, run: Run) -> None:
    """The help page imports no checks, so its words stand beside them."""
    checks = json.loads(run("checks", "--format", "json").stdout)["checks"]
    words = set(re.findall(r"\b[A-Z]{3}(?=\s+[a-zA-Z])", run("checks", "--help", "--lang", language).stdout))
    assert words == {check["code"][:3] for check in checks}


def test_checks_for_people_and_programs(run: Run) -> None:
    codes = re.findall(r"^[A-Z]{3}\d{3}", run("checks").stdout, re.MULTILINE)
    report = json.loads(run("checks", "--format", "json").stdout)
    assert [check["code"] for check in report["checks"]] == codes
    assert {"DOC001", "CFG001", "FLW001", "KNO029", "PRO001"} <= set(codes)


def test_the_overview_has_colours_when_wished(run: Run) -> None:
    assert "\x1b[" in run("checks", env={"FORCE_COLOR": "1"}).stdout
    assert "\x1b[" not in run("checks", env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout


def test_schema_lists_prints_and_saves(run: Run, folder: Path) -> None:
    assert tuple(run("schema").stdout.split()) == KINDS
    printed = run("schema", "process").stdout
    assert json.loads(printed)["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert run("schema", "process", "-o", "ny/process.schema.json").exit_code == 0
    assert (folder / "ny" / "process.schema.json").read_text(encoding="utf-8") == printed


NO_SCHEMAS = (["recept"], ["-o", "x.json"], ["process", "-o", "."], ["process", "-o", "karta.yaml/x"])


@pytest.mark.parametrize("arguments", NO_SCHEMAS, ids=" ".join)
def test_schema_that_cannot_be(arguments: list[str], run: Run, folder: Path) -> None:
    before = sorted(path.name for path in folder.iterdir())
    result = run("schema", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("procmap: ")
    assert sorted(path.name for path in folder.iterdir()) == before


def test_version_tells_all_three(run: Run) -> None:
    procmap, python, graphviz = run("--version").stdout.splitlines()
    assert re.fullmatch(r"procmap \d+\.\d+\.\d+\S*", procmap)
    assert re.fullmatch(r"Python 3\.\d+\.\d+", python)
    assert graphviz.startswith("Graphviz: ")


def test_version_without_graphviz_says_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("procmap.draw.engine.find_engine", lambda: None)
    assert 'pip install "procmap[dot]"' in run("--version").stdout
    assert "none found" in run("--version", "--lang", "en").stdout


def test_the_program_and_the_module_are_one(start: Callable[..., subprocess.CompletedProcess[str]], run: Run) -> None:
    assert start("checks", "--format", "json").stdout == run("checks", "--format", "json").stdout

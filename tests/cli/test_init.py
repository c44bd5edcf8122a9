"""``procmap init``: from nothing to a map that can be checked."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import Result

from procmap.report.cells import cells

Run = Callable[..., Result]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_template_is_a_map_without_errors(language: str, run: Run, folder: Path) -> None:
    made = run("init", "ny", "--lang", language)
    assert made.exit_code == 0
    assert "ny/process.yaml" in made.stdout
    result = run("check", "ny", "--format", "json", "--lang", language)
    assert result.exit_code == 0
    report = json.loads(result.stdout)
    assert [document["kind"] for document in report["documents"]] == ["process"]
    assert "error" not in {finding["kind"] for finding in report["findings"]}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_editor_finds_its_schema(language: str, run: Run, folder: Path) -> None:
    run("init", "ny", "--lang", language)
    text = (folder / "ny" / "process.yaml").read_text(encoding="utf-8")
    first, *lines = text.splitlines()
    schema = folder / "ny" / first.removeprefix("# yaml-language-server: $schema=")
    validator = jsonschema.Draft7Validator(json.loads(schema.read_text(encoding="utf-8")))
    assert list(validator.iter_errors(yaml.load(text, yaml.BaseLoader))) == []
    assert 20 <= len(lines) <= 30
    assert sum("#" in line for line in lines) >= 8
    assert all(cells(line) <= 100 for line in lines)


def test_what_to_do_next_can_be_done(run: Run) -> None:
    for language in ("sv", "en"):
        said = run("init", f"ny-{language}", "--lang", language).stdout
        commands = [line.partition("procmap ")[2].split() for line in said.splitlines() if "procmap " in line]
        assert [command[0] for command in commands] == ["check", "draw"]
        assert "?" in run(*commands[0]).stdout
        assert ("Ask" in run(*commands[0]).stdout) == (language == "en")


def test_what_exists_is_left_as_it_is(run: Run, folder: Path) -> None:
    (folder / "process.yaml").write_text("vår egen", encoding="utf-8")
    result = run("init")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "procmap init NY-MAPP" in result.stderr
    assert (folder / "process.yaml").read_text(encoding="utf-8") == "vår egen"
    assert not (folder / ".procmap").exists()


def test_here_without_a_folder(run: Run, folder: Path) -> None:
    assert run("init").exit_code == 0
    assert (folder / "process.yaml").exists()


@pytest.mark.parametrize("name", ["karta.yaml", "karta.yaml/under"])
def test_where_nothing_can_be_written(name: str, run: Run) -> None:
    result = run("init", name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("given", "write"),
    [
        ("skolskjuts.yaml", "procmap init skolskjuts"),
        ("kartor/skolskjuts.YML", "procmap init kartor/skolskjuts"),
        ("min karta.yml", 'procmap init "min karta"'),
    ],
)
def test_the_name_of_a_file_makes_no_folder(given: str, write: str, run: Run, folder: Path) -> None:
    before = set(folder.rglob("*"))
    result = run("init", given)
    assert (result.exit_code, result.stdout) == (2, "")
    assert write in " ".join(result.stderr.split())
    assert set(folder.rglob("*")) == before

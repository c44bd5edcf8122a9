"""``procmap check --for``: what was looked at is said to people, and to programs nothing changes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
PLANNED = """\
process: Bygglov
owner: Chef
flow:
  - start: Ansökan kommer in
  - Registrator: Registrera
    automation: planned
  - Handläggare: Besluta
"""


@pytest.fixture
def planned(folder: Path) -> str:
    (folder / "bygglov.yaml").write_text(PLANNED, encoding="utf-8")
    return "bygglov.yaml"


def test_it_opens_with_what_was_looked_at(planned: str, run: Run) -> None:
    said = run("check", planned, "--for", "rpa")
    assert said.stdout.startswith("För rpa: det som en robot gör eller ska göra i ”Bygglov”: ”Registrera”.\n\nbygglov.yaml\n")
    assert said.exit_code == 1
    english = run("check", planned, "--for", "rpa", "--lang", "en").stdout
    assert english.startswith("For rpa: what a robot does or is to do in “Bygglov”: “Registrera”.\n\n")


def test_the_configuration_may_ask_for_it(planned: str, run: Run, folder: Path) -> None:
    (folder / "procmap.toml").write_text('for = ["rpa"]\n', encoding="utf-8")
    assert run("check", planned).stdout.startswith("För rpa: ")


@pytest.mark.parametrize("arguments", [(), ("--for", "e-service"), ("--for", "journey")])
def test_otherwise_nothing_is_said_of_it(planned: str, arguments: tuple[str, ...], run: Run) -> None:
    assert "För rpa" not in run("check", planned, *arguments).stdout


def test_programs_are_told_nothing_new(planned: str, run: Run) -> None:
    report = json.loads(run("check", planned, "--for", "rpa", "--format", "json").stdout)
    assert set(report) == {"version", "documents", "findings"}
    assert {row["code"] for row in report["findings"]} >= {"RPA063", "RPA080"}

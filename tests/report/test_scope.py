"""Which part of each process was looked at, said first."""

from __future__ import annotations

import re

import pytest

from procmap.checks.engine import check
from procmap.read.reading import read_text
from procmap.report.locate import locate_all
from procmap.report.scope import scope_for_robots
from procmap.report.terminal import terminal_report

MAP = """\
process: Bygglov
{keys}
lanes:
  registrator: Registrator
  robot: {{name: Robot, kind: robot}}
flow:
  - registrator: Registrera
{step}
  - registrator: Arkivera
"""
CASES = {
    "nothing is said": ("", "", "För rpa: hela ”Bygglov”, eftersom `automate` inte säger vad en robot ska göra."),
    "nobody knew": ("automate: ??", "", "För rpa: hela ”Bygglov”, eftersom `automate` inte säger vad en robot ska göra."),
    "a step is named": ("automate: Arkivera", "", "För rpa: det som `automate` nämner i ”Bygglov”: ”Arkivera”."),
    "a role is named": (
        "automate: registrator",
        "",
        "För rpa: det som `automate` nämner i ”Bygglov”: allt som Registrator gör.",
    ),
    "a step is planned": (
        "",
        "    automation: planned",
        "För rpa: det som en robot gör eller ska göra i ”Bygglov”: ”Registrera”.",
    ),
    "a robot does something": (
        "",
        "  - robot: Hämta",
        "För rpa: det som en robot gör eller ska göra i ”Bygglov”: ”Hämta”.",
    ),
    "nothing is to be automated": ("automate: n/a", "", "För rpa: inget i ”Bygglov”, eftersom `automate` säger n/a."),
}


@pytest.mark.parametrize(("keys", "step", "said"), CASES.values(), ids=CASES)
def test_what_is_looked_at_is_said(keys: str, step: str, said: str) -> None:
    reading = read_text(MAP.format(keys=keys, step=step))
    assert [text("sv") for text in scope_for_robots(reading.map)] == [said]


def test_processes_of_which_the_same_is_said_share_a_sentence() -> None:
    documents = [MAP.format(keys="automate: n/a", step="").replace("Bygglov", name) for name in ("Bygglov", "Rivning")]
    said = [text("sv") for text in scope_for_robots(read_text("---\n".join(documents)).map)]
    assert said == ["För rpa: inget i ”Bygglov” och ”Rivning”, eftersom `automate` säger n/a."]


def test_what_residents_do_themselves_is_not_spoken_of() -> None:
    reading = read_text("collaboration: Ansöka\npools:\n  sokande:\n    name: Sökande\n    flow:\n      - Ansöker\n")
    assert list(scope_for_robots(reading.map)) == []


@pytest.mark.parametrize("compared", [True, False])
def test_it_opens_the_report_whatever_is_found(compared: bool) -> None:
    reading = read_text(MAP.format(keys="", step=""))
    report = terminal_report((), reading, "en", compared=compared, scope=scope_for_robots(reading.map), width=200)
    first, blank, *rest = report.splitlines()
    assert first == "For rpa: all of “Bygglov”, since `automate` does not say what a robot is to do."
    assert blank == ""
    assert rest


def test_what_blocks_comes_first_for_each_role() -> None:
    reading = read_text(MAP.format(keys="automate: Registrera", step=""), "bygglov.yaml")
    lines = terminal_report(locate_all(check(reading.map, packs=["rpa"]), reading), reading, "sv").splitlines()
    assert any(re.match(r"  \d+:\d+  hinder", line) for line in lines)
    for group in "\n".join(lines).split("\nFråga "):
        there = [kind == "hinder" for kind in re.findall(r"^  \d+:\d+  (\w+)", group, re.MULTILINE)]
        assert there == sorted(there, reverse=True)

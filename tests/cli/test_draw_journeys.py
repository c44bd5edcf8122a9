"""``procmap draw`` where there are journeys: what is drawn of them, and where it goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

MAP = """\
catalogue: Gemensamt
personas:
  karin: {name: Närstående}
---
process: Bygglov
flow:
  - Registrator: Registrera
---
journey: Bygga altan
persona: karin
phases:
  - phase: Under
    steps:
      - step: Ansöker
        touchpoints:
          - eservice: bygglov/Registrera
"""
JOURNEY = """\
journey: Bo kvar
phases:
  - phase: Före
    steps: [Undrar]
"""


@pytest.fixture(autouse=True)
def maps(folder: Path) -> None:
    (folder / "karta.yaml").write_text(MAP, encoding="utf-8")
    (folder / "resa.yaml").write_text(JOURNEY, encoding="utf-8")
    for path in folder.glob("*.yaml"):
        if path.name not in ("karta.yaml", "resa.yaml"):
            path.unlink()


PLACES = {
    "a journey beside its file": (["resa.yaml"], ["resa.svg"]),
    "a blueprint beside its file": (["resa.yaml", "--view", "blueprint"], ["resa-blueprint.svg"]),
    "in a file": (["karta.yaml", "--view", "journey", "-o", "b.svg"], ["b.svg"]),
    "everything in a folder": ([".", "-o", "ny/"], ["ny/bo-kvar.svg", "ny/bygga-altan.svg", "ny/bygglov.svg"]),
    "the processes alone": ([".", "--view", "flow", "-o", "ny/"], ["ny/bygglov.svg"]),
    "the journeys alone": ([".", "--view", "journey", "-o", "ny/"], ["ny/bo-kvar.svg", "ny/bygga-altan.svg"]),
    "their blueprints": (
        [".", "--view", "blueprint", "-o", "ny/"],
        ["ny/bo-kvar-blueprint.svg", "ny/bygga-altan-blueprint.svg"],
    ),
    "graphs are of processes": ([".", "--format", "dot", "-o", "ny/"], ["ny/bygglov.dot"]),
    "a graph in a file": (["karta.yaml", "-o", "b.dot"], ["b.dot"]),
    "one of them": (["karta.yaml", "--only", "bygga-altan", "-o", "b.svg"], ["b.svg"]),
}


@pytest.mark.parametrize(("arguments", "made"), PLACES.values(), ids=PLACES)
def test_where_pictures_go(arguments: list[str], made: list[str], run: Run, folder: Path) -> None:
    before = set(folder.rglob("*"))
    result = run("draw", *arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    new = sorted(path for path in set(folder.rglob("*")) - before if path.is_file())
    assert [path.relative_to(folder).as_posix() for path in new] == made


def test_a_journey_is_drawn_with_the_map_around_it(run: Run) -> None:
    journey = run("draw", "karta.yaml", "--view", "journey", "-o", "-").stdout
    assert "Närstående" in journey
    assert "Framför scenen" not in journey
    assert run("draw", "karta.yaml", "--only", "bygga-altan", "-o", "-").stdout == journey
    blueprint = run("draw", "karta.yaml", "--view", "blueprint", "-o", "-", "--lang", "en").stdout
    assert "bygglov/registrera" in blueprint
    assert "Front stage" in blueprint


WRONG = {
    "a process and a journey into one file": (["karta.yaml", "-o", "b.svg"], "bygglov, bygga-altan"),
    "several journeys into one file": ([".", "--view", "journey", "-o", "b.svg"], "bygga-altan, bo-kvar"),
    "no journey of that name": (["resa.yaml", "--view", "journey", "--only", "annat"], "annat"),
    "a journey as a flow": (["resa.yaml", "--view", "flow"], "resa.yaml"),
    "a journey as a graph": (["resa.yaml", "--view", "journey", "--format", "dot"], "svg"),
}


@pytest.mark.parametrize(("arguments", "said"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_drawn_leaves_nothing_behind(arguments: list[str], said: str, run: Run, folder: Path) -> None:
    before = set(folder.rglob("*"))
    for language in ("sv", "en"):
        result = run("draw", *arguments, "--lang", language)
        assert (result.exit_code, result.stdout) == (2, "")
        assert said in result.stderr
        assert result.stderr.count("\n") == 1
    assert set(folder.rglob("*")) == before


def test_findings_are_shown_in_a_journey(run: Run, folder: Path) -> None:
    text = JOURNEY.replace("steps: [Undrar]", "steps:\n      - step: Undrar\n        wait_time: ??")
    (folder / "resa.yaml").write_text(text, encoding="utf-8")
    assert "Att prata om" in run("draw", "resa.yaml", "-o", "-", "--badges").stdout

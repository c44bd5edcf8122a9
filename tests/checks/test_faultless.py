"""Small maps that a team has answered every question about: no pack finds anything in them, and each is proved sound."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import procmap
from procmap.checks.check import PACKS

FOLDER = Path(__file__).parents[2] / "examples" / "tio-tjanster"
FILES = sorted(FOLDER.glob("*.yaml"))
TODAY = date(2026, 11, 30)

each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def test_there_are_ten() -> None:
    assert len(FILES) == 10


@each_file
@pytest.mark.parametrize(
    "packs", [(), *((pack,) for pack in PACKS), PACKS], ids=lambda packs: "+".join(packs) or "first"
)
def test_nothing_is_found(file: Path, packs: tuple[str, ...]) -> None:
    reading = procmap.read(file)
    findings = procmap.check(reading.map, packs=packs, today=TODAY, sources=reading.sources)
    assert [
        f"{finding.code} {finding.refs[:1]} {finding.message('sv')}" for finding in (*reading.findings, *findings)
    ] == []


def test_nothing_is_found_in_all_of_them_together() -> None:
    reading = procmap.read(FOLDER)
    findings = procmap.check(reading.map, packs=PACKS, today=TODAY, sources=reading.sources)
    assert [finding.message("sv") for finding in (*reading.findings, *findings)] == []


@each_file
def test_every_case_can_finish(file: Path) -> None:
    for process in procmap.read(file).map.processes:
        assert procmap.verify(process).verdict == "sound"

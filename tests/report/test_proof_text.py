"""Proofs in words of the map: cases as data, with what is said of each in both languages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

import procmap
from procmap.graph.soundness_words import Account
from procmap.read.reading import Reading, read_text
from procmap.report.cells import cells
from procmap.report.proof_text import Proved, proof_report
from procmap.text import LANGUAGES, Language

CASES = yaml.safe_load(Path(__file__).with_name("proofs.yaml").read_text(encoding="utf-8"))


def report(reading: Reading, language: Language = "sv", width: int = 80) -> str:
    proved = []
    for process in reading.map.processes:
        proof = procmap.verify(process, map=reading.map)
        proved.append(Proved(process, proof, Account(process, proof, reading.map)))
    return proof_report(proved, reading, language, width=width)


def sentences(text: str) -> str:
    """What is said of the first process in sentences: without its heading, the way, and what stands below all."""
    lines = text.split("\n\nHär räknas")[0].split("\n\nHere every")[0].split("\n<text>")[0].splitlines()[1:]
    told = [line for line in lines if not re.match(r"    +(\d+\. |\S)|  .*(dit|there):$", line)]
    return " ".join(" ".join(told).split())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_what_is_said(case: dict[str, Any]) -> None:
    reading = read_text(case["map"])
    assert [finding.message("en") for finding in reading.findings] == []
    for language in LANGUAGES:
        assert sentences(report(reading, language)).startswith(case[language])
        if procmap.verify(reading.map.processes[0], map=reading.map).reason is None:
            assert sentences(report(reading, language)) == case[language]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
@pytest.mark.parametrize("width", [40, 80])
def test_lines_keep_within_the_width_and_name_no_id(case: dict[str, Any], width: int) -> None:
    reading = read_text(case["map"])
    for language in LANGUAGES:
        text = report(reading, language, width)
        assert all(cells(line) <= width for line in text.splitlines() if "<text>" not in line)
        assert not any(id in text for id in (".join", ".merge", ".next", ".out", ".race", ".timer"))


def test_of_a_long_way_the_beginning_and_the_end_are_shown() -> None:
    steps = "".join(f"  - A: Steg {number}\n" for number in range(1, 60))
    text = report(
        read_text(
            f"process: P\nflow:\n{steps}  - parallel: Dela\n    branches:\n      - A: Ett\n"
            "      - - A: Klart?\n          branches: {ja: , nej: [{end: Slut}]}\n"
        )
    )
    lines = [line.strip() for line in text.splitlines()]
    assert "1. ”Steg 1”" in lines and "6. ”Steg 6”" in lines
    assert "…" in lines
    assert not any("”Steg 20”" in line for line in lines)
    assert any(line.startswith("63. Slutet ”Slut” nås") for line in lines)

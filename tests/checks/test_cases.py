"""The corners of each check, as data: ``cases/<CODE>.yaml``.

A case has a name, the part of the faultless map that it replaces, and what the check then finds: for each
finding the places, without the document, the main one first. ``says``, ``asks`` and ``role`` are the Swedish words of
the first finding; ``packs`` is what was asked for, where that matters. Only the check of the file's name is run, so a
case speaks of nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from procmap.checks import catalogue
from procmap.checks.configuration import Configuration
from procmap.finding import Finding

FILES = sorted(Path(__file__).with_name("cases").glob("*.yaml"))
CASES = [
    pytest.param(file.stem, case, id=f"{file.stem}: {case['case']}")
    for file in FILES
    for case in yaml.safe_load(file.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_case(code: str, case: dict[str, Any], found: Callable[..., tuple[Finding, ...]]) -> None:
    settled = Configuration(thresholds=case.get("thresholds", {}))
    packs = case.get("packs", ())
    findings = found(case["map"], packs=packs, select=[code], configuration=settled, today=date(2026, 11, 23))
    assert [" ".join(place(str(ref)) for ref in finding.refs) for finding in findings] == case["finds"]
    for key, text in (("says", "message"), ("asks", "question"), ("role", "role")):
        if key in case:
            assert getattr(findings[0], text)("sv") == case[key]


def place(ref: str) -> str:
    """A Ref without its document: ``granska.why``, ``.owner`` for the document's own."""
    return ref.removeprefix("livsmedel").removeprefix("/") or "."


def test_every_check_has_cases_and_every_file_a_check() -> None:
    assert {file.stem for file in FILES} == {check.code for check in catalogue.load().checks}

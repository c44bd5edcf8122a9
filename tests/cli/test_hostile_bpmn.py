"""Hostile and broken files of BPMN, through the program: nothing leaks, nothing is garbled, and it ends as it should."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

KNOWN = runpy.run_path(str(Path(__file__).parents[1] / "bpmn_hostile.py"))
HOSTILE: dict[str, tuple[bytes, int]] = KNOWN["HOSTILE"]
SECRET: str = KNOWN["SECRET"]
each = pytest.mark.parametrize("name", HOSTILE)


@pytest.fixture
def place(folder: Path) -> Path:
    (folder / "hemligt.txt").write_text(SECRET, encoding="utf-8")
    return folder


@each
def test_check_says_what_is_wrong(name: str, place: Path, run: Run) -> None:
    data, code = HOSTILE[name]
    (place / "fil.bpmn").write_bytes(data)
    result = run("check", "fil.bpmn", "--fail-on", "error", "--ignore", "FLW,KNO")
    assert result.exit_code == code, result.output[:2000]
    assert (code == 0) is ("  fel  " not in result.stdout)
    for wrong in (SECRET, "root:", "\ufffd", "Ã"):
        assert wrong not in result.output


@each
def test_nothing_breaks_that_uses_it(name: str, place: Path, run: Run) -> None:
    """Proving and drawing end with what they promise, and leave no half of a picture."""
    data, code = HOSTILE[name]
    (place / "fil.bpmn").write_bytes(data)
    assert run("verify", "fil.bpmn").exit_code in ((2,) if code == 2 else (0, 1, 3))
    drawn = run("draw", "fil.bpmn", "-o", "ut/")
    assert drawn.exit_code == (2 if code == 2 else 0), drawn.output[:2000]
    assert (place / "ut").exists() is (code != 2)

"""What others may rely on: a name that leaves this list breaks somebody's script, and one that enters it stays."""

from __future__ import annotations

import importlib
import inspect
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

import procmap

NAMES = """
    Annotation Association AttributeChange BadConfiguration BadUsage CallActivity CannotDraw CannotRead
    CannotWrite Case Catalogue Collaboration Comparison Data DataAssociation DataReference Deadline Decision
    Diagram Difference Disputed Duration EService Event Evidence ExceptionCase Finding Gateway Gdpr Given
    GlobalTask Group Handover Identification InvalidMap Journey Lane LegalBasis Limit Measure Message MessageFlow
    Money NOT_APPLICABLE NoDocument NotApplicable Opportunity Persona Phase Place Pool Process ProcessMap
    ProcmapError Provenance Reading Ref Rule Says SequenceFlow Signal Signature Source Statement Step SubProcess
    System Task Touchpoint Trace Translated Trigger Unknown Validation Verification Volume call catalogue check
    collaboration compare draw end evolve exclusive inclusive journey judge parallel phase process question read
    read_text start step subprocess task to verify wait write
"""


def test_the_public_names_are_these() -> None:
    assert procmap.__all__ == sorted(NAMES.split())
    assert set(dir(procmap)) >= {*NAMES.split(), "__version__"}


@pytest.mark.parametrize("name", NAMES.split())
def test_is_there_and_says_what_it_is(name: str) -> None:
    thing = getattr(procmap, name)
    if callable(thing):
        assert (thing.__doc__ or "").strip()


@pytest.mark.parametrize("name", NAMES.split())
def test_comes_out_of_its_room(name: str) -> None:
    """What is imported from deep inside is the same thing, so that ``isinstance`` holds."""
    thing = getattr(procmap, name)
    if isinstance(thing, type) or hasattr(thing, "__code__"):
        assert getattr(importlib.import_module(thing.__module__), name) is thing
        assert name in importlib.import_module(thing.__module__).__all__


def test_other_names_are_missing_as_usual() -> None:
    with pytest.raises(AttributeError, match="no attribute 'score'"):
        procmap.score  # noqa: B018


def test_importing_it_imports_no_room() -> None:
    code = "import procmap, sys; print(*sorted(name for name in sys.modules if name.startswith('procmap.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


@pytest.mark.parametrize("name", ["draw", "read", "verify", "write"])
def test_a_room_can_be_called_by_its_name(name: str) -> None:
    assert callable(getattr(procmap, name))


FUNCTIONS = {
    "draw": "procmap.draw.draw", "read": "procmap.read.reading", "verify": "procmap.verify.verify",
    "write": "procmap.write.write",
}  # fmt: skip


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_room_shows_what_it_is_called_with(name: str) -> None:
    """What a notebook or an editor shows."""
    shown = inspect.signature(getattr(procmap, name))
    assert shown == inspect.signature(getattr(importlib.import_module(FUNCTIONS[name]), name))
    assert "kwargs" not in shown.parameters


PROCESS = procmap.Process(id="p")
READING = procmap.read_text("process: P\nflow:\n  - A\n")
WRONG: dict[str, tuple[Callable[[], object], str]] = {
    "drawing nothing": (lambda: procmap.draw(None), "NoneType cannot be drawn"),  # type: ignore[arg-type]
    "drawing a collaboration": (lambda: procmap.draw(procmap.Collaboration(id="c")), "Collaboration cannot be drawn by itself"),  # type: ignore[arg-type]
    "drawing a path": (lambda: procmap.draw("a.yaml"), "str cannot be drawn"),  # type: ignore[arg-type]
    "reading nothing": (lambda: procmap.read(None), "NoneType is no path"),  # type: ignore[arg-type]
    "reading an empty path": (lambda: procmap.read(""), "An empty text is no path"),
    "reading a list": (lambda: procmap.read(["a.yaml", "b.yaml"]), "list is no path"),  # type: ignore[arg-type]
    "reading bytes": (lambda: procmap.read("a.yaml", b"b.yaml"), "bytes is no path"),  # type: ignore[arg-type]
    "reading no text": (lambda: procmap.read_text(None), "NoneType is no text"),  # type: ignore[arg-type]
    "reading a path as text": (lambda: procmap.read_text(Path("a.yaml")), "PosixPath is no text|WindowsPath is no text"),  # type: ignore[arg-type]
    "a text without a name": (lambda: procmap.read_text("process: P", None), "NoneType is no name"),  # type: ignore[arg-type]
    "a process without a name": (lambda: procmap.process(None), "NoneType is no name"),  # type: ignore[arg-type]
    "steps that are a sentence": (lambda: procmap.process("P", "A: b"), "str is no steps"),
    "no steps": (lambda: procmap.process("P", None), "NoneType is no steps"),  # type: ignore[arg-type]
    "no phases": (lambda: procmap.journey("J", None), "NoneType is no phases"),  # type: ignore[arg-type]
    "a step without a sentence": (lambda: procmap.task(None), "NoneType is no sentence"),  # type: ignore[arg-type]
    "a wait for a number": (lambda: procmap.wait(3), "int is no sentence"),  # type: ignore[arg-type]
    "going on nowhere": (lambda: procmap.to(None), "NoneType is no sentence"),  # type: ignore[arg-type]
    "changing nothing": (lambda: procmap.evolve(PROCESS, None), "NoneType points at nothing"),  # type: ignore[arg-type]
    "a day in words": (lambda: procmap.check(PROCESS, today="idag"), "str is no day"),  # type: ignore[arg-type]
    "a day with a time": (lambda: procmap.check(PROCESS, today=datetime(2026, 11, 1)), "datetime is no day"),
    "writing a process": (lambda: procmap.write(PROCESS, "a.yaml"), "Process is no Reading"),  # type: ignore[arg-type]
    "writing a map": (lambda: procmap.write(READING.map, "a.yaml"), "ProcessMap is no Reading"),  # type: ignore[arg-type]
    "writing nowhere": (lambda: procmap.write(READING, None), "NoneType is no path"),  # type: ignore[arg-type]
    "writing a process as the map": (lambda: procmap.write(READING, "a.yaml", PROCESS), "Process is no map"),  # type: ignore[arg-type]
    "comparing with nothing": (lambda: procmap.compare(PROCESS, None), "NoneType is no map"),  # type: ignore[arg-type]
    "comparing what was read": (lambda: procmap.compare(READING, PROCESS), "Reading is no map"),  # type: ignore[arg-type]
    "proving so many states": (lambda: procmap.verify(PROCESS, bound="tio"), "'tio' is no number of states"),  # type: ignore[arg-type]
    "proving no states": (lambda: procmap.verify(PROCESS, bound=-1), "-1 is no number of states"),
    "proving with what was read": (lambda: procmap.verify(PROCESS, map=READING), "Reading is no map"),  # type: ignore[arg-type]
    "proving nothing": (lambda: procmap.verify(None), "NoneType is no process"),  # type: ignore[arg-type]
}  # fmt: skip


@pytest.mark.parametrize(("call", "said"), WRONG.values(), ids=WRONG)
def test_what_is_given_wrongly_is_answered_with_what_to_give(call: Callable[[], object], said: str) -> None:
    with pytest.raises(procmap.BadUsage, match=f"^{said}.* Give ") as raised:
        call()
    assert " Ge " in raised.value.text.sv


def test_what_was_made_in_python_is_written() -> None:
    made = procmap.Reading(procmap.ProcessMap(processes=(PROCESS,)))
    assert procmap.write(made, "a.yaml").startswith(b"process:")


def test_reading_by_the_name_of_the_room(tmp_path: Path) -> None:
    """Also after something inside was imported, which sets the room in the function's place."""
    importlib.import_module("procmap.read.reading")
    path = tmp_path / "a.yaml"
    path.write_text("process: A\nflow:\n  - Registrator: B\n", encoding="utf-8")
    assert [lane.id for lane in procmap.read(path).map.processes[0].lanes] == ["registrator"]

"""Large folders: by many processes the same is read, said and drawn as by one, and whoever is interrupted ends."""

from __future__ import annotations

import math
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result

from procmap.checks.configuration import Configuration
from procmap.checks.settings import Acceptance
from procmap.cli.at_once import at_once
from procmap.cli.checking import Checked, Wish, check_as_one, check_in_groups
from procmap.cli.paths import read_paths
from procmap.read.reading import read
from procmap.report.json import json_report
from procmap.report.locate import in_order
from procmap.report.terminal import terminal_report

Run = Callable[..., Result]
FIXTURES = Path(__file__).parents[1] / "draw" / "bpmn"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:x">'
SMALL = (
    '<process id="p{n}" name="Ärende {n}"><startEvent id="s" name="Börjar"/><callActivity id="c" name="Anropa" '
    'calledElement="p{other}"/><parallelGateway id="g"/><task id="t" name="Granska {n}"/><exclusiveGateway id="x" '
    'name="Går det?"/><sequenceFlow id="f1" sourceRef="s" targetRef="x"/><sequenceFlow id="f2" name="ja" sourceRef="x" '
    'targetRef="c"/><sequenceFlow id="f3" name="nej" sourceRef="x" targetRef="t"/><sequenceFlow id="f4" sourceRef="c" '
    'targetRef="g"/><sequenceFlow id="f5" sourceRef="t" targetRef="g"/></process>'
)
COUNT = 44


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A folder of files that call each other or not, are alike or broken; it counts as large."""
    monkeypatch.setattr("procmap.cli.groups.MANY", 10)
    monkeypatch.setattr("procmap.cli.paths.MANY", 10)
    folder = tmp_path / "många"
    (folder / "inre").mkdir(parents=True)
    for number in range(COUNT):
        other = number + 1 if number % 5 == 4 else f"borta{number}"
        model = SMALL.format(n=3 if number == 20 else number, other=3 if number == 30 else other)
        model = "<process>" if number == 7 else model
        place = folder / "inre" if number % 3 == 0 else folder
        (place / f"{number:02}.bpmn").write_text(f"{HEAD}{model}</definitions>", encoding="utf-8")
    for path in FIXTURES.glob("*.bpmn"):
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "bild.xml").write_text("<svg/>", encoding="utf-8")
    return str(folder)


def wish(**more: object) -> Wish:
    given = {"packs": ("rpa",), "select": (), "ignore": (), "today": date(2026, 11, 23), "remarks": (), "partial": True}
    return Wish(**{"configuration": Configuration(), **given, **more})  # type: ignore[arg-type]


def shown(checked: Checked) -> tuple[str, str]:
    located = in_order(checked.found)
    reading = checked.reading
    return json_report(located, reading, "en"), terminal_report(located, reading, "sv")


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("asked", [{}, {"select": ("BPM", "DOC")}, {"ignore": ("KNO",), "packs": ()}])
def test_what_is_found_in_groups_is_what_is_found_together(
    asked: dict[str, object], workers: int, large: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("procmap.cli.checking.cores", lambda: workers)
    seen: list[tuple[str, int, int]] = []
    grouped = check_in_groups(wish(**asked), [large], lambda *now: seen.append(now))
    assert grouped is not None
    assert shown(grouped) == shown(check_as_one(wish(**asked), read(large)))
    assert grouped.found
    assert [done for _, done, _ in seen] == sorted({done for _, done, _ in seen})
    assert seen[-1][1:] == (COUNT + 4, COUNT + 4)


ACCEPTED = Configuration(accepted=(Acceptance("KNO030", "p1", "a", "b", date(2026, 11, 23)),))
TOGETHER = {
    "a few files": lambda folder: (wish(), [f"{folder}/allt.bpmn"]),
    "a map in YAML among them": lambda folder: (wish(), [folder, "karta.yaml"]),
    "standard input": lambda folder: (wish(), ["-"]),
    "acceptances": lambda folder: (wish(configuration=ACCEPTED), [folder]),
}


@pytest.mark.parametrize("case", TOGETHER)
def test_what_has_to_be_looked_at_together_is(case: str, large: str) -> None:
    asked, paths = TOGETHER[case](large)
    assert check_in_groups(asked, paths, lambda *now: None) is None


def test_files_opened_by_several_processes_read_the_same(large: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("procmap.cli.at_once.cores", lambda: 2)
    assert repr(read_paths([large, "karta.yaml"], "sv")) == repr(read(large, "karta.yaml"))  # NaN is never the same


@pytest.mark.parametrize("workers", [1, 2])
def test_pictures_of_a_large_folder(workers: int, large: str, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("procmap.cli.drawing.cores", lambda: workers)
    options = ("--format", "dot", "--view", "flow")
    result = run("draw", large, "-o", "ny/", *options)
    assert result.exit_code == 0
    assert result.stderr == f"procmap: Ritat så långt det går. Det finns något att rätta: procmap check {large}\n"
    made = {path.name: path.read_bytes() for path in (folder / "ny").iterdir()}
    monkeypatch.setattr("procmap.cli.groups.MANY", 1000)
    assert run("draw", large, "-o", "en/", *options).exit_code == 0
    assert made == {path.name: path.read_bytes() for path in (folder / "en").iterdir()}
    assert sorted(re.findall(r"ny/(\S+)", result.stdout)) == sorted(made)


def test_a_large_folder_without_anything_to_draw(large: str, run: Run, folder: Path) -> None:
    result = run("draw", large, "-o", "ny/", "--view", "journey")
    assert (result.exit_code, result.stdout) == (2, "")
    assert not (folder / "ny").exists()


def test_work_comes_back_in_order() -> None:
    numbers = list(range(-100, 100))
    assert list(at_once(abs, numbers, 2)) == list(map(abs, numbers))
    assert list(at_once(abs, [], 2)) == []


def test_what_goes_wrong_elsewhere_goes_wrong_here() -> None:
    done = []
    with pytest.raises(ValueError, match="math domain error"):
        done.extend(at_once(math.sqrt, [4] * 50 + [-1] + [4] * 50, 2))


SCRIPT = """\
import multiprocessing, os, signal, sys, time
from procmap.cli.at_once import at_once

def slow(number):
    if number > 40:
        time.sleep(60)
    return number

def deadly(number):
    if number == 40 and multiprocessing.parent_process() is not None:
        os._exit(3)
    return number

def large(number):
    return b"x" * 4_000_000

if __name__ == "__main__":
    if sys.argv[1] == "large":
        found = at_once(large, range(640), 2)
        next(found)
        found.close()
        print(multiprocessing.active_children())
    if sys.argv[1] == "deadly":
        print(list(at_once(deadly, range(200), 2)) == list(range(200)))
    try:
        for number in at_once(slow, range(200 if sys.argv[1] == "slow" else 0), 2):
            if number == 5:
                os.killpg(0, signal.SIGINT)
    except KeyboardInterrupt:
        print(multiprocessing.active_children())
"""


@pytest.mark.parametrize(("work", "said"), [("slow", "[]\n"), ("deadly", "True\n"), ("large", "[]\n")])
def test_whoever_is_interrupted_or_loses_a_helper_leaves_nobody_behind(work: str, said: str, folder: Path) -> None:
    """Ctrl-C is heard by all processes of a terminal; a helper may be ended by a system that lacks memory, or in the
    midst of handing over what it has done."""
    (folder / "arbete.py").write_text(SCRIPT, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "arbete.py", work],
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, said, "")


def test_ctrl_c_in_a_large_folder_ends_with_130_and_a_word(large: str) -> None:
    for number in range(400):
        (Path(large) / f"till{number:03}.bpmn").write_bytes((FIXTURES / "allt.bpmn").read_bytes())
    with subprocess.Popen(
        [sys.executable, "-m", "procmap", "check", large],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as running:
        try:
            running.communicate(timeout=3)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGINT)
            said, complained = running.communicate(timeout=20)
            assert (running.returncode, said, complained) == (130, "", "procmap: Avbrutet.\n")

"""What procmap says of the examples and draws of them is held equal to what somebody has looked at.

``--update-expected`` writes it anew; look at the change before you keep it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from procmap.cli.main import procmap
from procmap.draw.engine import engine_name

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.is_dir())
TODAY = "2026-11-23"
FAULTY = {"livsmedelsregistrering-bpmn"}
"""Examples of what procmap finds: a case can get stuck in them."""

each_example = pytest.mark.parametrize("folder", EXAMPLES, ids=lambda path: path.name)


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-expected"))


def run(monkeypatch: pytest.MonkeyPatch, *args: str) -> tuple[str, int]:
    """What a command prints in the project's own folder, with paths as a newcomer would write them."""
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(procmap, args)
    return result.stdout, result.exit_code


@each_example
@pytest.mark.parametrize(("name", "options"), [("check.txt", ()), ("check.json", ("--format", "json", "--lang", "en"))])
def test_what_is_found(
    folder: Path, name: str, options: tuple[str, ...], update: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    said, code = run(monkeypatch, "check", f"examples/{folder.name}", "--today", TODAY, *options)
    expected = folder / "expected" / name
    if update:
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(said, encoding="utf-8")
    assert code == (folder.name in FAULTY)
    assert said == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(FAULTY))
def test_what_is_proved_of_the_faulty(name: str, update: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    said, code = run(monkeypatch, "verify", f"examples/{name}")
    expected = ROOT / "examples" / name / "expected" / "verify.txt"
    if update:
        expected.write_text(said, encoding="utf-8")
    assert code == 1
    assert said == expected.read_text(encoding="utf-8")


@each_example
def test_the_pictures(folder: Path, update: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not engine_name().startswith("graphviz-pure"):
        pytest.skip("the pictures are drawn with graphviz-pure, which is not installed")
    _, code = run(monkeypatch, "draw", f"examples/{folder.name}", "-o", f"{tmp_path}/")
    assert code == 0
    drawn = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    if update:
        (folder / "expected").mkdir(exist_ok=True)
        for old in (folder / "expected").glob("*.svg"):
            old.unlink()
        for name in drawn:
            shutil.copy(tmp_path / name, folder / "expected" / name)
    assert drawn == {path.name: path.read_text(encoding="utf-8") for path in (folder / "expected").glob("*.svg")}


def test_the_readme_shows_what_procmap_says_of_a_bpmn_file(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = (ROOT / "README.md").read_text(encoding="utf-8").partition("$ procmap check livsmedelsregistrering.bpmn\n")[2]
    monkeypatch.chdir(ROOT / "examples" / "livsmedelsregistrering-bpmn")
    said = CliRunner().invoke(procmap, ["check", "livsmedelsregistrering.bpmn"]).stdout
    assert shown
    assert said.startswith(shown.partition("…\n```")[0])


@each_example
def test_a_first_meeting_fits_a_screen(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said, _ = run(monkeypatch, "check", f"examples/{folder.name}", "--today", TODAY)
    lines = said.splitlines()
    assert all(len(line) <= 80 for line in lines)
    assert len(lines) <= 45


@each_example
def test_the_readme_names_its_sources(folder: Path) -> None:
    text = (folder / "README.md").read_text(encoding="utf-8")
    assert "Källor" in text and "expected/" in text

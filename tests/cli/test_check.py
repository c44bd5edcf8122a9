"""``procmap check`` from the outside: what it prints, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procmap.cli.main import procmap

Run = Callable[..., Result]
Start = Callable[..., "subprocess.CompletedProcess[str]"]


def findings(result: Result) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(result.stdout)["findings"]
    return found


ENDINGS = {
    "questions stop nobody": (["karta.yaml"], 0),
    "an error does": (["trasig.yaml"], 1),
    "one of several": (["karta.yaml", "trasig.yaml"], 1),
    "a folder": (["."], 1),
    "never": (["trasig.yaml", "--fail-on", "never"], 0),
    "from questions upwards": (["karta.yaml", "--fail-on", "ask"], 1),
    "errors only": (["karta.yaml", "--fail-on", "error"], 0),
    "what is not selected": (["trasig.yaml", "--select", "KNO"], 0),
    "what is ignored": (["trasig.yaml", "--ignore", "DOC"], 0),
    "in a list": (["trasig.yaml", "--ignore", "KNO,DOC", "--ignore", "FLW", "--fail-on", "ask"], 0),
    "no such file": (["borta.yaml"], 2),
    "no such code": (["karta.yaml", "--select", "XYZ"], 2),
    "no such kind": (["karta.yaml", "--fail-on", "worst"], 2),
}


@pytest.mark.parametrize(("arguments", "code"), ENDINGS.values(), ids=ENDINGS)
def test_ends_as_promised(arguments: list[str], code: int, run: Run) -> None:
    for language in ("sv", "en"):
        for format in ("text", "json"):
            assert run("check", *arguments, "--lang", language, "--format", format).exit_code == code


def test_points_at_the_line(run: Run) -> None:
    said = run("check", "trasig.yaml").stdout
    assert "trasig.yaml\n  5:5  fel  " in said
    assert "    5 │     tuch_time: 5 min\n      │     ^^^^^^^^^\n" in said
    assert "procmap explain DOC" in said.splitlines()[-1]


def test_a_faultless_map_is_not_praised(run: Run) -> None:
    said = run("check", "karta.yaml", "--select", "DOC").stdout
    assert "inget att fråga om" in said
    assert "Det betyder inte att kartan är färdig" in said


def test_json_keeps_order_and_paths(run: Run, folder: Path) -> None:
    (folder / "b").mkdir()
    for name in ("b/z.yaml", "b/a.yaml", "a.yml"):
        (folder / name).write_text(f"process: {name}\nflow:\n  - Gör\n  - Gör\n", encoding="utf-8")
    report = json.loads(run("check", "b", "karta.yaml", "./a.yml", "--format", "json", "--fail-on", "never").stdout)
    assert [document["path"] for document in report["documents"]] == ["b/a.yaml", "b/z.yaml", "karta.yaml", "a.yml"]
    places = [(row["path"], row["line"] or 0, row["column"] or 0, row["code"]) for row in report["findings"]]
    assert places == sorted(places)
    assert len({place[0] for place in places}) == 4


def test_the_language_changes_words_and_nothing_else(run: Run) -> None:
    swedish, english = (
        findings(run("check", "karta.yaml", "trasig.yaml", "--format", "json", "--lang", language))
        for language in ("sv", "en")
    )
    words = ("message", "question", "role")
    for one, other in zip(swedish, english, strict=True):
        assert one["message"] != other["message"]
        assert {k: v for k, v in one.items() if k not in words} == {k: v for k, v in other.items() if k not in words}


def test_same_map_same_bytes(start: Start) -> None:
    arguments = ("check", ".", "--format", "json", "--today", "2026-11-23")
    outputs = {start(*arguments, env={"PYTHONHASHSEED": str(seed)}).stdout for seed in range(3)}
    assert len(outputs) == 1


def test_standard_input(run: Run, folder: Path) -> None:
    given = (folder / "trasig.yaml").read_bytes()
    result = run("check", "-", "--stdin-filename", "kommun/egen.yaml", input=given)
    assert result.exit_code == 1
    assert "kommun/egen.yaml\n  5:5" in result.stdout
    assert "tuch_time: 5 min" in result.stdout
    assert "<stdin>\n  5:5" in run("check", "-", input=given).stdout


@pytest.mark.parametrize("given", ["", "   \n", "a: 1\n", "- x\n", "%PDF-1.7\n", "\x00", "text"])
def test_what_is_no_map_ends_with_2(given: str, run: Run, folder: Path) -> None:
    (folder / "annat.yaml").write_text(given, encoding="utf-8")
    result = run("check", "annat.yaml")
    assert result.exit_code == 2
    assert "annat.yaml" in result.output
    assert findings(run("check", "annat.yaml", "--format", "json"))


def test_a_folder_without_a_map_ends_with_2(run: Run, folder: Path) -> None:
    (folder / "tom").mkdir()
    result = run("check", "tom")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "procmap init" in result.stderr


def test_baseline_shows_what_is_new(run: Run, folder: Path) -> None:
    (folder / "förr.json").write_text(run("check", ".", "--format", "json").stdout, encoding="utf-8")
    result = run("check", ".", "--baseline", "förr.json", "--fail-on", "ask")
    assert result.exit_code == 0
    assert "Inget nytt" in result.stdout

    karta = folder / "karta.yaml"
    karta.write_text("# en rad till\n" + karta.read_text(encoding="utf-8"), encoding="utf-8")
    assert run("check", ".", "--baseline", "förr.json", "--fail-on", "ask").exit_code == 0

    trasig = folder / "trasig.yaml"
    trasig.write_text(trasig.read_text(encoding="utf-8") + "    sytem: x\n", encoding="utf-8")
    new = findings(run("check", ".", "--baseline", "förr.json", "--format", "json"))
    assert [(row["path"], row["line"]) for row in new] == [("trasig.yaml", 6)]


@pytest.mark.parametrize("name", ["borta.json", "karta.yaml", "."])
def test_a_baseline_that_is_none_ends_with_2(name: str, run: Run) -> None:
    assert run("check", "karta.yaml", "--baseline", name).exit_code == 2


CONFIGURATION = """\
lang = "en"
fail-on = "ask"
ignore = ["KNO"]

[[accepted]]
check = "unknown-key"
element = "bygglov/granska"
reason = "Vi prövar ett eget ord"
role = "Enhetschef"
date = 2026-11-23
"""


def test_configuration_language_kind_and_accepted(run: Run, folder: Path) -> None:
    [row] = [row for row in findings(run("check", "trasig.yaml", "--format", "json")) if row["kind"] == "error"]
    text = CONFIGURATION.replace("unknown-key", row["name"])
    (folder / "procmap.toml").write_text(text, encoding="utf-8")
    result = run("check", "trasig.yaml")
    assert (result.exit_code, "nothing to ask about" in result.stdout) == (0, True)
    assert "inget att fråga om" in run("check", "trasig.yaml", "--lang", "sv").stdout

    (folder / "trasig.yaml").write_text("process: Bygglov\nflow:\n  - Handläggare: Granska\n", encoding="utf-8")
    left = run("check", ".")
    assert left.exit_code == 1
    assert "procmap.toml\n  5  gap  unknown-key at bygglov/granska" in left.stdout


NOT_UNDERSTOOD = ("lang = ", 'lnag = "sv"', 'fail-on = "worst"', "[thresholds]\nx = 1", 'accepted = "allt"', "\x00")


@pytest.mark.parametrize("said", NOT_UNDERSTOOD)
def test_a_configuration_that_is_not_understood_ends_with_2(said: str, run: Run, folder: Path) -> None:
    (folder / "egen.toml").write_text(said, encoding="utf-8")
    result = run("check", "karta.yaml", "--config", "egen.toml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "egen.toml" in result.stderr


def test_a_defect_is_said_in_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise LookupError("oops\x1b[2J\nmore")

    monkeypatch.setattr("procmap.read.reading.read", fail)
    result = run("check", "karta.yaml")
    assert result.exit_code == 70
    assert result.stdout == ""
    assert "procmap: Det här är ett fel i procmap, inte i din karta: LookupError oops␛[2J more." in result.stderr
    assert result.stderr.count("\n") == 1
    assert "defect of procmap's own" in run("check", "karta.yaml", "--lang", "en").stderr


def test_debug_shows_the_traceback(start: Start, folder: Path) -> None:
    broken = folder / "sitecustomize.py"
    broken.write_text("import procmap.read.reading as r\ndef read(*_, **__): 1 / 0\nr.read = read\n", encoding="utf-8")
    path = os.pathsep.join([str(folder), *filter(None, [os.environ.get("PYTHONPATH")]), str(Path(__file__).parents[2])])
    quiet = start("check", "karta.yaml", env={"PYTHONPATH": path})
    assert (quiet.returncode, "Traceback" in quiet.stderr) == (70, False)
    loud = start("--debug", "check", "karta.yaml", env={"PYTHONPATH": path})
    assert (loud.returncode, "Traceback" in loud.stderr, "ZeroDivisionError" in loud.stderr) == (70, True, True)


@pytest.fixture
def breaking(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first of all checks breaks."""
    from dataclasses import replace

    from procmap.checks import catalogue

    def fail(view: object) -> Any:
        raise KeyError("oops\x1b[2J")
        yield

    fail.__module__ = "procmap.checks.flow.fail"
    known = catalogue.load()
    first, *rest = known.checks
    broken = catalogue.Catalogue((replace(first, find=fail), *rest), known.broken)
    monkeypatch.setattr(catalogue, "load", lambda: broken)


@pytest.mark.usefixtures("breaking")
def test_a_check_that_breaks_ends_with_70(run: Run) -> None:
    result = run("check", "karta.yaml", "--format", "json")
    assert (result.exit_code, result.stderr) == (70, "")
    assert "PRO001" in {row["code"] for row in findings(result)}


@pytest.mark.usefixtures("breaking")
@pytest.mark.parametrize("many", [1, 200], ids=["in groups", "together"])
def test_debug_shows_where_a_check_broke(many: int, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("procmap.cli.groups.MANY", many)
    (folder / "bpmn").mkdir()
    for number in range(2):
        model = f'<process id="p{number}"><task id="t"/></process>'
        head = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:x">'
        (folder / "bpmn" / f"{number}.bpmn").write_text(f"{head}{model}</definitions>", encoding="utf-8")
    arguments = ["check", "bpmn", "--format", "json"]
    quiet, loud = (CliRunner().invoke(procmap, [*arguments, *debug]) for debug in ([], ["--debug"]))
    assert (quiet.exit_code, loud.exit_code, quiet.stderr) == (70, 70, "")
    assert loud.stdout == quiet.stdout
    assert "in fail\n" in loud.stderr
    assert loud.stderr.rstrip().endswith("KeyError: 'oops\\x1b[2J'")


def test_colour_follows_terminal_and_wishes(start: Start) -> None:
    def coloured(**env: str) -> bool:
        return "\x1b[" in start("check", "karta.yaml", env=env).stdout

    assert not coloured()
    assert coloured(FORCE_COLOR="1")
    assert not coloured(FORCE_COLOR="1", NO_COLOR="1")
    assert coloured(FORCE_COLOR="1", NO_COLOR="")
    assert "\x1b[" not in start("check", "karta.yaml", "--format", "json", env={"FORCE_COLOR": "1"}).stdout


def test_a_reader_that_goes_away_is_no_failure(folder: Path, start: Start) -> None:
    steps = "".join(f"  - Roll {n}: Steg {n}\n" for n in range(3000))
    (folder / "lång.yaml").write_text(f"process: Lång\nflow:\n{steps}", encoding="utf-8")
    read, write = os.pipe()
    os.close(read)
    done = start("check", "lång.yaml", capture_output=False, stdout=write, stderr=subprocess.PIPE)
    os.close(write)
    assert (done.returncode, done.stderr) == (141, "")


def test_a_terminal_without_our_characters(start: Start) -> None:
    done = start("check", "karta.yaml", env={"PYTHONIOENCODING": "latin-1"}, encoding="latin-1")
    assert done.returncode == 0
    assert "Fråga Administratör:\n  4:5  fråga  Det står inte" in done.stdout
    assert "    ? Vad är" in done.stdout


def test_nobody_is_counted_or_graded(run: Run) -> None:
    for language in ("sv", "en"):
        said = run("check", ".", "--lang", language).stdout.casefold()
        assert not any(word in said for word in ("%", "poäng", "score", "totalt", "total", "betyg", "grade"))


SIGNS = st.sampled_from("abå:- \n\t?#[]{}&*!|>'\"%@`,0\x00\ufeff\u2028")
YAML = st.text(SIGNS | st.characters(), max_size=200).map(lambda text: f"process: x\n{text}".encode("utf-8", "replace"))


@given(data=st.binary(max_size=200) | YAML)
@settings(max_examples=150, deadline=5000, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_input_breaks_it(data: bytes) -> None:
    from click.testing import CliRunner

    result = CliRunner().invoke(procmap, ["check", "-"], input=data)
    assert result.exit_code in (0, 1, 2), result.output
    assert "Traceback" not in result.output
    assert "\x1b" not in result.output

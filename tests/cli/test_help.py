"""Help and complaints: in the language that was asked for, within 80 columns, with examples."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from procmap.cli.commands import COMMANDS
from procmap.cli.main import procmap
from procmap.report.cells import cells

Run = Callable[..., Result]

SWEDISH = re.compile(r"\b(Användning|Flaggor|Exempel|Kommandon|Visa|och|är|inte|som)\b")
ENGLISH = re.compile(r"\b(Usage|Options|Examples|Commands|Show|and|the|not|that)\b")


@pytest.mark.parametrize("name", ["", *COMMANDS])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_help_in_both_languages(name: str, language: str, run: Run) -> None:
    command = [name] if name else []
    first = run("--lang", language, *command, "--help")
    assert first.exit_code == 0
    assert first.stderr == ""
    assert run(*command, "--lang", language, "--help").stdout == first.stdout
    assert run(*command, "-h", f"--lang={language}").stdout == first.stdout
    own, other = (SWEDISH, ENGLISH) if language == "sv" else (ENGLISH, SWEDISH)
    assert own.search(first.stdout)
    assert not other.search(first.stdout)
    assert all(cells(line) <= 80 for line in first.stdout.splitlines())
    examples = re.findall(rf"^  procmap {name}", first.stdout, re.MULTILINE)
    assert len(examples) >= 1


def test_swedish_unless_asked_otherwise(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANG", "LANGUAGE", "LC_ALL"):
        monkeypatch.setenv(name, "en_US.UTF-8")
    assert "Användning" in run("--help").stdout
    assert "Flaggan" in run("--bogus").stderr


def test_the_configuration_of_the_folder_is_heard(run: Run, folder: Path) -> None:
    (folder / "procmap.toml").write_text('lang = "en"\n', encoding="utf-8")
    assert "Usage" in run("--help").stdout
    assert "There is no option" in run("--bogus").stderr
    assert "Användning" in run("--help", "--lang", "sv").stdout


@pytest.mark.parametrize("said", ["lang = \n", 'lang = "de"\n', "\x00", "[tool]\n"])
def test_a_broken_configuration_does_not_stop_the_help(said: str, run: Run, folder: Path) -> None:
    (folder / "procmap.toml").write_text(said, encoding="utf-8")
    assert run("--help").exit_code == 0


def test_the_overview_names_every_command(run: Run) -> None:
    said = run("--help").stdout
    assert [name for name in COMMANDS if re.search(rf"^  {name} +\S", said, re.MULTILINE)] == list(COMMANDS)


def test_with_nothing_to_do_the_overview_is_shown(run: Run) -> None:
    result = run()
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr == run("--help").stdout


COMPLAINTS = {
    "no such option": (
        ["check", "--fro", "rpa", "karta.yaml"],
        "Flaggan --fro finns inte. Menade du --for? Hjälp: procmap check --help",
        "There is no option --fro. Did you mean --for? Help: procmap check --help",
    ),
    "no such option at all": (
        ["--zzz"],
        "Flaggan --zzz finns inte. Hjälp: procmap --help",
        "There is no option --zzz. Help: procmap --help",
    ),
    "an empty argument": (
        ["check", ""],
        "SÖKVÄG är tom. Skriv en fil eller mapp; mappen som du står i är en punkt.",
        "PATH is empty. Write a file or folder; the folder that you are in is a dot.",
    ),
    "a place that is empty": (
        ["draw", "karta.yaml", "-o", ""],
        "--output är tom. Skriv en fil eller mapp; mappen som du står i är en punkt.",
        "--output is empty. Write a file or folder; the folder that you are in is a dot.",
    ),
    "no such command": (
        ["chek"],
        "Kommandot chek finns inte. Menade du check?",
        "There is no command chek. Did you mean check?",
    ),
    "no argument": (
        ["check"],
        "SÖKVÄG saknas. Hjälp: procmap check --help",
        "PATH is missing. Help: procmap check --help",
    ),
    "no value": (
        ["check", "karta.yaml", "--baseline"],
        "Flaggan --baseline ska följas av ett värde. Hjälp: procmap check --help",
        "The option --baseline needs a value. Help: procmap check --help",
    ),
    "a value too much": (
        ["check", "karta.yaml", "--debug=ja"],
        "Flaggan --debug tar inget värde. Hjälp: procmap check --help",
        "The option --debug takes no value. Help: procmap check --help",
    ),
    "an argument too much": (
        ["explain", "DOC001", "DOC002"],
        "Det här är för mycket på raden: DOC002",
        "This is too much on the line: DOC002",
    ),
    "no such choice": (
        ["check", "karta.yaml", "--for", "robot"],
        "--for kan inte vara robot. Välj bland: rpa, e-service, journey, sharing",
        "--for cannot be robot. Choose from: rpa, e-service, journey, sharing",
    ),
    "no such language": (
        ["check", "karta.yaml", "--lang", "de"],
        "--lang kan inte vara de. Välj bland: sv, en",
        "--lang cannot be de. Choose from: sv, en",
    ),
    "no date": (
        ["check", "karta.yaml", "--today", "2026-02-30"],
        "--today ska vara ett datum som 2026-11-23, inte 2026-02-30.",
        "--today is a date such as 2026-11-23, not 2026-02-30.",
    ),
    "no shell": (
        ["completion", "ksh"],
        "SKAL kan inte vara ksh. Välj bland: bash, zsh, fish",
        "SHELL cannot be ksh. Choose from: bash, zsh, fish",
    ),
    "no check": (
        ["explain", "doc1"],
        "Ingen kontroll heter doc1; procmap checks visar alla. Menade du DOC001?",
        "There is no check called doc1; procmap checks lists them all. Did you mean DOC001?",
    ),
    "no file": (
        ["check", "borta.yaml"],
        "Filen borta.yaml finns inte.",
        "There is no file borta.yaml.",
    ),
    "standard input and a file": (
        ["check", "-", "karta.yaml"],
        "- läser en karta från standard in, och kan inte stå tillsammans med karta.yaml.",
        "- reads a map from standard input, and cannot stand together with karta.yaml.",
    ),
    "standard input twice": (
        ["check", "-", "-"],
        "- läser en karta från standard in, och kan bara stå en gång.",
        "- reads a map from standard input, and can stand only once.",
    ),
    "standard input compared with itself": (
        ["diff", "-", "-"],
        "- läser en karta från standard in, och kan bara stå en gång.",
        "- reads a map from standard input, and can stand only once.",
    ),
    "no configuration": (
        ["check", "karta.yaml", "--config", "karta.yaml"],
        "--config ska vara en fil som slutar på .toml, inte karta.yaml.",
        "--config is a file that ends in .toml, not karta.yaml.",
    ),
    "an escape sequence": (
        ["\x1b[2J"],
        "Kommandot ␛[2J finns inte.",
        "There is no command ␛[2J.",
    ),
}


@pytest.mark.parametrize(("arguments", "swedish", "english"), COMPLAINTS.values(), ids=COMPLAINTS)
def test_complaints_in_both_languages(arguments: list[str], swedish: str, english: str, run: Run) -> None:
    for language, words in (("sv", swedish), ("en", english)):
        result = run("--lang", language, *arguments)
        assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"procmap: {words}\n")


def test_help_imports_no_command(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("a command was imported")

    monkeypatch.setattr("procmap.cli.main.import_module", fail)
    assert run("--help").exit_code == 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(shell: str, run: Run) -> None:
    result = run("completion", shell)
    assert result.exit_code == 0
    assert "_PROCMAP_COMPLETE" in result.stdout


def test_completion_offers_commands_options_and_values(start: Callable[..., object]) -> None:
    def offered(*words: str) -> list[str]:
        asked = {"_PROCMAP_COMPLETE": "bash_complete", "COMP_WORDS": " ".join(words), "COMP_CWORD": str(len(words) - 1)}
        return [line.partition(",")[2] for line in start(env=asked).stdout.split()]  # type: ignore[attr-defined]

    assert offered("procmap", "ch") == ["check", "checks"]
    assert offered("procmap", "check", "--for", "") == ["rpa", "e-service", "journey", "sharing"]
    assert "--baseline" in offered("procmap", "check", "--")


def test_every_command_is_named_as_it_is_called() -> None:
    assert [procmap.get_command(None, name).name for name in COMMANDS] == list(COMMANDS)  # type: ignore[arg-type, union-attr]

"""The report that people read."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.finding import KINDS, Finding, Kind, Place
from procmap.read.reading import read_text
from procmap.ref import Ref
from procmap.report.cells import cells
from procmap.report.locate import locate_all
from procmap.report.terminal import terminal_report
from procmap.text import LANGUAGES, Language, Text

MAP = """\
process: Bygglov
flow:
  - Handläggare: Registrera ansökan
  - Handläggare: Granska
  - Handläggare: Besluta
"""
READING = read_text(MAP, "bygglov.yaml")


def finding(**given: Any) -> Finding:
    usual = {
        "code": "KNO001",
        "name": "nobody-asked-why",
        "kind": "ask",
        "message": Text(sv="Ingen har sagt varför.", en="Nobody has said why."),
        "question": Text(sv="Varför görs det?", en="Why is it done?"),
        "role": Text(sv="Handläggare", en="Handläggare"),
        "refs": (Ref("bygglov", "granska"),),
    }
    return Finding(**{**usual, **given})


def report(*findings: Finding, language: Language = "sv", **options: Any) -> str:
    return terminal_report(locate_all(findings, READING), READING, language, **options)


def test_says_where_what_and_whom_to_ask() -> None:
    assert report(finding()) == (
        "bygglov.yaml\n"
        "Fråga Handläggare:\n"
        "  4:5  fråga  Ingen har sagt varför.\n"
        "    → Varför görs det? [KNO001 nobody-asked-why]\n"
        "\n"
        "Varför, och hur det kan skrivas: procmap explain KNO001\n"
    )


def test_what_is_to_be_mended_is_shown() -> None:
    said = report(finding(kind="error", question=None, role=None))
    assert said.startswith(
        "bygglov.yaml\n"
        "  4:5  fel  Ingen har sagt varför. [KNO001 nobody-asked-why]\n"
        "    4 │   - Handläggare: Granska\n"
        "      │     ^\n"
    )


SHOWN = {
    "a risk whose line has more to tell": ("risk", "Ingen har sagt varför.", True),
    "a risk that tells it all": ("risk", "Ingen har sagt varför ”Granska” görs.", False),
    "a blocker whose line has more to tell": ("blocker", "Ingen har sagt varför.", True),
    "an error always": ("error", "Ingen har sagt varför ”Granska” görs.", True),
    "a gap never": ("gap", "Ingen har sagt varför.", False),
    "a question never": ("ask", "Ingen har sagt varför.", False),
}


@pytest.mark.parametrize(("kind", "message", "shown"), SHOWN.values(), ids=SHOWN)
def test_the_line_stands_there_where_it_says_more(kind: Kind, message: str, shown: bool) -> None:
    said = report(finding(kind=kind, message=Text(sv=message, en=message)))
    assert ("│   - Handläggare: Granska" in said) is shown


def test_what_to_ask_one_role_stands_together() -> None:
    roles = {"granska": "A", "besluta": "B", "registrera-ansokan": "A"}
    found = (finding(refs=(Ref("bygglov", id),), role=Text(sv=role, en=role)) for id, role in roles.items())
    lines = report(*found).splitlines()
    headers = [line for line in lines if line.startswith("Fråga")]
    assert headers == ["Fråga A:", "Fråga B:"]
    starts = [re.findall(r"^  (\d):", line) for line in lines]
    assert [start for (start,) in filter(None, starts)] == ["3", "4", "5"]
    assert lines.index("Fråga B:") > lines.index("  4:5  fråga  Ingen har sagt varför.")


def test_what_nobody_is_asked_has_no_role() -> None:
    asked, error, other = finding(kind="error"), finding(kind="error", question=None), finding(kind="gap", question=None)
    said = report(asked, error, other)
    lines = [line for line in said.splitlines() if re.match(r"\w", line) or re.match(r"  \d", line)]
    assert [line.split("  Ingen")[0] for line in lines[:-1]] == [
        "bygglov.yaml", "  4:5  fel", "Fråga Handläggare:", "  4:5  fel", "Se också över:", "  4:5  lucka"
    ]  # fmt: skip


def test_each_file_is_named_once() -> None:
    found = [finding(refs=(), place=Place(path, line, 1)) for path in ("a.yaml", "b.yaml") for line in (1, 2)]
    lines = report(*found).splitlines()
    assert [line for line in lines if ".yaml" in line] == ["a.yaml", "b.yaml"]


NAME = "Gör det som ska göras och " * 200


def test_a_very_long_name_is_cut() -> None:
    text = Text(sv="Ingen har sagt varför ”{name}” görs.", en="Nobody has said why “{name}” is done.").fill(name=NAME)
    for language in LANGUAGES:
        said = report(finding(message=text, question=text), language=language)
        assert len(said) < 700
        words = " ".join(said.split())
        assert {"sv": "…” görs.", "en": "…” is done."}[language] in words
        assert "Gör det som ska göras och Gör det" in words


def test_the_code_is_not_broken() -> None:
    for length in range(30, 80):
        text = Text(sv="x" * length, en="x")
        assert "[KNO001 nobody-asked-why]\n" in report(finding(message=text, question=None), colour=False)
        assert "[KNO001 nobody-asked-why]\n" in report(finding(question=text), colour=False)


def test_speaks_english_when_asked_to() -> None:
    said = report(finding(), language="en")
    assert "Ask Handläggare:\n  4:5  question  Nobody has said why.\n" in said
    assert "Varför" not in said


def test_without_a_role_or_a_question() -> None:
    assert "\nFråga:\n" in report(finding(role=None))
    assert "Fråga" not in report(finding(question=None))


def test_one_finding_about_several_steps_names_their_lines() -> None:
    steps = tuple(Ref("bygglov", id) for id in ("granska", "besluta", "registrera-ansokan"))
    assert "Också rad 5 och rad 3." in report(finding(refs=steps))
    assert "Also line 5 and line 3." in report(finding(refs=steps), language="en")


def test_errors_come_first_since_the_rest_may_be_their_doing() -> None:
    places = [Place("b.yaml", 1), Place("a.yaml", 1), Place("b.yaml", 9)]
    kinds = ["ask", "gap", "error"]
    said = report(*(finding(refs=(), place=place, kind=kind) for place, kind in zip(places, kinds, strict=True)))
    assert re.findall(r"^\w\.yaml|^  \d", said, re.MULTILINE) == ["a.yaml", "  1", "b.yaml", "  9", "  1"]


def test_what_the_reader_saw_is_not_said_twice() -> None:
    said = report(finding(refs=(Ref("bygglov"),), place=Place("bygglov.yaml", 4, 5, 11)))
    assert "Också" not in said


def test_the_last_line_is_about_the_gravest() -> None:
    said = report(finding(), finding(code="FLW001", kind="error"), finding(code="FLW009", kind="gap"))
    assert said.endswith("procmap explain FLW001\n")


def test_every_kind_has_its_word() -> None:
    said = report(*(finding(kind=kind) for kind in KINDS))
    assert set(re.findall(r":5  (\w+) ", said)) == {"fel", "hinder", "risk", "lucka", "fråga"}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_nothing_found_is_no_praise(language: Language) -> None:
    said = report(language=language)
    assert {"sv": "det vet bara de som gör arbetet", "en": "only those who do the work know"}[language] in " ".join(
        said.split()
    )
    assert report(language=language, compared=True) != said


def test_colours_only_when_asked_for() -> None:
    plain, coloured = report(finding()), report(finding(), colour=True)
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain
    assert coloured.count("\x1b[") == 2 * coloured.count("\x1b[0m")


def test_nothing_is_counted() -> None:
    said = report(*(finding(refs=(Ref("bygglov", id),)) for id in ("granska", "besluta", "registrera-ansokan")))
    assert not re.search(r"\b3 (fynd|frågor|findings)|%|total", said)


def test_a_file_without_a_document_shows_its_line_too() -> None:
    broken = finding(refs=(), kind="error", place=Place("trasig.yaml", 2, 3, 4))
    said = report(broken, texts={"trasig.yaml": b"a: b\n  c: d\n"})
    assert "    2 │   c: d\n      │   ^^^^\n" in said


def test_a_finding_without_a_place() -> None:
    assert report(finding(refs=())).startswith("procmap\nFråga Handläggare:\n  fråga  Ingen")


HOSTILE: tuple[str, ...] = runpy.run_path(str(Path(__file__).parents[1] / "hostile.py"))["HOSTILE"]


@pytest.mark.parametrize("label", HOSTILE, ids=repr)
@pytest.mark.parametrize("colour", [False, True])
def test_hostile_labels_stay_words(label: str, colour: bool) -> None:
    text = Text(sv="”{label}” är oklart.", en="“{label}” is unclear.").fill(label=label)
    said = report(finding(message=text, question=text, role=Text(sv="R {x}", en="R {x}").fill(x=label)), colour=colour)
    plain = re.sub(r"\x1b\[[\d;]*m", "", said) if colour else said
    assert all(character == "\n" or character.isprintable() or character in "\u0301\u200d" for character in plain)
    assert all(cells(line) <= 80 for line in plain.splitlines())


@given(message=st.text(min_size=1), width=st.integers(60, 80))
def test_fits_the_width(message: str, width: int) -> None:
    text = Text(sv="{x}", en="{x}").fill(x=message)
    said = report(finding(message=text, question=text), width=width)
    assert all(cells(line) <= width or "://" in line for line in said.split("\n"))

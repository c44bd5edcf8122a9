"""All that can be said, as people and programs look it up."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from procmap.checks.catalogue import load, notices
from procmap.checks.laid import example_of
from procmap.checks.reading_examples import reading_examples, said_of
from procmap.report.catalogue import explanation, json_catalogue, table
from procmap.report.cells import cells
from procmap.text import Language

NOTICES = notices()
LANGUAGES: tuple[Language, ...] = ("sv", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_explanation_reads_well(language: Language) -> None:
    for notice in NOTICES:
        said = explanation(notice, language)
        assert said.startswith(f"{notice.code} {notice.name}  ")
        words, _, _ = said.partition("\n\n" + {"sv": "Här hittas det", "en": "Found here"}[language])
        assert all(cells(line) <= 80 or "://" in line for line in words.splitlines()), notice.code
        assert not re.search(r"\{\w+\}", words), notice.code
        assert " ".join(notice.rationale(language).split()) in " ".join(said.split())
        assert said.endswith("\n")
        assert "\n\n\n" not in said


def test_a_check_shows_both_of_its_examples() -> None:
    check = load().checks[0]
    said = explanation(check, "en")
    for example in (check.bad, check.good):
        assert "\n".join(f"  {line}".rstrip() for line in example.strip("\n").splitlines()) in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_check_speaks_of_its_own_example(language: Language) -> None:
    for check in load().checks:
        example = example_of(check)
        assert example is not None and example.question and example.role, check.code
        said = " ".join(explanation(check, language, example=example).split())
        for text in (example.message, example.question, example.role):
            assert " ".join(text(language).split()) in said, check.code
        assert "…" not in said.partition(check.rationale(language)[:20])[0], check.code


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_notice_of_the_reader_speaks_of_its_own_example(language: Language) -> None:
    known = {notice.code: notice for notice in NOTICES}
    for code, written in reading_examples().items():
        finding = said_of(code)
        assert finding is not None and finding.place is not None, code
        said = explanation(known[code], language, example=finding)
        assert " ".join(finding.message(language).split()) in " ".join(said.split()), code
        assert {"sv": "det här exemplet, rad ", "en": "this example, line "}[language] in said
        for example in written:
            assert "\n".join(f"  {line}".rstrip() for line in example.strip("\n").splitlines()) in said, code


def test_a_notice_of_the_reader_without_an_example_shows_none() -> None:
    bare = next(notice for notice in NOTICES if notice.code == "DOC023")
    assert "…" in explanation(bare, "sv", example=said_of("DOC023"))
    assert "Så kan det skrivas" not in explanation(bare, "sv")


def test_an_example_that_gives_nothing_leaves_the_words_open() -> None:
    for bad in ("", "flow: [\n", "changes:\n  - at: Ingenstans\n    why: Lagen\n", "process:\nchanges: ]\n", "<process"):
        broken = replace(load().checks[0], bad=bad)
        assert example_of(broken) is None
        assert "…" in explanation(broken, "sv", example=example_of(broken))


def test_a_pack_is_named() -> None:
    asked = replace(load().checks[0], packs=("rpa", "e-service"))
    assert "procmap check --for rpa, procmap check --for e-service" in explanation(asked, "sv")
    assert "(--for rpa, e-service)" in table([asked], "sv").splitlines()[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_fits_and_names_all(language: Language) -> None:
    said = table(NOTICES, language)
    assert all(cells(line) <= 80 for line in said.splitlines())
    assert re.findall(r"^[A-Z]{3}\d{3}", said, re.MULTILINE) == sorted(notice.code for notice in NOTICES)
    assert re.sub(r"\x1b\[[\d;]*m", "", table(NOTICES, language, colour=True)) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_keeps_the_contract(language: Language) -> None:
    report = json.loads(json_catalogue(NOTICES, language))
    assert list(report) == ["version", "checks"]
    assert report["version"] == 1
    keys = ["code", "name", "kind", "packs", "message", "question", "rationale", "source"]
    assert all(list(check) == keys for check in report["checks"])
    assert [check["code"] for check in report["checks"]] == sorted(notice.code for notice in NOTICES)


def test_thresholds_are_shown_as_they_are_written() -> None:
    check = next(notice for notice in notices() if notice.code == "JRN025")
    lines = explanation(check, "sv").splitlines()
    at = lines.index("Gränser, som kan ändras i procmap.toml")
    assert lines[at + 1 : at + 4] == ["  [thresholds]", "  thin-evidence.people = 3", "  thin-evidence.months = 24"]

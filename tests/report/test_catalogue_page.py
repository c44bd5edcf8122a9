"""The page of all checks: every check and every rule of the lists stands there, and it is as the checks are.

``--update-expected`` writes the pages anew.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from procmap.checks.catalogue import left_out, load, notices
from procmap.checks.check import DEFAULT
from procmap.report.catalogue import opened
from procmap.report.catalogue_page import markdown_catalogue
from procmap.text import Language

LANGUAGES: tuple[Language, ...] = ("sv", "en")
PAGES = {language: markdown_catalogue(notices(), left_out(), language) for language in LANGUAGES}

FILES: dict[Language, str] = {"sv": "README.sv.md", "en": "README.md"}
FOLDER = Path(__file__).parents[2] / "procmap" / "checks"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_in_the_project_is_as_the_checks_are(language: Language, request: pytest.FixtureRequest) -> None:
    file = FOLDER / FILES[language]
    if request.config.getoption("--update-expected"):
        file.write_text(PAGES[language], encoding="utf-8")
    assert file.read_text(encoding="utf-8") == PAGES[language]


def section(page: str, code: str) -> str:
    """What stands under the heading of one check."""
    found = re.search(rf"^### {code} .*?(?=^##|\Z)", page, re.DOTALL | re.MULTILINE)
    assert found is not None, code
    return found[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_check_stands_there_with_question_reason_source_and_both_examples(language: Language) -> None:
    for check in load().checks:
        said = section(PAGES[language], check.code)
        assert check.question is not None
        for text in (check.message, check.question, check.rationale):
            assert opened(text, language) in said
        assert check.source in said
        for example in (check.bad, check.good):
            assert example.strip("\n") in said
        for pack in check.packs:
            assert (f"`--for {pack}`" in said) == (DEFAULT not in check.packs)
        for threshold in check.thresholds:
            assert f"`{threshold} = " in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_notice_stands_there_once(language: Language) -> None:
    codes = re.findall(r"^### (\w+) ", PAGES[language], re.MULTILINE)
    assert codes == [notice.code for notice in notices()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_a_row_with_its_check_or_the_reason_why_not(language: Language) -> None:
    rows = dict(re.findall(r"^\| (\S.*?) \| (.+) \|$", PAGES[language], re.MULTILINE))
    for check in load().checks:
        for rule in check.answers:
            assert check.code in rows[rule].split(", ")
    for rule in left_out():
        assert rows[rule] and not re.match(r"[A-Z]{3}\d{3}", rows[rule])


def test_what_nobody_has_verified_is_listed() -> None:
    for language in LANGUAGES:
        for check in load().checks:
            listed = f"- {check.code} {check.name}: " in PAGES[language]
            assert listed == check.unverified

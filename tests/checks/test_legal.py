"""What checks owe when they speak of the law: a question, the section, and the day when somebody read it."""

from __future__ import annotations

import re
from datetime import date

import pytest

from procmap.checks import catalogue, statutes
from procmap.checks.check import Check
from procmap.finding import Notice
from procmap.text import Text

CHECKS = catalogue.load().checks
STATUTE = re.compile(
    r"§|\bartikel \d|\barticle \d|\bsections? \d|\bkap\. \d|\((19|20)\d\d:\d+\)|\(E[UG]\) (nr )?\d+/\d+"
    r"|\w{3,}lagen\b|\w{3,}balken\b|\w{3,}förordningen\b|konventionen\b|\bGDPR\b|\b[A-Z]\w+ Act\b|\b[A-Z]\w+ Convention\b"
)
READ = re.compile(r"(?<!\bej )\b(läst|lästa)\b[^;]* \d{4}-\d\d-\d\d\b")
NOT_READ = re.compile(r"\bej (lästa?|kontrollerade?)\b[^;]* \d{4}-\d\d-\d\d\b")
TO_VERIFY = Text(sv=r"\b(stäm av|kontrollera)\b", en=r"\bverify\b")


def names_a_statute(check: Notice) -> bool:
    """Whether a check gives a law as its source, or speaks of one in what it says, asks or explains."""
    texts = (check.message, check.question, check.rationale)
    return any(STATUTE.search(words) for words in (check.source, *(words for text in texts if text for words in text)))


@pytest.mark.parametrize("check", [each for each in CHECKS if each.unverified], ids=lambda check: check.name)
def test_what_is_not_verified_asks_somebody_to_verify_it(check: Check) -> None:
    for question in filter(None, (check.question, check.gathered_question)):
        for words, asks in zip(question, TO_VERIFY, strict=True):
            assert re.search(asks, words.casefold())


@pytest.mark.parametrize("check", [each for each in CHECKS if names_a_statute(each)], ids=lambda check: check.name)
def test_a_law_is_named_with_the_day_it_was_read(check: Check) -> None:
    assert check.unverified == bool(NOT_READ.search(check.source))
    assert check.unverified or READ.search(check.source)
    assert check.question is not None, "a check asks, and gives no advice"
    for says in (check.message, check.question):
        for words in says:
            assert not re.search(r"§|\bolaglig|\billegal|\bbryter mot|\bviolat|\blagbrott", words), "it judges nobody"


def test_there_are_checks_of_both_sorts() -> None:
    legal = [check for check in CHECKS if names_a_statute(check)]
    assert {check.unverified for check in legal} == {True, False}
    assert {"ESV002", "ESV041", "ESV060", "ESV091", "JRN050"} <= {check.code for check in legal}


LAWS = [each for each in vars(statutes).values() if isinstance(each, statutes.Statute)]


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.name)
def test_a_law_knows_when_it_was_read_and_in_which_text(law: statutes.Statute) -> None:
    assert date.fromisoformat(law.edition) <= date.fromisoformat(law.read)
    assert law.at("1 §").startswith(f"{law.name} 1 §, läst {law.read} ")
    assert READ.search(law.at("1 §"))


def test_what_could_not_be_read_says_so() -> None:
    assert statutes.unread("en lag 1 §", on="2026-11-30") == "en lag 1 §, ej läst 2026-11-30"

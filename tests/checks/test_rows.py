"""Every rule of the lists has one row: the check that is it, the one that asks it, or why no check does."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from procmap.checks import catalogue

LISTS = yaml.safe_load(Path(__file__).with_name("rows.yaml").read_text(encoding="utf-8"))
ROWS = [row for rows in LISTS.values() for row in rows]
CODES = {check.code for check in catalogue.load().checks}
ANSWERED = Counter(row for check in catalogue.load().checks for row in check.answers)
LEFT_OUT = catalogue.left_out()


def own_codes(row: str) -> set[str]:
    """The codes that a check has which is the rule itself: RPA011 for RPA-011, JRN012 or BPR012 for J12."""
    if code := re.fullmatch(r"(RPA|ESV|KNO|SHR)-(\d{3})", row):
        return {code[1] + code[2]}
    if number := re.fullmatch(r"J(\d{2})", row):
        return {f"JRN0{number[1]}", f"BPR0{number[1]}"}
    return set()


@pytest.mark.parametrize("row", ROWS)
def test_every_rule_is_a_check_asked_by_one_or_left_out_with_a_reason(row: str) -> None:
    is_check = bool(own_codes(row) & CODES)
    assert is_check + ANSWERED[row] + (row in LEFT_OUT) == 1, "in one place, and in one only"


def test_nothing_is_answered_or_left_out_that_no_list_has() -> None:
    assert sorted({*ANSWERED, *LEFT_OUT} - {*ROWS}) == []


def test_no_row_stands_twice() -> None:
    assert len(ROWS) == len(set(ROWS))


@pytest.mark.parametrize("row", LEFT_OUT)
def test_what_is_left_out_says_why(row: str) -> None:
    for words in LEFT_OUT[row]:
        assert words.lstrip("”“")[0].isupper() and words.endswith("."), "a sentence"
        assert len(words.split()) > 5

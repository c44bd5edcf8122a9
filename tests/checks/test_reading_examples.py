"""The examples of the reader's notices: each bad one gives its notice alone, each good one is read without a word."""

from __future__ import annotations

import pytest

from procmap.checks.catalogue import notices
from procmap.checks.check import Check
from procmap.checks.reading_examples import ReadingExample, read_example, reading_examples, said_of

EXAMPLES = reading_examples()
NOTICES = {notice.code: notice for notice in notices() if not isinstance(notice, Check)}
every_example = pytest.mark.parametrize(("code", "example"), EXAMPLES.items(), ids=EXAMPLES)
WIDEST = 78
"""What an example may be wide, so that it stands indented on a screen of 80."""


@every_example
def test_the_bad_one_gives_its_notice_alone(code: str, example: ReadingExample) -> None:
    assert {finding.code for finding in read_example(example.bad).findings} == {code}


@every_example
def test_the_good_one_is_read_without_a_word(code: str, example: ReadingExample) -> None:
    assert [finding.message("sv") for finding in read_example(example.good).findings] == []


@every_example
def test_the_good_one_is_what_the_words_say_to_write(code: str, example: ReadingExample) -> None:
    finding = said_of(code)
    assert finding is not None
    for fix in (finding.values.get("fix"), finding.values.get("example")):
        assert not isinstance(fix, str) or "…" in fix or fix in example.good


@every_example
def test_an_example_is_of_what_the_reader_says_and_fits_on_a_screen(code: str, example: ReadingExample) -> None:
    assert code in NOTICES
    assert all(len(line) <= WIDEST for text in example for line in text.splitlines())


def test_a_notice_without_an_example_says_nothing() -> None:
    bare = next(code for code in NOTICES if code not in EXAMPLES)
    assert said_of(bare) is None

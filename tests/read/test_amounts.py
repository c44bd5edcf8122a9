"""Lengths of time as people say them."""

from __future__ import annotations

import pytest

from procmap.read.amounts import read_duration


@pytest.mark.parametrize(
    ("written", "length"),
    [
        ("en kvart", "15 min"),
        ("1 kvart", "15 min"),
        ("tre kvart", "45 min"),
        ("ca en kvart", "ca 15 min"),
        ("en halvtimme", "30 min"),
        ("en halv timme", "30 min"),
        ("half an hour", "30 min"),
        ("a quarter of an hour", "15 min"),
        ("ett dygn", "24 h"),
        ("två dygn", "48 h"),
    ],
)
def test_everyday_words_for_parts_of_a_day(written: str, length: str) -> None:
    there, same = read_duration(written), read_duration(length)
    assert there is not None and same is not None
    assert (there.seconds, there.about) == (same.seconds, same.about)


@pytest.mark.parametrize("written", ["kvarter", "en kvarts", "halv", "minus en kvart"])
def test_other_words_are_none(written: str) -> None:
    assert read_duration(written) is None

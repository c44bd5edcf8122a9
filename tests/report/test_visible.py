"""Nothing that a terminal would obey passes."""

from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.report.visible import visible

CASES = {
    "\x1b[2J\x1b[H": "␛[2J␛[H",
    "\x1b]0;rubrik\x07": "␛]0;rubrik␇",
    "rad\r\nrad": "rad␍␊rad",
    "\x7f\x08": "␡␈",
    "\x9b31m": "<U+009B>31m",
    "\u202egnp.exe": "<U+202E>gnp.exe",
    "\u2066x\u2069": "<U+2066>x<U+2069>",
    "\u2028": "<U+2028>",
    "\ud800": "<U+D800>",
    "\U000e0041": "<U+E0041>",
    "Räksmörgås ”å” – 漢字 👩\u200d💻 e\u0301": "Räksmörgås ”å” – 漢字 👩\u200d💻 e\u0301",
}


@pytest.mark.parametrize(("text", "shown"), CASES.items())
def test_shows_instead_of_obeying(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters()))
def test_nothing_is_left_that_does_something(text: str) -> None:
    assert all(category(character) not in ("Cc", "Cs", "Zl", "Zp") for character in visible(text))
    assert visible(visible(text)) == visible(text)

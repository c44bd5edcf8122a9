"""Text wrapped into the cells of a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.report.cells import cells, wrap

CASES = {
    "fits": ("en rad", 10, "", ["en rad"]),
    "breaks between words": ("ett två tre", 7, "", ["ett två", "tre"]),
    "indents every line": ("ett två tre", 9, "  ", ["  ett två", "  tre"]),
    "white space is one blank": ("ett\n\t  två", 10, "", ["ett två"]),
    "breaks a long word": ("abcdefgh", 4, "", ["abcd", "efgh"]),
    "counts wide characters twice": ("漢字漢字 a", 6, "", ["漢字漢", "字 a"]),
    "leaves an address whole": ("se https://example.org/sida nu", 9, "", ["se", "https://example.org/sida", "nu"]),
    "nothing": ("", 10, "  ", ["  "]),
}


@pytest.mark.parametrize(("text", "width", "indent", "lines"), CASES.values(), ids=CASES)
def test_wraps(text: str, width: int, indent: str, lines: list[str]) -> None:
    assert wrap(text, width, indent) == lines


def test_what_does_not_fit_behind_the_first_begins_below() -> None:
    assert wrap("abcdefgh ij", 10, "  ", "12345  ") == ["12345  ", "  abcdefgh", "  ij"]
    assert wrap("abc ij", 10, "  ", "12345  ") == ["12345  abc", "  ij"]


@given(text=st.text(st.characters(exclude_characters=":")), width=st.integers(6, 80))
def test_keeps_the_words_and_the_width(text: str, width: int) -> None:
    lines = wrap(text, width, "  ")
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(line) <= width for line in lines)

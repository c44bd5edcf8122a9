"""The line with carets under the spot, whatever stands in the line."""

from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.report.cells import cells
from procmap.report.excerpt import Lines, excerpt, says_more

CASES = {
    "plain": ("  - Sökande: Ansöker", 5, 7, "  - Sökande: Ansöker", "    ^^^^^^^"),
    "a tab counts to the next stop": ("a\tb", 3, 1, "a   b", "    ^"),
    "two cells each": ("漢字: x", 5, 1, "漢字: x", "      ^"),
    "under a wide one": ("漢字", 2, 1, "漢字", "  ^^"),
    "a combining mark takes none": ("a\u030ar: x", 6, 1, "a\u030ar: x", "    ^"),
    "behind the end": ("abc", 4, 1, "abc", "   ^"),
    "far behind the end": ("abc", 400, 9, "abc", "   ^"),
    "longer than the line": ("abc", 2, 90, "abc", " ^^"),
    "blanks at the end": ("abc   ", 2, 5, "abc", " ^^"),
    "nothing": ("", 1, 1, "", "^"),
    "no column": ("abc", None, 1, "abc", ""),
    "an escape sequence": ("a\x1b[2Jb", 6, 1, "a␛[2Jb", "     ^"),
    "a direction mark": ("a\u202eb", 3, 1, "a<U+202E>b", "         ^"),
    "long, the spot in front": ("x" * 50, 3, 2, "x" * 29 + "…", "  ^^"),
    "long, the spot inside": ("x" * 99 + "y" * 99, 100, 1, "…" + "x" * 15 + "y" * 13 + "…", " " * 16 + "^"),
    "just as wide as there is room": ("x" * 29, 29, 1, "x" * 29, " " * 28 + "^"),
}


@pytest.mark.parametrize(("line", "column", "length", "text", "carets"), CASES.values(), ids=CASES)
def test_points_at_the_spot(line: str, column: int | None, length: int, text: str, carets: str) -> None:
    assert excerpt(line, column, length, 30) == (text, carets)


characters = st.sampled_from("ab  \t漢😀\u0301\u200b\x1b\x9b\u202e…å")
lines = st.text(characters, max_size=120) | st.text(st.characters(exclude_characters="\n"), max_size=120)


@given(line=lines, column=st.integers(1, 150), length=st.integers(1, 200), width=st.integers(20, 76))
def test_stays_within_the_width_and_shows_the_spot(line: str, column: int, length: int, width: int) -> None:
    text, carets = excerpt(line, column, length, width)
    assert cells(text) <= width
    assert cells(carets) <= width
    assert carets.strip(" ") == "^" * carets.count("^") != ""
    assert not any(category(character) in ("Cc", "Cs") for character in text)


@given(before=st.text("ab 漢", max_size=90), after=st.text("ab 漢", max_size=90), width=st.integers(20, 76))
def test_the_caret_stands_under_the_character(before: str, after: str, width: int) -> None:
    text, carets = excerpt(f"{before}§{after}", len(before) + 1, 1, width)
    at = text.index("§")
    assert cells(text[:at]) == len(carets) - 1


def test_a_line_as_long_as_a_file_costs_nothing() -> None:
    text, carets = excerpt("å" * 5_000_000, 4_000_000, 3, 70)
    assert text.startswith("…")
    assert text.endswith("…")
    assert carets.endswith("^^^")


def test_lines_are_numbered_as_editors_do() -> None:
    lines = Lines("\ufeffett\r\ntvå\rtre\nfyra".encode())
    assert [lines.line(number) for number in range(6)] == [None, "ett", "två", "tre", "fyra", None]


def test_what_is_not_text_is_shown_as_well_as_it_goes() -> None:
    assert Lines(b"ja\x81\nnej").line(1) == "ja\ufffd"


SAVED = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]


@pytest.mark.parametrize("encoding", SAVED)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_line_is_shown_as_it_was_written_however_the_file_was_saved(encoding: str, ending: str) -> None:
    text = ending.join(["process: Bygglov", "flow:", "  - Sökande: Fyller i på webben", "  - Handläggare: Granska"])
    lines = Lines(text.encode(encoding))
    assert [lines.line(number) for number in (1, 3, 5)] == ["process: Bygglov", "  - Sökande: Fyller i på webben", None]


MORE = {
    "a name that is told": ("  - Handläggare: Granska", "Det står inte varför ”Granska” görs.", False),
    "a name that is not": ("  - Handläggare: Granska", "Det står inte varför.", True),
    "keys and marks alone": ("    owner: ??", "Ingen är utpekad.", False),
    "a key in a list": ("      - disputed:", "Svaren skiljer sig.", False),
    "a role that is told in other letters": ("   appeal: ?? jurist", "Jurist vet kanske.", False),
    "words in braces": ("  handover: {medium: brev, acknowledged: false}", "Ingen bekräftar brev.", True),
    "a remark": ("  why: ??  # fråga Nils", "Ingen visste varför.", False),
    "XML": ('  <task id="t1" name="Granska"/>', "Det står inte varför ”Granska” görs.", True),
    "nothing": ("", "Vad som helst.", False),
}


@pytest.mark.parametrize(("line", "said", "more"), MORE.values(), ids=MORE)
def test_whether_a_line_says_more(line: str, said: str, more: bool) -> None:
    assert says_more(line, said) is more

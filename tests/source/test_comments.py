"""What is a comment in a file of YAML, and what only looks like one."""

from __future__ import annotations

import pytest

from procmap.source.comments import comments

FILES = {
    "at the start of a line": ("# Ring Anna\nprocess: X\n", [(1, "Ring Anna")]),
    "indented, and behind a value": ("process: X\nflow:\n  # ett\n  - A  # två\n", [(3, "ett"), (4, "två")]),
    "behind a dash and a key": ("flow:  # ett\n  - # två\n", [(1, "ett"), (2, "två")]),
    "several signs": ("## ett ##\nprocess: X ## två # tre\n", [(1, "ett"), (2, "två # tre")]),
    "empty": ("#\nprocess: X #\n", []),
    "within a word": ("note: nr#3\nurl: a/b#c\n", []),
    "within quotation marks": ("note: \"a # b\"  # ett\nother: 'c # d'\n", [(1, "ett")]),
    "quotation marks over several lines": ('note: "a\n  # b\n  # c"\n# ett\n', [(4, "ett")]),
    "in a text of several lines": ("note: |\n  a\n  # b\nwhy: Lagen  # ett\n", [(4, "ett")]),
    "behind the last line": ("process: X\n# ett", [(2, "ett")]),
    "in a file that cannot be read": ('process: X # ett\n- : : [\nnote: "a # b" # två\n', [(1, "ett"), (3, "två")]),
    "in a file of Windows": ("process: Åsele # rör ÅÄÖ\r\n", [(1, "rör ÅÄÖ")]),
}


@pytest.mark.parametrize("file", FILES)
def test_comments(file: str) -> None:
    text, expected = FILES[file]
    encoding = "cp1252" if "Windows" in file else "utf-8"
    assert [tuple(comment) for comment in comments(text.encode(encoding))] == expected


def test_very_many_on_one_line_take_no_time() -> None:
    many = ", ".join(f'k{number}: "a # b"' for number in range(40_000))
    assert [tuple(comment) for comment in comments(f"x: {{{many}}} # sist\n".encode())] == [(1, "sist")]

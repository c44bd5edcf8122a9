"""The comments of a file of YAML, which no map holds and which follow along wherever the file is sent."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from procmap.source.encoding import decoded
from procmap.source.loader import LOADER

__all__ = ["Comment", "comments"]

_SIGN = re.compile(r"(?:^|(?<=[ \t]))#")
_QUOTED = re.compile(r"""(?<![^\s:,\[{-])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""")


class Comment(NamedTuple):
    """What stands behind a number sign, and on which line, 1-based."""

    line: int
    text: str


def comments(data: bytes) -> Iterator[Comment]:
    """Every comment, in order. Where the file cannot be told apart as YAML, what looks like one counts."""
    text = decoded(data).text
    if "#" not in text:
        return
    lines = text.splitlines()
    try:
        within: list[tuple[_Place, _Place]] | None = _within(text)
    except yaml.YAMLError:
        within = None
    for number, line in enumerate(lines):
        plain = line if within is not None else _QUOTED.sub(lambda found: "x" * len(found[0]), line)
        for sign in _SIGN.finditer(plain):
            at = sign.start()
            if within is None or not _is_within((number, at), within):
                if written := line[at + 1 :].strip("# \t"):
                    yield Comment(number + 1, written)
                break


_Place = tuple[int, int]


def _is_within(place: _Place, spans: list[tuple[_Place, _Place]]) -> bool:
    before = bisect_right(spans, place, key=lambda span: span[0])
    return before > 0 and place < spans[before - 1][1]


def _within(text: str) -> list[tuple[_Place, _Place]]:
    """From where to where the texts of the file go that have a number sign within them; lines and columns from 0."""
    return [
        ((token.start_mark.line, token.start_mark.column), (token.end_mark.line, token.end_mark.column))
        for token in yaml.scan(text, Loader=LOADER)
        if isinstance(token, yaml.ScalarToken) and "#" in token.value
    ]

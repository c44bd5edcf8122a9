"""YAML as a tree with positions, read in spite of its faults.

Where PyYAML's parser gives up, ``mend`` says why in plain words and mends the line in memory, and the file is read
again, a bounded number of times.
"""

from __future__ import annotations

import yaml

from procmap.source import notices as say
from procmap.source.encoding import decoded, no_text
from procmap.source.lines import Lines, Words
from procmap.source.mend import slip_at
from procmap.source.scan import scan
from procmap.source.slips import Slip
from procmap.source.tree import Entries, Items, Tree
from procmap.source.yaml_builder import Builder, TooMuchError

__all__ = ["read_yaml"]

_MAX_MENDS = 100
_MENDS_BYTES = 4_000_000
"""How much may be read again, over all mends: a large file with many slips is not worth a long wait."""

_OTHER_BREAKS = str.maketrans(dict.fromkeys("\x85\u2028\u2029", " "))
"""Line breaks to YAML and to nobody's editor."""

_NO_WORDS = Words()


def read_yaml(data: bytes, words: Words = _NO_WORDS) -> tuple[list[Tree], list[Slip]]:
    """The documents of a file and the slips in it, in the order of their lines; never raises for what stands there.

    ``words`` are the words of the language, which help to tell one slip from another.
    """
    if what := no_text(data):
        return [], [Slip(say.NO_TEXT, 0, 0, 1, {"what": what})]
    text, slips = _decode(data)
    lines = Lines(text)
    slips += scan(lines, words)
    budget = max(_MENDS_BYTES, 2 * len(text))
    documents: list[Tree] = []
    builder = Builder(lines, words)
    for mends in range(_MAX_MENDS + 1):
        source = "\n".join(lines)
        budget -= len(source)
        builder = Builder(lines, words)
        try:
            documents = builder.documents(source)
            break
        except TooMuchError as error:
            slips.append(Slip(error.notice, *lines.place(error.line, error.column), 1, error.values))
            break
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            start = getattr(error, "context_mark", None)
            if mark is None:
                break
            if mends == _MAX_MENDS or budget < 0:
                slips.append(Slip(say.TOO_MANY, *lines.place(mark.line + 1, mark.column + 1), 1, {}))
                builder = Builder(lines, words)
                documents = builder.documents_before_error("\n".join(lines[: start.line if start else mark.line]))
                break
            problem = str(getattr(error, "problem", "") or "")
            at = (start.line, start.column) if start else (None, 0)
            slips.append(slip_at(lines, words, problem, mark.line, mark.column, *at))
    slips += _at_home(documents, builder.slips, lines) if lines.changed else builder.slips
    seen: set[tuple[str, int, int]] = set()
    unique: list[Slip] = []
    for slip in sorted(slips, key=lambda s: (s.line, s.column)):
        if (slip.notice.code, slip.line, slip.column) not in seen:
            seen.add((slip.notice.code, slip.line, slip.column))
            unique.append(slip)
    return documents, unique


def _decode(data: bytes) -> tuple[str, list[Slip]]:
    """The text of a file; anything else than UTF-8 or UTF-16 is said."""
    text, encoding, fault = decoded(data)
    if fault is None:
        return _broken(text), []
    before = _broken(decoded(data[:fault]).text)
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    name = "Windows-1252" if encoding == "cp1252" else "UTF-16"
    return _broken(text), [Slip(say.ENCODING, line, column, 1, {"guess": name})]


def _broken(text: str) -> str:
    """The text with one kind of line break, the one that people see."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_OTHER_BREAKS)


def _at_home(documents: list[Tree], slips: list[Slip], lines: Lines) -> list[Slip]:
    """Lead everything back to where it stands in the file as it was written."""
    open_: list[Tree] = list(documents)
    while open_:
        tree = open_.pop()
        tree.line, tree.column = lines.place(tree.line, tree.column)
        if isinstance(tree, Items):
            open_ += tree.items
        elif isinstance(tree, Entries):
            for key, value in tree.entries:
                open_ += (key, value)
        elif tree.lines:
            open_ += tree.lines
    moved: list[Slip] = []
    for slip in slips:
        values = slip.values
        if "first" in values:
            values = {**values, "first": lines.number(values["first"])}
        moved.append(Slip(slip.notice, *lines.place(slip.line, slip.column), slip.length, values))
    return moved

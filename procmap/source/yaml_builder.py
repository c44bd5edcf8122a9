"""From the events of PyYAML's C parser to a tree with positions.

The library's own constructors guess types, drop duplicate keys in silence and lose positions.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import yaml

from procmap.finding import Notice
from procmap.source import notices as say
from procmap.source.lines import Lines, Words
from procmap.source.loader import LOADER
from procmap.source.slips import Slip, excerpt, quoted
from procmap.source.tree import Entries, Items, Scalar, Tree

__all__ = ["MAX_DEPTH", "MAX_NODES", "Builder", "TooMuchError"]

MAX_DEPTH = 100
MAX_NODES = 2_000_000
_HASH = re.compile(r"\s(#\S.*)$")
_HASH_ALONE = re.compile(r"\s*(#[^\s#].*)$")


class TooMuchError(Exception):
    """The file is too deep or has too many parts."""

    def __init__(self, notice: Notice, limit: int, line: int, column: int) -> None:
        self.notice = notice
        self.values = {"limit": limit}
        self.line = line
        self.column = column


class Builder:
    """Builds the trees of one reading, and finds what YAML lets pass in silence."""

    def __init__(self, lines: Lines, words: Words) -> None:
        self.lines = lines
        self.words = words
        self.slips: list[Slip] = []

    def documents_before_error(self, text: str) -> list[Tree]:
        """The documents of a text that ends before the fault; nothing where even that cannot be read."""
        try:
            return self.documents(text)
        except (yaml.YAMLError, TooMuchError):
            return []

    def documents(self, text: str) -> list[Tree]:
        """The trees of all documents, empty ones left out."""
        documents: list[Tree] = []
        open_: list[Items | Entries] = []
        keys: list[Scalar | None] = []
        count = 0
        lines = self.lines

        def add(tree: Tree) -> None:
            nonlocal count
            count += 1
            if count > MAX_NODES:
                raise TooMuchError(say.TOO_LARGE, MAX_NODES, tree.line, tree.column)
            if not open_:
                if not (isinstance(tree, Scalar) and tree.plain and not tree.value):
                    documents.append(tree)
                return
            parent = open_[-1]
            if isinstance(parent, Items):
                if isinstance(tree, Scalar) and tree.plain and not tree.value:
                    tree.column = max(1, tree.column - 1)  # nothing stands behind its dash, and points at it
                parent.items.append(tree)
                return
            key = keys[-1]
            if key is None:
                keys[-1] = self._key(tree)
                return
            if not parent.braces and isinstance(tree, Scalar) and tree.plain and not tree.value:
                # Nothing stands nowhere: what is said of it points at its key.
                tree.line, tree.column, tree.length = key.line, key.column, key.length
            parent.entries.append((key, tree))
            keys[-1] = None

        event: Any
        for event in yaml.parse(text, Loader=LOADER):
            kind = type(event)
            if kind is yaml.ScalarEvent:
                start, end = event.start_mark, event.end_mark
                plain = not event.style
                one_line = start.line == end.line
                line = lines[start.line] if start.line < len(lines) else ""
                length = end.column - start.column if one_line else len(line.rstrip()) - start.column
                scalar = Scalar(event.value, start.line + 1, start.column + 1, max(1, length), plain)
                if event.tag or event.anchor:
                    self._marked(event, scalar)
                elif plain:
                    if not one_line:
                        self._several_lines(scalar, end.line)
                    elif "#" in line:
                        self._hash(scalar, line, end.column)
                add(scalar)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                mark = event.start_mark
                if len(open_) >= MAX_DEPTH:
                    raise TooMuchError(say.TOO_NESTED, MAX_DEPTH, mark.line + 1, mark.column + 1)
                tree: Items | Entries
                if kind is yaml.MappingStartEvent:
                    tree = Entries([], mark.line + 1, mark.column + 1, 1, bool(event.flow_style))
                else:
                    tree = Items([], mark.line + 1, mark.column + 1, 1)
                if event.tag or event.anchor:
                    self._marked(event, Scalar("", tree.line, tree.column))
                open_.append(tree)
                keys.append(None)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                done = open_.pop()
                keys.pop()
                if isinstance(done, Items):
                    add(done)
                elif not open_:
                    for part in self._parted(done):
                        add(self._checked(part))
                else:
                    add(self._dashed(done, keys) or self._checked(done))
            elif kind is yaml.AliasEvent:
                mark = event.start_mark
                value = self._rest(mark.line, mark.column)
                scalar = Scalar(value, mark.line + 1, mark.column + 1, len(value))
                merged = keys[-1] if keys else None
                if merged is None or merged.value != "<<":
                    self._slip(say.ALIAS, scalar, sign="*", fix=quoted(value))
                add(scalar)
        return documents

    def _slip(self, notice: Notice, at: Tree, column: int | None = None, **values: Any) -> None:
        self.slips.append(Slip(notice, at.line, column or at.column, at.length, values))

    def _rest(self, line: int, column: int) -> str:
        """What stands on a line from a column on, without a comment."""
        text = self.lines[line][column:] if line < len(self.lines) else ""
        return re.sub(r"\s#.*$", "", text).rstrip().rstrip(",]}")

    def _key(self, tree: Tree) -> Scalar:
        """A key is a text; what else somebody managed to write there becomes one."""
        if isinstance(tree, Scalar):
            return tree
        text = excerpt(self._rest(tree.line - 1, tree.column - 1)) or "?"
        self._slip(say.NOT_UNDERSTOOD, tree, text=text)
        return Scalar(text, tree.line, tree.column, max(1, len(text)))

    def _marked(self, event: Any, scalar: Scalar) -> None:
        """``!Akut ärende`` loses its first word, ``&kund`` too: the text is taken as it stands on the line."""
        mark = event.start_mark
        written = self._rest(mark.line, mark.column)
        scalar.length = max(1, len(written))
        if event.anchor and not isinstance(event, yaml.ScalarEvent):
            self._slip(say.MERGE_KEY, scalar)
        elif event.anchor:
            self._slip(say.ALIAS, scalar, sign="&", fix=quoted(written))
        elif isinstance(event, yaml.ScalarEvent) and event.style:
            return
        else:
            tag = written.split(" ", 1)[0]
            self._slip(say.TAGGED, scalar, tag=tag, fix=quoted(written))
        scalar.value = written

    def _hash(self, scalar: Scalar, line: str, end: int) -> None:
        """A comment without a space after its sign is more likely ``nr #3`` than a comment."""
        cut = (_HASH if scalar.value else _HASH_ALONE).match(line[end:])
        if not cut:
            return
        start = scalar.column - 1 if scalar.value else end + cut.start(1)
        whole = line[start:].rstrip()
        if not scalar.value:
            scalar.column, scalar.length = start + 1, len(whole)
        self._slip(say.CUT_BY_HASH, scalar, column=end + cut.start(1) + 1, sign=excerpt(cut[1], 20), fix=quoted(whole))
        scalar.value = whole

    def _several_lines(self, scalar: Scalar, end: int) -> None:
        """Keep the lines of a text that runs over several: they may be a list that lacks its dashes."""
        found: list[Scalar] = []
        for number in range(scalar.line - 1, min(end + 1, len(self.lines))):
            line = self.lines[number]
            column = scalar.column - 1 if not found else len(line) - len(line.lstrip())
            text = line[column:].rstrip()
            if text and (not found or text[0] != "#"):
                found.append(Scalar(text, number + 1, column + 1, len(text)))
        if len(found) > 1:
            scalar.lines = tuple(found)

    def _parted(self, tree: Entries) -> list[Entries]:
        """A document whose first key comes again, with others between, is two that lack the line between them."""
        first = tree.entries[0][0].value if tree.entries else ""
        starts = [n for n, (key, _) in enumerate(tree.entries) if key.value == first]
        if len(starts) < 2 or tree.braces or min(b - a for a, b in pairwise(starts)) < 2:
            return [tree]
        parts: list[Entries] = []
        for start, stop in zip(starts, [*starts[1:], len(tree.entries)], strict=True):
            key = tree.entries[start][0]
            if start:
                self._slip(say.NEW_DOCUMENT, key)
            parts.append(Entries(tree.entries[start:stop], key.line, key.column, 1))
        return parts

    def _dashed(self, tree: Entries, keys: list[Scalar | None]) -> Items | None:
        """Steps without dashes below ``flow`` or below an answer; None where they are keys, as they should be."""
        key = keys[-1]
        outer = keys[-2] if len(keys) > 1 else None
        answer = outer is not None and outer.value in self.words.answers
        if key is None or tree.braces or not tree.entries or not (key.value in self.words.lists or answer):
            return None
        first = tree.entries[0][0]
        if first.value in self.words.keys and first.value not in self.words.heads:
            return None
        if key.value != "flow" and not answer and first.value not in self.words.heads:
            return None
        if first.value in ("sv", "en") or (answer and not _is_head(first.value, self.words)):
            return None
        items: list[Tree] = []
        for at, value in tree.entries:
            if at.value in self.words.keys and items and isinstance(items[-1], Entries):
                items[-1].entries.append((at, value))
            else:
                items.append(Entries([(at, value)], at.line, at.column, 1))
        self._slip(say.NO_DASH, first, fix=f"- {self._rest(first.line - 1, first.column - 1)}")
        return Items([self._checked(i) if isinstance(i, Entries) else i for i in items], tree.line, tree.column, 1)

    def _checked(self, tree: Entries) -> Entries:
        """Keys written twice, merge keys, and a comma that made a key."""
        seen: dict[str, int] = {}
        kept: list[tuple[Scalar, Tree]] = []
        for key, value in tree.entries:
            if key.value == "<<" and key.plain:
                self._slip(say.MERGE_KEY, key)
                continue
            first = seen.get(key.value)
            if first is not None:
                self._slip(say.DUPLICATE_KEY, key, key=key.value, first=kept[first][0].line)
                there = kept[first][1]
                if isinstance(there, Items) and isinstance(value, Items):
                    there.items += value.items
                continue
            empty = isinstance(value, Scalar) and value.plain and value.value == ""
            if tree.braces and empty and key.plain and kept and value.column <= key.column + key.length:
                before, text = kept[-1]
                if isinstance(text, Scalar):
                    whole = f"{text.value}, {key.value}"
                    self._slip(say.COMMA_IN_BRACES, key, key=key.value, fix=f"{before.value}: {quoted(whole)}")
                    text.value = whole
                    continue
            seen[key.value] = len(kept)
            kept.append((key, value))
        tree.entries = kept
        return tree


def _is_head(word: str, words: Words) -> bool:
    """Whether a word before a colon starts a step: a kind, or what looks like a role."""
    return word in words.heads or word[:2] == "??" or word[:1].isupper()

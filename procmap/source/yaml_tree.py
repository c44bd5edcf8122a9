"""YAML as a tree with positions, read in spite of its faults.

PyYAML's C parser gives events; an own builder makes the tree, since the library's constructors guess types, drop
duplicate keys in silence and lose positions. Where the parser gives up, ``slips`` says why in plain words and mends the
line in memory, and the file is read again, a bounded number of times.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from procmap.finding import Notice
from procmap.source import notices as say
from procmap.source.slips import Slip, excerpt, quoted, scan, slip_at
from procmap.source.tree import Entries, Items, Scalar, Tree

__all__ = ["MAX_DEPTH", "MAX_NODES", "read_yaml"]

MAX_DEPTH = 100
MAX_NODES = 2_000_000
_MAX_MENDS = 25
_MENDS_BYTES = 4_000_000
"""How much may be read again, over all mends: a large file with many slips is not worth a long wait."""

_LOADER: Any = getattr(yaml, "CLoader", yaml.SafeLoader)
_HASH = re.compile(r"\s(#\S.*)$")
_TIGHT = re.compile(r"^[^\W\d][^:]{0,60}:[^\W\d]\w")
_URL = re.compile(r"^\w+://|^(?:https?|mailto|urn):")


class _TooMuch(Exception):
    """The file is too deep or has too many parts."""

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column


def read_yaml(data: bytes) -> tuple[list[Tree], list[Slip]]:
    """The documents of a file and the slips in it, in the order of their lines; never raises for what stands there."""
    text, slips = _decode(data)
    lines = text.split("\n")
    slips += scan(lines)
    budget = max(_MENDS_BYTES, 2 * len(text))
    documents: list[Tree] = []
    for mends in range(_MAX_MENDS + 1):
        source = "\n".join(lines)
        budget -= len(source)
        builder = _Builder(lines)
        try:
            documents = builder.documents(source)
            break
        except _TooMuch as error:
            slips.append(Slip(say.TOO_NESTED, error.line, error.column, 1, {"limit": MAX_DEPTH}))
            break
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            start = getattr(error, "context_mark", None)
            if mark is None:
                break
            if mends == _MAX_MENDS or budget < 0:
                slips.append(Slip(say.TOO_MANY, mark.line + 1, mark.column + 1, 1, {}))
                cut = "\n".join(lines[: start.line if start else mark.line])
                documents = _Builder(lines).documents_before_error(cut)
                break
            problem = str(getattr(error, "problem", "") or "")
            slips.append(
                slip_at(
                    lines,
                    problem,
                    mark.line,
                    mark.column,
                    start.line if start else None,
                    start.column if start else 0,
                )
            )
    seen: set[tuple[Notice, int, int]] = set()
    unique: list[Slip] = []
    for slip in sorted([*slips, *builder.slips], key=lambda s: (s.line, s.column)):
        if (slip.notice, slip.line, slip.column) not in seen:
            seen.add((slip.notice, slip.line, slip.column))
            unique.append(slip)
    return documents, unique


def _decode(data: bytes) -> tuple[str, list[Slip]]:
    encoding = "utf-8-sig"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    try:
        text, slips = data.decode(encoding), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        text = data.decode("cp1252", errors="replace")
        slips = [Slip(say.ENCODING, line, error.start - data.rfind(b"\n", 0, error.start), 1, {"guess": "windows-1252"})]
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n").replace("\u2028", "\n"), slips


class _Builder:
    """Builds the trees of one reading, and finds what YAML lets pass in silence."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.slips: list[Slip] = []

    def documents_before_error(self, text: str) -> list[Tree]:
        """The documents of a text that ends before the fault; nothing where even that cannot be read."""
        try:
            return self.documents(text)
        except (yaml.YAMLError, _TooMuch):
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
                raise _TooMuch(tree.line, tree.column)
            if not open_:
                if not (isinstance(tree, Scalar) and tree.plain and not tree.value):
                    documents.append(tree)
                return
            parent = open_[-1]
            if isinstance(parent, Items):
                parent.items.append(tree)
                return
            key = keys[-1]
            if key is None:
                keys[-1] = self._key(tree)
            else:
                parent.entries.append((key, tree))
                keys[-1] = None

        for event in yaml.parse(text, Loader=_LOADER):
            kind = type(event)
            if kind is yaml.ScalarEvent:
                start, end = event.start_mark, event.end_mark
                plain = not event.style
                one_line = start.line == end.line
                length = end.column - start.column if one_line else len(lines[start.line].rstrip()) - start.column
                scalar = Scalar(event.value, start.line + 1, start.column + 1, max(1, length), plain)
                if event.tag or event.anchor:
                    self._marked(event, scalar)
                elif plain:
                    value = event.value
                    line = lines[start.line]
                    if "#" in line and one_line and value:
                        self._hash(scalar, line, end.column)
                    if not one_line and value:
                        self._several_lines(scalar, end.line)
                    elif ":" in value and _TIGHT.match(value) and not _URL.match(value):
                        head, _, tail = value.partition(":")
                        self._slip(say.NO_SPACE, scalar, fix=f"{head}: {tail}", column=scalar.column + len(head))
                    if value == "?":
                        self._slip(say.BARE_QUESTION, scalar, fix='"…?"')
                        scalar.value = "??"
                add(scalar)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                mark = event.start_mark
                if len(open_) >= MAX_DEPTH:
                    raise _TooMuch(mark.line + 1, mark.column + 1)
                tree: Items | Entries
                if kind is yaml.MappingStartEvent:
                    tree = Entries([], mark.line + 1, mark.column + 1, 1, bool(event.flow_style))
                    keys_entry: Scalar | None = None
                else:
                    tree = Items([], mark.line + 1, mark.column + 1, 1)
                    keys_entry = None
                if event.tag or event.anchor:
                    self._marked(event, Scalar("", tree.line, tree.column))
                open_.append(tree)
                keys.append(keys_entry)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                done = open_.pop()
                keys.pop()
                if isinstance(done, Entries):
                    done = self._checked(done)
                add(done)
            elif kind is yaml.AliasEvent:
                mark = event.start_mark
                value = self._rest(mark.line, mark.column)
                scalar = Scalar(value, mark.line + 1, mark.column + 1, len(value))
                self._slip(say.ALIAS, scalar, sign="*", fix=quoted(value))
                add(scalar)
        return documents

    def _slip(self, notice: Notice, at: Tree, column: int | None = None, **values: Any) -> None:
        self.slips.append(Slip(notice, at.line, column or at.column, at.length, values))

    def _rest(self, line: int, column: int) -> str:
        """What stands on a line from a column on, without a comment."""
        text = self.lines[line][column:]
        return re.sub(r"\s#.*$", "", text).rstrip().rstrip(",]}") if line < len(self.lines) else text

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
        if event.anchor:
            self._slip(say.ALIAS, scalar, sign="&", fix=quoted(written))
        elif isinstance(event, yaml.ScalarEvent) and event.style:
            return
        else:
            tag = written.split(" ", 1)[0]
            self._slip(say.TAGGED, scalar, tag=tag, fix=quoted(written))
        scalar.value = written

    def _hash(self, scalar: Scalar, line: str, end: int) -> None:
        """A comment without a space after its sign is more likely ``nr #3`` than a comment."""
        cut = _HASH.match(line[end:])
        if cut:
            whole = line[scalar.column - 1 :].rstrip()
            self._slip(
                say.CUT_BY_HASH, scalar, column=end + cut.start(1) + 1,
                sign=excerpt(cut[1], 20), text=excerpt(scalar.value), fix=quoted(whole),
            )
            scalar.value = whole

    def _several_lines(self, scalar: Scalar, end: int) -> None:
        """Two lines that became one text: a dash too deep, or lines that lack their colon or dash."""
        lines = self.lines
        for number in range(scalar.line, min(end + 1, len(lines))):
            text = lines[number].strip()
            if text.startswith("- "):
                column = len(lines[number]) - len(lines[number].lstrip()) + 1
                self.slips.append(Slip(say.DASH_TOO_DEEP, number + 1, column, len(text), {"text": excerpt(text)}))
                return
        first = lines[scalar.line - 1]
        texts = [lines[n].strip() for n in range(scalar.line - 1, min(end + 1, len(lines))) if lines[n].strip()]
        alone = first.strip() == texts[0] and not first.lstrip().startswith("- ") and scalar.column - 1 == len(first) - len(first.lstrip())
        if alone and len(texts) > 1 and all(len(text.split()) <= 3 for text in texts):
            self._slip(say.TEXT_AND_MORE, scalar, text=excerpt(scalar.value))
        elif tight := next((text for text in texts if _TIGHT.match(text) and not _URL.match(text)), None):
            head, _, tail = tight.partition(":")
            self._slip(say.NO_SPACE, scalar, fix=f"{head}: {tail}")

    def _checked(self, tree: Entries) -> Entries | Scalar:
        """Keys written twice, merge keys, a comma that made a key, and ``- ?`` that became an empty key."""
        seen: dict[str, int] = {}
        kept: list[tuple[Scalar, Tree]] = []
        for key, value in tree.entries:
            if key.value == "<<" and key.plain:
                self._slip(say.MERGE_KEY, key)
                continue
            first = seen.get(key.value)
            if first is not None:
                self._slip(say.DUPLICATE_KEY, key, key=key.value, first=first)
                continue
            seen[key.value] = key.line
            empty = isinstance(value, Scalar) and value.plain and value.value == ""
            if tree.braces and empty and key.plain and kept and value.column <= key.column + key.length:
                before, text = kept[-1]
                if isinstance(text, Scalar):
                    whole = f"{text.value}, {key.value}"
                    self._slip(say.COMMA_IN_BRACES, key, key=key.value, fix=f"{before.value}: {quoted(whole)}")
                    text.value = whole
                    continue
            kept.append((key, value))
        tree.entries = kept
        if not tree.braces and kept and self._question_first(tree):
            text = kept[0][0].value
            fix = quoted(f"{text}?") if text else "??"
            self._slip(say.BARE_QUESTION, tree, fix=fix)
            if len(kept) == 1:
                return Scalar("??" if not text else f"{text}?", tree.line, tree.column, 1)
        return tree

    def _question_first(self, tree: Entries) -> bool:
        line = self.lines[tree.line - 1] if tree.line <= len(self.lines) else ""
        at = tree.column - 1
        return line[at : at + 1] == "?" and line[at + 1 : at + 2] in ("", " ")

"""A table of keys: the one place that says which keys a thing has.

Reader, "did you mean", schema and YAML writer are driven by the same rows; so a key that can be written can be read,
and the schema knows neither more nor less.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from procmap.model.knowledge import (
    NOT_APPLICABLE,
    Disputed,
    NotApplicable,
    Provenance,
    Says,
    Unknown,
)
from procmap.read import notices as say
from procmap.read.desk import Desk
from procmap.read.names import nearest
from procmap.read.values import FAILED, Choice, Texts, TextValue, Value, parts
from procmap.read.words import KEY_WORDS
from procmap.ref import Ref
from procmap.source.tree import Entries, Items, Scalar, Tree, is_empty
from procmap.text import Text

__all__ = ["Key", "Table", "plain_value", "read_maybe", "unknown"]

METHOD = Choice("told", "observed", "documented", "measured", "assumed")
_TEXT = TextValue()
_TEXTS = Texts()
_WRAPPING = {"value", "disputed", "method", "by", "at", "from"}


class Key(NamedTuple):
    """One key: its name, how its value is read, what it means in both languages, and the model's attribute.

    ``plain`` keys take no ``??`` or ``n/a``. ``also`` names keys that may be written within the value's own braces, and
    the attribute that each sets: ``why: {value: …, source: law}``.
    """

    name: str
    value: Value
    words: Text
    attribute: str = ""
    plain: bool = False
    also: Mapping[str, str] = {}

    @property
    def target(self) -> str:
        """The model's attribute."""
        return self.attribute or self.name


class Table:
    """The keys of one thing; ``what`` is what it is called where a message speaks of it."""

    def __init__(self, what: Text, keys: Iterable[Key]) -> None:
        self.what = what
        self.rows: dict[str, Key] = {key.name: key for key in keys}

    def read(self, entries: list[tuple[Scalar, Tree]], desk: Desk, ref: Ref) -> dict[str, Any]:
        """The attributes that the entries give, with ``provenance`` where any was stated; faults are said."""
        values: dict[str, Any] = {}
        provenance: list[Provenance] = []
        for key, tree in entries:
            row = self.rows.get(key.value)
            if row is None:
                row = self.guess(key, desk, ref)
                if row is None or row.target in values:
                    continue
            target = row.target
            at = Ref(ref.document, ref.element, target if ref.attribute is None else ref.attribute,
                     ref.item if ref.attribute is None else target)
            if tree.line:
                desk.positions.setdefault(at, (tree.line, tree.column))
            if row.plain:
                if is_empty(tree):
                    desk.say(say.EMPTY_VALUE, key, at, key=key.value)
                    continue
                value, source = row.value.read(tree, desk, at), None
            else:
                value, source, more = read_maybe(row, tree, key, desk, at)
                values.update(more)
            if value is FAILED:
                continue
            if value is not None:
                values[target] = value
            if source:
                provenance.append(source)
        if provenance:
            values["provenance"] = tuple(provenance)
        return values

    def guess(self, key: Scalar, desk: Desk, ref: Ref, elsewhere: Iterable[str] = ()) -> Key | None:
        """Say that a key is not known here; the row that was surely meant, None where there is none."""
        guess = KEY_WORDS.get(key.value.strip().casefold())
        if guess in self.rows:
            desk.say(say.SWEDISH_KEY, key, ref, key=key.value, guess=guess)
            return self.rows[guess]
        guess = nearest(key.value, [*self.rows, *elsewhere])
        if guess:
            desk.say(say.UNKNOWN_KEY, key, ref, key=key.value, guess=guess)
            return self.rows.get(guess)
        known = list(self.rows)
        listed = ", ".join(known[:9]) + (" …" if len(known) > 9 else "")
        desk.say(say.STRANGE_KEY, key, ref, key=key.value, what=self.what, known=listed)
        return None

    def plain(self, part: Any) -> dict[str, Any]:
        """The part's attributes as keys with plain values, in the order of the table."""
        sources = {p.attribute: p for p in getattr(part, "provenance", ())}
        written: dict[str, Any] = {}
        for row in self.rows.values():
            value = getattr(part, row.target, None)
            source = sources.get(row.target)
            if source is None and (value is None or (row.plain and value == ())):
                continue
            plain = plain_value(row.value, value)
            written[row.name] = _wrapped(plain, value, source) if source else plain
        return written

    def schema(self) -> dict[str, Any]:
        """A JSON Schema of the entries, without the keys' descriptions, which the schema room adds."""
        from procmap.read.schema import table_schema

        return table_schema(self)


def read_maybe(
    row: Key, tree: Tree, key: Scalar, desk: Desk, ref: Ref
) -> tuple[Any, Provenance | None, dict[str, Any]]:
    """A value that may be unknown, disputed, not applicable, or stated with where it comes from."""
    if isinstance(tree, Scalar):
        text = tree.value
        if text == "" and tree.plain:
            desk.say(say.EMPTY_VALUE, key, ref, key=key.value)
            return None, None, {}
        if text[:2] == "??":
            return unknown(text, desk), None, {}
        if text == "n/a":
            return NOT_APPLICABLE, None, {}
    elif isinstance(tree, Entries):
        keys = {k.value for k, _ in tree.entries}
        if "disputed" in keys or ("value" in keys and keys <= _WRAPPING | set(row.also)):
            return _unwrapped(row, tree, desk, ref)
    return row.value.read(tree, desk, ref), None, {}


def unknown(text: str, desk: Desk) -> Unknown:
    """``?? registrator`` as Unknown, with the role to ask as a lane's id where there is one of that name."""
    ask = text[2:].strip()
    if not ask:
        return Unknown()
    found = desk.sections["lanes"].find(ask)
    return Unknown(found[0] if found else ask)


def _unwrapped(
    row: Key, tree: Entries, desk: Desk, ref: Ref
) -> tuple[Any, Provenance | None, dict[str, Any]]:
    value: Any = None
    more: dict[str, Any] = {}
    stated: dict[str, Any] = {}
    for key, inner in tree.entries:
        name = key.value
        if name == "value":
            bare = Key(row.name, row.value, row.words, row.attribute)
            value = read_maybe(bare, inner, key, desk, ref)[0]
        elif name == "disputed":
            value = _dispute(row, inner, desk, ref)
        elif name in row.also:
            if isinstance(inner, Scalar) and inner.value:
                more[row.also[name]] = unknown(inner.value, desk) if inner.value[:2] == "??" else inner.value
        elif name == "method":
            method = METHOD.read(inner, desk, ref.of("method"))
            if method is not FAILED:
                stated["method"] = method
        elif name == "from":
            stated["sources"] = tuple(part.value for part in parts(inner) or ())
        elif name in ("by", "at") and isinstance(inner, Scalar) and inner.value:
            stated[name] = inner.value
        else:
            guess = nearest(name, [*_WRAPPING, *row.also])
            if guess:
                desk.say(say.UNKNOWN_KEY, key, ref, key=name, guess=guess)
            else:
                desk.say(say.STRANGE_KEY, key, ref, key=name, what=Text(sv="ett värde", en="a value"),
                         known="value, disputed, method, by, at, from")
    source = Provenance(attribute=row.target, **stated) if stated else None
    return value, source, more


def _dispute(row: Key, tree: Tree, desk: Desk, ref: Ref) -> Any:
    """``- Roll: värde`` for each voice."""
    voices: list[Says] = []
    items: list[Tree] = tree.items if isinstance(tree, Items) else []
    for item in items:
        if not (isinstance(item, Entries) and len(item.entries) == 1):
            continue
        role, inner = item.entries[0]
        found = desk.sections["lanes"].find(role.value)
        value = read_maybe(Key(row.name, row.value, row.words), inner, role, desk, ref)[0]
        if value is not FAILED and value is not None:
            voices.append(Says(found[0] if found else role.value, value))
    if len(voices) != len(items) or not items:
        desk.say(say.BAD_DISPUTE, tree, ref)
    return Disputed(tuple(voices)) if voices else FAILED


def plain_value(kind: Value, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(value, (Unknown, NotApplicable)):
        return str(value)
    if isinstance(value, Disputed):
        return {"disputed": [{says.role: plain_value(kind, says.value)} for says in value.says]}
    return kind.plain(value)


def _wrapped(plain: Any, value: Any, source: Provenance) -> dict[str, Any]:
    written: dict[str, Any] = plain if isinstance(value, Disputed) else ({} if value is None else {"value": plain})
    written = dict(written)
    for name in ("method", "by", "at"):
        if getattr(source, name):
            written[name] = getattr(source, name)
    if source.sources:
        written["from"] = list(source.sources)
    return written

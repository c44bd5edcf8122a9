"""A table of keys: the one place that says which keys a thing has.

Reader, "did you mean", schema and YAML writer are driven by the same rows; so a key that can be written can be read,
and the schema knows neither more nor less.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
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
from procmap.read.journey_words import JOURNEY_WORDS
from procmap.read.names import distance, nearest
from procmap.read.values import (
    FAILED,
    Choice,
    Spelling,
    Texts,
    TextValue,
    Value,
    amount_kinds,
    parts,
)
from procmap.read.words import KEY_WORDS, NOT_APPLICABLE_WORDS, OTHER_WORDS, UNKNOWN_WORDS
from procmap.ref import Ref
from procmap.source.tree import Entries, Items, Scalar, Tree, is_empty
from procmap.text import Text

__all__ = ["Key", "Table", "in_words", "plain_value", "read_maybe", "unknown"]

_LONGEST_WORD = 30
_SHOWN = 12
_NOT_SHOWN = ("process", "catalogue", "journey", "collaboration", "variant", "id", "name", "note", "bpmn")
_TOO_MANY_HOMES = 5
_REMEMBERED = 5000
_NOBODY_KNOWS = Text(sv="?? betyder att ni har frågat och att ingen vet", en="?? means that you asked and nobody knows")
_NOT_HERE = Text(sv="n/a betyder att frågan inte gäller här", en="n/a means that the question does not apply here")
METHOD = Choice("told", "observed", "documented", "measured", "assumed")
DATE = amount_kinds()["date"]
_TEXT = TextValue()
_TEXTS = Texts()
_WRAPPING = ("value", "disputed", "method", "by", "at", "from")
_HOMES: dict[str, list[Table]] = {}
"""The tables that have a key, by its name."""


_OPEN = [{"$ref": "#/definitions/unknown"}, {"$ref": "#/definitions/stated"}]


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

    def schema(self) -> dict[str, Any]:
        """What a schema says of the key: both descriptions, Swedish first, and the value or what is known of it."""
        described = {"description": f"{self.words('sv')}\n\n{self.words('en')}"}
        value = self.value.schema_of(self.name)
        return {**described, **value} if self.plain else {**described, "anyOf": [value, *_OPEN]}

    @property
    def target(self) -> str:
        """The model's attribute."""
        return self.attribute or self.name


class Table:
    """The keys of one thing; ``what`` is what it is called where a message speaks of it."""

    def __init__(self, what: Text, keys: Iterable[Key]) -> None:
        self.what = what
        self.rows: dict[str, Key] = {key.name: key for key in keys}
        self._meant: dict[str, Key | None] = {}
        self._parts: dict[Any, list[tuple[Key, Any]]] = {}
        for name in self.rows:
            _HOMES.setdefault(name, []).append(self)

    def known(self, entries: list[tuple[Scalar, Tree]], desk: Desk, ref: Ref) -> list[tuple[Scalar, Tree]]:
        """The entries with misspelt and Swedish keys put right; what is no key here is said, and left out."""
        if all(key.value in self.rows for key, _ in entries):
            return entries
        written = {key.value for key, _ in entries}
        kept: list[tuple[Scalar, Tree]] = []
        for key, tree in entries:
            if key.value not in self.rows:
                row = self.guess(key, desk, ref)
                if row is None or row.name in written:
                    continue
                written.add(row.name)
                key = Scalar(row.name, key.line, key.column, key.length)
            kept.append((key, tree))
        return kept

    def read(self, entries: list[tuple[Scalar, Tree]], desk: Desk, ref: Ref) -> dict[str, Any]:
        """The attributes that the entries give, with ``provenance`` where any was stated; faults are said."""
        values: dict[str, Any] = {}
        provenance: list[Provenance] = []
        for key, tree in self.known(entries, desk, ref):
            row = self.rows[key.value]
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
            values["provenance"] = self.in_order({"provenance": provenance})
        return values

    def in_order(self, *values: Mapping[str, Any]) -> tuple[Provenance, ...]:
        """The ``provenance`` of several attributes, in the order of the table."""
        sources: list[Provenance] = [source for each in values for source in each.get("provenance", ())]
        if len(sources) > 1:
            order = [row.target for row in self.rows.values()]
            sources.sort(key=lambda source: order.index(source.attribute))
        return tuple(sources)

    def meant(self, word: str) -> Key | None:
        """The row that a word stands for: its own, the one that a Swedish word means, or the nearest."""
        if word not in self._meant:
            if len(self._meant) > _REMEMBERED:
                self._meant.clear()
            self._meant[word] = self._find(word)
        return self._meant[word]

    def _find(self, word: str) -> Key | None:
        low = word.strip().casefold()
        for name in (word, KEY_WORDS.get(low), OTHER_WORDS.get(low), JOURNEY_WORDS.get(low)):
            if name in self.rows:
                return self.rows[name]
        near = nearest(word, self.rows)
        if near is None or (word in _HOMES and distance(word, near) > 1):
            return None
        return self.rows[near]

    def guess(self, key: Scalar, desk: Desk, ref: Ref) -> Key | None:
        """Say that a key is not known here; the row that was surely meant, None where there is none."""
        word = key.value
        row = self.meant(word)
        if row is not None:
            alike = nearest(word, (row.name,)) is not None
            desk.say(say.UNKNOWN_KEY if alike else say.SWEDISH_KEY, key, ref, key=word, guess=row.name)
            return row
        home = self._home(word)
        if home is not None:
            desk.say(say.KEY_ELSEWHERE, key, ref, key=word, home=home.what, what=self.what)
            return None
        known = [name for name in self.rows if name not in _NOT_SHOWN]
        listed = ", ".join(known[:_SHOWN]) + (" …" if len(known) > _SHOWN else "")
        desk.say(say.STRANGE_KEY, key, ref, key=word, what=self.what, known=listed)
        return None

    def _home(self, word: str) -> Table | None:
        """The table that a key belongs to; None where there is none, or more than a reader could guess among."""
        steps = [table for table in _HOMES.get(word, ()) if "why" in table.rows]
        others = [table for table in _HOMES.get(word, ()) if "why" not in table.rows]
        if not 0 < len(others) + bool(steps) < _TOO_MANY_HOMES:
            return None
        # A subprocess and a call have all the keys of a step; it is the step that people know.
        plain = [table for table in steps if not {"flow", "process"} & table.rows.keys()]
        return max(plain or steps or others, key=lambda table: len(table.rows))

    def plain(self, part: Any, spelling: Spelling) -> dict[str, Any]:
        """The part's attributes as keys with plain values, in the order of the table; defaults are left out."""
        sources = {p.attribute: p for p in getattr(part, "provenance", ())}
        written: dict[str, Any] = {}
        for row, default in self._defaults(type(part)):
            value = getattr(part, row.target, None)
            source = sources.get(row.target)
            if source is not None or value != default:
                written[row.name] = plain_value(row.value, value, spelling, source)
        return written

    def _defaults(self, kind: Any) -> list[tuple[Key, Any]]:
        """The rows that the part itself has a value for, each attribute once, with what it is if nothing is said."""
        if kind not in self._parts:
            defaults = {field.name: field.default for field in fields(kind)}
            rows = [row for row in self.rows.values() if not row.value.structural and row.target in defaults]
            self._parts[kind] = [(row, defaults.pop(row.target)) for row in rows if row.target in defaults]
        return self._parts[kind]

    def schema(self) -> dict[str, Any]:
        """A JSON Schema of the entries; no other keys are allowed."""
        return {
            "type": "object",
            "properties": {key.name: key.schema() for key in self.rows.values()},
            "additionalProperties": False,
        }


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
        if (meant := in_words(tree, desk, ref)) is not None:
            return meant, None, {}
    elif isinstance(tree, Entries) and _is_wrapped(row, tree):
        return _unwrapped(row, tree, desk, ref)
    return row.value.read(tree, desk, ref), None, {}


def _is_wrapped(row: Key, tree: Entries) -> bool:
    """Whether the keys tell where a value comes from, or are meant to."""
    keys = [key.value for key, _ in tree.entries]
    if "disputed" in keys:
        return True
    if row.value.has_keys:
        return "value" in keys and all(key in _WRAPPING for key in keys)
    known = (*_WRAPPING, *row.also)
    return any(key in known for key in keys) and all(nearest(key, known) for key in keys)


def in_words(tree: Scalar, desk: Desk, ref: Ref) -> Unknown | NotApplicable | None:
    """``vet ej`` and ``ej aktuellt``, which have signs of their own; said, and read as those."""
    if len(tree.value) > _LONGEST_WORD:
        return None
    word = tree.value.strip().rstrip(".!").casefold()
    if word in UNKNOWN_WORDS:
        desk.say(say.IN_WORDS, tree, ref, value=tree.value, fix="??", meaning=_NOBODY_KNOWS)
        return Unknown()
    if word in NOT_APPLICABLE_WORDS:
        desk.say(say.IN_WORDS, tree, ref, value=tree.value, fix="n/a", meaning=_NOT_HERE)
        return NOT_APPLICABLE
    return None


def unknown(text: str, desk: Desk) -> Unknown:
    """``?? registrator`` as Unknown, with the role to ask as a lane's id where there is one of that name."""
    ask = text.lstrip("?").strip()
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
    entries = [(_wrapping(key, row, desk, ref), inner) for key, inner in tree.entries]
    if not {key.value for key, _ in entries} & {"value", "disputed"}:
        example = f"{row.name}: {{value: {row.value.example}, …}}"
        desk.say(say.WRONG_SHAPE, tree, ref, key=row.name, expected=row.value.expected, example=example)
    for key, inner in entries:
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
        elif name == "at":
            at = DATE.read(inner, desk, ref.of("at"))
            if at is not FAILED:
                stated["at"] = at
        elif name == "by" and isinstance(inner, Scalar) and inner.value:
            stated["by"] = inner.value
        elif name in _WRAPPING:
            desk.say(say.EMPTY_VALUE, key, ref, key=name)
        else:
            what = Text(sv="ett värde", en="a value")
            desk.say(say.STRANGE_KEY, key, ref, key=name, what=what, known=", ".join((*_WRAPPING, *row.also)))
    source = Provenance(attribute=row.target, **stated) if stated else None
    return value, source, more


def _wrapping(key: Scalar, row: Key, desk: Desk, ref: Ref) -> Scalar:
    """A misspelt ``value`` or ``method`` put right, once it has been said."""
    known = (*_WRAPPING, *row.also)
    guess = key.value if key.value in known else nearest(key.value, known)
    if guess is None or guess == key.value:
        return key
    desk.say(say.UNKNOWN_KEY, key, ref, key=key.value, guess=guess)
    return Scalar(guess, key.line, key.column, key.length)


def _dispute(row: Key, tree: Tree, desk: Desk, ref: Ref) -> Any:
    """``- Roll: värde`` for each voice; without dashes it is read too, once that has been said."""
    voices: list[Says] = []
    items: list[Tree] = tree.items if isinstance(tree, Items) else []
    entries = tree.entries if isinstance(tree, Entries) else []
    said = [item.entries[0] for item in items if isinstance(item, Entries) and len(item.entries) == 1] or entries
    if len(said) != len(items) or not said:
        first = said[0] if said else None
        word = first[1].value if first and isinstance(first[1], Scalar) else "…"
        fix = f"- {first[0].value}: {word}" if first else "- Handläggare: …"
        desk.say(say.BAD_DISPUTE, tree, ref, fix=fix)
    for role, inner in said:
        found = desk.sections["lanes"].find(role.value)
        value = read_maybe(Key(row.name, row.value, row.words), inner, role, desk, ref)[0]
        if value is not FAILED and value is not None:
            voices.append(Says(found[0] if found else role.value, value))
    return Disputed(tuple(voices)) if voices else FAILED


def plain_value(kind: Value, value: Any, spelling: Spelling, source: Provenance | None = None) -> Any:
    """The value as it is written, whatever is known of it, with where it comes from."""
    plain: Any = None
    if isinstance(value, Unknown):
        plain = f"?? {spelling.one('lanes', value.ask)}" if value.ask else "??"
    elif isinstance(value, NotApplicable):
        plain = str(value)
    elif isinstance(value, Disputed):
        voices = [(spelling.one("lanes", says.role), plain_value(kind, says.value, spelling)) for says in value.says]
        plain = {"disputed": [{role: said} for role, said in voices]}
    elif value is not None:
        plain = kind.plain(value, spelling)
    return plain if source is None else _wrapped(plain, value, source)


def _wrapped(plain: Any, value: Any, source: Provenance) -> dict[str, Any]:
    written: dict[str, Any] = plain if isinstance(value, Disputed) else ({} if value is None else {"value": plain})
    written = dict(written)
    for name in ("method", "by", "at"):
        if getattr(source, name):
            written[name] = getattr(source, name)
    if source.sources:
        written["from"] = list(source.sources)
    return written

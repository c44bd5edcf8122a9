"""Values with keys of their own: one part of the model, a list of such, or a section of entries by id."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from procmap.read import notices as say
from procmap.read.dashed_entries import shown, without_dash
from procmap.read.desk import Desk
from procmap.read.names import slug
from procmap.read.table import Table
from procmap.read.values import FAILED, Spelling, Value, is_id, parts, written_key
from procmap.ref import Ref
from procmap.source.slips import quoted
from procmap.source.tree import Entries, Items, Scalar, Tree, is_empty
from procmap.text import Text

__all__ = ["Record", "Records", "Section"]


_KINDS = {"kund": "customer", "extern": "external"}
"""Words for the kind of a role that are hardly ever its name."""


class Record(Value):
    """Keys of its own that make one part of the model."""

    has_keys = True
    expected = Text(sv="uppgifter med egna nycklar", en="entries with keys of their own")

    def __init__(self, table: Table, make: Callable[..., Any]) -> None:
        self.table = table
        self.make = make

    def read(self, tree: Tree, desk: Desk, ref: Ref) -> Any:
        if not isinstance(tree, Entries):
            self.refuse(tree, desk, ref)
            if not isinstance(tree, Scalar) or not tree.value:
                return FAILED
            first = Scalar(self._first(tree.value), tree.line, tree.column, tree.length)
            tree = Entries([(first, tree)], tree.line, tree.column, tree.length)
        return self.make(**self.table.read(tree.entries, desk, ref))

    def rewritten(self, tree: Tree) -> str | None:
        text = tree.value if isinstance(tree, Scalar) and tree.value else "…"
        first = self._first(text)
        return f"{{{first}: {quoted(text) if set(text) & set(',:{}[]#') else text}}}"

    def _first(self, text: str) -> str:
        """The first key that the text could stand behind."""
        fits = (name for name, row in self.table.rows.items() if text in getattr(row.value, "values", (text,)))
        return next(fits, next(iter(self.table.rows)))

    def plain(self, value: Any, spelling: Spelling) -> Any:
        return self.table.plain(value, spelling)

    def schema(self) -> dict[str, Any]:
        return self.table.schema()


class Records(Value):
    """A list of such parts; one alone may stand without a list, and a text stands for its first key."""

    has_keys = True
    expected = Text(sv="en lista med ett streck för varje", en="a list with a dash for each")

    def __init__(self, table: Table, make: Callable[..., Any]) -> None:
        self.table = table
        self.make = make

    def read(self, tree: Tree, desk: Desk, ref: Ref) -> Any:
        items = tree.items if isinstance(tree, Items) else [tree]
        first = next(iter(self.table.rows))
        found: list[Any] = []
        for number, item in enumerate(items):
            at = ref.of(ref.attribute, ref.item or str(number + 1))
            desk.place(at, item)
            if isinstance(item, Entries):
                found.append(self.make(**self.table.read(item.entries, desk, at)))
            elif isinstance(item, Scalar) and item.value:
                key = Scalar(first, item.line, item.column, 1)
                found.append(self.make(**self.table.read([(key, item)], desk, at)))
            else:
                self.refuse(item, desk, ref)
        return tuple(found)

    def plain(self, value: Any, spelling: Spelling) -> Any:
        first = next(iter(self.table.rows))
        entries = [self.table.plain(one, spelling) for one in value]
        return [e[first] if set(e) == {first} and isinstance(e[first], str) and e[first] else e for e in entries]

    def schema(self) -> dict[str, Any]:
        one = {"anyOf": [self.table.schema(), {"type": "string"}]}
        return {"anyOf": [{"type": "array", "items": one}, self.table.schema(), {"type": "string"}]}


class Section(Value):
    """Entries by id, each a name alone or keys of its own."""

    has_keys = True
    expected = Text(
        sv="en rad för varje, med id och kolon först, eller en lista med namn",
        en="a line for each, with id and colon first, or a list of names",
    )
    example = "registrator: Registrator"

    def __init__(self, name: str, table: Table, make: Callable[..., Any]) -> None:
        self.name = name
        self.table = table
        self.make = make

    def read(self, tree: Tree, desk: Desk, ref: Ref) -> Any:
        """The entries in order; a list of names is taken too, each with the slug of its name for id."""
        entries = self._listed(tree, desk, ref)
        if entries is None:
            word = written_key(ref) or self.name
            desk.say(say.WRONG_SHAPE, tree, ref, key=word, expected=self.expected, example=self.example)
            return ()
        names = desk.sections.get(self.name)
        found: list[Any] = []
        seen: dict[str, Scalar] = {}
        for key, value in entries:
            id = key.value if is_id(key.value) else slug(key.value)
            named = id != key.value and isinstance(value, Entries) and value.get("name") is None
            if id != key.value and not named and not is_empty(value):
                fix = f"{id}: {value.value}" if isinstance(value, Scalar) else f"{id}:"
                desk.say(say.BAD_ID, key, ref, id=key.value, fix=fix)
            if id in seen:
                written, other = value.value if isinstance(value, Scalar) else "", seen[id]
                if key.value != id or written == other.value:
                    desk.say(say.DUPLICATE_KEY, key, ref, key=written or key.value, first=other.line)
                else:
                    desk.say(say.NEAR_NAMES, key, ref, name=written, other=other.value, first=other.line)
                continue
            seen[id] = value if isinstance(value, Scalar) and value.value else key
            at = Ref(ref.document, f"{self.name}/{id}")
            desk.place(at, key)
            entry = self._entry(id, key, value, desk, at)
            found.append(replace(entry, name=key.value) if named else entry)
            if names is not None:
                names.add(id, found[-1].name)
                names.also(key.value, id)
        if names is not None:
            names.closed = True
        return tuple(found)

    def _listed(self, tree: Tree, desk: Desk, ref: Ref) -> list[tuple[Scalar, Tree]] | None:
        """The entries with their keys; what is written with dashes or commas is read too, where it has been said."""
        if isinstance(tree, Entries):
            return tree.entries
        items = tree.items if isinstance(tree, Items) else self._on_one_line(tree, desk, ref)
        entries: list[tuple[Scalar, Tree]] = []
        dashed: Tree | None = tree
        for item in items:
            if isinstance(item, Scalar) and item.value:
                entries.append((Scalar(slug(item.value), item.line, item.column, item.length), item))
            elif isinstance(item, Entries) and item.entries:
                key, value = without_dash(item, self.table)
                if dashed is not None:
                    desk.say(say.ENTRIES_DASHED, dashed, ref, key=self.name, fix=shown(key, value, self.table))
                    dashed = None
                entries.append((key, value))
        return entries or None

    def _on_one_line(self, tree: Scalar, desk: Desk, ref: Ref) -> list[Tree]:
        """``lanes: A, B``, or names on lines without dashes."""
        names = list(tree.lines) or parts(tree) or []
        if tree.lines:
            desk.say(say.NO_DASH, names[0], ref, fix=f"- {names[0].value}")
        elif tree.value:
            word = written_key(ref) or self.name
            example = f"{word}: [{', '.join(name.value for name in names)}]"
            desk.say(say.WRONG_SHAPE, tree, ref, key=word, expected=self.expected, example=example)
        return [*names]

    def _entry(self, id: str, key: Scalar, value: Tree, desk: Desk, at: Ref) -> Any:
        if isinstance(value, Scalar):
            if not value.value and value.plain:
                return self.make(id=id, name=key.value if key.value != id else None)
            if kind := self._kind(key, value):
                desk.say(say.KIND_AS_NAME, value, at, value=value.value, fix=f"{key.value}: {{kind: {kind}}}")
            name = Scalar("name", value.line, value.column)
            return self.make(id=id, **self.table.read([(name, value)], desk, at))
        if isinstance(value, Items):
            example = f"{key.value}: {{name: …}}"
            desk.say(say.WRONG_SHAPE, value, at, key=key.value, expected=Record.expected, example=example)
            return self.make(id=id)
        return self.make(id=id, **self.table.read(value.entries, desk, at))

    def _kind(self, key: Scalar, value: Scalar) -> str | None:
        """The kind that stands where the name does: ``sokande: customer``."""
        row = self.table.rows.get("kind")
        word = value.value
        guess = _KINDS.get(word, word)
        return guess if row and guess in getattr(row.value, "values", ()) and slug(word) != slug(key.value) else None

    def plain(self, value: Any, spelling: Spelling) -> Any:
        written: dict[str, Any] = {}
        for one in value:
            keys = self.table.plain(one, spelling)
            alone = set(keys) == {"name"} and isinstance(keys["name"], str)
            written[one.id] = keys["name"] if alone else keys or None
        return written

    def schema(self) -> dict[str, Any]:
        entry = {"anyOf": [self.table.schema(), {"type": ["string", "null"]}]}
        return {
            "anyOf": [
                {"type": "object", "additionalProperties": entry},
                {"type": "array", "items": {"type": "string"}},
            ]
        }

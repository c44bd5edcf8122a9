"""A table of keys: the one place that says which keys a thing has.

Reader, "did you mean", schema and YAML writer are driven by the same rows; so a key that can be written can be read,
and the schema knows neither more nor less.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from procmap.model.knowledge import (
    Provenance,
)
from procmap.read import notices as say
from procmap.read.desk import Desk
from procmap.read.journey_words import JOURNEY_WORDS
from procmap.read.key import Key
from procmap.read.known import plain_value, read_maybe
from procmap.read.names import distance, nearest
from procmap.read.values import FAILED, Spelling
from procmap.read.words import KEY_WORDS, OTHER_WORDS
from procmap.ref import Ref
from procmap.source.tree import Scalar, Tree, is_empty
from procmap.text import Text

__all__ = ["MOVE", "Table"]

_SHOWN = 12
_NOT_SHOWN = ("process", "catalogue", "journey", "collaboration", "variant", "id", "name", "note", "bpmn")
_TOO_MANY_HOMES = 5
_REMEMBERED = 5000
_HOMES: dict[str, list[Table]] = {}
"""The tables that have a key, by its name."""


_HAS_AN_ENDING = 5
_ENDINGS = ("n", "t", "en", "et")
"""How a Swedish word ends where it is the one that is spoken of: ``syftet``, ``ägaren``."""
MOVE = Text(sv="Flytta raden dit, eller dra in den.", en="Move the line there, or indent it.")
"""What to do with a key that belongs to something else."""
_MOVE_AS = Text(sv="Flytta raden dit, och skriv ”{word}”.", en="Move the line there, and write “{word}”.")
_WHO_FIRST = Text(
    sv="Vem som gör ett steg står först på dess rad: - Handläggare: Granska",
    en="Who does a step stands first on its line: - Officer: Review",
)
_OWN_STEP = Text(
    sv="Skriv ett eget steg före frågan, med vem som gör vad, och raden under det.",
    en="Write a step of its own before the question, with who does what, and the line below that.",
)


def _meanings(word: str, all_words: Iterable[Mapping[str, str]] = (KEY_WORDS, OTHER_WORDS, JOURNEY_WORDS)) -> list[str]:
    """The keys that a Swedish word may mean, also with an ending; the likeliest first."""
    low = word.strip().casefold()
    long = len(low) >= _HAS_AN_ENDING
    forms = [low, *(low.removesuffix(ending) for ending in _ENDINGS if long and low.endswith(ending))]
    return [words[form] for form in forms for words in all_words if form in words]


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
            within = target if ref.item is None else f"{ref.item}.{target}"
            at = ref.of(target) if ref.attribute is None else ref.of(ref.attribute, within)
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
        meanings = _meanings(word)
        for name in (word, *meanings):
            if name in self.rows:
                return self.rows[name]
        near = nearest(word, self.rows)
        if near is not None and ((word not in _HOMES and not meanings) or distance(word.casefold(), near) <= 1):
            return self.rows[near]
        return None if near or meanings or word in _HOMES else self._misspelt(word.strip().casefold())

    def _misspelt(self, low: str) -> Key | None:
        """The row that a Swedish word means which differs in one letter, and not in the first."""
        if len(low) < _HAS_AN_ENDING:
            return None
        likely = (word for word, key in KEY_WORDS.items() if word[0] == low[0] and key in self.rows)
        near = next((word for word in likely if distance(low, word, 1) == 1), None)
        return self.rows[KEY_WORDS[near]] if near else None

    def guess(self, key: Scalar, desk: Desk, ref: Ref) -> Key | None:
        """Say that a key is not known here; the row that was surely meant, None where there is none."""
        word = key.value
        row = self.meant(word)
        if row is not None:
            alike = nearest(word, (row.name,)) is not None
            desk.say(say.UNKNOWN_KEY if alike else say.SWEDISH_KEY, key, ref, key=word, guess=row.name)
            return row
        for name in (word, *_meanings(word, (KEY_WORDS, OTHER_WORDS))):
            if (home := self._home(name)) is not None:
                how = self._how_to_move(home, word, name)
                desk.say(say.KEY_ELSEWHERE, key, ref, key=word, home=home.what, what=self.what, how=how)
                return None
        known = [name for name in self.rows if name not in _NOT_SHOWN]
        listed = ", ".join(known[:_SHOWN]) + (" …" if len(known) > _SHOWN else "")
        desk.say(say.STRANGE_KEY, key, ref, key=word, what=self.what, known=listed)
        return None

    def _how_to_move(self, home: Table, word: str, name: str) -> Text:
        """Work on a question has no line to move to until it is a step of its own, and a step has no owner."""
        if name == "owner" and "touch_time" in self.rows:
            return _WHO_FIRST
        if name != word:
            return _MOVE_AS.fill(word=name)
        work = "touch_time"
        deciding = "branches" in self.rows and not {work, "timer"} & self.rows.keys()
        return _OWN_STEP if deciding and work in home.rows else MOVE

    def _home(self, word: str) -> Table | None:
        """The table that a key belongs to; None where there is none, or more than a reader could guess among."""
        steps = [table for table in _HOMES.get(word, ()) if "why" in table.rows]
        others = [table for table in _HOMES.get(word, ()) if "why" not in table.rows]
        if len(others) + bool(steps) >= _TOO_MANY_HOMES:
            whole = (table for table in others if {"flow", "purpose"} <= table.rows.keys())
            return next(whole, None) if "branches" in self.rows else None
        if not steps and not others:
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

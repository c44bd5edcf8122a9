"""Entries of a section that were written with dashes: ``- name: Vårdnadshavare`` with ``kind: customer`` below."""

from __future__ import annotations

from procmap.read.names import slug
from procmap.read.table import Table
from procmap.read.words import KEY_WORDS
from procmap.source.slips import quoted
from procmap.source.tree import Entries, Scalar, Tree

__all__ = ["shown", "without_dash"]

_LONGEST = 80
"""What is longer than this in braces is hard to read, and harder to get right."""
_SIGNS = frozenset(",:{}[]#\"'?&*!|>%@`\\")
"""What may mean something of its own within braces."""


def without_dash(item: Entries, table: Table) -> tuple[Scalar, Tree]:
    """``- registrator: Registrator`` or ``- name: Registrator`` as an entry with an id, and all that is said of it."""
    first, value = item.entries[0]
    name = item.get("name") or value
    named = first.value in table.rows or KEY_WORDS.get(first.value.casefold()) == "name"
    if named and isinstance(name, Scalar) and name.value:
        return Scalar(slug(name.value), name.line, name.column, name.length), item
    rest = item.entries[1:]
    if first.value in table.rows or not rest:
        return first, value
    if isinstance(value, Scalar) and value.value:
        rest = [(Scalar("name", value.line, value.column), value), *rest]
    elif isinstance(value, Entries):
        rest = [*value.entries, *rest]
    return first, Entries(rest, value.line, value.column, value.length)


def shown(key: Scalar, value: Tree, table: Table) -> str:
    """An entry as it can be written on one line; with … where that gets too long or has keys below."""
    if isinstance(value, Scalar):
        return f"{key.value}: {value.value}".rstrip()
    entries = value.entries if isinstance(value, Entries) else []
    said = [(name.value, inner.value) for name, inner in entries if isinstance(inner, Scalar) and inner.value]
    texts = [(_key(name, table), text) for name, text in said]
    if len(texts) == 1 == len(entries) and texts[0][0] == "name":
        return f"{key.value}: {texts[0][1]}"
    pairs = [f"{name}: {quoted(text) if set(text) & _SIGNS else text}" for name, text in texts]
    whole = f"{key.value}: {{{', '.join(pairs)}}}"
    if len(texts) < len(entries) or len(whole) > _LONGEST or not texts:
        return f"{key.value}: {{{pairs[0] if pairs and len(pairs[0]) < _LONGEST else 'name: …'}, …}}"
    return whole


def _key(word: str, table: Table) -> str:
    """The key that a word stands for, where it is one."""
    row = table.meant(word)
    return row.name if row else word

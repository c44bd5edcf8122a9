"""Every text of a document with the place where it stands: names, sentences, notes, quotes, roles, answers that differ.

For checks that look for something in any words at all. What is asked of one attribute is asked of that attribute.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields
from functools import cache
from itertools import compress
from operator import attrgetter
from typing import Any, NamedTuple

from procmap.graph.parts import SECTIONS, named_parts_of
from procmap.model.knowledge import Disputed, Provenance, Unknown
from procmap.model.label import Translated
from procmap.model.part import Part
from procmap.model.process_map import Document
from procmap.model.rule import Limit
from procmap.ref import Ref

__all__ = ["Written", "texts_of"]

_ELSEWHERE = frozenset({"id", "nodes", "flows", "phases", "steps", *SECTIONS})
"""Ids, which are made of names, and parts that have a Ref of their own."""


class Written(NamedTuple):
    """A text, where it stands, and the attribute of the part that holds it.

    What a voice says in a dispute stands at the attribute that is disputed; who says it, and whom to ask, at ``role``.
    """

    ref: Ref
    part: Part
    name: str
    text: str


def texts_of(document: Document, matches: Callable[[str], object]) -> Iterator[Written]:
    """Every text of a document that matches, in its order; linear in its size."""
    for ref, part in named_parts_of(document):
        yield from _within(ref, part, matches)


def _within(ref: Ref, part: Part, matches: Callable[[str], object]) -> Iterator[Written]:
    kind: Any = type(part)
    names, get = _fields(kind)
    values = get(part)
    for name, value in compress(zip(names, values, strict=True), values):
        if type(value) is str:
            if matches(value):
                yield Written(_deeper(ref, name), part, name, value)
        elif name == "provenance":
            for each in value:
                yield from _provenance(ref, each, matches)
        elif not isinstance(value, (bool, int, float)):
            yield from _texts(_deeper(ref, name), part, name, value, matches)


def _texts(ref: Ref, part: Part, name: str, value: object, matches: Callable[[str], object]) -> Iterator[Written]:
    if isinstance(value, str):
        if matches(value):
            yield Written(ref, part, name, value)
    elif isinstance(value, tuple):
        for number, item in enumerate(value, 1):
            inside = item.name if isinstance(item, Limit) else str(number)
            yield from _texts(_deeper(ref, inside) if isinstance(item, Part) else ref, part, name, item, matches)
    elif isinstance(value, Translated):
        yield from (Written(ref, part, name, text) for text in (value.sv, value.en) if text and matches(text))
    elif isinstance(value, Unknown):
        if value.ask and matches(value.ask):
            yield Written(ref, part, "role", value.ask)
    elif isinstance(value, Disputed):
        for says in value.says:
            if matches(says.role):
                yield Written(ref, part, "role", says.role)
            yield from _texts(ref, part, name, says.value, matches)
    elif isinstance(value, Part):
        yield from _within(ref, value, matches)


def _provenance(ref: Ref, provenance: Provenance, matches: Callable[[str], object]) -> Iterator[Written]:
    if provenance.by and matches(provenance.by):
        yield Written(_deeper(ref, provenance.attribute), provenance, "by", provenance.by)


def _deeper(ref: Ref, step: str) -> Ref:
    if ref.attribute is None:
        return ref.of(step)
    return ref.of(ref.attribute, step if ref.item is None else f"{ref.item}.{step}")


@cache
def _fields(kind: Any) -> tuple[tuple[str, ...], Any]:
    """The attributes of a class that may hold text, and what takes them all from a part at once."""
    names = tuple(field.name for field in fields(kind) if field.name not in _ELSEWHERE)
    if len(names) > 1:
        return names, attrgetter(*names)
    return names, (lambda part: tuple(getattr(part, name) for name in names))

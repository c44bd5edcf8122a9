"""Every text of a document with the place where it stands: names, sentences, notes, quotes, roles, answers that differ.

For checks that look for something in any words at all. What is asked of one attribute is asked of that attribute.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import compress
from typing import Any, NamedTuple

from procmap.graph.parts import Getter, Told, attributes, getter, is_id, named_parts_of, told
from procmap.model.knowledge import Disputed, Provenance, Unknown
from procmap.model.label import Translated
from procmap.model.part import Part
from procmap.model.process_map import Document
from procmap.model.rule import Limit
from procmap.ref import Ref

__all__ = ["Written", "texts_of", "texts_within"]



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
    return texts_within(told(named_parts_of(document)), matches)


def texts_within(parts: Iterable[Told], matches: Callable[[str], object]) -> Iterator[Written]:
    """Every text that matches of some parts that say something, in their order."""
    for ref, part, words in parts:
        if words is None or any(map(matches, words)):
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
def _fields(kind: Any) -> Getter:
    """The attributes of a class that may hold text."""
    names = attributes(kind)[0]
    return getter(name for name in names if not is_id(name, names))

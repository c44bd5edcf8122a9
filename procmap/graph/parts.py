"""Everything a document consists of, each part with the Ref that points at it, and every value that is left open.

Questions that hold for any attribute (unknown, disputed, assumed) are asked here once, by the fields of the classes, so
that a new attribute is covered the day it enters the model.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import fields
from functools import cache
from itertools import compress
from operator import attrgetter
from typing import Any, NamedTuple, Union

from procmap.model.activity import SubProcess
from procmap.model.journey import Journey
from procmap.model.knowledge import Disputed, Unknown
from procmap.model.part import Part
from procmap.model.process import Process
from procmap.model.process_map import Document
from procmap.model.rule import Limit
from procmap.ref import Ref

__all__ = [
    "OpenValue",
    "PartAt",
    "Told",
    "attributes",
    "getter",
    "is_id",
    "named_parts_of",
    "open_values",
    "parts_of",
    "parts_within",
    "told",
]

SECTIONS = (
    "lanes",
    "systems",
    "data",
    "rules",
    "messages",
    "deadlines",
    "personas",
    "evidence",
    "pools",
    "message_flows",
    "signals",
    "data_references",
    "data_associations",
    "global_tasks",
    "annotations",
    "groups",
    "associations",
)
"""Lists of parts that a Ref reaches as ``lanes/x``."""

_PLAIN = frozenset({str, bool, int, float})
"""The classes of values that hold no other."""
_IDS = ("attached_to", "default")
_ENDS = ("source", "target")

_OPEN = frozenset({Unknown, Disputed})
_INSIDE = frozenset({"id", "nodes", "flows", "phases", "steps"})
_APART = _INSIDE.union(SECTIONS)
"""Fields that hold ids, which are made of names, or parts that have a Ref of their own."""


Getter = tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]
"""Names of attributes, and what takes them all from a part at once."""


class PartAt(NamedTuple):
    """A part and where it is; ``owner`` is the element or document it belongs to, itself where it is one."""

    ref: Ref
    part: Part
    owner: Part


class OpenValue(NamedTuple):
    """A value that is not settled: asked and unknown, or disputed.

    ``owner`` is the element, entry or document, ``part`` what holds the attribute (the owner, or a part of it such as a
    handover), ``name`` the attribute's name in the model.
    """

    ref: Ref
    owner: Part
    part: Part
    name: str
    value: Union[Unknown, Disputed]


def parts_of(document: Document) -> Iterator[PartAt]:
    """Every part of a document, the document first, then its sections, then its elements or steps as they stand.

    A part inside another has its place as the Ref's attribute and item: ``granska.decision``,
    ``livsmedel.legal_basis.1``; one of several by its number, a threshold by its name.
    """
    return parts_within(named_parts_of(document))


def parts_within(named: Iterable[tuple[Ref, Part]]) -> Iterator[PartAt]:
    """Some parts that have an id, each with those inside it."""
    for ref, part in named:
        yield from _within(ref, part, part)


class Told(NamedTuple):
    """A part that says something: in ``words`` alone, or, where these are None, in more than words and numbers.

    That is where something is open, stands inside, or says where it comes from. Most of what was drawn in another
    program holds nothing of the kind, and need not be looked through again and again.
    """

    ref: Ref
    part: Part
    words: list[str] | None


def told(named: Iterable[tuple[Ref, Part]]) -> Iterator[Told]:
    """The parts that say something, in their order."""
    for ref, part in named:
        kind: Any = type(part)
        values = [*filter(None, _all(kind)(part))]
        if not _PLAIN.issuperset(map(type, values)):
            yield Told(ref, part, None)
        elif words := [value for value in values if type(value) is str]:
            yield Told(ref, part, words)


def named_parts_of(document: Document) -> Iterator[tuple[Ref, Part]]:
    """The document and the parts of it that have an id, without those inside them, in the same order."""
    yield Ref(document.id), document
    for section in SECTIONS:
        for part in getattr(document, section, ()):
            yield Ref(document.id, f"{section}/{part.id}"), part
    if isinstance(document, Process):
        yield from _flow(document)
    if isinstance(document, Journey):
        for phase in document.phases:
            yield Ref(document.id, f"phases/{phase.id}"), phase
            for step in phase.steps:
                yield Ref(document.id, step.id), step


def open_values(parts: Iterable[PartAt]) -> Iterator[OpenValue]:
    """Every value in the given parts that is unknown or disputed, in their order; one of several who do a step too."""
    for ref, part, owner in parts:
        names, values = _values(part)
        others = getattr(part, "together_with", ())
        if others and type(others) is tuple and type(others[-1]) is Unknown:
            yield OpenValue(_deeper(ref, "together_with"), owner, part, "together_with", others[-1])
        if _OPEN.isdisjoint(map(type, values)):
            continue
        for name, value in zip(names, values, strict=True):
            if type(value) in _OPEN:
                yield OpenValue(_deeper(ref, name), owner, part, name, value)


def _flow(process: Process) -> Iterator[tuple[Ref, Part]]:
    """What stands inside a subprocess comes right after it, as one reads it."""
    document = process.id
    waiting = [(iter((*process.nodes, *process.flows)), "")]
    while waiting:
        parts, prefix = waiting[-1]
        for part in parts:
            yield Ref(document, prefix + part.id), part
            if isinstance(part, SubProcess):
                waiting.append((iter((*part.nodes, *part.flows)), f"{prefix}{part.id}/"))
                break
        else:
            waiting.pop()


def _within(ref: Ref, part: Part, owner: Part) -> Iterator[PartAt]:
    """The part and those inside it."""
    yield PartAt(ref, part, owner)
    names, values = _values(part)
    for name, value in compress(zip(names, values, strict=True), values):  # most attributes of most parts are empty
        if isinstance(value, (str, float, bool)):
            continue
        if isinstance(value, tuple):
            for number, item in enumerate(value, 1):
                if _is_record(item):
                    inside = item.name if isinstance(item, Limit) else str(number)
                    yield from _within(_deeper(_deeper(ref, name), inside), item, owner)
        elif _is_record(value):
            yield from _within(_deeper(ref, name), value, owner)


def _deeper(ref: Ref, step: str) -> Ref:
    if ref.attribute is None:
        return ref.of(step)
    return ref.of(ref.attribute, step if ref.item is None else f"{ref.item}.{step}")


@cache
def attributes(kind: Any) -> Getter:
    """The attributes of a class that say something."""
    return getter(field.name for field in fields(kind) if field.name not in _APART)


@cache
def _all(kind: Any) -> Callable[[Any], tuple[Any, ...]]:
    """What takes everything from a part: an element that refers to entries of a section has a field of its name."""
    names = [field.name for field in fields(kind) if field.name not in _INSIDE]
    return getter(name for name in names if not is_id(name, names))[1]


def is_id(name: str, names: Collection[str]) -> bool:
    """Whether a field holds the id of what an event is at, a way out, or what a line joins, and nothing else.

    The source of a rule is another matter.
    """
    return name in _IDS or (name in _ENDS and all(end in names for end in _ENDS))


@cache
def _to_know(kind: Any) -> Getter:
    return getter(name for name in attributes(kind)[0] if name != "provenance")


def getter(names: Iterable[str]) -> Getter:
    """Some attributes, and what takes them all from a part at once."""
    names = tuple(names)
    return names, attrgetter(*names) if len(names) > 1 else (lambda part: tuple(getattr(part, name) for name in names))


def _values(part: Part) -> tuple[tuple[str, ...], tuple[Any, ...]]:
    """The attributes of a part that somebody may know, and their values."""
    kind: Any = type(part)
    names, get = _to_know(kind)
    return names, get(part)


@cache
def _has_attributes(kind: Any) -> bool:
    return issubclass(kind, Part) and any("Maybe" in str(field.type) for field in fields(kind))


def _is_record(value: object) -> bool:
    """Whether a value is a part with attributes of its own, and not an amount or a mark such as Unknown."""
    kind: Any = type(value)
    return _has_attributes(kind)

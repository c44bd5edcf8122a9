"""Everything a document consists of, each part with the Ref that points at it, and every value that is left open.

Questions that hold for any attribute (unknown, disputed, assumed) are asked here once, by the fields of the classes, so
that a new attribute is covered the day it enters the model.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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

__all__ = ["OpenValue", "PartAt", "named_parts_of", "open_values", "parts_of"]

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

_OPEN = frozenset({Unknown, Disputed})
_ELSEWHERE = frozenset({"id", "provenance", "nodes", "flows", "phases", "steps", *SECTIONS})
"""Fields that hold nothing to know, or parts that have a Ref of their own."""


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
    for ref, part in named_parts_of(document):
        yield from _within(ref, part, part)


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
    """Every value in the given parts that is unknown or disputed, in their order."""
    for ref, part, owner in parts:
        names, values = _values(part)
        if _OPEN.isdisjoint(map(type, values)):
            continue
        for name, value in zip(names, values, strict=True):
            if type(value) in _OPEN:
                yield OpenValue(_deeper(ref, name), owner, part, name, value)


def _flow(process: Process) -> Iterator[tuple[Ref, Part]]:
    """What stands inside a subprocess comes right after it, as one reads it."""
    waiting = [(iter((*process.nodes, *process.flows)), "")]
    while waiting:
        parts, prefix = waiting[-1]
        part = next(parts, None)
        if part is None:
            waiting.pop()
            continue
        yield Ref(process.id, prefix + part.id), part
        if isinstance(part, SubProcess):
            waiting.append((iter((*part.nodes, *part.flows)), f"{prefix}{part.id}/"))


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
def _fields(kind: Any) -> tuple[tuple[str, ...], Any]:
    names = tuple(field.name for field in fields(kind) if field.name not in _ELSEWHERE)
    return names, attrgetter(*names) if len(names) > 1 else None


def _values(part: Part) -> tuple[tuple[str, ...], tuple[Any, ...]]:
    """The attributes of a part that say something, and their values."""
    kind: Any = type(part)
    names, get = _fields(kind)
    return names, get(part) if get is not None else tuple(getattr(part, name) for name in names)


@cache
def _has_attributes(kind: Any) -> bool:
    return issubclass(kind, Part) and any("Maybe" in str(field.type) for field in fields(kind))


def _is_record(value: object) -> bool:
    """Whether a value is a part with attributes of its own, and not an amount or a mark such as Unknown."""
    kind: Any = type(value)
    return _has_attributes(kind)

"""What is said differently of two parts that are the same: attribute by attribute, down to the values within values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any, cast

from procmap.model.flow import SequenceFlow
from procmap.model.inventory import CONTAINERS
from procmap.model.part import Part
from procmap.model.references import Renames
from procmap.model.rule import Limit

__all__ = ["AttributeChange", "attribute_changes"]


@dataclass(frozen=True, slots=True)
class AttributeChange:
    """One attribute with its value in each; None where it has none there.

    What is inside a value has a path: ``decision.appeal``, ``limits.grans``. Under ``provenance`` stand those entries
    alone that differ. ``kind`` of two parts that are not of one class holds the names of the classes. ``owners`` are
    the parts that hold the attribute, and ``name`` is what it is called there.
    """

    attribute: str
    before: Any
    after: Any
    owners: tuple[Part | None, Part | None] = field(default=(None, None), repr=False, compare=False)
    name: str = field(default="", repr=False, compare=False)


Both = tuple[Part, Part]


def attribute_changes(a: Part, b: Part, renames: Renames, prefix: str) -> Iterator[AttributeChange]:
    """The attributes that are not the same; a reference to something renamed is the same. ``prefix`` is a's scope."""
    if type(a) not in CONTAINERS and a == b:
        return
    if type(a) is not type(b):
        yield AttributeChange("kind", type(a).__name__, type(b).__name__, (a, b), "kind")
    for name in _attributes(cast("Any", type(a)), cast("Any", type(b))):
        before, after = getattr(a, name), getattr(b, name)
        if before != after:
            yield from _within(name, name, renames.followed(name, before, prefix), (before, after), (a, b))


@cache
def _attributes(kind: Any, other: Any) -> tuple[str, ...]:
    """What is compared of two classes: what both have, except ids, parts with ids of their own, and ends of flows."""
    left_out = {"id", "variant_of", "event", *CONTAINERS.get(kind, ())}
    if kind is SequenceFlow:
        left_out |= {"source", "target"}
    if kind is not other:
        left_out |= {"kind", "type"}
    there = {f.name for f in fields(other)}
    return tuple(f.name for f in fields(kind) if f.name in there and f.name not in left_out)


def _within(path: str, name: str, called: Any, values: tuple[Any, Any], owners: Both) -> Iterator[AttributeChange]:
    """The change of a value, or those inside it; ``called`` is the one before in the words of the second map."""
    before, after = values
    if called == after:
        return
    if name == "provenance":
        yield AttributeChange(path, _only(before, called, after), _only(after, after, called), owners, name)
    elif _is_record(before) and type(before) is type(after):
        for inner in _attributes(cast("Any", type(before)), cast("Any", type(after))):
            at = path if isinstance(before, Limit) and inner == "value" else f"{path}.{inner}"
            old, new, same = (getattr(value, inner) for value in (before, after, called))
            yield from _within(at, inner, same, (old, new), values)
    elif (old := _by_name(before)) is not None and (new := _by_name(after)) is not None:
        middle = cast("dict[str, Any]", _by_name(called))
        for entry in dict.fromkeys((*old, *new)):
            pair = (old.get(entry), new.get(entry))
            yield from _within(f"{path}.{entry}", name, middle.get(entry), pair, owners)
    else:
        yield AttributeChange(path, before, after, owners, name)


def _only(values: tuple[Any, ...], called: tuple[Any, ...], others: tuple[Any, ...]) -> tuple[Any, ...]:
    """The values that the others do not have; ``called`` are the same in the words of the second map."""
    return tuple(value for value, same in zip(values, called, strict=True) if same not in others)


def _is_record(value: object) -> bool:
    """Whether a value is a part with attributes of its own, and not an amount or a mark such as Unknown."""
    return isinstance(value, Limit) or (isinstance(value, Part) and hasattr(type(value), "provenance"))


def _by_name(value: object) -> dict[str, Any] | None:
    """Parts in a list by their names; None where it is no such list, or two have one name."""
    if not isinstance(value, tuple) or not value or not all(_is_record(item) for item in value):
        return None
    names = [getattr(item, "name", None) for item in value]
    if not all(isinstance(name, str) for name in names) or len(set(names)) < len(names):
        return None
    return dict(zip(cast("list[str]", names), value, strict=True))

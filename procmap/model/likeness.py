"""When two parts, of which each is in one document alone, may be the same under another id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields, replace
from typing import Any, cast

from procmap.model.activity import ExceptionCase, SubProcess
from procmap.model.event import Event
from procmap.model.gateway import Gateway
from procmap.model.inventory import CONTAINERS
from procmap.model.knowledge import known
from procmap.model.part import Part
from procmap.model.references import Renames

__all__ = ["akin", "in_rows", "is_bare", "is_implied", "likeness", "matches", "named", "saying", "without"]

_NO_LIKENESS = frozenset({"id", "name", "provenance", "attached_to", "default"})


def is_implied(part: Part) -> bool:
    """Whether nobody wrote a part: it only holds the flow together, as joins and nameless starts and ends do."""
    if isinstance(part, Gateway):
        return "." in part.id and part == Gateway(id=part.id, kind=part.kind, default=part.default)
    if isinstance(part, Event) and part.position in ("start", "end"):
        return part == Event(id=part.id, position=part.position, lane=part.lane)
    return False


def is_bare(part: Part) -> bool:
    """Whether an entry of a section says nothing beside its name, as those do that arise by being used."""
    if any(f.default is MISSING and f.default_factory is MISSING and f.name != "id" for f in fields(cast("Any", part))):
        return False  # an entry that ties two things says which
    return likeness(part) == likeness(type(part)(id=getattr(part, "id", "")))  # type: ignore[call-arg]


def matches(
    gone: Mapping[str, Part],
    new: Mapping[str, Part],
    alike: Callable[[str, Part], object],
    alike_there: Callable[[str, Part], object],
) -> dict[str, str]:
    """Ids that are gone with those that are new, where both look alike and nothing else does; None is like nothing."""
    left: dict[object, list[str]] = {}
    right: dict[object, list[str]] = {}
    for parts, look, groups in ((gone, alike, left), (new, alike_there, right)):
        for id, part in parts.items():
            if (key := look(id, part)) is not None:
                groups.setdefault(key, []).append(id)
    return {ids[0]: right[key][0] for key, ids in left.items() if len(ids) == 1 == len(right.get(key, ()))}


def in_rows(gone: Mapping[str, Part], new: Mapping[str, Part], *, nameless: bool = False) -> dict[str, str]:
    """Ids that are gone with those that are new, of one name: the first with the first, where there are as many.

    With ``nameless`` those without a name are looked at so too.
    """
    rows: dict[object, tuple[list[str], list[str]]] = {}
    for side, parts in enumerate((gone, new)):
        for id, part in parts.items():
            if (name := named(id, part) or (_sort(part) if nameless else None)) is not None:
                rows.setdefault(name, ([], []))[side].append(id)
    same = [zip(left, right, strict=True) for left, right in rows.values() if len(left) == len(right)]
    return {id: other for pairs in same for id, other in pairs}


def _sort(part: Part) -> object:
    happens = tuple(trigger.kind for trigger in getattr(part, "triggers", ()))
    return type(part), getattr(part, "kind", None), getattr(part, "position", None), happens


def without(parts: Mapping[str, Any], ids: Iterable[str]) -> dict[str, Any]:
    """The parts of other ids."""
    left_out = set(ids)
    return {id: part for id, part in parts.items() if id not in left_out}


def named(id: str, part: Part) -> object:
    """What a part is called; None where it has no name."""
    name = known(getattr(part, "name", None))
    return (type(part), repr(name)) if name else None


def saying(id: str, part: Part) -> object:
    """What an entry says beside its name; None where it says nothing."""
    return None if is_bare(part) else likeness(part)


def likeness(part: Part, renames: Renames | None = None) -> object:
    """All that a part says except its id and name; ``repr``, since an answer in a dispute may be of any kind."""
    left_out = {*_NO_LIKENESS, *CONTAINERS.get(type(part), ())}
    values: list[Any] = []
    for name in (f.name for f in fields(cast("Any", part))):
        if name in left_out:
            continue
        value = getattr(part, name)
        if name == "exceptions" and isinstance(value, tuple):
            value = tuple(replace(case, event=None) if isinstance(case, ExceptionCase) else case for case in value)
        values.append(renames.followed(name, value) if renames else value)
    return type(part), repr(values)


def akin(part: Part, other: Part) -> bool:
    """What holds others is the same under another name only where something inside is the same, or nothing is there."""
    name = "nodes" if isinstance(part, SubProcess) else "steps"
    rows = [[each for each in getattr(p, name, ()) if not is_implied(each)] for p in (part, other)]
    inside, there = ({word for each in row for word in (each.id, named(each.id, each)) if word} for row in rows)
    return bool(inside & there) or not (inside or there)

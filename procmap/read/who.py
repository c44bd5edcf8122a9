"""Who does it: the first key of a step, its keys ``lane`` and ``with``, or what holds around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from procmap.model.knowledge import Disputed, Maybe, Provenance, Says, Unknown
from procmap.read import notices as say
from procmap.read.desk import Desk
from procmap.read.heads import Head, unknown_first
from procmap.read.key import Key
from procmap.read.known import plain_value, read_maybe, unknown
from procmap.read.references import Reference, Roles
from procmap.read.values import FAILED, Spelling, parts, written_key
from procmap.ref import Ref
from procmap.source.tree import Items, Scalar, Tree, is_empty
from procmap.text import Text

__all__ = ["LANES", "Who", "around", "read_lanes", "who"]

_LANES = Text(sv="rollerna under lanes", en="the roles under lanes")


class _Lanes(Reference):
    """One or several lanes."""

    expected = Roles.expected
    example = "Handläggare"
    distinct = False

    def read(self, tree: Tree, desk: Desk, ref: Ref) -> Any:
        """The ids, with Unknown as the last of them where somebody more takes part and nobody knew who."""
        named = parts(tree) or []
        asked = [part for part in named if part.value[:2] == "??"]
        if not asked:
            return super().read(tree, desk, ref)
        others: list[Tree] = [part for part in named if part not in asked]
        found = super().read(Items(others, tree.line, tree.column), desk, ref) if others else ()
        return found if found is FAILED else (*found, unknown(asked[0].value, desk))

    def plain(self, value: Any, spelling: Spelling) -> Any:
        lanes = (value,) if isinstance(value, str) else value
        if all(isinstance(lane, str) for lane in lanes):
            return spelling.several("lanes", lanes)
        return [plain_value(_ROLE, lane, spelling) for lane in lanes]


LANES = _Lanes("lanes", _LANES)
_ROLE = Roles(many=False)
_LANE = Key("lane", LANES, Text(sv="Vem som gör det.", en="Who does it."))


class Who(NamedTuple):
    """What a key says of who does it: ids of lanes, none where it says nothing, or what is known of them instead."""

    lanes: Any
    source: Provenance | None = None

    def first(self, default: Maybe[str]) -> Maybe[str]:
        """The lane that counts; ``default`` where nothing is said."""
        if isinstance(self.lanes, tuple):
            return self.lanes[0] if self.lanes else default
        found: Maybe[str] = self.lanes
        return found


def read_lanes(tree: Tree, desk: Desk, ref: Ref, *, several: bool = False) -> Who:
    """The lanes that a key names, as ids; whatever else can be known of a value is known of them too.

    In a dispute each voice names the one who does it, first of those that it names, unless ``several`` may be meant.
    """
    key = Scalar(written_key(ref), tree.line, tree.column, tree.length)
    if is_empty(tree):
        desk.say(say.EMPTY_VALUE, tree, ref, key=key.value)
        return Who(())
    desk.place(ref, tree)
    if isinstance(tree, Scalar) and unknown_first(tree.value):
        return Who(LANES.read(tree, desk, ref))
    value, source, _ = read_maybe(_LANE, tree, key, desk, ref)
    if isinstance(value, Disputed):
        of_each = _together if several else _single
        value = Disputed(tuple(Says(says.role, of_each(says.value)) for says in value.says))
    return Who(() if value is None or value is FAILED else value, source)


def _single(value: Any) -> Any:
    return value[0] if isinstance(value, tuple) and value else value


def _together(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def around(tree: Tree | None, default: Maybe[str], desk: Desk, ref: Ref) -> Maybe[str]:
    """The lane that holds for what is inside a path or a document."""
    return default if tree is None else read_lanes(tree, desk, ref).first(default)


def who(head: Head, keys: Mapping[str, Tree], ref: Ref, default: Maybe[str], desk: Desk) -> dict[str, Any]:
    """``lane`` and ``together_with`` of a step, and where they come from if that is said."""
    lane: Any = default
    others: tuple[Any, ...] = ()
    if isinstance(head.lanes, Unknown):
        lane = head.lanes
    elif head.lanes:
        lane, others = head.lanes[0], head.lanes[1:]
    said, more = Who(()), Who(())
    if "lane" in keys:
        said = read_lanes(keys["lane"], desk, ref.of("lane"))
        lane = said.first(lane)
        others = (*said.lanes[1:], *others) if isinstance(said.lanes, tuple) else others
    if "with" in keys:
        more = read_lanes(keys["with"], desk, ref.of("together_with"), several=True)
        others += more.lanes if isinstance(more.lanes, tuple) else (more.lanes,)
    values: dict[str, Any] = {"lane": lane}
    of_others = replace(more.source, attribute="together_with") if more.source else None
    if sources := tuple(source for source in (said.source, of_others) if source is not None):
        values["provenance"] = sources
    named = tuple(dict.fromkeys(other for other in others if isinstance(other, str)))
    asked = next((other for other in others if isinstance(other, Unknown)), None)
    if named:
        values["together_with"] = named if asked is None else (*named, asked)
    elif others:
        values["together_with"] = others[0]
    return values


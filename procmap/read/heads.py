"""The first key of a step decides: who does it, what kind it is, or where it goes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from procmap.model.knowledge import Unknown
from procmap.read import notices as say
from procmap.read.desk import Desk, guess_hint
from procmap.read.keys import ACTIVITY, CALL, END, GATEWAY, PATH, START, SUBPROCESS, WAIT
from procmap.read.names import nearest
from procmap.read.table import Table, unknown
from procmap.read.values import FAILED, LabelValue
from procmap.read.words import KEY_WORDS
from procmap.ref import Ref
from procmap.source.tree import Entries, Items, Scalar, Tree, is_empty

__all__ = ["KINDS", "TABLES", "Head", "lanes_used", "read_head"]

TABLES: dict[str, Table] = {
    "task": ACTIVITY,
    "start": START,
    "end": END,
    "wait": WAIT,
    "exclusive": GATEWAY,
    "inclusive": GATEWAY,
    "parallel": GATEWAY,
    "subprocess": SUBPROCESS,
    "call": CALL,
}
KINDS: tuple[str, ...] = (*TABLES, "to")
_NAMELESS = {"start", "end", "wait", "exclusive", "inclusive", "parallel"}
_DETAILS = {name for table in (*TABLES.values(), PATH) for name in table.rows}
_LABEL = LabelValue()


class Head(NamedTuple):
    """What the first key of a step says. ``lanes`` is empty where it names none, Unknown where nobody knew."""

    kind: str
    name: Any
    lanes: tuple[str, ...] | Unknown
    at: Scalar
    rest: list[tuple[Scalar, Tree]]


def read_head(item: Tree, desk: Desk) -> Head | None:
    """The head of a step; None where there is nothing to go on, which has then been said."""
    if isinstance(item, Scalar):
        if not item.value:
            desk.say(say.EMPTY_VALUE, item, key="-")
            return None
        name = unknown(item.value, desk) if item.value[:2] == "??" else item.value
        return Head(_kind_of(name), name, (), item, [])
    if isinstance(item, Items) or not item.entries:
        desk.say(say.FLOW_NOT_A_LIST, item)
        return None
    key, value = item.entries[0]
    rest = item.entries[1:]
    kind, lanes = _first(key, desk)
    if kind == "detail":
        return Head("task", None, (), key, item.entries)
    name = None
    if isinstance(value, Scalar):
        if value.value[:2] == "??":
            name = unknown(value.value, desk)
        elif value.value:
            name = value.value
        elif is_empty(value) and kind not in _NAMELESS:
            desk.say(say.EMPTY_VALUE, key, key=key.value)
            name = Unknown() if kind is None else None
    elif isinstance(value, Entries) and {k.value for k, _ in value.entries} <= {"sv", "en"}:
        label = _LABEL.read(value, desk, Ref(desk.document))
        name = None if label is FAILED else label
    elif isinstance(value, Entries):
        expected = LabelValue.expected
        example = f"{key.value}: {value.entries[0][0].value if value.entries else '…'}"
        desk.say(say.WRONG_SHAPE, value, key=key.value, expected=expected, example=example)
        rest = [*value.entries, *rest]
    else:
        desk.say(say.FLOW_NOT_A_LIST, value)
    at = value if isinstance(value, Scalar) and value.value else key
    return Head(kind or _kind_of(name), name, lanes, at if kind == "to" or key.line != at.line else key, rest)


def _kind_of(name: Any) -> str:
    """A sentence that ends in a question mark is a question."""
    return "exclusive" if not isinstance(name, Unknown) and str(name or "").rstrip().endswith("?") else "task"


def _first(key: Scalar, desk: Desk) -> tuple[str | None, tuple[str, ...] | Unknown]:
    """The kind (None where it follows from the sentence) and the lanes that the first key gives."""
    text = key.value
    names = desk.sections["lanes"]
    found = names.find(text)
    if text in KINDS and not (found and names.closed):
        return text, ()
    if found:
        return None, (found[0],)
    if text[:2] == "??":
        return None, unknown(text, desk)
    if text in _DETAILS:
        desk.say(say.DETAIL_FIRST, key, key=text)
        return "detail", ()
    guess = KEY_WORDS.get(text.strip().casefold())
    if guess in KINDS and text not in names.ids:
        desk.say(say.SWEDISH_KEY, key, key=text, guess=guess)
        return guess, ()
    lanes = tuple(_lane(part, key, desk) for part in (p.strip() for p in text.split(",")) if part)
    kinds = [lane for lane in lanes if lane in KINDS and lane not in names.ids]
    return (kinds[0], ()) if kinds else (None, lanes)


def _lane(text: str, key: Scalar, desk: Desk) -> str:
    """The lane that a name stands for, or the kind that was surely meant."""
    names = desk.sections["lanes"]
    found = names.find(text)
    if found:
        return found[0]
    kind = nearest(text, KINDS)
    if kind and not (names.closed and nearest(text, names.known)):
        desk.say(say.NEAR_KIND, key, key=text, guess=kind)
        return kind
    if names.closed:
        desk.say(say.NOT_A_LANE, key, key=text, hint=guess_hint(text, names.known))
        near = nearest(text, names.known)
        return names.find(near)[0] if near else names.arise(Scalar(text, key.line, key.column, key.length))
    return names.arise(Scalar(text, key.line, key.column, len(text)))


def lanes_used(tree: Tree | None) -> Iterator[Scalar]:
    """The lanes that steps name in their first key or under ``lane``, before anything is read, in order of use."""
    stack: list[Tree | None] = [tree]
    while stack:
        item = stack.pop()
        if isinstance(item, Items):
            stack.extend(reversed(item.items))
        elif isinstance(item, Entries) and item.entries:
            key = item.entries[0][0]
            if _may_be_lane(key.value):
                for part in key.value.split(","):
                    if part.strip():
                        yield Scalar(part.strip(), key.line, key.column, len(part.strip()))
            inner: list[Tree | None] = []
            for name, value in item.entries:
                if name.value == "lane" and isinstance(value, Scalar) and value.value not in ("", "n/a"):
                    if value.value[:2] != "??":
                        yield value
                elif name.value == "flow":
                    inner.append(value)
                elif name.value == "branches":
                    ways = value.items if isinstance(value, Items) else []
                    if isinstance(value, Entries):
                        ways = [way for _, way in value.entries]
                    inner += ways
                elif name.value in ("unless", "meanwhile", "exceptions"):
                    inner.append(value)
            stack.extend(reversed(inner))


@lru_cache(maxsize=4096)
def _may_be_lane(text: str) -> bool:
    return not (
        text in KINDS
        or text[:2] == "??"
        or text in _DETAILS
        or text in ("sv", "en", "disputed", "value", "action", "kind")
        or KEY_WORDS.get(text.strip().casefold()) in KINDS
        or nearest(text, KINDS)
    )

"""The first key of a step decides: who does it, what kind it is, or where it goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from procmap.model.knowledge import Unknown
from procmap.read import notices as say
from procmap.read.desk import Desk, guess_hint
from procmap.read.keys import ACTIVITY, CALL, END, GATEWAY, PATH, START, SUBPROCESS, WAIT
from procmap.read.names import nearest
from procmap.read.table import Table, unknown
from procmap.read.values import FAILED, LabelValue, no_person, parts
from procmap.read.words import KEY_WORDS
from procmap.ref import Ref
from procmap.source.slips import quoted
from procmap.source.tree import Entries, Items, Scalar, Tree, is_empty
from procmap.text import Text

__all__ = ["KINDS", "STEP_EXAMPLE", "TABLES", "Head", "lanes_named", "lanes_used", "may_be_lane", "read_head"]

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
STEP_EXAMPLE = Text(sv="- Roll: Vad som görs", en="- Role: What is done")
_ANSWERS = {"ja", "nej", "yes", "no", "kanske", "maybe", "else", "annars", "övrigt", "båda", "ingen", "inget"}
_NEARLY = (
    (re.compile(r"([^\W\d][^:;=\n]{0,40}):([^\W\d].*)", re.DOTALL), say.NO_SPACE),
    (re.compile(r"([^\W\d][^:;=\n]{0,40}?)\s*(?:[;=]|->|→|\s[-–—])\s+(\S.*)", re.DOTALL), say.NO_COLON),
    (re.compile(r"([^\W\d][^:\n]{0,40}): +(\S.*)", re.DOTALL), say.ROLE_QUOTED),
)
"""A role and a sentence that lack what parts them, and what to say of it."""


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
            desk.say(say.EMPTY_STEP, item)
            return None
        split = _without_colon(item, desk)
        if split is None:
            name: Any = unknown(item.value, desk) if item.value[:2] == "??" else item.value
            no_person(item, desk, Ref(desk.document))
            return Head(_kind_of(name), name, (), item, [])
        item = split
    if isinstance(item, Items) or not item.entries:
        desk.say(say.FLOW_NOT_A_LIST, item, fix=STEP_EXAMPLE)
        return None
    item = _who_first(item, desk)
    key, value = item.entries[0]
    rest = item.entries[1:]
    kind, lanes = _first(key, desk)
    name, more = _named(kind, key, value, desk)
    rest = [*more, *rest]
    at = value if isinstance(value, Scalar) and value.value else key
    return Head(kind or _kind_of(name), name, lanes, at if kind == "to" or key.line != at.line else key, rest)


def _named(kind: str | None, key: Scalar, value: Tree, desk: Desk) -> tuple[Any, list[tuple[Scalar, Tree]]]:
    """What the step is called, and the keys that stood where the name should."""
    if isinstance(value, Scalar):
        if value.value[:2] == "??":
            return unknown(value.value, desk), []
        no_person(value, desk, Ref(desk.document))
        if value.value:
            return value.value, []
        if is_empty(value) and kind not in _NAMELESS:
            desk.say(say.EMPTY_VALUE, key, key=key.value)
            return (Unknown() if kind is None else None), []
        return None, []
    if isinstance(value, Entries) and {k.value for k, _ in value.entries} <= {"sv", "en"}:
        label = _LABEL.read(value, desk, Ref(desk.document))
        return (None if label is FAILED else label), []
    if isinstance(value, Entries):
        # ``Handläggare:`` with ``task: Granska`` and more below: the sentence is moved up.
        inner = next((e for e in value.entries if e[0].value in (*KINDS, "name") and isinstance(e[1], Scalar)), None)
        text = inner[1].value if inner and isinstance(inner[1], Scalar) else "Vad som görs"
        below = value.entries[0][0]
        desk.say(say.DETAIL_FIRST, below, key=below.value, fix=f"- {key.value}: {text}")
        return (text if inner else None), [entry for entry in value.entries if entry is not inner]
    desk.say(say.FLOW_NOT_A_LIST, value, fix=STEP_EXAMPLE)
    return None, []


def _without_colon(item: Scalar, desk: Desk) -> Entries | None:
    """``Handläggare:Granska``, ``Handläggare; Granska`` and ``"Handläggare: Granska"`` as they were meant."""
    if item.lines:
        return _key_per_line(item, desk)
    for pattern, notice in _NEARLY:
        match = pattern.match(item.value)
        if match is None or (notice is say.ROLE_QUOTED) == item.plain or not _starts_a_step(match[1], notice, desk):
            continue
        text = match[2].strip()
        offset = match.end(1) if notice is say.NO_SPACE else 0
        spot = Scalar("", item.line, item.column + offset, 1 if offset else item.length)
        shown = quoted(text) if notice is say.ROLE_QUOTED else text
        desk.say(notice, spot, fix=f"- {match[1]}: {shown}")
        key = Scalar(match[1], item.line, item.column + (0 if item.plain else 1), len(match[1]))
        value = Scalar(text, item.line, item.column + match.start(2) + (0 if item.plain else 1), len(text), item.plain)
        return Entries([(key, value)], item.line, item.column, item.length)
    return None


def _key_per_line(item: Scalar, desk: Desk) -> Entries | None:
    """Lines that ran together since their keys lack the space or the colon: ``why:Lagen``, ``why Lagen``."""
    rest: list[tuple[Scalar, Tree]] = []
    for line in item.lines[1:]:
        key, colon, text = line.value.partition(":")
        if not colon:
            key, _, text = line.value.partition(" ")
            if not (text[:1].isupper() or text[:1].isdigit() or text[:2] == "??"):
                return None
        if key not in _DETAILS or not text:
            return None
        spot = Scalar("", line.line, line.column + (len(key) if colon else 0), 1 if colon else len(line.value))
        desk.say(say.NO_SPACE if colon else say.NO_COLON, spot, fix=f"{key}: {text.strip()}")
        start = line.column + len(line.value) - len(text)
        rest.append((Scalar(key, line.line, line.column, len(key)), Scalar(text.strip(), line.line, start, len(text))))
    first = item.lines[0]
    head = _without_colon(Scalar(first.value, first.line, first.column, first.length), desk)
    kind = Scalar(_kind_of(first.value), first.line, first.column, first.length)
    entries = head.entries if head else [(kind, Scalar(first.value, first.line, first.column, first.length))]
    return Entries([*entries, *rest], item.line, item.column, item.length)


def _starts_a_step(word: str, notice: Any, desk: Desk) -> bool:
    """Whether a word is a role or a kind; without a space after the colon also what looks like a role."""
    names = desk.sections["lanes"]
    if word in KINDS or names.find(word):
        return True
    return notice is say.NO_SPACE and not names.closed and word[:1].isupper() and len(word.split()) <= 3


def _who_first(item: Entries, desk: Desk) -> Entries:
    """A step that starts with a detail gets who or what first, from where it stands further down."""
    first = item.entries[0][0]
    names = desk.sections["lanes"]
    if first.value not in _DETAILS or first.value in KINDS or names.find(first.value):
        return item
    lane, name = item.get("lane"), item.get("name")
    rest = item.entries
    head = next((e for e in rest if (e[0].value in TABLES or names.find(e[0].value)) and isinstance(e[1], Scalar)), None)
    if head is None and isinstance(name, Scalar) and name.value:
        kind = Scalar("exclusive" if name.value.rstrip().endswith("?") else "task", first.line, first.column, first.length)
        head = next(e for e in rest if e[1] is name)
        rest = [e for e in rest if e is not head]
        head = (kind, name)
    elif head is not None:
        rest = [e for e in rest if e is not head]
    text = head[1].value if head and isinstance(head[1], Scalar) else "Vad som görs"
    who = head[0].value if head else "Roll"
    if who == "task" and isinstance(lane, Scalar) and lane.value and lane.value[:2] != "??":
        who = lane.value
    fix = f"- {text}" if who in ("task", "exclusive") and len(rest) == 0 else f"- {who}: {text}"
    desk.say(say.DETAIL_FIRST, first, key=first.value, fix=fix)
    if head is None:
        nameless = Scalar("", first.line, first.column, plain=False)
        head = (Scalar("task", first.line, first.column, first.length), nameless)
    return Entries([head, *rest], item.line, item.column, item.length)


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
    near = names.nearest(text) if names.closed else None
    kind = nearest(text, KINDS)
    if kind and not near:
        desk.say(say.NEAR_KIND, key, key=text, guess=kind)
        return kind
    if names.closed:
        desk.say(say.NOT_A_LANE, key, key=text, hint=guess_hint(text, names))
        return names.find(near)[0] if near else names.arise(Scalar(text, key.line, key.column, key.length))
    return desk.arise("lanes", Scalar(text, key.line, key.column, len(text)))


def lanes_used(tree: Tree | None) -> Iterator[Scalar]:
    """The lanes that steps name in their first key, under ``lane`` or ``with``, in order of use, before all is read."""
    stack: list[tuple[Tree | None, bool]] = [(tree, True)]
    while stack:
        item, step = stack.pop()
        if isinstance(item, Items):
            stack.extend((inner, step) for inner in reversed(item.items))
        elif isinstance(item, Entries) and item.entries:
            key = item.entries[0][0]
            if step and may_be_lane(key.value):
                for part in key.value.split(","):
                    if part.strip():
                        yield Scalar(part.strip(), key.line, key.column, len(part.strip()))
            inside: list[tuple[Tree | None, bool]] = []
            for name, value in item.entries:
                if name.value in ("lane", "with"):
                    yield from lanes_named(value)
                elif name.value == "flow":
                    inside.append((value, True))
                elif name.value == "branches":
                    inside += [(way, True) for way in _ways(value, key.value not in ("parallel", "inclusive"))]
                elif name.value in ("unless", "meanwhile", "exceptions"):
                    inside.append((value, False))
            stack.extend(reversed(inside))


def lanes_named(tree: Tree) -> list[Scalar]:
    """The lanes that a key names: one, several with commas between, or a list."""
    if isinstance(tree, Scalar) and (tree.value in ("", "n/a") or tree.value[:2] == "??"):
        return []
    return parts(tree) or []


def _ways(tree: Tree, question: bool) -> list[Tree]:
    """What follows each answer."""
    if isinstance(tree, Entries):
        return [way for _, way in tree.entries]
    if isinstance(tree, Items):
        answers = dashed_answers(tree, question)
        return [way for _, way in answers] if answers else tree.items
    return []


def dashed_answers(tree: Items, question: bool) -> list[tuple[Scalar, Tree]]:
    """Answers that were written with dashes, ``- ja: …``; nothing where the items are ways without a name.

    Below a question any small letter starts an answer; where all ways are taken, it takes a word that answers.
    """
    found: list[tuple[Scalar, Tree]] = []
    sure = question
    for item in tree.items:
        if isinstance(item, Scalar) and item.value.strip(" .:").casefold() in _ANSWERS:
            empty = Scalar("", item.line, item.column)
            found.append((Scalar(item.value, item.line, item.column, item.length), empty))
            sure = True
        elif isinstance(item, Entries) and len(item.entries) == 1 and _may_be_answer(item.entries[0][0].value):
            key, value = item.entries[0]
            sure = sure or key.value.casefold() in _ANSWERS or not isinstance(value, Scalar) or not value.value
            found.append((key, value))
        else:
            return []
    return found if sure else []


def _may_be_answer(text: str) -> bool:
    return text.casefold() in _ANSWERS or (text[:1].islower() and text not in KINDS and text not in _DETAILS)


@lru_cache(maxsize=4096)
def may_be_lane(text: str) -> bool:
    """Whether a first key is read as a lane that nobody has listed, and as nothing else."""
    return not (
        text in KINDS
        or text[:2] == "??"
        or text in _DETAILS
        or text in ("sv", "en", "disputed", "value", "action", "kind")
        or KEY_WORDS.get(text.strip().casefold()) in KINDS
        or nearest(text, KINDS)
    )

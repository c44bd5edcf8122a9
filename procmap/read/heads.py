"""The first key of a step decides: who does it, what kind it is, or where it goes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from procmap.model.knowledge import Unknown
from procmap.read import notices as say
from procmap.read.condition_slips import condition_first, is_condition
from procmap.read.desk import Desk, guess_hint, several
from procmap.read.head_slips import answers_below, dashed_answers, together, who_first, with_colon
from procmap.read.kinds import DETAILS, KINDS, STEP_EXAMPLE, kind_of
from procmap.read.known import unknown
from procmap.read.names import nearest
from procmap.read.values import FAILED, LabelValue, parts
from procmap.read.word_quotes import name_of
from procmap.read.words import KEY_WORDS, WHEN_WORDS
from procmap.ref import Ref
from procmap.source.tree import Entries, Items, Scalar, Tree, is_empty

__all__ = ["Head", "is_start", "lanes_named", "lanes_used", "may_be_lane", "read_head", "unknown_first"]

_NAMELESS = {"start", "end", "wait", "exclusive", "inclusive", "parallel"}
_HOLDS = {"subprocess": "flow", **dict.fromkeys(("exclusive", "inclusive", "parallel"), "branches")}
"""Below which key the list of a step stands, by the kind of the step."""
_LABEL = LabelValue()


class Head(NamedTuple):
    """What the first key of a step says. ``lanes`` is empty where it names none, Unknown where nobody knew;
    where nobody knew who else, Unknown is the last of them.
    """

    kind: str
    name: Any
    lanes: tuple[str | Unknown, ...] | Unknown
    at: Scalar
    rest: list[tuple[Scalar, Tree]]


def read_head(item: Tree, desk: Desk) -> Head | None:
    """The head of a step; None where there is nothing to go on, which has then been said."""
    if isinstance(item, Scalar):
        if not item.value:
            desk.say(say.EMPTY_STEP, item)
            return None
        split = with_colon(item, desk)
        if split is None:
            name: Any = unknown(item.value, desk) if item.value[:2] == "??" else name_of(item)
            return Head(_kind(name), name, (), item, [])
        item = split
    if isinstance(item, Items) or not item.entries:
        desk.say(say.FLOW_NOT_A_LIST, item, fix=STEP_EXAMPLE)
        return None
    item = who_first(condition_first(item, desk), desk)
    key, value = item.entries[0]
    rest = item.entries[1:]
    kind, lanes = _first(key, desk)
    name, more = _named(kind, key, value, desk)
    rest = [*more, *rest]
    at = value if isinstance(value, Scalar) and value.value else key
    return Head(kind or _kind(name), name, lanes, at if kind == "to" or key.line != at.line else key, rest)


def _named(kind: str | None, key: Scalar, value: Tree, desk: Desk) -> tuple[Any, list[tuple[Scalar, Tree]]]:
    """What the step is called, and the keys that stood where the name should."""
    if isinstance(value, Scalar):
        if value.value[:2] == "??":
            return unknown(value.value, desk), []
        if answers := answers_below(value, desk):
            return value.lines[0].value, answers
        if value.value:
            return name_of(value), []
        if is_empty(value) and kind not in _NAMELESS:
            desk.say(say.EMPTY_VALUE, key, key=key.value)
            return None, []
        return None, []
    if isinstance(value, Entries) and {k.value for k, _ in value.entries} <= {"sv", "en"}:
        label = _LABEL.read(value, desk, Ref(desk.document))
        return (None if label is FAILED else label), []
    if isinstance(value, Entries):
        # ``Handläggare:`` with ``task: Granska`` and more below: the sentence is moved up.
        below = value.entries[0][0]
        inner = next((e for e in value.entries if e[0].value in (*KINDS, "name") and isinstance(e[1], Scalar)), None)
        if inner is None and kind in _NAMELESS:
            desk.say(say.TOO_DEEP, below, above=f"{key.value}:", first=key.line)
            return None, value.entries
        text = inner[1].value if inner and isinstance(inner[1], Scalar) else "Vad som görs"
        desk.say(say.DETAIL_FIRST, below, key=below.value, fix=f"- {key.value}: {text}")
        return (text if inner else None), [entry for entry in value.entries if entry is not inner]
    if (missing := _HOLDS.get(kind or "")) is not None and isinstance(value, Items):
        desk.say(say.LIST_WITHOUT_KEY, value, key=missing)
        return None, [(Scalar(missing, value.line, value.column), value)]
    desk.say(say.FLOW_NOT_A_LIST, value, fix=STEP_EXAMPLE)
    return None, []


def _kind(name: Any) -> str:
    return kind_of(str(name)) if name is not None and not isinstance(name, Unknown) else "task"


def _first(key: Scalar, desk: Desk) -> tuple[str | None, tuple[str | Unknown, ...] | Unknown]:
    """The kind (None where it follows from the sentence) and the lanes that the first key gives."""
    text = key.value
    names = desk.sections["lanes"]
    found = names.find(text)
    if text in KINDS and not (found and names.closed):
        return text, ()
    if found:
        if len(found) > 1:
            desk.say(say.AMBIGUOUS, key, name=text, several=several(found))
        return None, (found[0],)
    if text[:2] == "??" and not unknown_first(text):
        return None, unknown(text, desk)
    if (roles := together(text, desk)) is not None:
        desk.say(say.TOGETHER, key, fix=f"- {', '.join(roles)}: …")
        return None, tuple(names.find(role)[0] for role in roles)
    guess = KEY_WORDS.get(text.strip().casefold())
    if guess in KINDS and text not in names.ids:
        desk.say(say.SWEDISH_KEY, key, key=text, guess=guess)
        return guess, ()
    named = [part.strip() for part in text.split(",")]
    lanes = tuple(_lane(part, key, desk) for part in named if part and part[:2] != "??")
    kinds = [lane for lane in lanes if lane in KINDS and lane not in names.ids]
    others = tuple(unknown(part, desk) for part in named if part[:2] == "??")
    if kinds:
        return kinds[0], ()
    return None, (others[0], *lanes) if unknown_first(text) else (*lanes, *others[:1])


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


def unknown_first(text: str) -> bool:
    """``??, Handläggare``: nobody knew who does it together with somebody who is known."""
    first, *others = (part.strip() for part in text.split(","))
    return first == "??" and any(other and other[:2] != "??" for other in others)


def is_start(item: Tree, desk: Desk) -> bool:
    """Whether a step says that it is a start, or surely means to."""
    if not isinstance(item, Entries) or not item.entries:
        return False
    word = item.entries[0][0].value
    if word == "start" or desk.sections["lanes"].find(word):
        return word == "start"
    return KEY_WORDS.get(word.strip().casefold()) == "start" or nearest(word, KINDS) == "start"


def lanes_used(tree: Tree | None) -> Iterator[Scalar]:
    """The lanes that steps name in their first key, under ``lane`` or ``with``, in order of use, before all is read."""
    stack: list[tuple[Tree | None, bool]] = [(tree, True)]
    while stack:
        item, step = stack.pop()
        if isinstance(item, Items):
            stack.extend((inner, step) for inner in reversed(item.items))
        elif isinstance(item, Entries) and item.entries:
            key = item.entries[0][0]
            if step and (may_be_lane(key.value) or unknown_first(key.value)):
                for part in key.value.split(","):
                    if part.strip() and part.strip()[:2] != "??":
                        yield Scalar(part.strip(), key.line, key.column, len(part.strip()), key.plain)
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
    """The lanes that a key names: one, several with commas between, a list, or those of each voice in a dispute."""
    if isinstance(tree, Entries):
        inner = [tree.get("value"), *_voices(tree.get("disputed"))]
        return [lane for each in inner if each is not None for lane in lanes_named(each)]
    if isinstance(tree, Scalar) and (tree.value in ("", "n/a") or (tree.value[:2] == "??" and "," not in tree.value)):
        return []
    return [part for part in parts(tree) or [] if part.value[:2] != "??"]


def _voices(tree: Tree | None) -> list[Tree]:
    """What each role says in a dispute."""
    items = tree.items if isinstance(tree, Items) else []
    return [value for item in items if isinstance(item, Entries) for _, value in item.entries]


def _ways(tree: Tree, question: bool) -> list[Tree]:
    """What follows each answer."""
    if isinstance(tree, Entries):
        return [way for _, way in tree.entries]
    if isinstance(tree, Items):
        answers = dashed_answers(tree, question)
        return [way for _, way in answers] if answers else tree.items
    return []


@lru_cache(maxsize=4096)
def may_be_lane(text: str) -> bool:
    """Whether a first key is read as a lane that nobody has listed, and as nothing else."""
    return not (
        text in KINDS
        or text[:2] == "??"
        or text in DETAILS
        or text in ("sv", "en", "disputed", "value", "action", "kind")
        or KEY_WORDS.get(text.strip().casefold()) in KINDS
        or nearest(text, KINDS)
        or text.casefold() in WHEN_WORDS
        or is_condition(text)
    )

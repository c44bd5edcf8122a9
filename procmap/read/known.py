"""What is known of a value: it, or that nobody knew, nobody agrees or it does not apply; and where it comes from."""

from __future__ import annotations

from typing import Any

from procmap.model.knowledge import (
    NOT_APPLICABLE,
    Disputed,
    NotApplicable,
    Provenance,
    Says,
    Unknown,
)
from procmap.read import notices as say
from procmap.read.desk import Desk
from procmap.read.key import Key
from procmap.read.names import nearest
from procmap.read.quantities import amount_kinds
from procmap.read.values import FAILED, Choice, Spelling, Value, parts
from procmap.read.words import NOT_APPLICABLE_WORDS, UNKNOWN_WORDS
from procmap.ref import Ref
from procmap.source.tree import Entries, Items, Scalar, Tree
from procmap.text import Text

__all__ = ["in_words", "plain_value", "read_maybe", "unknown"]

_LONGEST_WORD = 30
_NOBODY_KNOWS = Text(sv="?? betyder att ni har frågat och att ingen vet", en="?? means that you asked and nobody knows")
_NOT_HERE = Text(sv="n/a betyder att frågan inte gäller här", en="n/a means that the question does not apply here")
METHOD = Choice("told", "observed", "documented", "measured", "assumed")
DATE = amount_kinds()["date"]
_WRAPPING = ("value", "disputed", "method", "by", "at", "from")


def read_maybe(
    row: Key, tree: Tree, key: Scalar, desk: Desk, ref: Ref
) -> tuple[Any, Provenance | None, dict[str, Any]]:
    """A value that may be unknown, disputed, not applicable, or stated with where it comes from."""
    if isinstance(tree, Scalar):
        text = tree.value
        if text == "" and tree.plain:
            desk.say(say.EMPTY_VALUE, key, ref, key=key.value)
            return None, None, {}
        if text[:2] == "??":
            return unknown(text, desk), None, {}
        if text == "n/a":
            return NOT_APPLICABLE, None, {}
        if (meant := in_words(tree, desk, ref)) is not None:
            return meant, None, {}
    elif isinstance(tree, Entries) and _is_wrapped(row, tree):
        return _unwrapped(row, tree, desk, ref)
    return row.value.read(tree, desk, ref), None, {}


def _is_wrapped(row: Key, tree: Entries) -> bool:
    """Whether the keys tell where a value comes from, or are meant to."""
    keys = [key.value for key, _ in tree.entries]
    if "disputed" in keys:
        return True
    if row.value.has_keys:
        return "value" in keys and all(key in _WRAPPING for key in keys)
    known = (*_WRAPPING, *row.also)
    return any(key in known for key in keys) and all(nearest(key, known) for key in keys)


def in_words(tree: Scalar, desk: Desk, ref: Ref) -> Unknown | NotApplicable | None:
    """``vet ej`` and ``ej aktuellt``, which have signs of their own; said, and read as those."""
    if len(tree.value) > _LONGEST_WORD:
        return None
    word = tree.value.strip().rstrip(".!").casefold()
    if word in UNKNOWN_WORDS:
        desk.say(say.IN_WORDS, tree, ref, value=tree.value, fix="??", meaning=_NOBODY_KNOWS)
        return Unknown()
    if word in NOT_APPLICABLE_WORDS:
        desk.say(say.IN_WORDS, tree, ref, value=tree.value, fix="n/a", meaning=_NOT_HERE)
        return NOT_APPLICABLE
    return None


def unknown(text: str, desk: Desk) -> Unknown:
    """``?? registrator`` as Unknown, with the role to ask as a lane's id where there is one of that name."""
    ask = text.lstrip("?").strip()
    if not ask:
        return Unknown()
    found = desk.sections["lanes"].find(ask)
    return Unknown(found[0] if found else ask)


def _unwrapped(
    row: Key, tree: Entries, desk: Desk, ref: Ref
) -> tuple[Any, Provenance | None, dict[str, Any]]:
    value: Any = None
    more: dict[str, Any] = {}
    stated: dict[str, Any] = {}
    entries = [(_wrapping(key, row, desk, ref), inner) for key, inner in tree.entries]
    if not {key.value for key, _ in entries} & {"value", "disputed"}:
        example = f"{row.name}: {{value: {row.value.example}, …}}"
        desk.say(say.WRONG_SHAPE, tree, ref, key=row.name, expected=row.value.expected, example=example)
    for key, inner in entries:
        name = key.value
        if name == "value":
            bare = Key(row.name, row.value, row.words, row.attribute)
            value = read_maybe(bare, inner, key, desk, ref)[0]
        elif name == "disputed":
            value = _dispute(row, inner, desk, ref)
        elif name in row.also:
            if isinstance(inner, Scalar) and inner.value:
                more[row.also[name]] = unknown(inner.value, desk) if inner.value[:2] == "??" else inner.value
        elif name == "method":
            method = METHOD.read(inner, desk, ref.of("method"))
            if method is not FAILED:
                stated["method"] = method
        elif name == "from":
            stated["sources"] = tuple(part.value for part in parts(inner) or ())
        elif name == "at":
            at = DATE.read(inner, desk, ref.of("at"))
            if at is not FAILED:
                stated["at"] = at
        elif name == "by" and isinstance(inner, Scalar) and inner.value:
            stated["by"] = inner.value
        elif name in _WRAPPING:
            desk.say(say.EMPTY_VALUE, key, ref, key=name)
        else:
            what = Text(sv="ett värde", en="a value")
            desk.say(say.STRANGE_KEY, key, ref, key=name, what=what, known=", ".join((*_WRAPPING, *row.also)))
    source = Provenance(attribute=row.target, **stated) if stated else None
    return value, source, more


def _wrapping(key: Scalar, row: Key, desk: Desk, ref: Ref) -> Scalar:
    """A misspelt ``value`` or ``method`` put right, once it has been said."""
    known = (*_WRAPPING, *row.also)
    guess = key.value if key.value in known else nearest(key.value, known)
    if guess is None or guess == key.value:
        return key
    desk.say(say.UNKNOWN_KEY, key, ref, key=key.value, guess=guess)
    return Scalar(guess, key.line, key.column, key.length)


def _dispute(row: Key, tree: Tree, desk: Desk, ref: Ref) -> Any:
    """``- Roll: värde`` for each voice; without dashes it is read too, once that has been said.

    A dispute within a voice is several voices: they are kept, and the role that tells of them has no answer of its own.
    """
    voices: list[Says] = []
    items: list[Tree] = tree.items if isinstance(tree, Items) else []
    entries = tree.entries if isinstance(tree, Entries) else []
    said = [item.entries[0] for item in items if isinstance(item, Entries) and len(item.entries) == 1] or entries
    if len(said) != len(items) or not said:
        first = said[0] if said else None
        word = first[1].value if first and isinstance(first[1], Scalar) else "…"
        fix = f"- {first[0].value}: {word}" if first else "- Handläggare: …"
        desk.say(say.BAD_DISPUTE, tree, ref, fix=fix)
    for role, inner in said:
        found = desk.sections["lanes"].find(role.value)
        value = read_maybe(Key(row.name, row.value, row.words), inner, role, desk, ref)[0]
        if isinstance(value, Disputed):
            desk.say(say.BAD_DISPUTE, inner, ref, fix=f"- {role.value}: …")
            voices.extend(value.says)
        elif value is not FAILED and value is not None:
            voices.append(Says(found[0] if found else role.value, value))
    return Disputed(tuple(voices)) if voices else FAILED


def plain_value(kind: Value, value: Any, spelling: Spelling, source: Provenance | None = None) -> Any:
    """The value as it is written, whatever is known of it, with where it comes from."""
    plain: Any = None
    if isinstance(value, Unknown):
        plain = f"?? {spelling.one('lanes', value.ask)}" if value.ask else "??"
    elif isinstance(value, NotApplicable):
        plain = str(value)
    elif isinstance(value, Disputed):
        voices = [(spelling.one("lanes", says.role), plain_value(kind, says.value, spelling)) for says in value.says]
        plain = {"disputed": [{role: said} for role, said in voices]}
    elif value is not None:
        plain = kind.plain(value, spelling)
    return plain if source is None else _wrapped(plain, value, source)


def _wrapped(plain: Any, value: Any, source: Provenance) -> dict[str, Any]:
    written: dict[str, Any] = plain if isinstance(value, Disputed) else ({} if value is None else {"value": plain})
    written = dict(written)
    for name in ("method", "by", "at"):
        if getattr(source, name):
            written[name] = getattr(source, name)
    if source.sources:
        written["from"] = list(source.sources)
    return written

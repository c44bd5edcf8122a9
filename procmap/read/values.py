"""How a value is written: for each kind how it is read, written again, and described in a schema.

One object for each kind stands in the table of keys, so that the reader, the YAML writer and the schema cannot drift
apart. Reading returns FAILED where the value was no good; what is wrong has then been said.
"""

from __future__ import annotations

import re
from typing import Any, Final

from procmap.model.label import Translated
from procmap.read import notices as say
from procmap.read.desk import Desk
from procmap.read.names import nearest
from procmap.read.word_quotes import name_of
from procmap.read.words import VALUE_WORDS
from procmap.ref import Ref
from procmap.source.slips import quoted
from procmap.source.tree import Entries, Items, Scalar, Tree
from procmap.text import Text

__all__ = [
    "FAILED",
    "Choice",
    "Flag",
    "LabelValue",
    "Spelling",
    "TextValue",
    "Texts",
    "Value",
    "Words",
    "is_id",
    "parts",
    "written_key",
]

FAILED: Final[Any] = object()
"""What reading returns where the value was no good."""



_LONGEST = 100
"""How long entries with commas between may get before each stands on its own line."""


class Spelling:
    """How what a map refers to is written again: here by its id. A writer that knows the names can do better."""

    def one(self, section: str, id: str) -> str:
        """An entry of a section; among lanes also a role in words."""
        return id

    def several(self, section: str, ids: tuple[str, ...]) -> Any:
        """Entries with commas between, as a list where a comma or a sign would be taken for something else."""
        texts = [self.one(section, id) for id in ids]
        together = ", ".join(texts)
        fits = len(texts) == 1 or len(together) <= _LONGEST
        safe = fits and all(text and "," not in text and text == text.strip() for text in texts)
        return together if safe and texts and not _means_more(together) else texts


def _means_more(text: str) -> bool:
    """Whether a text alone would be read as unknown or not applicable."""
    return text[:2] == "??" or text == "n/a"


class Value:
    """A kind of value. ``expected`` says what it is, ``example`` how one is written."""

    expected: Text
    example: str = ""
    structural = False
    """Whether the key is read and written by those who know the whole document, and not by the table."""
    has_keys = False
    """Whether the value has keys of its own below."""

    def read(self, tree: Tree, desk: Desk, ref: Ref) -> Any:
        """The value, or FAILED after the fault has been said."""
        if self.structural:
            return FAILED
        if isinstance(tree, Scalar):
            value = self.parse(tree.value)
            if value is not None:
                return value
        return self.refuse(tree, desk, ref)

    def parse(self, text: str) -> Any:
        """The value of a text, None where it is none."""
        raise NotImplementedError

    def plain(self, value: Any, spelling: Spelling) -> Any:
        """The value as text, list or dict, as it is written in YAML."""
        return str(value)

    def schema(self) -> dict[str, Any]:
        """What a schema says of the value, as a JSON Schema."""
        return {"type": ["string", "number"]}

    def schema_of(self, key: str) -> dict[str, Any]:
        """What a schema says of the value where it stands under a key."""
        return self.schema()

    def refuse(self, tree: Tree, desk: Desk, ref: Ref) -> Any:
        """Say what is expected instead."""
        key = written_key(ref)
        example = f"{key}: {self.rewritten(tree) or self.example}"
        desk.say(say.WRONG_SHAPE, tree, ref, key=key, expected=self.expected, example=example)
        return FAILED

    def rewritten(self, tree: Tree) -> str | None:
        """What was surely meant, written as it should be; None where that cannot be told."""
        return None


_WRITTEN = {
    "together_with": "with", "condition": "if", "starts": "from", "ends": "to", "sender": "from", "receiver": "to",
    "calls": "process",
}


def written_key(ref: Ref) -> str:
    """The key as people write it, from the attribute that a Ref points at."""
    item = ref.item.rpartition(".")[2] if ref.item else ""
    attribute = ref.attribute or "" if not item or item.isdigit() else item
    return _WRITTEN.get(attribute, attribute)


class TextValue(Value):
    """A text on one line."""

    expected = Text(sv="en text på en rad", en="a text on one line")
    example = "text"

    def parse(self, text: str) -> Any:
        return text

    def read(self, tree: Tree, desk: Desk, ref: Ref) -> Any:
        if isinstance(tree, Scalar):
            return tree.value
        if isinstance(tree, Items) and all(isinstance(item, Scalar) for item in tree.items) and tree.items:
            return " · ".join(item.value for item in tree.items if isinstance(item, Scalar))
        return self.refuse(tree, desk, ref)

    def rewritten(self, tree: Tree) -> str | None:
        if isinstance(tree, Entries) and len(tree.entries) == 1:
            key, value = tree.entries[0]
            if isinstance(value, Scalar) and value.value:
                return quoted(f"{key.value}: {value.value}")
        return None


class LabelValue(Value):
    """A name: a text, or one for each language."""

    expected = Text(sv="ett namn, eller ett för varje språk", en="a name, or one for each language")
    example = "{sv: Ansökan, en: Application}"

    def read(self, tree: Tree, desk: Desk, ref: Ref) -> Any:
        if isinstance(tree, Scalar):
            return name_of(tree) or FAILED
        if isinstance(tree, Entries) and tree.entries:
            words: dict[str, str] = {}
            for key, value in tree.entries:
                if key.value not in ("sv", "en") or not isinstance(value, Scalar) or not value.value:
                    return self.refuse(tree, desk, ref)
                words[key.value] = name_of(value)
            return Translated(**words)
        return self.refuse(tree, desk, ref)

    def plain(self, value: Any, spelling: Spelling) -> Any:
        if isinstance(value, Translated):
            return {k: v for k, v in (("sv", value.sv), ("en", value.en)) if v is not None}
        return value

    def schema(self) -> dict[str, Any]:
        text = {"type": ["string", "number", "boolean"]}
        words = {"sv": text, "en": text}
        both = {"type": "object", "properties": words, "additionalProperties": False, "minProperties": 1}
        return {"anyOf": [text, both]}


class Flag(Value):
    """True or false."""

    expected = Text(sv="true eller false (ja och nej går också)", en="true or false (yes and no will do too)")
    example = "true"

    def parse(self, text: str) -> Any:
        return {"true": True, "false": False, "yes": True, "no": False, "ja": True, "nej": False}.get(text.lower())

    def plain(self, value: Any, spelling: Spelling) -> Any:
        return "true" if value else "false"

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [{"type": "boolean"}, {"enum": ["true", "false", "ja", "nej", "yes", "no"]}]}


_NO = ("nej", "no", "false")


class Choice(Value):
    """One of a few words."""

    expected = Text(sv="ett av valen", en="one of the choices")

    def __init__(self, *values: str) -> None:
        self.values = values
        self.example = values[0]

    def read(self, tree: Tree, desk: Desk, ref: Ref) -> Any:
        if not isinstance(tree, Scalar):
            return self.refuse(tree, desk, ref)
        word = tree.value
        if word in self.values:
            return word
        low = word.strip().casefold().replace("-", "_").replace(" ", "_")
        guess = "none" if low in _NO else VALUE_WORDS.get(word.strip().casefold())
        if low in self.values:
            guess = low
        elif guess not in self.values:
            guess = nearest(word, self.values)
        hint = (
            Text(sv="Skriv ”{guess}”.", en="Write “{guess}”.").fill(guess=guess)
            if guess
            else Text(sv="Välj bland: {all}.", en="Choose among: {all}.").fill(all=", ".join(self.values))
        )
        desk.say(say.NOT_A_CHOICE, tree, ref, value=word, key=written_key(ref), hint=hint)
        return guess if guess else FAILED

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.values)}


def parts(tree: Tree) -> list[Scalar] | None:
    """``a``, ``a, b`` or a list, as single texts with their positions; None where it is none of these."""
    if isinstance(tree, Items):
        found: list[Scalar] = []
        for item in tree.items:
            if not isinstance(item, Scalar) or not item.value:
                return None
            found.append(item)
        return found
    if not isinstance(tree, Scalar):
        return None
    if "," not in tree.value:
        return [tree]
    found = []
    at = 0
    for part in tree.value.split(","):
        text = part.strip()
        column = tree.column + at + (len(part) - len(part.lstrip())) + (0 if tree.plain else 1)
        if text:
            found.append(Scalar(text, tree.line, column, len(text), tree.plain))
        at += len(part) + 1
    return found


class Texts(Value):
    """One text, or a list of texts."""

    expected = Text(sv="en text, eller en lista med ett streck för varje", en="a text, or a list with a dash for each")
    example = "text"

    def read(self, tree: Tree, desk: Desk, ref: Ref) -> Any:
        if isinstance(tree, Scalar):
            return (tree.value,)
        if isinstance(tree, Items) and all(isinstance(item, Scalar) for item in tree.items):
            return tuple(item.value for item in tree.items if isinstance(item, Scalar) and item.value)
        return self.refuse(tree, desk, ref)

    def plain(self, value: Any, spelling: Spelling) -> Any:
        return value[0] if len(value) == 1 and not _means_more(value[0]) else list(value)

    def schema(self) -> dict[str, Any]:
        text = {"type": ["string", "number"]}
        return {"anyOf": [text, {"type": "array", "items": text}]}


class Words(Texts):
    """One or several of what is called by a word or two, so that they may stand on a line with commas between."""

    expected = Text(sv="ett eller flera, med komma emellan", en="one or several, with commas between")
    example = "a, b"

    def read(self, tree: Tree, desk: Desk, ref: Ref) -> Any:
        if isinstance(tree, Scalar):
            return tuple(word for part in tree.value.split(",") if (word := part.strip())) or (tree.value,)
        return super().read(tree, desk, ref)

    def plain(self, value: Any, spelling: Spelling) -> Any:
        return list(value) if any("," in word for word in value) else super().plain(value, spelling)


_ID = re.compile(r"[^\W\d][\w.\-]*")


def is_id(text: str) -> bool:
    """Whether a text can be an id: a letter or ``_`` first, then letters, digits, ``.``, ``-`` and ``_``."""
    return bool(_ID.fullmatch(text))

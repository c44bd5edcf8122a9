"""References as values: to entries of a section, and to roles, which are lanes where there is one of that name."""

from __future__ import annotations

from typing import Any

from procmap.read import notices as say
from procmap.read.desk import Desk
from procmap.read.values import FAILED, Spelling, Value, parts
from procmap.ref import Ref
from procmap.source.tree import Scalar, Tree
from procmap.text import Text

__all__ = ["Reference", "Roles"]

_NOBODY = frozenset({"ja", "nej", "ingen", "inga", "någon", "finns", "saknas", "yes", "no", "nobody", "none"})
"""Answers to whether there is somebody, which are nobody's role."""


class Reference(Value):
    """One or many references to entries of a section."""

    expected = Text(
        sv="ett id eller namn, eller flera med kommatecken emellan",
        en="an id or a name, or several with commas between",
    )
    example = "a, b"
    distinct = True
    """Whether what is named twice counts once."""

    def __init__(self, section: str, where: Text, *, many: bool = True) -> None:
        self.section = section
        self.where = where
        self.many = many

    def read(self, tree: Tree, desk: Desk, ref: Ref) -> Any:
        names = desk.sections[self.section]
        whole = isinstance(tree, Scalar) and (not self.many or names.find(tree.value))
        found = [tree] if whole and isinstance(tree, Scalar) else parts(tree)
        if not found:
            return self.refuse(tree, desk, ref)
        ids = [id for id in (desk.refer(self.section, part, ref, self.where) for part in found) if id is not None]
        if not ids:
            return FAILED
        return tuple(dict.fromkeys(ids) if self.distinct else ids) if self.many else ids[0]

    def plain(self, value: Any, spelling: Spelling) -> Any:
        return spelling.several(self.section, value) if self.many else spelling.one(self.section, value)

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}


class Roles(Value):
    """One or many roles: lanes where there is one of that id or name, else words; never persons."""

    expected = Text(sv="en roll, eller flera med kommatecken emellan", en="a role, or several with commas between")
    example = "Handläggare"

    def __init__(self, *, many: bool = True) -> None:
        self.many = many

    def read(self, tree: Tree, desk: Desk, ref: Ref) -> Any:
        names = desk.sections["lanes"]
        whole = isinstance(tree, Scalar) and (not self.many or names.find(tree.value))
        found = [tree] if whole and isinstance(tree, Scalar) else parts(tree)
        if not found:
            return self.refuse(tree, desk, ref)
        roles: list[str] = []
        for part in found:
            ids = names.find(part.value)
            if not ids and part.value.casefold() in _NOBODY:
                desk.say(say.NO_ROLE, part, ref, word=part.value)
                return FAILED
            if not ids and names.closed:
                guess = names.nearest(part.value)
                if guess:
                    desk.say(say.LIKELY_SAME_ROLE, part, ref, name=part.value, other=guess)
            roles.append(ids[0] if ids else part.value)
        return tuple(dict.fromkeys(roles)) if self.many else roles[0]

    def plain(self, value: Any, spelling: Spelling) -> Any:
        return spelling.several("lanes", value) if self.many else spelling.one("lanes", value)

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}

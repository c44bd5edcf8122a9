"""Which attributes refer to what: so that a reference to something renamed is not taken for a change of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from functools import cache
from typing import Any, cast

from procmap.model.inventory import CONTAINERS
from procmap.model.part import Part

__all__ = ["SECTION_OF", "Renames", "references"]

SECTION_OF: dict[str, str] = {
    **dict.fromkeys(
        (
            *("lane", "together_with", "parent", "owner", "leader", "robot_owner", "by", "ask", "role", "decided_by"),
            *("approves", "consults", "informs", "backup", "human_takeover"),
        ),
        "lanes",
    ),
    "system": "systems",
    **dict.fromkeys(("reads", "writes", "fields", "attachments", "data"), "data"),
    "rule": "rules",
    **dict.fromkeys(("sends", "message", "what"), "messages"),
    "persona": "personas",
    **dict.fromkeys(("evidence", "sources"), "evidence"),
    **dict.fromkeys(("sender", "receiver"), "pools"),
}
"""Attribute → the section whose ids it holds; roles, triggers and ends of messages may be plain words as well."""

_PATHS = ("starts", "ends", "automate")
_DOCUMENTS = ("calls", "process", "processes")
_ANSWERS = ("value", "says")
"""Of these the outer attribute tells what they hold."""


def references(part: Part) -> Iterator[tuple[str, str]]:
    """(section, id) for all that a part may refer to, however deep; plain words are among them too."""
    waiting: list[tuple[str, Any]] = [("", part)]
    while waiting:
        attribute, value = waiting.pop()
        if isinstance(value, str):
            if attribute in SECTION_OF:
                yield SECTION_OF[attribute], value
        elif isinstance(value, tuple):
            waiting += [(attribute, item) for item in value]
        elif isinstance(value, Part):
            for name in _names(cast("Any", type(value))):
                if (inner := getattr(value, name)) is not None:
                    waiting.append((attribute if name in _ANSWERS else name, inner))


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """The attributes that may hold a reference or a part that does."""
    held = {"id", "name", "note", *CONTAINERS.get(kind, ())}
    return tuple(f.name for f in fields(kind) if f.name not in held)


@dataclass(slots=True)
class Renames:
    """What has another id in the second document: entries by section, elements and flows by path, documents."""

    entries: dict[str, dict[str, str]] = field(default_factory=dict)
    elements: dict[str, str] = field(default_factory=dict)
    flows: dict[str, str] = field(default_factory=dict)
    documents: dict[str, str] = field(default_factory=dict)
    elsewhere: dict[str, str] = field(default_factory=dict)
    """Elements of other documents, as ``document/path``."""
    ends: dict[str, str] = field(default_factory=dict)
    """Ends of messages between pools, as ``pool/path``."""

    def __bool__(self) -> bool:
        return bool(self.entries or self.elements or self.flows or self.documents or self.elsewhere or self.ends)

    def followed(self, attribute: str, value: Any, prefix: str = "") -> Any:
        """A value of the first document as the second one would write it; ``prefix`` is the scope's path."""
        if isinstance(value, str):
            return self._called(attribute, value, prefix)
        if isinstance(value, tuple):
            return tuple(self.followed(attribute, item, prefix) for item in value)
        if isinstance(value, Part):
            changes = {}
            for name in (f.name for f in fields(cast("Any", value))):
                old = getattr(value, name)
                new = self.followed(attribute if name in _ANSWERS else name, old, prefix)
                if new != old:
                    changes[name] = new
            return replace(cast("Any", value), **changes) if changes else value
        return value

    def _called(self, attribute: str, text: str, prefix: str) -> str:
        if attribute == "what":  # of a message, a signal, or of work that is undone
            near = (self.entries.get(section, {}).get(text) for section in ("messages", "signals"))
            element = self.elements.get(prefix + text)
            return next(filter(None, near), text if element is None else element.rpartition("/")[2])
        if (section := SECTION_OF.get(attribute)) is not None:
            return self.entries.get(section, {}).get(text, text)
        if attribute == "calls" and text in (tasks := self.entries.get("global_tasks", {})):
            return tasks[text]
        if attribute == "within":
            return self.elements.get(text, text)
        if attribute in ("source", "target") and text in self.ends:
            return self.ends[text]
        if attribute == "attached_to":
            return self.elements.get(prefix + text, text).rpartition("/")[2]
        if attribute == "default":
            return self.flows.get(prefix + text, text).rpartition("/")[2]
        if attribute in _PATHS:
            lane = text.removeprefix("lanes/")
            return self.elements.get(text) or (f"lanes/{self._called('lane', lane, '')}" if lane != text else text)
        if attribute in _DOCUMENTS:
            return self.documents.get(text, text)
        if attribute == "elements":
            document, slash, path = text.partition("/")
            return self.elsewhere.get(text, self.documents.get(document, document) + slash + path)
        return text

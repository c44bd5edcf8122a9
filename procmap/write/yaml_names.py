"""How a document refers to things: by the names that its team uses, wherever exactly one thing has that name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from procmap.model.activity import Node
from procmap.read.desk import Names
from procmap.read.values import Spelling

__all__ = ["SectionNames", "StepNames", "arises"]

_LONGEST = 100


class SectionNames(Spelling):
    """Entries of sections: by name where the section arises by being used, by id where it is written."""

    def __init__(self, sections: Mapping[str, tuple[Any, ...]], arising: Iterable[str]) -> None:
        self.sections = sections
        self.names = {section: {entry.id: str(entry.name) for entry in sections[section]} for section in arising}
        self._known = {
            section: {text for entry in entries for text in (entry.id, _spelling(entry.name))}
            for section, entries in sections.items()
        }

    def one(self, section: str, id: str) -> str:
        return self.names.get(section, {}).get(id, id)

    def several(self, section: str, ids: tuple[str, ...]) -> Any:
        together = super().several(section, ids)
        return together.split(", ") if "," in together and together in self._known.get(section, ()) else together


def arises(entry: Any) -> bool:
    """Whether an entry is just what its name alone would make."""
    from procmap.read.names import slug

    name = entry.name
    if not isinstance(name, str) or slug(name) != entry.id or name[:2] == "??" or name in ("", "n/a"):
        return False
    return bool(entry == type(entry)(id=entry.id, name=name)) and name == name.strip()


def _spelling(name: Any) -> str:
    return name if isinstance(name, str) else ""


class StepNames:
    """The elements of one scope, for ``to``; ``races`` maps the gateway before a wait to the wait."""

    def __init__(self, nodes: Iterable[Node], races: Mapping[str, str]) -> None:
        self.index = Names()
        self.nodes = {node.id: node for node in nodes}
        self.races = races
        for node in self.nodes.values():
            self.index.add(node.id, node.name)

    def text(self, id: str) -> str:
        """How ``to`` names an element."""
        id = self.races.get(id, id)
        node = self.nodes.get(id)
        return named(self.index, id, node.name if node else None)


def named(index: Names, id: str, name: Any) -> str:
    """The name where it leads to the element and to no other, else the id."""
    for text in (name, getattr(name, "sv", None), getattr(name, "en", None)):
        if isinstance(text, str) and _says_itself(text) and index.find(text) == [id]:
            return text
    return id


def _says_itself(text: str) -> bool:
    """Whether a text is read as it stands, and is not too long to be written twice."""
    return 0 < len(text) <= _LONGEST and text.isprintable() and text == text.strip() and text[:2] != "??"

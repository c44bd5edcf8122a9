"""The one way to point at a thing: by id, never by line.

A line moves when somebody adds a sentence above it; an id does not. Where a thing stands is looked up last, in the
positions of its source.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Ref"]


class Ref(NamedTuple):
    """``document/element[.attribute[.item]]``.

    ``element`` is the path of ids within the document: ``registrera``, ``beredning/granska`` for an element inside a
    subprocess, ``rules/komplett`` for an entry of a section, or None for the document itself.
    """

    document: str
    element: str | None = None
    attribute: str | None = None
    item: str | None = None

    def __str__(self) -> str:
        text = self.document if self.element is None else f"{self.document}/{self.element}"
        return text + "".join(f".{part}" for part in (self.attribute, self.item) if part is not None)

    @property
    def id(self) -> str | None:
        """The element's id as its file has it: the last part of the path."""
        return None if self.element is None else self.element.rpartition("/")[2]

    def of(self, attribute: str | None, item: str | None = None) -> Ref:
        """The same element, pointing at one of its attributes."""
        return Ref(self.document, self.element, attribute, item)

    @classmethod
    def parse(cls, text: str) -> Ref:
        """A Ref from ``document`` or ``document/element``; attributes are not read, since ids may hold a dot."""
        document, _, element = text.partition("/")
        return cls(document, element or None)

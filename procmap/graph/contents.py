"""What stands in the documents of a map: every part with its Ref, every text, every comment, in their order."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final

from procmap.graph.parts import OpenValue, PartAt, Told, named_parts_of, open_values, parts_within, told
from procmap.model.part import Part
from procmap.model.process_map import Document
from procmap.ref import Ref
from procmap.source.source import Source

if TYPE_CHECKING:
    from procmap.graph.comments import CommentAt

__all__ = ["Contents"]


class Contents:
    """Everything is worked out when first asked for, and kept; what belongs to a document goes by its ``id()``.

    ``sources`` are the files that documents were read from, by the documents' ids, where comments are to be had.
    """

    def __init__(self, documents: tuple[Document, ...], sources: Mapping[str, Source]) -> None:
        self._documents: Final = documents
        self._sources: Final = sources

    @cached_property
    def named(self) -> dict[int, tuple[tuple[Ref, Part], ...]]:
        """Of each document the parts that have a Ref of their own."""
        return {id(document): tuple(named_parts_of(document)) for document in self._documents}

    @cached_property
    def told(self) -> dict[int, tuple[Told, ...]]:
        """Of each document all that is told in it, words and parts."""
        return {document: tuple(told(named)) for document, named in self.named.items()}

    @cached_property
    def parts(self) -> dict[int, tuple[PartAt, ...]]:
        """Of each document every part that holds more than words and numbers, and those inside it."""
        return {
            document: tuple(parts_within((ref, part) for ref, part, words in parts if words is None))
            for document, parts in self.told.items()
        }

    @cached_property
    def open_values(self) -> dict[int, tuple[OpenValue, ...]]:
        """Of each document every value that is unknown or disputed."""
        return {id(document): tuple(open_values(self.parts[id(document)])) for document in self._documents}

    @cached_property
    def comments(self) -> tuple[CommentAt, ...]:
        """Every comment in the files that documents were read from, file by file."""
        from procmap.graph.comments import comments_at

        files: dict[str, tuple[Source, list[tuple[Ref, Part]]]] = {}
        for document in self._documents:
            source = self._sources.get(document.id)
            if source is not None:
                files.setdefault(source.path, (source, []))[1].extend(self.named[id(document)])
        return tuple(comment for source, things in files.values() for comment in comments_at(source, things))

    @cached_property
    def order(self) -> dict[Ref, int]:
        """Where each thing comes in the map."""
        return {key: number for number, key in enumerate(self.index)}

    @cached_property
    def index(self) -> dict[Ref, Part]:
        """Each thing by its Ref."""
        index: dict[Ref, Part] = {}
        for named in self.named.values():
            for ref, part in named:
                index.setdefault(ref, part)
        return index

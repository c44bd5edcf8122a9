"""Writing a map back where it came from, or into a new file; the suffix chooses the format."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from procmap.errors import BadUsage
from procmap.model.process_map import Document, ProcessMap
from procmap.read.documents import Head
from procmap.read.reading import Reading
from procmap.ref import Ref
from procmap.source.encoding import decoded, encoded
from procmap.source.source import Source
from procmap.text import Text
from procmap.write.yaml import YamlWriter

__all__ = ["write"]

_SUFFIXES = (".yaml", ".yml")
_PARTING = re.compile(r"^---(?=\s|$)", re.MULTILINE)
_COMMENT = re.compile(r"(?:^|\s)#")

_NO_FORMAT = Text(
    sv="procmap skriver inte {suffix}. Det går att skriva .yaml.",
    en="procmap does not write {suffix}. It can write .yaml.",
)
_NO_READING = Text(
    sv="{kind} är ingen Reading. Ge det som procmap.read gav, och en ändrad karta som map=…; det som är gjort i Python "
    "skrivs med Reading(ProcessMap(…)).",
    en="{kind} is no Reading. Give what procmap.read gave, and a changed map as map=…; what was made in Python is "
    "written with Reading(ProcessMap(…)).",
)
_NO_PATH = Text(sv="{kind} är ingen sökväg. Ge en str eller en Path.", en="{kind} is no path. Give a str or a Path.")
_NO_MAP = Text(
    sv="{kind} är ingen karta. Ge en ProcessMap som map=…, till exempel den som evolve gav.",
    en="{kind} is no map. Give a ProcessMap as map=…, such as the one that evolve gave.",
)
_COMMENTS = Text(
    sv="Kommentarerna i ”{name}” följer inte med, eftersom dokumentet är ändrat och skrivs om.",
    en="The comments in “{name}” are left out, since the document has changed and is written anew.",
)
_LEFT_OUT = Text(
    sv="”{name}” är ett dokument som procmap inte skriver, och följer inte med.",
    en="“{name}” is a document that procmap does not write, and is left out.",
)


def write(
    reading: Reading, path: str | Path, map: ProcessMap | None = None, *, lost: Callable[[Text], None] | None = None
) -> bytes:
    """The bytes of a file: those that were read, where nothing in it has changed, else with the changes of ``map``.

    ``path`` is one of the files that were read, or a new one, which gets the whole map. Of a file of several documents
    only those that changed are written anew; the others, and what procmap does not read, stay as they are. ``lost`` is
    called with each thing that could not be written. Raises BadUsage for a format that procmap does not write, and for
    anything but a Reading, a path and a map.
    """
    if not isinstance(reading, Reading):
        raise BadUsage(_NO_READING.fill(kind=type(reading).__name__))
    if not isinstance(path, (str, Path)):
        raise BadUsage(_NO_PATH.fill(kind=type(path).__name__))
    if map is not None and not isinstance(map, ProcessMap):
        raise BadUsage(_NO_MAP.fill(kind=type(map).__name__))
    where = Path(path).as_posix()
    after = reading.map if map is None else map
    source = next((source for source in reading.sources.values() if source.path == where), None)
    if source is not None and not _changed(reading, after, where):
        return source.data
    if Path(where).suffix.lower() not in _SUFFIXES:
        raise BadUsage(_NO_FORMAT.fill(suffix=Path(where).suffix or where))
    tell = lost or _silent
    writer = YamlWriter(after)
    for loss in writer.losses:
        tell(loss)
    if source is None:
        for head in reading.documents:
            if head.kind == "questions":
                tell(_LEFT_OUT.fill(name=head.id))
        return "---\n".join(writer.text(document) for document in writer.documents()).encode()
    return _File(reading, after, source, writer, tell).data()


def _silent(loss: Text) -> None:
    """Nobody asked."""


def _keys(reading: Reading) -> list[tuple[Head, str]]:
    """Each document with the id that it has in the map."""
    return list(zip(reading.documents, reading.sources, strict=False))


def _document(map: ProcessMap, head: Head, key: str) -> Document | None:
    """The document of the map that stands at a head; a variant may be of any kind."""
    among: dict[str, tuple[Document, ...]] = {
        "process": map.processes,
        "journey": map.journeys,
        "collaboration": map.collaborations,
        "catalogue": map.catalogues,
        "variant": (*map.processes, *map.journeys),
    }
    return next((document for document in among.get(head.kind, ()) if document.id == key), None)


def _own(map: ProcessMap, document: Document | None) -> list[Document]:
    """A document with the processes that are written in its pools."""
    if document is None:
        return []
    return [document, *(process for process in map.processes if process.id.startswith(f"{document.id}."))]


def _changed(reading: Reading, after: ProcessMap, path: str) -> bool:
    """Whether anything that stands in a file differs, or has come to a map that has no other file."""
    if after is reading.map:
        return False
    keys = [(head, key) for head, key in _keys(reading) if head.path == path]
    pairs = [(_own(m, _document(m, head, key)) for m in (reading.map, after)) for head, key in keys]
    return any(before != now for before, now in pairs) or bool(_new(reading, after))


def _new(reading: Reading, after: ProcessMap) -> list[Document]:
    """Documents that have come to a map which was read from one file."""
    if len({source.path for source in reading.sources.values()}) != 1:
        return []
    known = {(type(document), document.id) for document in reading.map.documents}
    return [document for document in after.documents if (type(document), document.id) not in known]


class _File:
    """A file of several documents, of which some have changed."""

    def __init__(
        self, reading: Reading, after: ProcessMap, source: Source, writer: YamlWriter, tell: Callable[[Text], None]
    ) -> None:
        self.reading = reading
        self.after = after
        self.source = source
        self.writer = writer
        self.tell = tell

    def data(self) -> bytes:
        """The file with what has changed written anew."""
        text = decoded(self.source.data).text
        ending = next((each for each in ("\r\n", "\r") if each in text), "\n")
        chunks = _chunks(text.replace(ending, "\n"))
        written: list[str] = []
        done: set[int] = set()
        for head, key in _keys(self.reading):
            if head.path != self.source.path:
                continue
            before, now = (_document(map, head, key) for map in (self.reading.map, self.after))
            number = _chunk_of(chunks, self.source.positions.get(Ref(key), (1, 1))[0])
            if number in done:
                continue
            done.add(number)
            if _own(self.reading.map, before) == _own(self.after, now):
                written.append(chunks[number][1])
            elif now is not None:
                written.append(self._anew(chunks[number][1], now))
        written += [self.writer.text(document) for document in _new(self.reading, self.after)]
        text = "---\n".join(f"{chunk.rstrip()}\n" for chunk in written).replace("\n", ending)
        return encoded(text, self.source.data)

    def _anew(self, chunk: str, document: Document) -> str:
        """A document written anew, below the comments that it began with."""
        lines = chunk.split("\n")
        first = next((i for i, line in enumerate(lines) if line.strip() and not line.startswith("#")), len(lines))
        if any(_COMMENT.search(line) for line in lines[first:]):
            self.tell(_COMMENTS.fill(name=str(document.name or document.id)))
        return "\n".join([*lines[:first], self.writer.text(document)])


def _chunks(text: str) -> list[tuple[int, str]]:
    """The parts between ``---``, each with the number of the line that it begins on."""
    found: list[tuple[int, str]] = []
    start = 0
    for match in [*_PARTING.finditer(text), None]:
        end = match.start() if match else len(text)
        part = text[start:end]
        if part.strip():
            found.append((text.count("\n", 0, start) + 1, part.lstrip("\n") if start else part))
        if match:
            line = text.find("\n", match.end())
            start = len(text) if line < 0 else line + 1
    return found


def _chunk_of(chunks: list[tuple[int, str]], line: int) -> int:
    return max((number for number, (first, _) in enumerate(chunks) if first <= line), default=0)

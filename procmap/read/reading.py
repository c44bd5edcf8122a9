"""Reading: from paths to a map, with everything the reader had to say."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path
from typing import Union

from procmap.collector import uncollected
from procmap.errors import BadUsage, CannotRead
from procmap.finding import Finding, Place
from procmap.model.process_map import ProcessMap
from procmap.read.assemble import assemble
from procmap.read.crowd import thinned
from procmap.read.documents import XML_SUFFIXES, Head, Opened, open_documents
from procmap.source.source import Source, load, start_of
from procmap.source.xml_start import may_be_bpmn
from procmap.text import Text

__all__ = [
    "Named",
    "Opening",
    "Reading",
    "files",
    "open_file",
    "open_in_turn",
    "read",
    "read_group",
    "read_text",
]

_NO_PATH = Text(
    sv="{kind} är ingen sökväg. Ge en str eller en Path för varje fil eller mapp.",
    en="{kind} is no path. Give a str or a Path for each file or folder.",
)
_EMPTY_PATH = Text(
    sv="En tom text är ingen sökväg. Ge en fil eller mapp; mappen som man står i är en punkt.",
    en="An empty text is no path. Give a file or folder; the folder that one is in is a dot.",
)
_NO_TEXT = Text(
    sv="{kind} är ingen text. Ge en str eller bytes; en fil läses med read.",
    en="{kind} is no text. Give a str or bytes; a file is read with read.",
)
_NO_NAME = Text(
    sv="{kind} är inget namn. Ge som path en str, det som texten ska kallas.",
    en="{kind} is no name. Give a str as path, what the text is to be called.",
)
_SUFFIXES = (".yaml", ".yml", *XML_SUFFIXES)
_NOT_MAPS = {".git", ".venv", "node_modules", "__pycache__", "expected"}

Named = tuple[Path, bool]
"""A file to read, and whether it was named itself, or found in a folder."""
Opening = Callable[[Sequence[Named]], Iterable[Union[Opened, None]]]
"""A way of opening files, which gives what is in each of them in their order; None for one that is passed over."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the map, the reader's findings, the sources by document, and the documents by file.

    ``sources`` maps a document's id (``path#id`` where a folder holds that id twice) to its Source; several documents
    of one file share it.
    """

    map: ProcessMap
    findings: tuple[Finding, ...] = ()
    sources: dict[str, Source] = field(default_factory=dict)
    documents: tuple[Head, ...] = ()


def files(paths: Iterable[str | Path]) -> Iterator[Named]:
    """The files to read, and whether each was named itself; a folder gives its YAML and XML files, sorted by path."""
    seen: set[Path] = set()
    for path in map(Path, paths):
        if path.is_dir():
            for found in sorted(p for p in path.rglob("*") if p.suffix.lower() in _SUFFIXES):
                inner = found.relative_to(path).parts
                hidden = any(part in _NOT_MAPS or part.startswith(".") for part in inner)
                if not hidden and found not in seen and found.is_file():
                    seen.add(found)
                    yield found, False
        elif path not in seen:
            seen.add(path)
            yield path, True


@uncollected()
def read(
    *paths: str | Path, progress: Callable[[str, int, int], None] | None = None, opening: Opening | None = None
) -> Reading:
    """Read files and folders together as one map.

    A file named here is always read; in a folder, YAML and XML files that are no map of procmap's are passed over.
    Whatever is wrong with a file becomes a finding. Raises CannotRead for a path that is missing, too large or not
    readable, and BadUsage for what is no path. ``progress`` is called with each file's path before it is read, how many
    have been read, and how many there are. ``opening`` opens the files otherwise than in turn.
    """
    for path in paths:
        if not isinstance(path, (str, PathLike)):
            raise BadUsage(_NO_PATH.fill(kind=type(path).__name__))
        if path == "":
            raise BadUsage(_EMPTY_PATH)
    found = list(files(paths))
    opened: list[Opened] = []
    each = iter((opening or open_in_turn)(found))
    for number, (path, _) in enumerate(found):
        if progress:
            progress(str(path), number, len(found))
        if (one := next(each)) is not None:
            opened.append(one)
    next(each, None)  # whoever opens them may have something to end
    return _together(opened)


@uncollected()
def read_group(found: Sequence[Named], twice: Collection[str]) -> Reading:
    """Read some of many files; ``twice`` are the ids of documents that are in more than one of all of them."""
    return _together([one for one in open_in_turn(found) if one is not None], twice)


def open_in_turn(found: Sequence[Named]) -> Iterator[Opened | None]:
    """Open files one after the other."""
    return (open_file(path, named) for path, named in found)


def open_file(path: Path, named: bool) -> Opened | None:
    """What is in a file, as far as it can be read by itself; None where it is other XML, and was found in a folder."""
    if not named and path.suffix.lower() == ".xml" and not may_be_bpmn(start_of(path)):
        return None
    return open_documents(load(path), path.as_posix(), named)


@uncollected()
def read_text(text: str | bytes, path: str = "<text>") -> Reading:
    """Read a map from a text; ``path`` is what findings call it.

    Raises CannotRead where it is larger than 20 MB, and BadUsage for what is no text.
    """
    for given, kinds, said in ((text, (str, bytes), _NO_TEXT), (path, str, _NO_NAME)):
        if not isinstance(given, kinds):
            raise BadUsage(said.fill(kind=type(given).__name__))
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    if len(data) > 20_000_000:
        raise CannotRead(Text(sv="Texten är större än 20 MB.", en="The text is larger than 20 MB."))
    return _together([open_documents(data, path, True)])


def _together(opened: list[Opened], twice: Collection[str] = ()) -> Reading:
    done = assemble(opened, twice=twice)
    findings = sorted(thinned(sorted(done.findings, key=_order)), key=_order)
    return Reading(done.map, tuple(findings), done.sources, tuple(done.heads))


def _order(finding: Finding) -> tuple[str, int, int, str]:
    place = finding.place or Place("")
    return place.path, place.line or 0, place.column or 0, finding.code

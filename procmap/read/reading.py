"""Reading: from paths to a map, with everything the reader had to say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from procmap.errors import CannotRead
from procmap.finding import Finding, Place
from procmap.model.process_map import ProcessMap
from procmap.read.assemble import assemble
from procmap.read.crowd import thinned
from procmap.read.documents import XML_SUFFIXES, Head, Opened, open_documents
from procmap.source.source import Source, load, start_of
from procmap.source.xml_start import may_be_bpmn
from procmap.text import Text

__all__ = ["Reading", "files", "read", "read_text"]

_SUFFIXES = (".yaml", ".yml", *XML_SUFFIXES)
_NOT_MAPS = {".git", ".venv", "node_modules", "__pycache__", "expected"}


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


def files(paths: Iterable[str | Path]) -> Iterator[tuple[Path, bool]]:
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


def read(*paths: str | Path, progress: Callable[[str], None] | None = None) -> Reading:
    """Read files and folders together as one map.

    A file named here is always read; in a folder, YAML and XML files that are no map of procmap's are passed over.
    Whatever is wrong with a file becomes a finding. Raises CannotRead for a path that is missing, too large or not
    readable. ``progress`` is called with each file's path before it is read.
    """
    opened: list[Opened] = []
    for path, named in files(paths):
        if not named and path.suffix.lower() == ".xml" and not may_be_bpmn(start_of(path)):
            continue
        if progress:
            progress(str(path))
        opened.append(open_documents(load(path), path.as_posix(), named))
    return _together(opened)


def read_text(text: str | bytes, path: str = "<text>") -> Reading:
    """Read a map from a text; ``path`` is what findings call it. Raises CannotRead where it is larger than 20 MB."""
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    if len(data) > 20_000_000:
        raise CannotRead(Text(sv="Texten är större än 20 MB.", en="The text is larger than 20 MB."))
    return _together([open_documents(data, path, True)])


def _together(opened: list[Opened]) -> Reading:
    done = assemble(opened)
    findings = sorted(thinned(sorted(done.findings, key=_order)), key=_order)
    return Reading(done.map, tuple(findings), done.sources, tuple(done.heads))


def _order(finding: Finding) -> tuple[str, int, int, str]:
    place = finding.place or Place("")
    return place.path, place.line or 0, place.column or 0, finding.code



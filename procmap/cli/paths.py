"""The maps that a command is given: files, folders, or standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from procmap.cli.progress import progress
from procmap.errors import BadUsage, NoDocument
from procmap.text import Language, Text

if TYPE_CHECKING:
    from procmap.read.documents import Opened
    from procmap.read.reading import Named, Reading

__all__ = ["MANY", "ONCE", "read_paths", "unread_paths"]

MANY = 200
"""Of so many files or fewer it is quicker to read them than to start anybody who helps."""

_READING = Text(sv="Läser", en="Reading")
_ALONE = Text(
    sv="- läser en karta från standard in, och kan inte stå tillsammans med {others}.",
    en="- reads a map from standard input, and cannot stand together with {others}.",
)
ONCE = Text(
    sv="- läser en karta från standard in, och kan bara stå en gång.",
    en="- reads a map from standard input, and can stand only once.",
)
_NO_MAP = Text(
    sv="Ingen karta finns i {paths}. En karta är en YAML-fil som börjar med process: och ett namn, eller en BPMN-fil; "
    "procmap init skapar en.",
    en="There is no map in {paths}. A map is a YAML file that starts with process: and a name, or a BPMN file; procmap "
    "init makes one.",
)


def read_paths(paths: Sequence[str], language: Language, stdin_filename: str | None = None) -> Reading:
    """Everything at the paths as one Reading; raises ProcmapError where there is nothing to read."""
    from procmap.read.reading import read, read_text

    if "-" in paths:
        if len(paths) > 1:
            others = " ".join(path for path in paths if path != "-")
            raise BadUsage(_ALONE.fill(others=others) if others else ONCE)
        given = sys.stdin.buffer.read() if sys.stdin is not None else b""
        return read_text(given, stdin_filename or "<stdin>")
    with progress(_READING, language) as work_on:
        reading = read(*paths, progress=work_on, opening=_open)
    if not reading.documents and not reading.findings:
        raise NoDocument(_NO_MAP.fill(paths=", ".join(paths)))
    return reading


def unread_paths(reading: Reading) -> list[str]:
    """The files of which nothing could be read, as they were given."""
    read = {head.path for head in reading.documents}
    places = (finding.place for finding in reading.findings if finding.kind == "error")
    paths = dict.fromkeys(place.path for place in places if place is not None and place.path not in read)
    return ["-" if path == "<stdin>" else path for path in paths]


def _open(found: Sequence[Named]) -> Iterable[Opened | None]:
    """What is in the files; very many are opened by several processes at once."""
    from procmap.read.reading import open_in_turn

    if len(found) <= MANY:
        return open_in_turn(found)
    from procmap.cli.at_once import at_once, cores

    return at_once(_open_one, found, cores())


def _open_one(named: Named) -> Opened | None:
    from procmap.read.reading import open_file

    return open_file(*named)

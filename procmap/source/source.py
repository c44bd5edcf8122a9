"""A file as it was read: its bytes, and where everything in it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from procmap.errors import CannotRead
from procmap.geometry import Diagram
from procmap.ref import Ref
from procmap.source.reasons import reason
from procmap.text import Text

__all__ = ["MAX_BYTES", "Source", "load", "start_of"]

MAX_BYTES = 20_000_000
"""No map that people write comes near this; what is larger is a mistake or an attack."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file. ``positions`` maps a Ref to its 1-based (line, column); ``diagrams`` is for formats that hold any.

    A Ref to the attribute ``diagram`` of an element is where it is drawn first, with the id of a diagram as its item,
    where it is drawn there. ``written`` maps ids that the reader made, where one stands twice or cannot be part of a
    path, to how the file has them.
    """

    path: str
    data: bytes
    positions: dict[Ref, tuple[int, int]] = field(default_factory=dict)
    diagrams: tuple[Diagram, ...] = ()
    written: Mapping[str, str] = field(default_factory=dict)

    def as_written(self, id: str) -> str:
        """An id as the file has it."""
        return self.written.get(id, id)


_START = 64_000


def start_of(path: Path) -> bytes:
    """The first 64 kB of a file, to see what it may be; nothing where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(_START)
    except OSError:
        return b""


def load(path: Path) -> bytes:
    """The bytes of a file; CannotRead where it is missing, no file, too large or not allowed."""
    try:
        if path.is_dir():
            words = Text(sv="{path} är en mapp, inte en fil.", en="{path} is a folder, not a file.")
            raise CannotRead(words.fill(path=path))
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise CannotRead(
            Text(sv="Filen {path} finns inte.", en="There is no file {path}.").fill(path=path)
        ) from error
    except (OSError, ValueError) as error:
        raise CannotRead(
            Text(sv="{path} går inte att läsa: {why}", en="{path} cannot be read: {why}").fill(
                path=path, why=reason(error)
            )
        ) from error
    if len(data) > MAX_BYTES:
        raise CannotRead(
            Text(
                sv="{path} är större än 20 MB. Så stor är ingen karta: dela upp den i flera filer.",
                en="{path} is larger than 20 MB. No map is that large: split it into several files.",
            ).fill(path=path)
        )
    return data

"""Text in a box: as large as it fits, wrapped, clear of the signs in the box, and never outside it."""

from __future__ import annotations

from collections.abc import Sequence

from procmap.draw.figures import Words
from procmap.draw.style import leading
from procmap.geometry import Bounds
from procmap.layout.measure import narrowest, width, wrap

__all__ = ["SAFE", "SIZES", "Fitted", "fit", "rows"]

SAFE = 0.97
"""Another font than Open Sans may be a little wider."""
SIZES = (13.0, 12.0, 11.0, 10.0, 9.0)
_LONGEST = 600

Fitted = tuple[Words, Bounds]
"""Lines, and the box they stand in the middle of."""


def fit(
    text: str, rooms: Sequence[Bounds], taken: Sequence[Bounds] = (), sizes: Sequence[float] = SIZES, bold: bool = False
) -> Fitted:
    """The text in the first room and largest size where no word is cut, and no line meets what is ``taken``.

    Where it fits nowhere so, words are cut; and where it does not fit even then, the text is, with an ellipsis.
    """
    for size in sizes:
        for room in rooms:
            lines = rows(text, size, room.width, bold)
            if narrowest(text, size, bold) > room.width * SAFE or len(lines) * leading(size) > room.height:
                continue
            if not _meets(lines, size, room, taken, bold):
                return Words(tuple(lines), size), room
    room = max(rooms, key=lambda one: one.width * one.height) if not taken else rooms[-1]
    for size in sizes[2:] or sizes:
        lines = rows(text, size, room.width, bold)
        if len(lines) * leading(size) <= room.height:
            return Words(tuple(lines), size), room
    size = sizes[-1]
    most = max(1, int(room.height // leading(size)))
    lines = rows(text, size, room.width, bold)[:most]
    last = lines[-1] if lines else ""
    while last and width(last + "…", size, bold) > room.width * SAFE:
        last = last[:-1]
    return Words((*lines[:-1], last.rstrip() + "…"), size, text), room


def rows(text: str, size: float, room: float, bold: bool = False) -> list[str]:
    """The text in lines of at most so many px; line ends of the file's own are kept."""
    shown = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
    return [
        line for part in shown.splitlines() for line in wrap(part, size, max(room * SAFE, size), bold, balance=True)
    ]


def _meets(lines: Sequence[str], size: float, room: Bounds, taken: Sequence[Bounds], bold: bool) -> bool:
    """Whether a line of the text in the middle of the room meets any of some boxes."""
    if not taken:
        return False
    high = leading(size)
    top = room.centre.y - len(lines) * high / 2
    for number, line in enumerate(lines):
        wide = width(line, size, bold) / SAFE
        box = Bounds(room.centre.x - wide / 2, top + number * high + 1, wide, high - 2)
        if any(box.meets(other) for other in taken):
            return True
    return False

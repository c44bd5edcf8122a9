"""How much is drawn in one picture: nobody looks at more, and no program that shows pictures can open it."""

from __future__ import annotations

from procmap.errors import BadUsage
from procmap.text import Text

__all__ = ["MOST", "refuse_too_large"]

MOST = 30_000
"""Elements in one picture; so many are drawn in about 5 s."""

_TOO_LARGE = Text(
    "{count} steg och annat går inte att titta på i en bild; som mest ritas {most}. Rita en delprocess eller en "
    "process i taget (--only).",
    "{count} steps and other elements cannot be looked at in one picture; {most} are drawn at most. Draw a subprocess "
    "or a process at a time (--only).",
)


def refuse_too_large(count: int) -> None:
    """BadUsage where a picture would have more elements than can be drawn."""
    if count > MOST:
        raise BadUsage(_TOO_LARGE.fill(count=f"{count:,}".replace(",", " "), most=f"{MOST:,}".replace(",", " ")))

"""How much is drawn in one picture: nobody looks at more, and no program that shows pictures can open it."""

from __future__ import annotations

from procmap.errors import BadUsage
from procmap.text import Text

__all__ = ["MOST", "MOST_MESSAGES", "refuse_too_large", "refuse_too_many"]

MOST = 30_000
"""Elements in one picture; so many are drawn in about 5 s."""

MOST_MESSAGES = 300
"""Messages between the pools of one picture; nobody can follow the lines of more."""

_TOO_MANY = Text(
    "{count} meddelanden går inte att följa i en bild; som mest ritas {most}. Rita en process i taget (--only).",
    "{count} messages cannot be followed in one picture; {most} are drawn at most. Draw a process at a time (--only).",
)
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


def refuse_too_many(messages: int) -> None:
    """BadUsage where a picture would have more messages between pools than can be followed."""
    if messages > MOST_MESSAGES:
        raise BadUsage(_TOO_MANY.fill(count=f"{messages:,}".replace(",", " "), most=MOST_MESSAGES))

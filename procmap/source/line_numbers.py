"""Many lines in a few words."""

from __future__ import annotations

from collections.abc import Iterable

from procmap.text import Text

__all__ = ["spoken"]

_MOST = 6


def spoken(numbers: Iterable[int]) -> Text:
    """``line 3``, ``lines 3–5 and 8``, or the first few stretches ``and more``; the numbers rise."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        elif not runs or number > runs[-1][1]:
            runs.append([number, number])
    shown = [str(a) if a == b else f"{a}–{b}" for a, b in runs[:_MOST]]
    rest = Text(sv="fler", en="more") if len(runs) > _MOST else shown.pop() if len(shown) > 1 else None
    several = rest is not None or "–" in shown[0]
    words = Text(sv="rad {listed}", en="lines {listed}" if several else "line {listed}").fill(listed=", ".join(shown))
    return Text(sv="{words} och {rest}", en="{words} and {rest}").fill(words=words, rest=rest) if rest else words

"""A sign of life for work that takes its time: one line on the terminal, gone when the work is done."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from time import monotonic
from typing import Protocol

from procmap.report.visible import visible
from procmap.text import Language, Text

__all__ = ["Sign", "progress"]

_PATIENCE = 1.0
"""Seconds before anything is said."""
_PACES = {False: 1.0, True: 0.2}
"""Seconds between the changes of the line, without a bar and with one."""

_SECONDS = Text(sv="{what} ({seconds} s) {name}", en="{what} ({seconds} s) {name}")
_PART = Text(sv="{what} {bar} {done} av {total} {name}", en="{what} {bar} {done} of {total} {name}")
_WIDTH = 79
_BAR = 24
_WIPE = f"\r{' ' * _WIDTH}\r"
"""Blanks the line, also on a terminal that knows nothing but to go back to its beginning."""


class Sign(Protocol):
    """Takes what is being worked on just now; and how much is done of how much, where that is known."""

    def __call__(self, name: str, done: int = 0, total: int = 0, /) -> None: ...


@contextmanager
def progress(what: Text, language: Language) -> Iterator[Sign]:
    """Say on standard error what is going on and for how long, where somebody sits there and it takes a while.

    Gives a function to name what is being worked on just now; where it is told how much there is, a bar shows that.
    """
    now: tuple[str, int, int] = ("", 0, 0)

    def work_on(name: str, done: int = 0, total: int = 0, /) -> None:
        nonlocal now
        now = (name, done, total)

    if sys.stderr is None or not sys.stderr.isatty():
        yield work_on
        return
    finished = Event()
    began = monotonic()

    def line() -> str:
        name, done, total = now
        if total < 2:
            return _SECONDS(language, what=what, name=visible(name), seconds=int(monotonic() - began))
        return _PART(language, what=what, name=visible(name), bar=_bar(done, total), done=done, total=total)

    def tell() -> None:
        said = False
        while not finished.wait(_PACES[now[2] > 1] if said else _PATIENCE):
            said = True
            sys.stderr.write(f"{_WIPE}{' '.join(line().split())[:_WIDTH]}")
            sys.stderr.flush()
        if said:
            sys.stderr.write(_WIPE)
            sys.stderr.flush()

    teller = Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield work_on
    finally:
        finished.set()
        teller.join()


def _bar(done: int, total: int) -> str:
    """How far the work has come, in signs that every terminal has."""
    filled = min(_BAR, _BAR * done // total)
    return f"[{'#' * filled}{'.' * (_BAR - filled)}]"

"""A sign of life for work that takes its time: one line on the terminal, gone when the work is done."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread
from time import monotonic

from procmap.report.visible import visible
from procmap.text import Language, Text

__all__ = ["progress"]

_PATIENCE = 1.0
"""Seconds before anything is said, and between the changes of the line."""

_SECONDS = Text(sv="{what} ({seconds} s) {name}", en="{what} ({seconds} s) {name}")
_WIDTH = 79
_WIPE = "\r\x1b[K"


@contextmanager
def progress(what: Text, language: Language) -> Iterator[Callable[[str], None]]:
    """Say on standard error what is going on and for how long, where somebody sits there and it takes a while.

    Gives a function to name what is being worked on just now.
    """
    now = ""

    def work_on(name: str) -> None:
        nonlocal now
        now = name

    if sys.stderr is None or not sys.stderr.isatty():
        yield work_on
        return
    done = Event()
    began = monotonic()

    def tell() -> None:
        said = False
        while not done.wait(_PATIENCE):
            said = True
            line = _SECONDS(language, what=what, name=visible(now), seconds=int(monotonic() - began))
            sys.stderr.write(f"{_WIPE}{' '.join(line.split())[:_WIDTH]}")
            sys.stderr.flush()
        if said:
            sys.stderr.write(_WIPE)
            sys.stderr.flush()

    teller = Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield work_on
    finally:
        done.set()
        teller.join()

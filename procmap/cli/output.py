"""Where words go, and whether they may be coloured."""

from __future__ import annotations

import os
import sys

import click

__all__ = ["coloured", "print_bytes", "print_words", "width"]

_WIDEST, _NARROWEST = 80, 40


def coloured() -> bool:
    """Whether standard output shows colours and nobody has declined them (no-color.org); FORCE_COLOR asks for them."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Cells in a line: 80, or as many as a narrower terminal has."""
    if sys.stdout is None or not sys.stdout.isatty():
        return _WIDEST
    import shutil

    return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size().columns))


def print_words(text: str, *, colour: bool) -> None:
    """Print for people."""
    click.echo(text, nl=False, color=colour)


def print_bytes(text: str) -> None:
    """Print for programs: UTF-8 whatever the terminal speaks, and line ends as they are."""
    click.echo(text.encode(errors="replace"), nl=False)  # a file's name may hold what is no text

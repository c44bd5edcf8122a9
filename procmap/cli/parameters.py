"""Options and arguments whose words exist in both languages.

click asks for help texts as strings; here they are kept as Text and set in when somebody reads them, since the language
is known only when the program runs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from procmap.text import Language, Text

__all__ = ["Argument", "Option", "argument", "option"]

_Function = TypeVar("_Function", bound=Callable[..., Any])


class Option(click.Option):
    """An option; ``words`` is its help, ``value`` what stands for its value there."""

    def __init__(self, *args: Any, words: Text, value: Text | str = "", **more: Any) -> None:
        super().__init__(*args, **more)
        self.words = words
        self.value = value

    def row(self, language: Language) -> tuple[str, str]:
        """Its names with the value, and its help."""
        names = ", ".join(sorted(self.opts, key=len))
        return f"{names} {_said(self.value, language)}".rstrip(), self.words(language)


class Argument(click.Argument):
    """An argument; ``value`` stands for it in the help."""

    def __init__(self, *args: Any, value: Text | str, **more: Any) -> None:
        super().__init__(*args, **more)
        self.value = value

    def piece(self, language: Language) -> str:
        """How it stands in the line of usage."""
        name = _said(self.value, language) + ("…" if self.nargs == -1 else "")
        return name if self.required else f"[{name}]"


def option(*names: str, words: Text, value: Text | str = "", **more: Any) -> Callable[[_Function], _Function]:
    """``click.option`` with its words in both languages."""
    return click.option(*names, cls=Option, words=words, value=value, **more)


def argument(name: str, value: Text | str, **more: Any) -> Callable[[_Function], _Function]:
    """``click.argument`` with what stands for it in both languages."""
    return click.argument(name, cls=Argument, value=value, **more)


def _said(value: Text | str, language: Language) -> str:
    return value(language) if isinstance(value, Text) else value

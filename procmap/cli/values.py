"""What options take: words from a list, dates; with complaints in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from procmap.cli.parameters import Argument
from procmap.errors import BadUsage
from procmap.text import Text

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

__all__ = ["CODES", "DAY", "PATH", "SECONDS", "WHOLE", "OneOf"]

_NO_CHOICE = Text(
    sv="{option} kan inte vara {value}. Välj bland: {choices}",
    en="{option} cannot be {value}. Choose from: {choices}",
)
_NO_DAY = Text(
    sv="{option} ska vara ett datum som 2026-11-23, inte {value}.",
    en="{option} is a date such as 2026-11-23, not {value}.",
)


_NO_WHOLE = Text(
    sv="{option} ska vara ett heltal från 1, inte {value}.",
    en="{option} is a whole number from 1, not {value}.",
)
_NO_SECONDS = Text(
    sv="{option} ska vara ett antal sekunder, som 10 eller 0.5, inte {value}.",
    en="{option} is a number of seconds, such as 10 or 0.5, not {value}.",
)
_NO_PATH = Text(
    sv="{option} är tom. Skriv en fil eller mapp; mappen som du står i är en punkt.",
    en="{option} is empty. Write a file or folder; the folder that you are in is a dot.",
)
_DIGITS = 12


class OneOf(click.ParamType):  # type: ignore[type-arg]  # older ones take none
    """A word from a list."""

    name = "choice"

    def __init__(self, choices: Iterable[str]) -> None:
        self.choices = tuple(choices)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value in self.choices:
            return str(value)
        raise BadUsage(_NO_CHOICE.fill(option=_called(param), value=value, choices=", ".join(self.choices)))

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        return [CompletionItem(choice) for choice in self.choices if choice.startswith(incomplete)]


class _Day(click.ParamType):  # type: ignore[type-arg]  # older ones take none
    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise BadUsage(_NO_DAY.fill(option=_called(param), value=value)) from None


class _Codes(click.ParamType):  # type: ignore[type-arg]  # older ones take none
    """Words parted by commas."""

    name = "codes"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        return tuple(word for word in str(value).replace(",", " ").split() if word)


class _Whole(click.ParamType):  # type: ignore[type-arg]  # older ones take none
    """A whole number from 1."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        text = str(value).replace(" ", "").replace("_", "")
        if text.isascii() and text.isdigit() and 0 < len(text.lstrip("0")) <= _DIGITS:
            return int(text)
        raise BadUsage(_NO_WHOLE.fill(option=_called(param), value=value))


class _Seconds(click.ParamType):  # type: ignore[type-arg]  # older ones take none
    """A number of seconds."""

    name = "seconds"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        text = str(value).replace(",", ".")
        with suppress(ValueError):
            if text.isascii() and 0 < float(text) < 10**_DIGITS:
                return float(text)
        raise BadUsage(_NO_SECONDS.fill(option=_called(param), value=value))


class _Path(click.Path):
    """A file or folder. An empty text is neither, and no working folder: mostly a variable in a script is empty."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            raise BadUsage(_NO_PATH.fill(option=_called(param)))
        return super().convert(value, param, ctx)


DAY = _Day()
SECONDS = _Seconds()
WHOLE = _Whole()
CODES = _Codes()
PATH = _Path(readable=False)
"""A file or folder; whether it can be read is found out, and said, by who reads it."""


def _called(param: click.Parameter | None) -> Text | str:
    if isinstance(param, Argument):
        return param.value
    return param.opts[-1] if param else ""

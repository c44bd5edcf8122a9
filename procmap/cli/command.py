"""A command: a function with words in both languages, and the options that every command has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click

from procmap.cli.commands import COMMANDS
from procmap.cli.failure import named
from procmap.cli.help import Words, write_help
from procmap.cli.parameters import Option
from procmap.cli.session import Session
from procmap.cli.values import OneOf
from procmap.errors import BadUsage
from procmap.text import LANGUAGES, Language, Text

__all__ = ["Command", "command", "common_options", "said_in"]

_SURPLUS = Text(sv="Det här är för mycket på raden: {arguments}", en="This is too much on the line: {arguments}")


class Command(click.Command):
    """A command that speaks the language of the run."""

    words: Words

    def __init__(self, name: str | None, *, words: Words, **more: Any) -> None:
        super().__init__(name, add_help_option=False, **more)
        self.params.extend(common_options())
        self.words = words

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does, but what is too much is said in the language."""
        ctx.allow_extra_args = True
        with named(ctx):
            rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise BadUsage(_SURPLUS.fill(arguments=" ".join(rest)))
        return rest

    def get_help(self, ctx: click.Context) -> str:
        """The help page."""
        return write_help(ctx, self.words, said_in(ctx))


def command(*paragraphs: Text, examples: Sequence[str]) -> Callable[[Callable[..., Any]], Command]:
    """Make a command of a function ``name_command``, which gets the Session first.

    Its help says the line of the overview, then the paragraphs, then the examples.
    """

    def decorate(function: Callable[..., Any]) -> Command:
        name = function.__name__.removesuffix("_command")
        words = Words((COMMANDS[name], *paragraphs), examples)
        return click.command(name, cls=Command, words=words)(click.pass_obj(function))

    return decorate


def common_options() -> list[Option]:
    """What stands before a command as well as behind it.

    ``--lang`` and ``--debug`` have been heard before anything is parsed (see ``session``); here they are only allowed.
    """
    return [
        Option(
            ["--lang"],
            type=OneOf(LANGUAGES),
            expose_value=False,
            value="sv|en",
            words=Text(sv="Språk för allt som procmap säger.", en="The language of all that procmap says."),
        ),
        Option(
            ["--debug"],
            is_flag=True,
            expose_value=False,
            words=Text(
                sv="Om programmet går sönder: visa var.",
                en="If the program breaks, show where.",
            ),
        ),
        Option(
            ["-h", "--help"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_help,
            words=Text(sv="Visa den här hjälpen.", en="Show this help."),
        ),
    ]


def said_in(context: click.Context) -> Language:
    """The language of the run that a context belongs to."""
    session = context.find_root().obj
    return session.language if isinstance(session, Session) else "sv"


def _show_help(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        click.echo(context.get_help())
        context.exit()

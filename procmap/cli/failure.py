"""What went wrong, in words: click's own complaints said again in both languages.

click translates through the locale, which procmap never asks; so its exceptions are read for what they know (which
option, which argument) and not for what they say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import click

from procmap.cli.parameters import Argument
from procmap.text import Text

__all__ = ["BROKEN", "INTERRUPTED", "did_you_mean", "failure_words", "named", "no_way"]

BROKEN = Text(
    sv="Det här är ett fel i procmap, inte i din karta: {what}. Kör om med --debug, och visa det för dem som gör "
    "procmap.",
    en="This is a defect of procmap's own, not of your map: {what}. Run again with --debug, and show it to the "
    "makers of procmap.",
)
INTERRUPTED = Text(sv="Avbrutet.", en="Interrupted.")

_NO_WAY = Text(sv="Det gick inte: {why}", en="That did not work: {why}")
_NO_WAY_WITH = Text(sv="Det gick inte med {path}: {why}", en="That did not work with {path}: {why}")
_NOWHERE = Text(sv="Mappen som du står i finns inte längre.", en="The folder that you are in is no longer there.")
_NO_OPTION = Text(sv="Flaggan {name} finns inte.", en="There is no option {name}.")
_MISSING_OPTION = Text(sv="Flaggan {name} saknas.", en="The option {name} is missing.")
_MISSING_ARGUMENT = Text(sv="{name} saknas.", en="{name} is missing.")
_NEEDS_VALUE = Text(sv="Flaggan {name} ska följas av ett värde.", en="The option {name} needs a value.")
_NEEDS_NO_VALUE = Text(sv="Flaggan {name} tar inget värde.", en="The option {name} takes no value.")
_NOT_UNDERSTOOD = Text(sv="procmap förstår inte raden: {message}", en="procmap does not understand the line: {message}")
_DID_YOU_MEAN = Text(sv=" Menade du {name}?", en=" Did you mean {name}?")
_SEE_HELP = Text(sv=" Hjälp: {command} --help", en=" Help: {command} --help")


def failure_words(error: click.ClickException) -> Text:
    """What is wrong with the command line, and where help is."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    words = _what(error, context)
    return _joined(words, _SEE_HELP.fill(command=context.command_path)) if context else words


def no_way(error: OSError) -> Text:
    """What the system would not do, and with which file."""
    from procmap.source.reasons import reason

    if isinstance(error, FileNotFoundError) and error.filename is None:
        return _NOWHERE  # only asking where one is names no file
    if error.filename is None:
        return _NO_WAY.fill(why=reason(error))
    return _NO_WAY_WITH.fill(path=error.filename, why=reason(error))


@contextmanager
def named(context: click.Context) -> Iterator[None]:
    """Let every complaint of the parser know which command it is about."""
    try:
        yield
    except click.UsageError as error:
        error.ctx = error.ctx or context
        raise


def did_you_mean(words: Text, name: str, known: Iterable[str]) -> Text:
    """The words, and the nearest known name where one is near."""
    from difflib import get_close_matches

    near = get_close_matches(name, list(known), n=1)
    return _joined(words, _DID_YOU_MEAN.fill(name=near[0])) if near else words


def _what(error: click.ClickException, context: click.Context | None) -> Text:
    match error:
        case click.NoSuchOption():
            known = [name for parameter in context.command.params for name in parameter.opts] if context else []
            return did_you_mean(_NO_OPTION.fill(name=error.option_name), error.option_name, known)
        case click.MissingParameter(param=Argument() as argument):
            return _MISSING_ARGUMENT.fill(name=argument.value)
        case click.MissingParameter(param=click.Option() as option):
            return _MISSING_OPTION.fill(name=option.opts[-1])
        case click.BadOptionUsage():
            flags = [name for each in context.command.params for name in each.opts if _is_flag(each)] if context else []
            return (_NEEDS_NO_VALUE if error.option_name in flags else _NEEDS_VALUE).fill(name=error.option_name)
        case _:
            return _NOT_UNDERSTOOD.fill(message=error.format_message())


def _is_flag(parameter: click.Parameter) -> bool:
    return isinstance(parameter, click.Option) and parameter.is_flag


def _joined(first: Text, second: Text) -> Text:
    return Text(first.sv + second.sv, first.en + second.en)

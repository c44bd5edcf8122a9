"""Help pages: what a command does, examples, options; in the language of the run, within 80 columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import click

from procmap.cli.parameters import Argument, Option
from procmap.report.cells import wrap
from procmap.text import Language, Text

__all__ = ["Words", "write_help"]

_WIDTH = 80
_NAMES = 26

_USAGE = Text(sv="Användning: ", en="Usage: ")
_OPTIONS_PIECE = Text(sv="[FLAGGOR]", en="[OPTIONS]")
_COMMAND_PIECE = Text(sv="KOMMANDO …", en="COMMAND …")
_EXAMPLES = Text(sv="Exempel", en="Examples")
_COMMANDS = Text(sv="Kommandon", en="Commands")
_OPTIONS = Text(sv="Flaggor", en="Options")


@dataclass(frozen=True, slots=True)
class Words:
    """What a help page says: paragraphs, and examples as they are typed."""

    paragraphs: Sequence[Text]
    examples: Sequence[str]


def write_help(
    context: click.Context, words: Words, language: Language, commands: Mapping[str, Text] | None = None
) -> str:
    """The help page of the context's command, without a line end behind it."""
    parameters = context.command.params
    pieces = [_OPTIONS_PIECE(language)]
    pieces += [parameter.piece(language) for parameter in parameters if isinstance(parameter, Argument)]
    pieces += [_COMMAND_PIECE(language)] if commands else []

    usage = f"{_USAGE(language)}{context.command_path}"
    lines = wrap(" ".join(pieces), _WIDTH, " " * (len(usage) + 1), f"{usage} ")
    for paragraph in words.paragraphs:
        lines += ["", *wrap(paragraph(language), _WIDTH, "  ")]
    lines += ["", f"{_EXAMPLES(language)}:", *(f"  {example}" for example in words.examples)]
    if commands:
        lines += ["", f"{_COMMANDS(language)}:"]
        lines += _table([(name, line(language)) for name, line in commands.items()])
    lines += ["", f"{_OPTIONS(language)}:"]
    lines += _table([parameter.row(language) for parameter in parameters if isinstance(parameter, Option)])
    return "\n".join(lines)


def _table(rows: Sequence[tuple[str, str]]) -> list[str]:
    """Two columns; a name that is too wide for the first has a line of its own."""
    column = 4 + max(len(name) for name, _ in rows if len(name) <= _NAMES)
    lines = []
    for name, text in rows:
        first = f"  {name}".ljust(column)
        if len(first) > column:
            lines.append(first)
            first = " " * column
        lines += wrap(text, _WIDTH, " " * column, first)
    return lines

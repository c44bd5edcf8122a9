"""The program ``procmap``: finds the command, and ends every run with an exit code that means something."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from procmap.cli.command import common_options, said_in
from procmap.cli.commands import COMMANDS
from procmap.cli.ending import ending
from procmap.cli.failure import did_you_mean, named
from procmap.cli.help import Words, write_help
from procmap.cli.parameters import Option
from procmap.cli.session import Session, session_for
from procmap.errors import BadUsage
from procmap.text import Text

__all__ = ["Procmap", "procmap"]

_WORDS = Words(
    paragraphs=(
        Text(
            sv="Skriv ner hur ni arbetar. Få frågor om det som är oklart, och en bild av det som är känt.",
            en="Write down how you work. Get questions about what is unclear, and a picture of what is known.",
        ),
    ),
    examples=("procmap init", "procmap check process.yaml", "procmap draw process.yaml", "procmap check --help"),
)
_NO_COMMAND = Text(sv="Kommandot {name} finns inte.", en="There is no command {name}.")


class Procmap(click.Group):
    """The commands, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of a first meeting."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, from its own file; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"procmap.cli.{cmd_name}"), f"{cmd_name}_command")
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does; with nothing to do, the overview is shown and nothing was done."""
        if not args and not ctx.resilient_parsing:
            click.echo(self.get_help(ctx), err=True)
            ctx.exit(2)
        with named(ctx):
            return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, but a name that is not known is said in the language."""
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            raise BadUsage(did_you_mean(_NO_COMMAND.fill(name=args[0]), args[0], COMMANDS))
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        """The overview of all commands; none of them is imported for it."""
        return write_help(ctx, _WORDS, said_in(ctx), COMMANDS)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        """The commands that begin so, with their lines; none of them is imported for it."""
        from click.shell_completion import CompletionItem

        names = [name for name in COMMANDS if name.startswith(incomplete)]
        options = click.Command.shell_complete(self, ctx, incomplete)
        return [CompletionItem(name, help=COMMANDS[name](said_in(ctx))) for name in names] + options

    def main(  # type: ignore[override]
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **more: Any
    ) -> NoReturn:
        """Run, and exit with the code that design §5 promises."""
        arguments = _given() if args is None else list(args)
        session = session_for(arguments)
        for stream in (sys.stdout, sys.stderr):
            if reconfigure := getattr(stream, "reconfigure", None):
                reconfigure(errors="replace")  # a character that the terminal lacks is no reason to stop
        if "_PROCMAP_COMPLETE" in os.environ:
            from click.shell_completion import shell_complete

            instruction = os.environ["_PROCMAP_COMPLETE"]
            sys.exit(shell_complete(self, {"obj": session}, "procmap", "_PROCMAP_COMPLETE", instruction))
        sys.exit(ending(lambda: self._run(arguments, session), session))

    def _run(self, arguments: list[str], session: Session) -> int:
        try:
            with self.make_context("procmap", arguments, obj=session) as context:
                code = self.invoke(context)
        except click.exceptions.Exit as end:
            return end.exit_code
        return code if isinstance(code, int) else 0


def _given() -> list[str]:
    """The arguments of the process; Windows leaves ``*.yaml`` to the program."""
    arguments = sys.argv[1:]
    if os.name != "nt":
        return arguments
    import glob

    return [path for argument in arguments for path in sorted(glob.glob(argument, recursive=True)) or [argument]]  # noqa: PTH207


def _show_version(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        from procmap.cli.version import version

        click.echo(version(said_in(context)))
        context.exit()


procmap = Procmap(
    name="procmap",
    add_help_option=False,
    params=[
        Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_version,
            words=Text(
                sv="Visa versioner: procmap, Python och Graphviz.",
                en="Show versions: procmap, Python and Graphviz.",
            ),
        ),
        *common_options(),
    ],
)

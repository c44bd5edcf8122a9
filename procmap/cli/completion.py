"""``procmap completion SHELL``: the script that lets a shell complete procmap's commands and options."""

from __future__ import annotations

import click

from procmap.cli.command import command
from procmap.cli.parameters import argument
from procmap.cli.session import Session
from procmap.cli.values import OneOf
from procmap.text import Text

__all__ = ["completion_command"]

SHELLS = ("bash", "zsh", "fish")


@command(
    Text(
        sv="Skalet är bash, zsh eller fish. Spara skriptet där det läses när skalet startar. Därefter fyller tabb i "
        "kommandon, flaggor och filer.",
        en="The shell is bash, zsh or fish. Save the script where it is read when the shell starts. After that, tab "
        "completes commands, options and files.",
    ),
    examples=(
        "procmap completion bash >> ~/.bashrc",
        "procmap completion zsh >> ~/.zshrc",
        "procmap completion fish > ~/.config/fish/completions/procmap.fish",
    ),
)
@argument("shell", value=Text(sv="SKAL", en="SHELL"), type=OneOf(SHELLS))
def completion_command(session: Session, shell: str) -> None:
    from click.shell_completion import get_completion_class

    complete = get_completion_class(shell)
    assert complete is not None
    program = click.get_current_context().find_root().command
    made = complete(program, {}, "procmap", "_PROCMAP_COMPLETE")
    click.echo(made.source_template % made.source_vars())

"""``procmap explain CODE``: what a check is about."""

from __future__ import annotations

from procmap.cli.command import command
from procmap.cli.failure import did_you_mean
from procmap.cli.output import coloured, print_words, width
from procmap.cli.parameters import argument
from procmap.cli.session import Session
from procmap.errors import BadUsage
from procmap.text import Text

__all__ = ["explain_command"]

_NO_CHECK = Text(
    sv="Ingen kontroll heter {name}; procmap checks visar alla.",
    en="There is no check called {name}; procmap checks lists them all.",
)


@command(
    Text(
        sv="Koden eller namnet står efter filens namn i varje rad från procmap check.",
        en="The code or the name stands behind the file's name in every line of procmap check.",
    ),
    examples=("procmap explain KNO001", "procmap explain unreachable-step"),
)
@argument("check", value=Text(sv="KOD", en="CODE"))
def explain_command(session: Session, check: str) -> None:
    from procmap.checks.catalogue import notices
    from procmap.checks.check import Check
    from procmap.checks.laid import example_of
    from procmap.checks.reading_examples import said_of
    from procmap.report.catalogue import explanation

    known = {word: notice for notice in notices() for word in (notice.code, notice.name)}
    notice = known.get(check.upper()) or known.get(check.lower())
    if notice is None:
        raise BadUsage(did_you_mean(_NO_CHECK.fill(name=check), _spelt(check), known))
    colour = coloured()
    example = example_of(notice) if isinstance(notice, Check) else said_of(notice.code)
    print_words(explanation(notice, session.language, example=example, colour=colour, width=width()), colour=colour)


def _spelt(word: str) -> str:
    """As codes and names are written: ``kno1`` is KNO001."""
    return f"{word[:3].upper()}{word[3:]:0>3}" if word[3:].isdigit() else word.lower()

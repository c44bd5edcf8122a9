"""``procmap checks``: all that procmap can say."""

from __future__ import annotations

from procmap.cli.command import command
from procmap.cli.output import coloured, print_bytes, print_words, width
from procmap.cli.parameters import option
from procmap.cli.session import Session
from procmap.cli.values import OneOf
from procmap.text import Text

__all__ = ["checks_command"]


@command(
    Text(
        sv="Koderna börjar med ämnet: DOC filen, CFG inställningar, FLW flödet, KNO kunskap, JRN resan, BPR resan och "
        "arbetet bakom, BPM BPMN-filer, PRO bevis.",
        en="The codes begin with the subject: DOC the file, CFG configuration, FLW the flow, KNO knowledge, JRN the "
        "journey, BPR the journey and the work behind it, BPM BPMN files, PRO proofs.",
    ),
    examples=("procmap checks", "procmap checks --format json"),
)
@option(
    "--format",
    "format",
    type=OneOf(("text", "json")),
    default="text",
    value="text|json",
    words=Text(sv="För människor eller för program.", en="For people or for programs."),
)
def checks_command(session: Session, format: str) -> None:
    from procmap.checks.catalogue import notices
    from procmap.report.catalogue import json_catalogue, table

    if format == "json":
        print_bytes(json_catalogue(notices(), session.language))
        return
    colour = coloured()
    print_words(table(notices(), session.language, colour=colour, width=width()), colour=colour)

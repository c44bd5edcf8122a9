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
        sv="Koderna börjar med ämnet: DOC filen, CFG inställningar, FLW flödet, LBL namn, DAT uppgifter, KNO kunskap, "
        "RPA inför en robot, ESV inför en e-tjänst, JRN resan, BPR resan och arbetet bakom, SHR inför delning, BPM "
        "BPMN-filer, PRO procmap självt.",
        en="The codes begin with the subject: DOC the file, CFG configuration, FLW the flow, LBL names, DAT data, KNO "
        "knowledge, RPA before a robot, ESV before an e-service, JRN the journey, BPR the journey and the work behind "
        "it, SHR before sharing, BPM BPMN files, PRO procmap itself.",
    ),
    examples=("procmap checks", "procmap checks --format json", "procmap checks --format markdown"),
)
@option(
    "--format",
    "format",
    type=OneOf(("text", "json", "markdown")),
    default="text",
    value="text|json|markdown",
    words=Text(
        sv="För människor (text), för program (json) eller som en sida med allt (markdown).",
        en="For people (text), for programs (json) or as a page with everything (markdown).",
    ),
)
def checks_command(session: Session, format: str) -> None:
    from procmap.checks.catalogue import left_out, notices
    from procmap.report.catalogue import json_catalogue, table

    if format == "json":
        print_bytes(json_catalogue(notices(), session.language))
        return
    if format == "markdown":
        from procmap.report.catalogue_page import markdown_catalogue

        print_bytes(markdown_catalogue(notices(), left_out(), session.language))
        return
    colour = coloured()
    print_words(table(notices(), session.language, colour=colour, width=width()), colour=colour)

"""``procmap diff A B``: what differs, element by element, as questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from procmap.cli.command import command
from procmap.cli.ending import FINDINGS
from procmap.cli.output import print_bytes, print_words, width
from procmap.cli.parameters import argument, option
from procmap.cli.session import Session
from procmap.cli.values import PATH, OneOf
from procmap.report.visible import visible
from procmap.source.shell import in_shell
from procmap.text import Text

if TYPE_CHECKING:
    from procmap.cli.sides import Chosen

__all__ = ["diff_command"]

_FORMATS = ("text", "json", "markdown")
_HAS_FAULTS = Text(
    sv="Jämfört så långt det går; procmap check {paths} visar vad som behöver rättas.",
    en="Compared as far as it goes; procmap check {paths} shows what needs to be mended.",
)


@command(
    Text(
        sv="A och B är filer eller mappar. SÖKVÄG#ID är ett av dokumenten där, med sitt id eller namn; ett ID utan "
        "sökväg hör till den andras sökväg, eller till mappen du står i.",
        en="A and B are files or folders. PATH#ID is one of the documents there, by id or name; an ID without a path "
        "belongs to the path of the other, or to the folder you are in.",
    ),
    Text(
        sv="En variant ensam jämförs med sitt ursprung.",
        en="A variant alone is compared with its origin.",
    ),
    Text(
        sv="Slutar med 0 om inget skiljer sig, 1 om något gör det, 2 om det inte gick att jämföra.",
        en="Ends with 0 if nothing differs, 1 if something does, 2 if it could not compare.",
    ),
    examples=(
        "procmap diff före.yaml efter.yaml",
        "procmap diff var-kommun/ grannkommun/",
        "procmap diff karta/#parkeringstillstand parkeringstillstand-i-ange",
        "procmap diff ange.yaml --format markdown",
    ),
)
@argument("a", value="A", type=PATH)
@argument("b", value="B", required=False, type=PATH)
@option(
    "--format", "format", type=OneOf(_FORMATS), default=_FORMATS[0], value="|".join(_FORMATS),
    words=Text(
        sv="För människor (text), för program (json) eller som tabell (markdown).",
        en="For people (text), for programs (json) or as a table (markdown).",
    ),
)
@option(
    "--all", "everything", is_flag=True,
    words=Text(sv="Visa också det som är lika.", en="Show also what is the same."),
)
def diff_command(session: Session, a: str, b: str | None, format: str, everything: bool) -> int:
    from procmap.checks.configuration import load
    from procmap.cli.sides import sides
    from procmap.graph.labels import literal
    from procmap.model.compare import compare
    from procmap.report.differences import described
    from procmap.report.speaker import Side

    configuration, _ = load(a)
    language = session.asked or configuration.lang or session.language
    first, second = sides(a, b, language)
    comparison = compare(first.subject, second.subject, ids=not (first.is_bpmn or second.is_bpmn))
    names = _names(first, second) if format == "json" else (literal("A"), literal("B"))
    both = tuple(Side(one.reading.map, name, not one.is_bpmn) for one, name in zip((first, second), names, strict=True))
    differences = (each for each in comparison.differences if everything or each.kind != "same")
    found = list(described(differences, both[0], both[1], language))
    legend = (first.legend(language), second.legend(language))
    if format != "json":
        found = [each for each in found if not (each.implied and each.difference.kind == "same")]
    if format != "json" and len(found) > 1 and first.alone:
        found = [each for each in found if not each.is_only_called_otherwise]  # the legend says so
    if format == "json":
        from procmap.report.diff_json import json_diff

        what = (first.described(), second.described())
        print_bytes(json_diff(found, what, (first.reading, second.reading), language))
    elif format == "markdown":
        from procmap.report.diff_markdown import markdown_diff

        print_bytes(markdown_diff(found, legend, language))
    else:
        from procmap.report.diff_text import text_diff

        print_words(text_diff(found, legend, language, width=width()), colour=False)
    if faulty := [side.path for side in (first, second) if side.has_errors]:
        words = _HAS_FAULTS(language, paths=in_shell(*dict.fromkeys(faulty)))
        click.echo(f"procmap: {visible(words)}", err=True)
    return FINDINGS if comparison else 0


def _names(a: Chosen, b: Chosen) -> tuple[Text, Text]:
    """What to call the two in a question that stands alone: by name, else by path."""
    from procmap.graph.labels import literal, quoted
    from procmap.model.label import Translated

    if a.name("sv") != b.name("sv"):
        one, other = (Translated(side.name("sv"), side.name("en")) for side in (a, b))
        return quoted(one), quoted(other)
    if a.path != b.path:
        return quoted(a.path), quoted(b.path)
    return literal("A"), literal("B")

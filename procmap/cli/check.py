"""``procmap check PATH…``: what is wrong, missing, or worth a question."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from procmap.checks.check import PACKS
from procmap.cli.command import command
from procmap.cli.ending import COULD_NOT_RUN, DEFECT, FINDINGS
from procmap.cli.output import coloured, print_bytes, print_words, width
from procmap.cli.parameters import argument, option
from procmap.cli.paths import read_paths
from procmap.cli.progress import progress
from procmap.cli.session import Session
from procmap.cli.values import CODES, DAY, PATH, OneOf
from procmap.collector import uncollected
from procmap.errors import BadUsage
from procmap.finding import KINDS, Finding
from procmap.text import Text

if TYPE_CHECKING:
    from procmap.checks.configuration import Configuration
    from procmap.read.reading import Reading
    from procmap.report.locate import Located

__all__ = ["check_command"]

_FILE = Text(sv="FIL", en="FILE")
_CODES = Text(sv="KODER", en="CODES")
_NO_CONFIG = Text(
    sv="--config ska vara en fil som slutar på .toml, inte {path}.",
    en="--config is a file that ends in .toml, not {path}.",
)
_CHECKING = Text(sv="Kontrollerar", en="Checking")
_BOTH = Text(sv="Läser och kontrollerar", en="Reading and checking")


@command(
    Text(
        sv="SÖKVÄG är filer och mappar; en mapp läses som en enda karta. - läser från standard in.",
        en="PATH is files and folders; a folder is read as one map. - reads from standard input.",
    ),
    Text(
        sv="Slutar med 0 om inget är så allvarligt som --fail-on säger, 1 om något är det, 2 om det inte gick att "
        "köra.",
        en="Ends with 0 if nothing is as grave as --fail-on says, 1 if something is, 2 if it could not run.",
    ),
    examples=(
        "procmap check process.yaml",
        "procmap check . --for rpa --fail-on risk",
        "procmap check . --format json > före.json",
        "procmap check . --baseline före.json",
    ),
)
@argument("paths", value=Text(sv="SÖKVÄG", en="PATH"), nargs=-1, required=True, type=PATH)
@option(
    "--for", "packs", multiple=True, type=OneOf(PACKS), value="|".join(PACKS),
    words=Text(
        sv="Fråga också om det som behövs för detta. Kan upprepas.",
        en="Ask also about what is needed for this. May be repeated.",
    ),
)
@option(
    "--select", multiple=True, type=CODES, value=_CODES,
    words=Text(
        sv="Bara dessa: koder, början på koder (KNO) eller namn, med komma emellan.",
        en="Only these: codes, beginnings of codes (KNO) or names, with commas between.",
    ),
)
@option(
    "--ignore", multiple=True, type=CODES, value=_CODES,
    words=Text(sv="Inte dessa; skrivs som i --select.", en="Not these; written as in --select."),
)
@option(
    "--format", "format", type=OneOf(("text", "json")), default="text", value="text|json",
    words=Text(sv="För människor (text) eller för program.", en="For people (text) or for programs."),
)
@option(
    "--fail-on", type=OneOf((*KINDS, "never")), value="|".join((*KINDS, "never")),
    words=Text(
        sv="Sluta med 1 från den här sorten och uppåt. Utan flaggan: blocker.",
        en="End with 1 from this kind upwards. Without it: blocker.",
    ),
)
@option(
    "--baseline", type=PATH, value=_FILE,
    words=Text(
        sv="Visa bara det som inte fanns i en tidigare rapport (--format json).",
        en="Show only what an earlier report (--format json) does not have.",
    ),
)
@option(
    "--today", type=DAY, value=Text(sv="DATUM", en="DATE"),
    words=Text(sv="Räkna ålder från den här dagen.", en="Count age from this day."),
)
@option(
    "--config", type=PATH, value=_FILE,
    words=Text(
        sv="Inställningar härifrån, i stället för från närmaste procmap.toml eller pyproject.toml.",
        en="Settings from here, instead of from the nearest procmap.toml or pyproject.toml.",
    ),
)
@option(
    "--stdin-filename", type=PATH, value=_FILE,
    words=Text(sv="Vad det som läses från - ska kallas.", en="What to call what is read from -."),
)
@uncollected()
def check_command(
    session: Session,
    paths: tuple[str, ...],
    packs: tuple[str, ...],
    select: tuple[tuple[str, ...], ...],
    ignore: tuple[tuple[str, ...], ...],
    format: str,
    fail_on: str | None,
    baseline: str | None,
    today: date | None,
    config: str | None,
    stdin_filename: str | None,
) -> int:
    from procmap.checks.configuration import load
    from procmap.cli.checking import Wish, check_as_one, check_in_groups
    from procmap.report.locate import in_order

    if config is not None and Path(config).suffix != ".toml":
        raise BadUsage(_NO_CONFIG.fill(path=config))
    configuration, remarks = load(config or stdin_filename or paths[0])
    language = session.asked or configuration.lang or session.language
    wish = Wish(
        packs,
        tuple(code for codes in select for code in codes),
        tuple(code for codes in ignore for code in codes),
        today or date.today(),
        configuration,
        remarks,
        partial=not _covers(paths, configuration),
    )
    with progress(_BOTH, language) as work_on:
        checked = check_in_groups(wish, paths, work_on)
    if checked is None:
        reading = read_paths(paths, language, stdin_filename)
        with progress(_CHECKING, language):
            checked = check_as_one(wish, reading)
    found, reading = checked
    if baseline is not None:
        from procmap.report.baseline import new_since
        from procmap.source.source import load as load_bytes

        new = new_since(load_bytes(Path(baseline)), (each.finding for each in found), baseline)
        kept = set(map(id, new))
        found = [each for each in found if id(each.finding) in kept]
    located = in_order(found)

    if format == "json":
        from procmap.report.json import json_report

        print_bytes(json_report(located, reading, language))
    else:
        from procmap.report.terminal import terminal_report

        colour = coloured()
        report = terminal_report(
            located,
            reading,
            language,
            texts=_texts(located),
            colour=colour,
            width=width(),
            compared=baseline is not None,
            scope=_scope(reading, packs or configuration.packs),
        )
        print_words(report, colour=colour)
    findings = [each.finding for each in located]
    if session.debug:
        _say_where_it_broke(findings)
    return _code(reading, findings, fail_on or configuration.fail_on or "blocker")


def _say_where_it_broke(findings: Iterable[Finding]) -> None:
    """The tracebacks of checks and plug-ins that broke, on standard error, so that the report stays what it is."""
    from procmap.report.visible import visible

    for finding in findings:
        for line in finding.values.get("traceback", "").splitlines():
            click.echo(visible(line), err=True)


def _scope(reading: Reading, packs: Iterable[str]) -> Iterable[Text]:
    """What was looked at, where a pack looks at a part of a process only."""
    if "rpa" not in packs:
        return ()
    from procmap.report.scope import scope_for_robots

    return scope_for_robots(reading.map)


def _texts(located: Iterable[Located]) -> dict[str, bytes]:
    """The files that findings stand in, those without any document too, so that their lines can be shown."""
    texts = {}
    for path in {each.place.path for each in located if each.place.line is not None}:
        with suppress(OSError):
            texts[path] = Path(path).read_bytes()
    return texts


def _covers(paths: tuple[str, ...], configuration: Configuration) -> bool:
    """Whether all that a configuration speaks of was read: its whole folder."""
    if configuration.path is None:
        return True
    home = Path(configuration.path).resolve().parent
    given = [Path(path).resolve() for path in paths]
    return any(path == home or path in home.parents for path in given)


def _code(reading: Reading, findings: Iterable[Finding], fail_on: str) -> int:
    from procmap.checks.notices import CHECK_CRASHED

    if any(finding.code == CHECK_CRASHED.code for finding in findings):
        return DEFECT
    if not reading.documents:
        return COULD_NOT_RUN
    grave = KINDS[: KINDS.index(fail_on) + 1] if fail_on in KINDS else ()
    return FINDINGS if any(finding.kind in grave for finding in findings) else 0

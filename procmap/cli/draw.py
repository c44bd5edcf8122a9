"""``procmap draw PATH…``: a picture of each process, collaboration and journey."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from procmap.cli.command import command
from procmap.cli.output import print_bytes, print_words
from procmap.cli.parameters import argument, option
from procmap.cli.paths import read_paths
from procmap.cli.progress import progress
from procmap.cli.session import Session
from procmap.cli.subjects import Subject, subjects_by_name
from procmap.cli.targets import FORMATS, Format, targets
from procmap.cli.values import PATH, OneOf
from procmap.errors import NoDocument
from procmap.report.visible import visible
from procmap.text import Text

if TYPE_CHECKING:
    from procmap.checks.configuration import Configuration
    from procmap.finding import Finding
    from procmap.read.reading import Reading

__all__ = ["VIEWS", "draw_command"]

View = Literal["flow", "journey", "blueprint"]
VIEWS: tuple[View, ...] = ("flow", "journey", "blueprint")

_DRAWING = Text(sv="Ritar", en="Drawing")
_NOTHING = Text(
    sv="Det finns ingen process eller resa att rita i {paths}.", en="There is no process or journey to draw in {paths}."
)
_NO_PROCESS = Text(
    sv="Det finns ingen process att rita i {paths}.", en="There is no process to draw in {paths}."
)
_NO_JOURNEY = Text(sv="Det finns ingen resa att rita i {paths}.", en="There is no journey to draw in {paths}.")
_FOUND = Text(
    sv="Ritat så långt det går. Det finns något att rätta: procmap check {paths}",
    en="Drawn as far as it goes. There is something to mend: procmap check {paths}",
)
_DREW = Text(sv="Ritade {path}", en="Drew {path}")


@command(
    Text(
        sv="SÖKVÄG är filer och mappar; - läser från standard in. Utan -o läggs bilden av en fil bredvid den, med "
        "samma namn och .svg.",
        en="PATH is files and folders; - reads from standard input. Without -o the picture of a file goes beside it, "
        "with the same name and .svg.",
    ),
    Text(
        sv="En karta med fel ritas så långt det går. Det ingen vet syns i bilden.",
        en="A map with faults is drawn as far as it goes. What nobody knows shows in the picture.",
    ),
    Text(
        sv="En BPMN-fil ritas som dess eget diagram har det, en samverkan med alla sina pooler i en bild.",
        en="A BPMN file is drawn as its own diagram has it, a collaboration with all its pools in one picture.",
    ),
    examples=(
        "procmap draw process.yaml",
        "procmap draw process.yaml --badges -o möte.svg",
        "procmap draw process.yaml --trace",
        "procmap draw process.bpmn",
        "procmap draw . -o bilder/",
        "procmap draw . --view blueprint -o bilder/",
        "procmap draw process.yaml -o - --format dot",
    ),
)
@argument("paths", value=Text(sv="SÖKVÄG", en="PATH"), nargs=-1, required=True, type=PATH)
@option(
    "-o", "--output", type=PATH, value=Text(sv="FIL|MAPP/|-", en="FILE|DIR/|-"),
    words=Text(
        sv="Hit: ändelsen väljer format. I en mapp får varje process och resa en egen bild. - är "
        "standard ut.",
        en="Where to: the suffix chooses the format. In a folder every process and journey gets its own picture. - is "
        "standard output.",
    ),
)
@option(
    "--format", "format", type=OneOf(FORMATS), value="|".join(FORMATS),
    words=Text(sv="Format där ingen ändelse säger det; annars svg.", en="Format where no suffix tells it; else svg."),
)
@option(
    "--view", type=OneOf(VIEWS), value="|".join(VIEWS),
    words=Text(
        sv="Vad som visas: flow är en process och vem som gör vad, journey en resa, blueprint en resa med arbetet "
        "bakom den. Annars flow för processer och journey för resor.",
        en="What is shown: flow is a process and who does what, journey a journey, blueprint a journey with the work "
        "behind it. Else flow for processes and journey for journeys.",
    ),
)
@option(
    "--only", value="ID",
    words=Text(
        sv="Bara den här processen, delprocessen eller resan; ur en BPMN-fil också en samverkan.",
        en="Only this process, subprocess or journey; of a BPMN file also a collaboration.",
    ),
)
@option(
    "--badges", is_flag=True,
    words=Text(
        sv="Visa vad procmap check hittar som siffror i bilden, med en lista under.",
        en="Show what procmap check finds as numbers in the picture, with a list below.",
    ),
)
@option(
    "--trace", is_flag=True,
    words=Text(
        sv="Pröva varje process som procmap verify gör, och visa vägen dit ett ärende inte kan bli klart.",
        en="Prove each process as procmap verify does, and show the way to where a case cannot finish.",
    ),
)
def draw_command(
    session: Session,
    paths: tuple[str, ...],
    output: str | None,
    format: Format | None,
    view: View | None,
    only: str | None,
    badges: bool,
    trace: bool,
) -> None:
    from procmap.checks.configuration import load
    from procmap.draw.draw import draw

    view = view or ("flow" if trace else None)
    configuration, _ = load(paths[0])
    language = session.asked or configuration.lang or session.language
    reading = read_paths(paths, language)
    part = only.replace("/", "-") if only else None
    if part:
        subjects = {part: Subject(only or "", reading, only)}
    else:
        subjects = subjects_by_name(reading, view, format or _suffix(output))
    if not subjects:
        missing = _NOTHING if view is None else _NO_PROCESS if view == "flow" else _NO_JOURNEY
        raise NoDocument(missing.fill(paths=" ".join(paths)))
    ids = [subject.id for subject in subjects.values()]
    places = targets(list(subjects), ids, paths, output, format, part, "-blueprint" if view == "blueprint" else "")
    with progress(_DRAWING, language) as work_on:
        findings = _findings(reading, configuration) if badges else ()
        pictures = []
        for subject, target in zip(subjects.values(), places, strict=True):
            work_on(target.path.as_posix() if target.path else "")
            pictures.append(
                draw(
                    subject.what,
                    view=view,
                    format=target.format,
                    language=language,
                    findings=findings,
                    only=subject.only,
                    trace=trace,
                )
            )
    for picture, target in zip(pictures, places, strict=True):
        if target.path is None:
            print_bytes(picture)
            continue
        from procmap.source.save import save

        save(target.path, picture.encode())
        print_words(_DREW(language, path=visible(target.path.as_posix())) + "\n", colour=False)
    if reading.findings:
        click.echo(f"procmap: {visible(_FOUND(language, paths=' '.join(paths)))}", err=True)


def _suffix(output: str | None) -> str:
    return Path(output).suffix.lower().removeprefix(".") if output else ""


def _findings(reading: Reading, configuration: Configuration) -> list[Finding]:
    """What ``procmap check`` finds, in the same order, so that the numbers in the picture follow the report."""
    from procmap.checks.engine import check
    from procmap.report.locate import locate_all

    found = check(
        reading.map, today=date.today(), configuration=configuration, also=reading.findings, partial=True
    )
    return [each.finding for each in locate_all(found, reading)]

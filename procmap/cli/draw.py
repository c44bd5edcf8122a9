"""``procmap draw PATH…``: a picture of each process, collaboration and journey."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from procmap.cli.command import command
from procmap.cli.output import print_bytes, print_words
from procmap.cli.parameters import argument, option
from procmap.cli.paths import read_paths, unread_paths
from procmap.cli.progress import progress
from procmap.cli.session import Session
from procmap.cli.targets import FORMATS, Format, is_folder, targets
from procmap.cli.values import PATH, OneOf
from procmap.errors import NoDocument
from procmap.report.visible import visible
from procmap.source.save import save
from procmap.source.shell import in_shell
from procmap.text import Language, Text

if TYPE_CHECKING:
    from procmap.cli.drawing import Wish
    from procmap.cli.groups import Group
    from procmap.cli.subjects import Subject
    from procmap.cli.targets import Target
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
_UNREAD = Text(
    sv="{unread} gick inte att läsa, så inget är ritat. Vad som är fel: procmap check {path}",
    en="{unread} could not be read, so that nothing is drawn. What is wrong: procmap check {path}",
)
_FOUND = Text(
    sv="Ritat så långt det går. Det finns något att rätta: procmap check {paths}",
    en="Drawn as far as it goes. There is something to mend: procmap check {paths}",
)
_SIMPLE = Text(
    sv="{paths} är så stor att allt bara är lagt i rader, och linjer korsas mer än de hade behövt. Delprocesser går "
    "att rita en i taget med --only ID.",
    en="{paths} is so large that everything is merely laid out in rows, and lines cross more than they need to. "
    "Subprocesses can be drawn one at a time with --only ID.",
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
        sv="En samverkan ritas med alla sina pooler i en bild, en BPMN-fil som dess eget diagram har det.",
        en="A collaboration is drawn with all its pools in one picture, a BPMN file as its own diagram has it.",
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
        sv="Hit: ändelsen väljer format. I en mapp får varje process, samverkan och resa en egen bild. - är "
        "standard ut.",
        en="Where to: the suffix chooses the format. In a folder every process, collaboration and journey gets its own "
        "picture. - is standard output.",
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
        sv="Bara den här processen, delprocessen, samverkan eller resan.",
        en="Only this process, subprocess, collaboration or journey.",
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
        sv="Pröva som procmap verify gör, pooler också tillsammans, och visa vägen dit ett ärende inte kan bli klart.",
        en="Prove as procmap verify does, pools together too, and show the way to where a case cannot finish.",
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
    from procmap.cli.drawing import Wish
    from procmap.cli.groups import groups_in
    from procmap.cli.subjects import Subject, names_of, subjects_in

    view = view or ("flow" if trace else None)
    configuration, _ = load(paths[0])
    language = session.asked or configuration.lang or session.language
    wish = Wish(view, language, badges, trace, configuration)
    reading = None
    simple: list[str] = []
    if only is None and is_folder(output, paths) and "-" not in paths and (groups := groups_in(paths)):
        drawn, faulty, simple = _draw_groups(wish, groups, str(output), format or "svg")
    else:
        reading = read_paths(paths, language)
        part = only.replace("/", "-") if only else None
        suffix = format or Path(output or "").suffix.lower().removeprefix(".")
        subjects = [Subject(only, reading, only)] if only else subjects_in(reading, view, suffix)
        names = [part] if part else names_of(subjects, set())
        if subjects:
            ids = [subject.id for subject in subjects]
            places = targets(names, ids, paths, output, format, part, _kind(wish))
            simple = _draw(wish, reading, subjects, places)
        drawn, faulty = len(subjects), bool(reading.findings)
    if not drawn:
        if reading is not None and not reading.documents and (broken := unread_paths(reading)):
            raise NoDocument(_UNREAD.fill(unread=broken[0], path=in_shell(broken[0])))
        nothing = _NOTHING if view is None else _NO_PROCESS if view == "flow" else _NO_JOURNEY
        raise NoDocument(nothing.fill(paths=" ".join(paths)))
    if simple:
        click.echo(f"procmap: {visible(_SIMPLE(language, paths=', '.join(simple)))}", err=True)
    if faulty:
        click.echo(f"procmap: {visible(_FOUND(language, paths=in_shell(*paths)))}", err=True)


def _draw(wish: Wish, reading: Reading, subjects: Sequence[Subject], places: Sequence[Target]) -> list[str]:
    """Draw everything, and save it when all of it could be drawn; where that was too large for any but a simple way."""
    from procmap.cli.drawing import draw_subjects
    from procmap.draw.simple import is_simple

    pictures = []
    with progress(_DRAWING, wish.language) as work_on:
        drawn = draw_subjects(wish, reading, subjects, places)
        for done, place in enumerate(places):
            work_on(place.path.as_posix() if place.path else "", done, len(places))
            pictures.append(next(drawn))
    for picture, place in zip(pictures, places, strict=True):
        if place.path is None:
            print_bytes(picture)
        else:
            save(place.path, picture.encode())
            _say_drawn([place.path], wish.language)
    return [
        place.path.as_posix() if place.path else "-"
        for picture, place in zip(pictures, places, strict=True)
        if is_simple(picture)
    ]


def _draw_groups(
    wish: Wish, groups: Sequence[Group], output: str, format: Format
) -> tuple[int, bool, list[str]]:
    """Draw a large folder of BPMN and save each picture as it is made.

    How many, whether something is wrong, and which of them were too large for any but a simple way.
    """
    from procmap.cli.drawing import draw_groups
    from procmap.draw.simple import is_simple

    faulty = False
    paths = []
    simple = []
    with progress(_DRAWING, wish.language) as work_on:
        for pictures, has_faults in draw_groups(wish, groups, format, work_on):
            faulty |= has_faults
            for picture in pictures:
                paths.append(Path(output) / f"{picture.name}{_kind(wish)}.{format}")
                save(paths[-1], picture.drawn.encode())
                if is_simple(picture.drawn):
                    simple.append(paths[-1].as_posix())
    _say_drawn(paths, wish.language)
    return len(paths), faulty, simple


def _kind(wish: Wish) -> str:
    """What ends the name of a picture, so that two of one thing can lie in one folder."""
    return "-blueprint" if wish.view == "blueprint" else ""


def _say_drawn(paths: Sequence[Path], language: Language) -> None:
    for path in paths:
        print_words(_DREW(language, path=visible(path.as_posix())) + "\n", colour=False)

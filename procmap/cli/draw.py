"""``procmap draw PATH…``: a picture of each process."""

from __future__ import annotations

from procmap.cli.command import command
from procmap.cli.parameters import argument, option
from procmap.cli.session import Session
from procmap.cli.values import PATH, OneOf
from procmap.text import Text

__all__ = ["draw_command"]

_FORMATS = ("svg", "dot")
_VIEWS = ("flow",)

_DRAWING = Text(sv="Ritar", en="Drawing")
_NO_PROCESS = Text(sv="Det finns ingen process att rita i {paths}.", en="There is no process to draw in {paths}.")
_NO_SUFFIX = Text(
    sv="{path}: en bild slutar på .svg eller .dot, och en mapp på /.",
    en="{path}: a picture ends in .svg or .dot, and a folder in /.",
)
_SEVERAL = Text(
    sv="Flera processer får inte plats i en bild: {ids}. Skriv -o MAPP/ för alla, eller --only ID för en av dem.",
    en="Several processes do not fit into one picture: {ids}. Write -o FOLDER/ for all, or --only ID for one of them.",
)
_WHERE = Text(
    sv="Var ska bilderna läggas? Skriv -o MAPP/ eller -o FIL.svg.",
    en="Where shall the pictures go? Write -o FOLDER/ or -o FILE.svg.",
)
_NOT_HERE = Text(sv="Ingen process heter {id}.", en="There is no process called {id}.")
_HAS_FINDINGS = Text(
    sv="Ritat så långt det går; procmap check {paths} visar vad som behöver rättas.",
    en="Drawn as far as it goes; procmap check {paths} shows what needs to be mended.",
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
    examples=(
        "procmap draw process.yaml",
        "procmap draw process.yaml --badges -o möte.svg",
        "procmap draw . -o bilder/",
        "procmap draw process.yaml -o - --format dot",
    ),
)
@argument("paths", value=Text(sv="SÖKVÄG", en="PATH"), nargs=-1, required=True, type=PATH)
@option(
    "-o", "--output", type=PATH, value=Text(sv="FIL|MAPP/|-", en="FILE|DIR/|-"),
    words=Text(
        sv="Hit: ändelsen väljer format. I en mapp får varje process en egen bild. - är standard ut.",
        en="Where to: the suffix chooses the format. In a folder every process gets its own picture. - is standard "
        "output.",
    ),
)
@option(
    "--format", "format", type=OneOf(_FORMATS), value="|".join(_FORMATS),
    words=Text(sv="Format där ingen ändelse säger det; annars svg.", en="Format where no suffix tells it; else svg."),
)
@option(
    "--view", type=OneOf(_VIEWS), default=_VIEWS[0], value="|".join(_VIEWS),
    words=Text(
        sv="Vad som visas: flow är flödet och vem som gör vad.",
        en="What is shown: flow is the flow and who does what.",
    ),
)
@option(
    "--only", value="ID",
    words=Text(sv="Bara den här processen eller delprocessen.", en="Only this process or subprocess."),
)
@option(
    "--badges", is_flag=True,
    words=Text(
        sv="Visa vad procmap check hittar som siffror i bilden; listan skrivs på skärmen.",
        en="Show what procmap check finds as numbers in the picture; the list goes to the screen.",
    ),
)
def draw_command(
    session: Session,
    paths: tuple[str, ...],
    output: str | None,
    format: str | None,
    view: str,
    only: str | None,
    badges: bool,
) -> None:
    ...

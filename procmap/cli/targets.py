"""Where pictures go: a file, a folder, standard output, or beside the file that they are drawn from."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from procmap.errors import BadUsage
from procmap.text import Text

__all__ = ["FORMATS", "Format", "Target", "is_folder", "targets"]

Format = Literal["svg", "dot"]
FORMATS: tuple[Format, ...] = ("svg", "dot")
"""As ``procmap.draw`` has them; said here too, so that help need not import the drawing."""

_SEVERAL = Text(
    sv="En bild rymmer bara en process, samverkan eller resa, och här är flera: {ids}. Skriv -o MAPP/ för alla, eller "
    "--only ID för en av dem.",
    en="A picture holds only one process, collaboration or journey, and here are several: {ids}. Write -o FOLDER/ for "
    "all of them, or --only ID for one.",
)
_NO_SUFFIX = Text(
    sv="{path}: en bild slutar på {suffixes}, och en mapp på /.",
    en="{path}: a picture ends in {suffixes}, and a folder in /.",
)
_CONFLICT = Text(
    sv="{path} och --format {format} säger emot varandra.", en="{path} and --format {format} contradict each other."
)
_NO_FOLDER = Text(
    sv="Mappen {folder} finns inte. Gör den först, eller skriv -o {folder}/ så görs den och bilden får namn efter det "
    "som ritas.",
    en="There is no folder {folder}. Make it first, or write -o {folder}/ to have it made; the picture is then named "
    "after what is drawn.",
)
_NO_PLACE = Text(
    sv="Var ska bilden läggas? Skriv -o FIL.svg eller -o MAPP/.",
    en="Where shall the picture go? Write -o FILE.svg or -o FOLDER/.",
)


class Target(NamedTuple):
    """Where a picture goes, None for standard output, and its format."""

    path: Path | None
    format: Format


def is_folder(output: str | None, paths: Sequence[str], pictures: int = 1) -> bool:
    """Whether a folder is asked for: one that is there, or a path that ends as one.

    One that could be anything is meant for a folder where there is more to draw than a file holds: several pictures, or
    all that is in several ``paths`` or in a folder, however much that is today.
    """
    if output is None or output == "-":
        return False
    place = Path(output)
    if output.endswith(("/", os.sep)) or place.is_dir():
        return True
    much = pictures > 1 or len(paths) > 1 or any(Path(path).is_dir() for path in paths)
    return much and not place.suffix and not place.exists()


def targets(
    names: Sequence[str],
    ids: Sequence[str],
    paths: Sequence[str],
    output: str | None,
    format: Format | None,
    part: str | None,
    kind: str = "",
) -> list[Target]:
    """A place for each picture; raises BadUsage where that cannot be as asked.

    ``names`` are those of the pictures, ``ids`` what they show, ``paths`` what they are drawn from, ``output`` and
    ``format`` what was asked for, and ``part`` is set where the one picture shows only a part of its file. ``kind``
    ends the name of each file that has not been named, so that two pictures of one thing can lie in one folder. A
    folder that is asked for may have to be made; the folder of a file that is named must be there, since a slip in its
    name would make another.
    """
    suffix: Format = format or "svg"
    if output is not None and is_folder(output, paths, len(names)):
        return [Target(Path(output) / f"{name}{kind}.{suffix}", suffix) for name in names]
    if len(names) > 1:
        raise BadUsage(_SEVERAL.fill(ids=", ".join(ids)))
    if output == "-":
        return [Target(None, suffix)]
    if output is None:
        if len(paths) > 1 or not Path(paths[0]).is_file():
            raise BadUsage(_NO_PLACE)
        stem = Path(paths[0]).stem + (f"-{part}" if part else "") + kind
        return [Target(Path(paths[0]).with_name(f"{stem}.{suffix}"), suffix)]
    chosen = next((each for each in FORMATS if Path(output).suffix.lower() == f".{each}"), None)
    if chosen is None:
        raise BadUsage(_NO_SUFFIX.fill(path=output, suffixes=", ".join(f".{each}" for each in FORMATS)))
    if format not in (None, chosen):
        raise BadUsage(_CONFLICT.fill(path=output, format=format))
    folder = Path(output).parent
    if not folder.exists():
        raise BadUsage(_NO_FOLDER.fill(folder=folder.as_posix()))
    return [Target(Path(output), chosen)]

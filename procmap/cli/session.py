"""What holds for one run of the program, whichever command it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from procmap.errors import BadConfiguration
from procmap.text import LANGUAGES, Language

__all__ = ["Session", "session_for"]


@dataclass(frozen=True, slots=True)
class Session:
    """The language of the run, the one that the command line asks for, and whether tracebacks are wanted."""

    language: Language = "sv"
    asked: Language | None = None
    debug: bool = False


def session_for(arguments: Sequence[str]) -> Session:
    """What the command line says about itself, wherever it stands, and the configuration of the working folder.

    Read before anything is parsed, since help, and complaints about the arguments, need the language.
    """
    options = list(arguments)
    options = options[: options.index("--")] if "--" in options else options
    asked = _asked(options)
    return Session(asked or _configured() or "sv", asked, "--debug" in options)


def _asked(options: list[str]) -> Language | None:
    wanted = [after for option, after in pairwise(options) if option == "--lang"]
    wanted += [option.removeprefix("--lang=") for option in options if option.startswith("--lang=")]
    return next((language for language in LANGUAGES if language in wanted), None)


def _configured() -> Language | None:
    """The language of the working folder's configuration; what is wrong with it is said by who works with it."""
    try:
        here = Path.cwd()
        if not any(_may_configure(folder) for folder in (here, *here.parents)):
            return None
        from procmap.checks.configuration import load

        return load(here)[0].lang
    except (BadConfiguration, OSError):
        return None


def _may_configure(folder: Path) -> bool:
    """Whether it is worth the time to import what reads configurations."""
    shared = folder / "pyproject.toml"
    return (folder / "procmap.toml").is_file() or (shared.is_file() and b"[tool.procmap" in shared.read_bytes())

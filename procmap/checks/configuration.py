"""What a team has settled once for all its maps: ``procmap.toml``, or ``[tool.procmap]`` in ``pyproject.toml``.

    lang = "sv"
    for = ["rpa"]
    select = ["KNO", "FLW"]
    ignore = ["happy-path-only"]
    fail-on = "blocker"

    [thresholds]
    single-knower = 1

    [[accepted]]
    check = "single-knower"
    element = "bistand/manuellt"
    reason = "Två till lärs upp under våren"
    role = "Enhetschef"
    date = 2026-11-23

To accept a finding, with a reason, is the only way to silence it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from procmap.finding import Finding, Kind, Place
from procmap.ref import Ref

if TYPE_CHECKING:
    from datetime import date

    from procmap.text import Language

__all__ = ["NAMES", "Acceptance", "Configuration", "load"]

NAMES = ("procmap.toml", "pyproject.toml")


class Acceptance(NamedTuple):
    """A finding that a team lives with, why, and which role said so.

    ``check`` is a code or a name; ``element`` is ``document/element``, the element's path alone, or a document.
    """

    check: str
    element: str
    reason: str
    role: str
    date: date
    place: Place | None = None

    def matches(self, code: str, name: str, ref: Ref) -> bool:
        """Whether a finding of this check at this place is meant; an attribute may be named too (``a/b.why``)."""
        if self.check not in (code, name):
            return False
        exact, whole = str(ref), str(ref.of(None))
        alone = (exact, whole) if ref.element is None else (exact.partition("/")[2], ref.element)
        return self.element in (exact, whole, *alone)


class Configuration(NamedTuple):
    """What the configuration says; what it does not say is None or empty. ``packs`` is the key ``for``."""

    path: str | None = None
    lang: Language | None = None
    packs: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Kind | Literal["never"] | None = None
    thresholds: Mapping[str, float] = {}
    accepted: tuple[Acceptance, ...] = ()


def load(start: str | Path) -> tuple[Configuration, tuple[Finding, ...]]:
    """The configuration that holds for a file or folder, and what is wrong with its acceptances (CFG findings).

    A TOML file is read itself; else the nearest ``procmap.toml``, or ``pyproject.toml`` that speaks of procmap, in the
    folder or those above it, no further than where a repository begins. Where there is none, the Configuration is
    empty. Raises BadConfiguration with every fault, each with its line.
    """
    start = Path(start)
    if start.suffix == ".toml":
        return _read(start) or (Configuration(), ())
    folder = start if start.is_dir() else start.parent
    for here in (folder, *folder.resolve().parents):
        for name in NAMES:
            if (here / name).is_file() and (found := _read(here / name)):
                return found
        if (here / ".git").exists():
            break
    return Configuration(), ()


def _read(path: Path) -> tuple[Configuration, tuple[Finding, ...]] | None:
    from procmap.checks.configuration_file import read_configuration

    return read_configuration(path)

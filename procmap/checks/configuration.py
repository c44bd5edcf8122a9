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

from pathlib import Path

from procmap.checks.settings import Acceptance, Configuration
from procmap.finding import Finding

__all__ = ["NAMES", "Acceptance", "Configuration", "load"]

NAMES = ("procmap.toml", "pyproject.toml")


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
            path = here / name
            if (path.is_file() or (name == NAMES[0] and path.is_dir())) and (found := _read(path)):
                return found
        if (here / ".git").exists():
            break
    return Configuration(), ()


def _read(path: Path) -> tuple[Configuration, tuple[Finding, ...]] | None:
    from procmap.checks.configuration_file import read_configuration

    return read_configuration(path)

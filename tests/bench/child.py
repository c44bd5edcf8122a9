"""Run a command and see what it cost, for the scripts beside this file."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

__all__ = ["ENVIRONMENT", "Cost", "cost", "procmap_command"]

_COMPILED = tempfile.TemporaryDirectory()
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
ENVIRONMENT["PYTHONPYCACHEPREFIX"] = _COMPILED.name
"""Users start compiled modules. The first run of a command compiles them here, aside, and leaves nothing behind."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock, seconds of CPU (user and system, all threads), and peak resident memory in MB."""

    wall: float
    cpu: float
    peak: float


def cost(command: list[str], *, cwd: Path | None = None, exits: tuple[int, ...] = (0,)) -> Cost:
    """What the command cost, measured by the kernel for that child alone.

    The peak is never less than this process's own memory, which Linux hands down; so the scripts stay small.
    SystemExit with what the command said, if it ends with another code than those in ``exits``.
    """
    began = time.perf_counter()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, cwd=cwd, env=ENVIRONMENT, **quiet) as child:
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - began
    if child.returncode not in exits:
        again = subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)
        said = (again.stderr + again.stdout)[:2000]
        raise SystemExit(f"{' '.join(command)}\nended with {child.returncode}:\n{said}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6)


def procmap_command() -> list[str]:
    """The console script of this interpreter's environment, as users start it, else the module."""
    script = Path(sys.executable).parent / "procmap"
    return [str(script)] if script.exists() else [sys.executable, "-m", "procmap"]

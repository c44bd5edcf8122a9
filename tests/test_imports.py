"""What a command may import: starting must stay quick, and the heavy libraries are for those who need them.

Python itself tells (``-X importtime``) what was imported, in the very process that a user starts.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

MAP = """\
process: Livsmedelsregistrering
flow:
  - Företagare: Anmäler sin verksamhet
  - Administratör: Är anmälan komplett?
    branches:
      ja:
      nej:
        - Administratör: Begär komplettering
        - wait: Komplettering inkommer
        - to: Är anmälan komplett?
  - Inspektör: Besluta om registrering
"""

HEAVY = {
    "concurrent",
    "graphviz",
    "importlib.metadata",
    "jsonschema",
    "lxml",
    "multiprocessing",
    "networkx",
    "pydantic",
}

CASES = {
    "help": (["--help"], "procmap.cli", HEAVY | {"yaml", "procmap.checks", "procmap.model", "procmap.read"}),
    "help of a command": (["check", "--help"], "procmap.cli", HEAVY | {"yaml", "procmap.read"}),
    "check": (["check", "MAP"], "procmap.read", HEAVY | {"procmap.verify"}),
    "check as json": (["check", "MAP", "--format", "json"], "procmap.read", HEAVY | {"procmap.verify"}),
    "help of verify": (["verify", "--help"], "procmap.cli", HEAVY | {"yaml", "procmap.read", "procmap.verify"}),
    "verify": (["verify", "MAP"], "procmap.verify", HEAVY | {"procmap.draw", "procmap.layout"}),
}


@pytest.mark.parametrize(("arguments", "needed", "unwanted"), CASES.values(), ids=CASES)
def test_imports_only_what_it_needs(arguments: list[str], needed: str, unwanted: set[str], tmp_path: Path) -> None:
    map = tmp_path / "karta.yaml"
    map.write_text(MAP, encoding="utf-8")
    called = [str(map) if argument == "MAP" else argument for argument in arguments]
    modules = imported("-m", "procmap", *called) - imported("-c", "pass")
    assert needed in modules
    assert {name for name in modules if any(f"{name}.".startswith(f"{bad}.") for bad in unwanted)} == set()


def imported(*arguments: str) -> set[str]:
    """The modules that Python imports when started with these arguments; it must end well."""
    command = [sys.executable, "-X", "importtime", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    times = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip() for line in times}

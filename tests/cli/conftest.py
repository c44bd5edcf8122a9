"""Running the command line, inside this process and as a user starts it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from procmap.cli.main import procmap

Run = Callable[..., Result]
Start = Callable[..., "subprocess.CompletedProcess[str]"]

MAP = """\
process: Livsmedelsregistrering
flow:
  - Företagare: Anmäler sin verksamhet
  - Administratör: Registrera anmälan
  - Administratör: Är anmälan komplett?
    branches:
      ja:
      nej:
        - Administratör: Begär komplettering
        - wait: Komplettering inkommer
        - to: Är anmälan komplett?
  - Inspektör: Besluta om registrering
"""
"""The ten-line map of the language."""

BROKEN = """\
process: Bygglov
flow:
  - Handläggare: Registrera
  - Handläggare: Granska
    tuch_time: 5 min
"""
"""One misspelt key."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of one's own with two maps in it, and no wishes in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS", "LANG", "LANGUAGE", "LC_ALL"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "karta.yaml").write_text(MAP, encoding="utf-8")
    (tmp_path / "trasig.yaml").write_text(BROKEN, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run() -> Run:
    """Run procmap with arguments in this process."""

    def run(*arguments: str, **options: Any) -> Result:
        result = CliRunner().invoke(procmap, list(arguments), **options)
        assert "Traceback" not in result.output
        return result

    return run


@pytest.fixture
def start() -> Start:
    """Start procmap as a user does."""

    def start(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, **options.pop("env", {})}
        return subprocess.run(
            [sys.executable, "-m", "procmap", *arguments],
            **{"capture_output": True, "text": True, "encoding": "utf-8", "timeout": 60, **options},
            env=environment,
            check=False,
        )

    return start

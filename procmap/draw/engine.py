"""The Graphviz that lays graphs out: ``graphviz-pure`` if it is installed, else the system's ``dot``.

graphviz-pure comes with pip, needs no rights, and gives the same picture on every machine; so it is looked for first,
beside the scripts of this Python and then on PATH. It is a program of its own, as dot is: it cannot take procmap down.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sysconfig
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from procmap.errors import CannotDraw
from procmap.source.reasons import reason
from procmap.text import Text

__all__ = ["TIMEOUT", "engine_name", "find_engine", "lay_out"]

TIMEOUT = 30.0
"""Seconds that Graphviz may take."""

_NO_ENGINE = Text(
    'Graphviz saknas, och utan det går det inte att rita. Installera det med: pip install "procmap[dot]"'
    " (eller med systemets egen pakethanterare: graphviz).",
    'Graphviz is missing, and nothing can be drawn without it. Install it with: pip install "procmap[dot]"'
    " (or with your system's package manager: graphviz).",
)
_TOO_SLOW = Text(
    "Graphviz ({engine}) blev inte klart på {seconds} sekunder. Rita en del i taget med --only.",
    "Graphviz ({engine}) did not finish within {seconds} seconds. Draw one part at a time with --only.",
)
_FAILED = Text("Graphviz ({engine}) kunde inte rita: {reason}", "Graphviz ({engine}) could not draw: {reason}")
_NO_START = Text("Graphviz ({engine}) gick inte att starta: {reason}", "Graphviz ({engine}) did not start: {reason}")
_INCOMPLETE = Text("svaret är inte helt", "the answer is incomplete")
_LOST = Text("{lost} av {total} pilar kom bort", "{lost} of {total} arrows were lost")


def find_engine() -> Path | None:
    """The program that is used: graphviz-pure beside Python's scripts, then on PATH, then dot; None without any."""
    for name, folder in (("graphviz-pure", sysconfig.get_path("scripts")), ("graphviz-pure", None), ("dot", None)):
        if found := shutil.which(name, path=folder):
            return Path(found)
    return None


def engine_name() -> str:
    """Name and version of the engine, such as ``graphviz-pure 0.2.2``; ``no Graphviz`` without any."""
    engine = find_engine()
    return _version(str(engine)) if engine else "no Graphviz"


@lru_cache(maxsize=4)
def _version(engine: str) -> str:
    try:
        answer = subprocess.run([engine, "-V"], capture_output=True, timeout=5, check=False, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.SubprocessError):
        return Path(engine).name
    words = (answer.stderr + answer.stdout).decode("utf-8", "replace").split()
    number = next((word for word in words if word[:1].isdigit()), "")
    return f"{Path(engine).stem} {number}".rstrip()


def lay_out(graphs: Sequence[tuple[str, int]], timeout: float = TIMEOUT) -> list[dict[str, Any]]:
    """Graphs as Graphviz lays them out, in its own JSON: objects and edges with their positions.

    Each graph is its source, and how many edges there must be: Graphviz may warn and go on, and leave one out. All of
    them take one start of the program, which costs more than laying out a small graph. CannotDraw where there is no
    engine, or it fails, or it takes longer than ``timeout`` seconds for them together.
    """
    if not graphs:
        return []
    engine = find_engine()
    if engine is None:
        raise CannotDraw(_NO_ENGINE)
    name = engine.stem
    asked = "\n".join(source for source, _ in graphs).encode()
    try:
        answer = subprocess.run(
            [engine, "-Tjson0", "-Kdot"], input=asked, capture_output=True, timeout=timeout, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise CannotDraw(_TOO_SLOW.fill(engine=name, seconds=f"{timeout:g}")) from error
    except OSError as error:
        raise CannotDraw(_NO_START.fill(engine=name, reason=reason(error))) from error
    laid = _each(answer.stdout)
    if len(laid) != len(graphs) or answer.returncode not in (0, 1):
        raise CannotDraw(_FAILED.fill(engine=name, reason=_reason(answer.stderr)))
    for graph, (_, edges) in zip(laid, graphs, strict=True):
        if (drawn := sum("pos" in edge for edge in graph.get("edges", ()))) != edges:
            raise CannotDraw(_FAILED.fill(engine=name, reason=_LOST.fill(lost=edges - drawn, total=edges)))
    return laid


def _each(said: bytes) -> list[dict[str, Any]]:
    """The graphs in an answer, one after the other; none where it is not whole."""
    decoder = json.JSONDecoder()
    found = []
    at = 0
    try:
        text = said.decode("utf-8").strip()
        while at < len(text):
            graph, at = decoder.raw_decode(text, at)
            found.append(graph)
            while text[at : at + 1].isspace():
                at += 1
    except ValueError:
        return []
    return found if all(isinstance(graph, dict) for graph in found) else []


def _reason(said: bytes) -> Text:
    """The first thing that Graphviz said, as far as it fits in a sentence."""
    lines = [line.strip() for line in said.decode("utf-8", "replace").splitlines() if line.strip()]
    if not lines:
        return _INCOMPLETE
    line = lines[0][:200].replace("{", "{{").replace("}", "}}")
    return Text(line, line)

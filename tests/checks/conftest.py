"""Laying a fragment over the faultless map, and checking what comes out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from procmap.checks import catalogue
from procmap.checks.engine import check
from procmap.finding import Finding
from procmap.model.process_map import ProcessMap
from procmap.read.reading import read_text

FAULTLESS = Path(__file__).with_name("faultless.yaml").read_text(encoding="utf-8")
FAULTLESS_JOURNEY = Path(__file__).with_name("faultless_journey.yaml").read_text(encoding="utf-8")
NAME = "journey: Starta kafé\n"
BESIDE = ("journey", "variant", "collaboration", "catalogue")


def blocks(text: str) -> dict[str, str]:
    """The top-level keys of a document, each with the lines it holds."""
    found: dict[str, str] = {}
    key = ""
    for line in text.splitlines(keepends=True):
        if start := re.match(r"(\w+):", line):
            key = start[1]
        if key:
            found[key] = found.get(key, "") + line
    return found


def laid(fragment: str) -> str:
    """The faultless process with the top-level keys of the fragment in place of its own.

    What the fragment has of other documents stands beside it. A journey called as the faultless one is laid over that
    in the same way; all others stand as they are written.
    """
    first, *rest = fragment.split("---\n")
    if next(iter(blocks(first)), "") in BESIDE:
        first, rest = "", [first, *rest]
    others = [over(FAULTLESS_JOURNEY, text) if text.startswith(NAME) else text for text in rest]
    return "---\n".join([over(FAULTLESS, first), *others])


def over(faultless: str, fragment: str) -> str:
    """A document with the top-level keys of the fragment in place of its own."""
    return "".join({**blocks(faultless), **blocks(fragment)}.values())


@pytest.fixture
def lay() -> Callable[[str], ProcessMap]:
    """The map that a fragment laid over the faultless one gives; reading it must find no fault."""

    def lay(fragment: str) -> ProcessMap:
        reading = read_text(laid(fragment))
        assert [finding.message("en") for finding in reading.findings] == []
        return reading.map

    return lay


@pytest.fixture
def found(lay: Callable[[str], ProcessMap]) -> Callable[..., tuple[Finding, ...]]:
    """What is found when a fragment is laid over the faultless map."""

    def found(fragment: str = "", **options: Any) -> tuple[Finding, ...]:
        return check(lay(fragment), **options)

    return found


@pytest.fixture
def anew() -> Iterator[None]:
    """A catalogue that looks for plug-ins again, before and after the test."""
    catalogue.load.cache_clear()
    yield
    catalogue.load.cache_clear()

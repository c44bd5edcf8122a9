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

    A document of another kind in the fragment (a journey, a variant, a collaboration) stands beside the process.
    """
    documents = fragment.split("---\n")
    others = [text for text in documents if next(iter(blocks(text)), "") in ("journey", "variant", "collaboration")]
    own = [text for text in documents if text not in others]
    process = "".join({**blocks(FAULTLESS), **blocks("".join(own))}.values())
    return "---\n".join([process, *others])


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

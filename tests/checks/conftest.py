"""Laying a fragment over the faultless map, and checking what comes out."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from procmap.checks import catalogue
from procmap.checks.engine import check
from procmap.finding import Finding
from procmap.model.process_map import ProcessMap
from procmap.read.reading import Reading, read_text

sys.path.insert(0, str(Path(__file__).parent))  # the tiny models beside the tests are imported by name

FAULTLESS = Path(__file__).with_name("faultless.yaml").read_text(encoding="utf-8")
FAULTLESS_JOURNEY = Path(__file__).with_name("faultless_journey.yaml").read_text(encoding="utf-8")
VARIANT = "variant: Ändrad\nof: livsmedel\n"
NAME = "journey: Starta kafé\n"
BESIDE = ("journey", "variant", "collaboration", "catalogue")
BPMN = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:exempel"\n'
    ' xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"\n'
    ' xmlns:dd="http://www.omg.org/spec/DD/20100524/DI">\n'
)


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
    in the same way; all others stand as they are written. A fragment of BPMN is what a file has within its outermost
    element.
    """
    if fragment.startswith("<"):
        return f"{BPMN}{fragment}</definitions>\n"
    first, *rest = fragment.split("---\n")
    if next(iter(blocks(first)), "") in BESIDE:
        first, rest = "", [first, *rest]
    others = [over(FAULTLESS_JOURNEY, text) if text.startswith(NAME) else text for text in rest]
    return "---\n".join([over(FAULTLESS, first), *others])


def changed(fragment: str) -> Reading:
    """What a fragment with ``changes`` gives: the faultless process as a variant changes it, under its own id.

    Other keys of the fragment replace the process's own first.
    """
    first, *rest = fragment.split("---\n")
    own = blocks(first)
    changes = own.pop("changes")
    reading = read_text("---\n".join([laid("---\n".join(["".join(own.values()), *rest])), VARIANT + changes]))
    origin = next(process for process in reading.map.processes if process.variant_of is None)
    variant = next(process for process in reading.map.processes if process.variant_of == origin.id)
    process = replace(variant, id=origin.id, name=origin.name, variant_of=None)
    others = tuple(each for each in reading.map.processes if each not in (origin, variant))
    return replace(reading, map=replace(reading.map, processes=(process, *others)))


def over(faultless: str, fragment: str) -> str:
    """A document with the top-level keys of the fragment in place of its own; an empty one takes away.

    An e-service has twenty keys, so there only what the fragment has is replaced: see ``laid_over``.
    """
    whole, part = blocks(faultless), blocks(fragment)
    if "e_service" in part:
        both = laid_over(*(yaml.safe_load(text.get("e_service", "{}")) for text in (whole, part)))
        part["e_service"] = yaml.safe_dump(both, allow_unicode=True, sort_keys=False) if both else ""
    return "".join(text for key, text in {**whole, **part}.items() if text.strip() != f"{key}:")


def laid_over(whole: dict[str, Any], part: dict[str, Any]) -> dict[str, Any]:
    """A table with the keys of another in place of its own, tables inside likewise; an empty key takes away."""
    result = dict(whole)
    for key, value in part.items():
        there = whole.get(key)
        result[key] = laid_over(there, value) if isinstance(there, dict) and isinstance(value, dict) else value
    return {key: value for key, value in result.items() if value is not None}


def read_laid(fragment: str) -> Reading:
    """What a fragment laid over the faultless map gives; reading it must find no fault."""
    own = blocks(fragment.split("---\n")[0])
    changes = "changes" in own and next(iter(own)) not in BESIDE
    reading = changed(fragment) if changes else read_text(laid(fragment))
    assert [finding.message("en") for finding in reading.findings] == []
    return reading


@pytest.fixture
def lay() -> Callable[[str], ProcessMap]:
    """The map that a fragment laid over the faultless one gives."""
    return lambda fragment: read_laid(fragment).map


@pytest.fixture
def found() -> Callable[..., tuple[Finding, ...]]:
    """What is found when a fragment is laid over the faultless map.

    Nothing is said of a fragment of BPMN that leaves its diagram out, so that it can be read.
    """

    def found(fragment: str = "", **options: Any) -> tuple[Finding, ...]:
        reading = read_laid(fragment)
        undrawn = fragment.startswith("<") and "di:" not in fragment
        ignored = [*options.pop("ignore", ()), *(["no-diagram"] if undrawn else [])]
        return check(reading.map, ignore=ignored, sources=reading.sources, **options)

    return found


@pytest.fixture
def anew() -> Iterator[None]:
    """A catalogue that looks for plug-ins again, before and after the test."""
    catalogue.load.cache_clear()
    yield
    catalogue.load.cache_clear()

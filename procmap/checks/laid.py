"""The map that all examples of checks are laid over, and what a check says of its own bad one.

There is nothing in that map to ask about. The top-level keys of a fragment replace its own, and ``changes`` changes
single elements of it, as in a variant; what is found then is found in the fragment.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from procmap.checks.check import Check
from procmap.checks.engine import check
from procmap.finding import Finding
from procmap.read.reading import Reading, read_text

__all__ = ["TODAY", "example_of", "found_in", "laid", "read_laid"]

TODAY = date(2026, 11, 23)
"""The day on which the examples are looked at."""

_VARIANT = "variant: Ändrad\nof: livsmedel\n"
_JOURNEY = "journey: Starta kafé\n"
_BESIDE = ("journey", "variant", "collaboration", "catalogue")
_BPMN = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:exempel"\n'
    ' xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"\n'
    ' xmlns:dd="http://www.omg.org/spec/DD/20100524/DI">\n'
)


def example_of(of: Check) -> Finding | None:
    """What a check says of its bad example; None where it says nothing, as that of somebody else may."""
    findings = found_in(of.bad, packs=of.packs, select=[of.code], today=TODAY)
    return next((finding for finding in findings if finding.code == of.code), None)


def found_in(fragment: str = "", **options: Any) -> tuple[Finding, ...]:
    """What is found when a fragment is laid over the faultless map; ``options`` are those of ``check``.

    Nothing is said of a fragment of BPMN that leaves its diagram out, so that it can be read.
    """
    reading = read_laid(fragment)
    undrawn = fragment.startswith("<") and "di:" not in fragment
    ignored = [*options.pop("ignore", ()), *(["no-diagram"] if undrawn else [])]
    return check(reading.map, ignore=ignored, sources=reading.sources, **options)


def read_laid(fragment: str) -> Reading:
    """What a fragment laid over the faultless map gives."""
    own = _blocks(fragment.split("---\n")[0])
    changes = "changes" in own and next(iter(own)) not in _BESIDE
    return _changed(fragment) if changes else read_text(laid(fragment))


def laid(fragment: str) -> str:
    """The faultless process with the top-level keys of the fragment in place of its own.

    What the fragment has of other documents stands beside it. A journey called as the faultless one is laid over that
    in the same way; all others stand as they are written. A fragment of BPMN is what a file has within its outermost
    element.
    """
    if fragment.startswith("<"):
        return f"{_BPMN}{fragment}</definitions>\n"
    first, *rest = fragment.split("---\n")
    if next(iter(_blocks(first)), "") in _BESIDE:
        first, rest = "", [first, *rest]
    others = [_over(_text("faultless_journey"), text) if text.startswith(_JOURNEY) else text for text in rest]
    return "---\n".join([_over(_text("faultless"), first), *others])


@cache
def _text(name: str) -> str:
    return Path(__file__).with_name(f"{name}.yaml").read_text(encoding="utf-8")


def _blocks(text: str) -> dict[str, str]:
    """The top-level keys of a document, each with the lines it holds."""
    found: dict[str, str] = {}
    key = ""
    for line in text.splitlines(keepends=True):
        if start := re.match(r"(\w+):", line):
            key = start[1]
        if key:
            found[key] = found.get(key, "") + line
    return found


def _changed(fragment: str) -> Reading:
    """What a fragment with ``changes`` gives: the faultless process as a variant changes it, under its own id.

    Other keys of the fragment replace the process's own first.
    """
    first, *rest = fragment.split("---\n")
    own = _blocks(first)
    changes = own.pop("changes")
    reading = read_text("---\n".join([laid("---\n".join(["".join(own.values()), *rest])), _VARIANT + changes]))
    origin = next((process for process in reading.map.processes if process.variant_of is None), None)
    variant = next((process for process in reading.map.processes if process.variant_of is not None), None)
    if origin is None or variant is None:
        return reading
    process = replace(variant, id=origin.id, name=origin.name, variant_of=None)
    others = tuple(each for each in reading.map.processes if each not in (origin, variant))
    return replace(reading, map=replace(reading.map, processes=(process, *others)))


def _over(faultless: str, fragment: str) -> str:
    """A document with the top-level keys of the fragment in place of its own; an empty one takes away.

    An e-service has twenty keys, so there only what the fragment has is replaced.
    """
    import yaml

    whole, part = _blocks(faultless), _blocks(fragment)
    if "e_service" in part:
        both = _laid_over(*(yaml.safe_load(text.get("e_service", "{}")) for text in (whole, part)))
        part["e_service"] = yaml.safe_dump(both, allow_unicode=True, sort_keys=False) if both else ""
    return "".join(text for key, text in {**whole, **part}.items() if text.strip() != f"{key}:")


def _laid_over(whole: dict[str, Any], part: dict[str, Any]) -> dict[str, Any]:
    """A table with the keys of another in place of its own, tables inside likewise; an empty key takes away."""
    result = dict(whole)
    for key, value in part.items():
        there = whole.get(key)
        result[key] = _laid_over(there, value) if isinstance(there, dict) and isinstance(value, dict) else value
    return {key: value for key, value in result.items() if value is not None}

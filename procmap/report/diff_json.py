"""Differences for programs. The keys and their order are a contract; a change raises ``version``."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from procmap.ref import Ref
from procmap.report.differences import Described
from procmap.report.locate import locate_ref
from procmap.text import Language

if TYPE_CHECKING:
    from procmap.read.reading import Reading

__all__ = ["json_diff"]


def json_diff(
    differences: Iterable[Described],
    sides: tuple[dict[str, Any], dict[str, Any]],
    readings: tuple[Reading, Reading],
    language: Language,
) -> str:
    """``{"version": 1, "a": {…}, "b": {…}, "differences": […]}``; what is not there, or not said, is null.

    ``sides`` say what was compared: path, and kind, id and name where it is one document.
    """
    found = [_difference(each, readings, language) for each in differences]
    report = {"version": 1, "a": sides[0], "b": sides[1], "differences": found}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _difference(each: Described, readings: tuple[Reading, Reading], language: Language) -> dict[str, Any]:
    difference = each.difference
    return {
        "kind": difference.kind,
        "what": each.code,
        "name": difference.names[0] or difference.names[1],
        "before": _place(difference.before, difference.names[0], readings[0]),
        "after": _place(difference.after, difference.names[1], readings[1]),
        "changes": [
            {"attribute": row.change.attribute, "before": row.plain[0], "after": row.plain[1]} for row in each.rows
        ],
        "question": each.question(language) if each.question is not None else None,
    }


def _place(ref: Ref | None, name: str, reading: Reading) -> dict[str, Any] | None:
    """Where an element is: by id, and in its file, as far as that is known."""
    if ref is None:
        return None
    place = locate_ref(ref, reading)
    return {
        "document": ref.document,
        "element": ref.element,
        "name": name,
        "path": place.path if place is not None else None,
        "line": place.line if place is not None else None,
    }

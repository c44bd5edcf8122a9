"""A variant as what differs from its origin, key by key: maps merge, lists replace, ``n/a`` removes."""

from __future__ import annotations

from typing import Any

__all__ = ["variant_entries"]


def variant_entries(kind: str, of: str, entries: dict[str, Any], origin: dict[str, Any]) -> dict[str, Any]:
    """A variant document from the whole text of the document and of its origin."""
    head = {"variant": entries[kind]}
    if "id" in entries:
        head["id"] = entries["id"]
    own = {key: value for key, value in entries.items() if key not in (kind, "id")}
    there = {key: value for key, value in origin.items() if key not in (kind, "id")}
    return {**head, "of": of, **_changes(there, own)}


def _changes(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    changed: dict[str, Any] = {}
    for key, value in after.items():
        there = before.get(key)
        if key in before and there == value:
            continue
        if isinstance(there, dict) and isinstance(value, dict) and not {"disputed", "value"} & value.keys():
            changed[key] = _changes(there, value)
        else:
            changed[key] = value
    return changed | {key: "n/a" for key in before if key not in after}

"""The quotation marks of a word processor around a whole name, which are no part of it: ``process: “Felanmälan gata”``.

YAML's own marks around them keep them: ``process: "“Felanmälan gata”"``.
"""

from __future__ import annotations

import re

from procmap.source.tree import Scalar

__all__ = ["name_of", "unquoted"]

_WHOLE = re.compile(r"[“”„»«]\s*([^“”„»«]*[^“”„»«\s])\s*[“”»«]|[‘’‚]\s*([^‘’‚]*[^‘’‚\s])\s*[‘’]")
_FIRST = frozenset("“”„»«‘’‚")


def unquoted(text: str) -> str:
    """The text without such marks, where they stand around all of it."""
    if text[:1] not in _FIRST:
        return text
    match = _WHOLE.fullmatch(text)
    return (match[1] or match[2]) if match else text


def name_of(at: Scalar) -> str:
    """The name that is written there."""
    return unquoted(at.value) if at.plain else at.value

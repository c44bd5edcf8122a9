"""A sentence on a terminal: on one line, with nothing that moves the cursor, and no longer than it must be.

A label can be as long as a file. A name is shown as far as it can be recognised by; the whole of it stands in the map,
and in what programs are given.
"""

from __future__ import annotations

import re

from procmap.report.visible import visible

__all__ = ["sentence"]

_LONGEST, _LONGEST_NAME = 2000, 100
_LOOKED_AT = 200_000
_NAME = re.compile(r"([”“])([^”“]+)(”)")


def sentence(text: str) -> str:
    """The words of a text, with names in quotation marks cut to 100 characters, and the whole of it to 2,000."""
    shown = _NAME.sub(_shortened, " ".join(text[:_LOOKED_AT].split()))
    return visible(shown[:_LONGEST]) + ("…" if len(shown) > _LONGEST or len(text) > _LOOKED_AT else "")


def _shortened(found: re.Match[str]) -> str:
    start, name, end = found.groups()
    return start + (name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME].rstrip()}…") + end

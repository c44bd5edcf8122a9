"""The mark in a picture that says that a part of it was too large for anything but the simplest layout."""

from __future__ import annotations

__all__ = ["SIMPLE", "is_simple"]

SIMPLE = "streets"
"""The value of ``data-layout`` of such a part."""


def is_simple(svg: str) -> bool:
    """Whether a part of a picture was laid out in the simplest way; no label can look like the mark, being escaped."""
    return f' data-layout="{SIMPLE}"' in svg

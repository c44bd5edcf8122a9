"""Untrusted text on a terminal: nothing in it may move the cursor, change a colour or turn the reading direction.

A label can hold escape sequences that rewrite what stood above it, or direction marks that make one thing look like
another. They are shown instead of obeyed.
"""

from __future__ import annotations

from unicodedata import category

__all__ = ["visible"]

_JOINERS = "\u200c\u200d"  # several scripts cannot be written without them, and they move nothing
_HIDDEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))


def visible(text: str) -> str:
    """The text with every character that is not shown by itself replaced by one that is: ESC becomes ``␛``."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    number = ord(character)
    if number < 0x20:
        return chr(0x2400 + number)
    if number == 0x7F:
        return "␡"
    if character in _JOINERS or category(character) not in _HIDDEN:
        return character
    return f"<U+{number:04X}>"

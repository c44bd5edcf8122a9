"""What a file says before anybody knows what it means: text, lists and keys, each with its line and column.

All scalars are text. YAML's own guesses (``no`` is false, ``8:30`` is 510, ``0123`` is 83) would turn answers and case
numbers into something else; the table of keys says later what a text means.
"""

from __future__ import annotations

from typing import Union

__all__ = ["Entries", "Items", "Scalar", "Tree", "is_empty"]


class Scalar:
    """A text. ``line`` and ``column`` are 1-based, ``length`` is in characters on that line; plain is unquoted.

    ``lines`` are the lines of an unquoted text that runs over several, each where it stands.
    """

    __slots__ = ("column", "length", "line", "lines", "plain", "value")

    def __init__(self, value: str, line: int = 0, column: int = 0, length: int = 1, plain: bool = True) -> None:
        self.value = value
        self.line = line
        self.column = column
        self.length = length
        self.plain = plain
        self.lines: tuple[Scalar, ...] = ()


class Items:
    """A list."""

    __slots__ = ("column", "items", "length", "line")

    def __init__(self, items: list[Tree], line: int = 0, column: int = 0, length: int = 1) -> None:
        self.items = items
        self.line = line
        self.column = column
        self.length = length


class Entries:
    """Keys with their values, in the order they were written; ``braces`` where they stand within ``{ }``."""

    __slots__ = ("braces", "column", "entries", "length", "line")

    def __init__(
        self,
        entries: list[tuple[Scalar, Tree]],
        line: int = 0,
        column: int = 0,
        length: int = 1,
        braces: bool = False,
    ) -> None:
        self.entries = entries
        self.line = line
        self.column = column
        self.length = length
        self.braces = braces

    def get(self, name: str) -> Tree | None:
        """The value of a key, None where it is not written."""
        for key, value in self.entries:
            if key.value == name:
                return value
        return None


Tree = Union[Scalar, Items, Entries]


def is_empty(tree: Tree) -> bool:
    """Whether nothing was written: ``key:`` with nothing behind it."""
    return isinstance(tree, Scalar) and tree.plain and tree.value == ""

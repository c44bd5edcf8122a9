"""What procmap cannot do, as exceptions; what is odd about a map is a finding instead.

ProcmapError
├── InvalidMap        a map written in Python says something the language does not allow
├── CannotRead        a file that is missing, too large or not text
├── CannotWrite       a file that could not be saved
├── CannotDraw        no Graphviz, or Graphviz failed
├── NoDocument        nothing among the given paths is a map
├── BadConfiguration  procmap.toml says something that is not understood
└── BadUsage          a call or a command that cannot be carried out as asked
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from procmap.text import Text

__all__ = [
    "BadConfiguration",
    "BadUsage",
    "CannotDraw",
    "CannotRead",
    "CannotWrite",
    "InvalidMap",
    "NoDocument",
    "ProcmapError",
]


class ProcmapError(Exception):
    """The root of everything procmap raises on purpose.

    ``text`` holds the words in both languages; ``str()`` of the error is the English.
    """

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text

    def __reduce__(self) -> tuple[type[ProcmapError], tuple[Text]]:
        """From process to process an error goes with the words in both languages."""
        return type(self), (self.text,)


class InvalidMap(ProcmapError):
    """A map made in Python says something that the model or the language does not allow."""


class CannotRead(ProcmapError):
    """A file that is missing, too large, not text, or not allowed to be read."""


class CannotWrite(ProcmapError):
    """A file that could not be saved; what stood there before is untouched."""


class CannotDraw(ProcmapError):
    """No Graphviz was found, or it failed or took too long."""


class NoDocument(ProcmapError):
    """Nothing among the given paths is a document that procmap knows."""


class BadConfiguration(ProcmapError):
    """A configuration file that cannot be understood."""


class BadUsage(ProcmapError):
    """A call that cannot be carried out as asked."""

"""Which findings somebody wants to see: by code, by the beginning of a code, or by name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from procmap.checks import catalogue
from procmap.errors import BadUsage
from procmap.text import Text

__all__ = ["Selection", "meant"]

_UNKNOWN = Text(
    "Ingen kontroll heter eller börjar på ”{word}”.{guess} procmap checks visar alla.{broken}",
    "No check is called “{word}” or starts with it.{guess} procmap checks shows them all.{broken}",
)
_BOTH = Text("{said} {broken}", "{said} {broken}")
_MEANT = Text(" Menar du ”{word}”?", " Do you mean “{word}”?")


class Selection(NamedTuple):
    """What to show: with ``select`` only that, in any case nothing of ``ignore``."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    @classmethod
    def of(cls, select: Iterable[str], ignore: Iterable[str]) -> Selection:
        """A Selection of what exists; BadUsage, with what was probably meant, where something does not."""
        selection = cls(tuple(select), tuple(ignore))
        if selection.select or selection.ignore:
            everything = catalogue.notices()
            for word in (*selection.select, *selection.ignore):
                if not any(_names(word, notice.code, notice.name) for notice in everything):
                    known = [name for notice in everything for name in (notice.name, notice.code, notice.code[:3])]
                    raise BadUsage(_UNKNOWN.fill(word=word, guess=meant(word, known), broken=_broken()))
        return selection

    def takes(self, code: str, name: str) -> bool:
        """Whether a finding is wanted."""
        if self.select and not any(_names(word, code, name) for word in self.select):
            return False
        return not any(_names(word, code, name) for word in self.ignore)


def _broken() -> Text | str:
    """What is wrong with the plug-ins that could not be used: it may be theirs, the check that was meant."""
    said: Text | str = ""
    for finding in catalogue.load().broken:
        said = _BOTH.fill(said=said, broken=finding.message)
    return said


def meant(word: str, known: Iterable[str]) -> Text | str:
    """A sentence that proposes the nearest known word, with a space before it; empty where none is near."""
    from procmap.read.names import nearest

    found = nearest(word, known)
    return _MEANT.fill(word=found) if found else ""


def _names(word: str, code: str, name: str) -> bool:
    return word == name or (bool(word) and code.startswith(word.upper()))

"""What a thing is called: a string, or one for each language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union

from procmap.model.part import Part

__all__ = ["Label", "Translated", "label_in"]


@dataclass(frozen=True, slots=True)
class Translated(Part):
    """A label in two languages, of which one may be missing."""

    sv: str | None = None
    en: str | None = None

    def __str__(self) -> str:
        return self.sv or self.en or ""


Label = Union[str, Translated]


def label_in(label: object, language: str) -> str:
    """The label in a language, in the other one where that is missing, and ``??`` where nobody knew it."""
    if isinstance(label, Translated):
        first, second = (label.en, label.sv) if language == "en" else (label.sv, label.en)
        return first or second or ""
    return "" if label is None else str(label)

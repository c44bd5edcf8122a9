"""Procmap's own words, always in both languages.

Two fixed languages are written by the same people, and the Swedish is an original rather than a translation; so the two
stand side by side in the code, and a text that lacks one of them, or whose placeholders differ, does not import.
"""

from __future__ import annotations

from string import Formatter
from typing import Any, Literal, NamedTuple

__all__ = ["LANGUAGES", "Language", "Text"]

Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = ("sv", "en")


class _Words(NamedTuple):
    sv: str
    en: str


class Text(_Words):
    """The same words in Swedish and English, with the same ``{placeholders}``.

    Raises ValueError where one language is empty or the placeholders differ.
    """

    __slots__ = ()

    def __new__(cls, sv: str, en: str) -> Text:
        if not sv or not en:
            raise ValueError(f"a text needs both languages: {sv!r}, {en!r}")
        if ("{" in sv or "{" in en) and _placeholders(sv) != _placeholders(en):
            raise ValueError(f"the placeholders differ: {sv!r}, {en!r}")
        return super().__new__(cls, sv, en)

    def __call__(self, language: Language, /, **values: Any) -> str:
        """The words in one language, with the values set in; a value that is a Text follows the language."""
        words = self.sv if language == "sv" else self.en
        if not values:
            return words.replace("{{", "{").replace("}}", "}") if "{" in words else words
        return words.format(**{k: v(language) if isinstance(v, Text) else v for k, v in values.items()})

    def fill(self, **values: Any) -> Text:
        """The same text with its placeholders filled, in both languages; braces in the values stay as they are."""
        sv, en = (self(language, **values) for language in LANGUAGES)
        return Text(*(words.replace("{", "{{").replace("}", "}}") for words in (sv, en)))


def _placeholders(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}

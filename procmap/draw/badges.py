"""Findings in a picture: a number where each of them is, and a list below with what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from procmap.draw import shapes
from procmap.draw.style import BODY, INK, SMALL, leading
from procmap.draw.svg import element, words
from procmap.finding import Finding
from procmap.geometry import Point
from procmap.layout.measure import wrap
from procmap.text import Language, Text

__all__ = ["Findings", "numbers_by_element"]

_HEADING = Text("Att prata om", "To talk about")
_NARROWEST, _WIDEST = 400.0, 600.0
_INDENT = 32.0
_APART = 32.0


def numbers_by_element(findings: Sequence[Finding], document: str) -> dict[str | None, list[int]]:
    """The numbers that stand at each element of a document, by its path; None is the document as a whole."""
    found: dict[str | None, list[int]] = {}
    for number, finding in enumerate(findings, 1):
        for element_path in dict.fromkeys(ref.element for ref in finding.refs if ref.document == document):
            found.setdefault(element_path, []).append(number)
    return found


class Findings:
    """The list, in as many columns as there is room for."""

    def __init__(self, findings: Sequence[Finding], language: Language, room: float) -> None:
        columns = max(1, int((room + _APART) // (_NARROWEST + _APART)))
        self._wide = min(_WIDEST, (room + _APART) / columns - _APART)
        self._heading = _HEADING(language)
        self._language = language
        texts = [wrap(finding.message(language), SMALL + 1, (self._wide - _INDENT) * 0.97) for finding in findings]
        heights = [max(26.0, len(lines) * leading(SMALL + 1) + 8) for lines in texts]
        limit = max(sum(heights) / columns, max(heights, default=0.0))
        self._items: list[tuple[int, list[str], float, float]] = []
        x = y = lowest = 0.0
        for number, (lines, high) in enumerate(zip(texts, heights, strict=True), 1):
            if y and y + high > limit + 26:
                x, y = x + self._wide + _APART, 0.0
            self._items.append((number, lines, x, y))
            y += high
            lowest = max(lowest, y)
        self.height = lowest + 30 if self._items else 0.0

    def draw(self, left: float, top: float) -> Iterator[str]:
        """Heading and list, from their upper left corner."""
        if not self._items:
            return
        yield words([self._heading], left, top, BODY, bold=True)
        for number, lines, x, y in self._items:
            at = top + 30 + y
            first = at + leading(SMALL + 1) / 2 + 1
            yield element(
                "g",
                shapes.badge(str(number), Point(left + x + 11, first)),
                words(lines, left + x + _INDENT, at + 1, SMALL + 1, fill=INK),
            )

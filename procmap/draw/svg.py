"""SVG as text: elements, words and paths, escaped in one place.

Only what every program reads: real text with one tspan for each line, presentation attributes, no style sheets, no
scripts, no foreign objects, no references. Numbers have one decimal, so that the same picture is the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import hypot
from typing import Union

from procmap.draw.style import FONT, INK, leading
from procmap.geometry import Point

__all__ = ["clean", "document", "element", "escape", "number", "rounded", "words"]

Value = Union[str, float, int, None]


def clean(text: str) -> str:
    """The text without what XML cannot hold, or what would move other text about: controls and direction overrides."""
    if text.isprintable():  # most texts are, and none of what may not stand is
        return text
    return "".join(character for character in text if _may_stand(ord(character)))


def _may_stand(number: int) -> bool:
    if number < 0x20:
        return number in (0x09, 0x0A, 0x0D)
    if number < 0xD800:
        return not (0x7F <= number <= 0x9F or 0x202A <= number <= 0x202E or 0x2066 <= number <= 0x2069)
    return number >= 0xE000 and number & 0xFFFE != 0xFFFE and not 0xFDD0 <= number <= 0xFDEF


def escape(text: str) -> str:
    """The text as it may stand between tags, and in an attribute with double quotes."""
    text = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text.replace("\t", " ").replace("\r", " ").replace("\n", " ")


def number(value: float) -> str:
    """A number with at most one decimal."""
    text = f"{value:.1f}"
    text = text.removesuffix(".0")
    return "0" if text == "-0" else text


def element(tag: str, /, *children: str, **attributes: Value) -> str:
    """One element. Underscores in names become hyphens, None leaves an attribute out; children are SVG already."""
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value) if isinstance(value, str) else number(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    if not children:
        return f"<{tag}{written}/>"
    if len(children) == 1 and "\n" not in children[0]:
        return f"<{tag}{written}>{children[0]}</{tag}>"
    inner = "\n".join(children)
    return f"<{tag}{written}>\n{inner}\n</{tag}>"


def words(
    lines: Sequence[str],
    x: float,
    y: float,
    size: float,
    *,
    bold: bool = False,
    anchor: str = "start",
    fill: str = INK,
    gap: float | None = None,
) -> str:
    """Lines of text from the top edge ``y`` down; ``anchor`` says whether ``x`` is their start, middle or end.

    A line end in the SVG counts as a space; it parts the lines for whoever copies them, but would move a line to the
    left that is centred.
    """
    gap = leading(size) if gap is None else gap
    first = y + gap / 2 + size * 0.36
    spans = [element("tspan", escape(line), x=x, y=first + index * gap) for index, line in enumerate(lines)]
    return element(
        "text",
        *(spans if anchor == "start" else ["".join(spans)]),
        font_size=size,
        font_weight="600" if bold else None,
        text_anchor=None if anchor == "start" else anchor,
        fill=fill,
    )


def rounded(points: Sequence[Point], radius: float = 6.0) -> str:
    """The path of a line with right angles whose corners are rounded."""
    steps = [f"M{number(points[0].x)} {number(points[0].y)}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        reach = min(radius, _distance(before, corner) / 2, _distance(corner, after) / 2)
        begin, end = _towards(corner, before, reach), _towards(corner, after, reach)
        steps.append(f"L{number(begin.x)} {number(begin.y)}")
        steps.append(f"Q{number(corner.x)} {number(corner.y)} {number(end.x)} {number(end.y)}")
    steps.append(f"L{number(points[-1].x)} {number(points[-1].y)}")
    return "".join(steps)


def document(width: float, height: float, title: str, description: str, language: str, content: Iterable[str]) -> str:
    """A whole SVG document with its text alternative."""
    inner = "\n".join(
        [element("title", escape(title)), element("desc", escape(description)), *content],
    )
    attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "width": number(width),
        "height": number(height),
        "viewBox": f"0 0 {number(width)} {number(height)}",
        "role": "img",
        "lang": language,
        "font-family": FONT,
    }
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<svg{written}>\n{inner}\n</svg>\n'


def _distance(first: Point, second: Point) -> float:
    return hypot(second.x - first.x, second.y - first.y)


def _towards(point: Point, other: Point, by: float) -> Point:
    distance = _distance(point, other)
    if not distance:
        return point
    return Point(point.x + (other.x - point.x) * by / distance, point.y + (other.y - point.y) * by / distance)

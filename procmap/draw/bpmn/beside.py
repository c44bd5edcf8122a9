"""What stands beside the flow, as SVG: data, stores, annotations, groups."""

from __future__ import annotations

from procmap.draw.bpmn.fitting import fit
from procmap.draw.style import FLOW, INK, LINE, MUTED, WHITE, leading
from procmap.draw.svg import element, escape, number, words
from procmap.geometry import Bounds
from procmap.model.resource import Data

__all__ = ["annotation", "data", "group"]


def data(piece: Data | None, place: Bounds) -> str:
    """A sheet with a folded corner, or a drum for what is kept: a store."""
    if piece is not None and piece.kind == "store":
        return _store(place)
    x, y, width, height = place
    fold = min(width, height) * 0.28
    outline = f"M{number(x)} {number(y)}H{number(x + width - fold)}L{number(x + width)} {number(y + fold)}"
    outline += f"V{number(y + height)}H{number(x)}Z"
    corner = f"M{number(x + width - fold)} {number(y)}V{number(y + fold)}H{number(x + width)}"
    drawn = [
        element("path", d=outline, fill=WHITE, stroke=LINE, stroke_width=1.4, stroke_linejoin="round"),
        element("path", d=corner, fill="none", stroke=LINE, stroke_width=1.2, stroke_linejoin="round"),
    ]
    if piece is not None and piece.kind in ("input", "output"):
        arrow = f"M{number(x + 4)} {number(y + 7)}h6v-3l6 5l-6 5v-3h-6z"
        filled = LINE if piece.kind == "output" else WHITE
        drawn.append(element("path", d=arrow, fill=filled, stroke=LINE, stroke_width=1.0, stroke_linejoin="round"))
    if piece is not None and piece.several:
        bars = f"M{number(place.centre.x - 4)} {number(y + height - 11)}v8m4-8v8m4-8v8"
        drawn.append(element("path", d=bars, fill="none", stroke=LINE, stroke_width=1.5))
    return "\n".join(drawn)


def _store(place: Bounds) -> str:
    x, y, width, height = place
    half, bow = width / 2, min(height * 0.16, 10.0)
    top, low = y + bow, y + height - bow
    gap = bow * 0.6
    curve = f"a{number(half)} {number(bow)} 0 0 0 {number(width)} 0"
    outline = f"M{number(x)} {number(top)}V{number(low)}{curve}V{number(top)}"
    outline += f"a{number(half)} {number(bow)} 0 0 0 {number(-width)} 0Z"
    rings = "".join(f"M{number(x)} {number(top + step * gap)}{curve}" for step in range(3))
    return "\n".join(
        [
            element("path", d=outline, fill=WHITE, stroke=LINE, stroke_width=1.4),
            element("path", d=rings, fill="none", stroke=LINE, stroke_width=1.1),
        ]
    )


def annotation(text: str, place: Bounds) -> str:
    """A bracket at the left of a text; the text is made smaller where it needs to be, or runs on below."""
    x, y, width, height = place
    reach = min(10.0, width / 3)
    bracket = f"M{number(x + reach)} {number(y)}H{number(x)}V{number(y + height)}H{number(x + reach)}"
    room = Bounds(x + 7, y + 2, max(width - 9, 20), max(height - 4, leading(12)))
    shown, _ = fit(text, [room], sizes=(12.0, 11.0, 10.0, 9.0)) if text.strip() else (None, room)
    drawn = [element("path", d=bracket, fill="none", stroke=FLOW, stroke_width=1.4)]
    if shown is not None:
        if shown.whole:
            drawn.append(element("title", escape(shown.whole)))
        high = len(shown.lines) * leading(shown.size)
        top = y + max(2.0, (height - high) / 2) if len(shown.lines) == 1 else y + 2
        drawn.append(words(shown.lines, x + 7, top, shown.size, fill=INK))
    return "\n".join(drawn)


def group(place: Bounds) -> str:
    """A frame of dashes and dots."""
    x, y, width, height = place
    return element(
        "rect",
        x=x,
        y=y,
        width=width,
        height=height,
        rx=10.0,
        fill="none",
        stroke=MUTED,
        stroke_width=1.4,
        stroke_dasharray="9 4 1.5 4",
    )

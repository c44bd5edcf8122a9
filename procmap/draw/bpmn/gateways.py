"""Gateways that only BPMN has: a diamond without a sign, and those at which a case starts."""

from __future__ import annotations

from typing import Literal

from procmap.draw.icons import icon
from procmap.draw.style import LINE, WHITE
from procmap.draw.svg import element, number
from procmap.geometry import Point

__all__ = ["diamond"]


def diamond(centre: Point, half: float, *, starts: Literal["first", "all"] | None = None) -> str:
    """A diamond; with a sign where a case starts at the first of its events, or when all of them have happened."""
    x, y = centre
    outline = f"M{number(x - half)} {number(y)}L{number(x)} {number(y - half)}L{number(x + half)} {number(y)}"
    outline += f"L{number(x)} {number(y + half)}Z"
    drawn = [element("path", d=outline, fill=WHITE, stroke=LINE, stroke_width=1.4, stroke_linejoin="round")]
    if starts is not None:
        scale = half / 22
        drawn.append(element("circle", cx=x, cy=y, r=11.5 * scale, fill="none", stroke=LINE, stroke_width=1.1 * scale))
        name, size = ("all", 15 * scale) if starts == "all" else ("several", 14 * scale)
        drawn.append(icon(name, x - size / 2, y - size / 2, size))
    return "\n".join(drawn)

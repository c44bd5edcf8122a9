"""Faces for what was felt, told apart by their mouths and brows: colour only adds to it."""

from __future__ import annotations

from procmap.draw.style import DISLIKED, LIKED, MUTED, WHITE
from procmap.draw.svg import element, number
from procmap.geometry import Point

__all__ = ["RADIUS", "colour_of", "face"]

RADIUS = 11.0

_MOUTHS = {
    2: "M-5.4 1.8h10.8c0 3.8-2.4 5.6-5.4 5.6s-5.4-1.8-5.4-5.6z",
    1: "M-4.8 2.6c1.2 2.2 2.8 3 4.8 3s3.6-.8 4.8-3",
    0: "M-4.6 3.8h9.2",
    -1: "M-4.8 5.6c1.2-2.2 2.8-3 4.8-3s3.6.8 4.8 3",
    -2: "M-5 6.8c.4-3.4 2.4-5 5-5s4.6 1.6 5 5z",
}
_BROWS = {-2: "M-6.6 -4.2l3.2 -1.9M6.6 -4.2l-3.2 -1.9"}


def colour_of(value: int) -> str:
    """Green for good, red for bad, grey between."""
    return LIKED if value > 0 else DISLIKED if value < 0 else MUTED


def face(value: int, centre: Point, *, dashed: bool = False) -> str:
    """A face from -2 to 2; with a broken outline where nobody has asked the one who felt it."""
    value = max(-2, min(2, value))
    colour = colour_of(value)
    drawn = [
        element(
            "circle", cx=0.0, cy=0.0, r=RADIUS, fill=WHITE, stroke=colour, stroke_width=2.0,
            stroke_dasharray="3.4 2.4" if dashed else None,
        ),
        element("circle", cx=-3.7, cy=-2.0, r=1.4, fill=colour),
        element("circle", cx=3.7, cy=-2.0, r=1.4, fill=colour),
        element(
            "path", d=_MOUTHS[value] + _BROWS.get(value, ""), fill=colour if value == 2 else "none", stroke=colour,
            stroke_width=1.6, stroke_linecap="round", stroke_linejoin="round",
        ),
    ]  # fmt: skip
    return element("g", *drawn, transform=f"translate({number(centre.x)} {number(centre.y)})")

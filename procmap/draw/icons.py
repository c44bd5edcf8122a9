"""Small signs, drawn for procmap on a field of 16 by 16 px: the kind of a task, who does it, what an event waits for.

Each is a path of strokes; some are filled. They stand beside words, never instead of them.
"""

from __future__ import annotations

from procmap.draw import channels
from procmap.draw.style import LINE, WHITE
from procmap.draw.svg import element, number

__all__ = ["icon", "known_icons"]

_STROKES = {
    "person": "M8 2.2a2.9 2.9 0 1 1 0 5.8a2.9 2.9 0 1 1 0-5.8zM2.5 14.2c0-3.2 2.3-5 5.5-5s5.5 1.8 5.5 5z",
    "building": "M2.5 14V5L8 2l5.5 3v9zM5.2 7.2v.1M8 7.2v.1M10.8 7.2v.1M5.2 10v.1M10.8 10v.1M6.7 14v-3.6h2.6V14",
    "hand": "M4.5 8.5V4.6a1 1 0 0 1 2 0V3.2a1 1 0 0 1 2 0v1a1 1 0 0 1 2 0v1.2a1 1 0 0 1 2 0V10c0 2.6-1.6 4.2-4 4.2"
    "-2.3 0-3.3-1-4.4-3L2.6 8.6c.6-.8 1.4-.7 1.9-.1M6.5 4.6V8M8.5 3.8V8M10.5 4.8V8",
    "robot": "M3 5.8h10v7.7H3zM8 5.8V3M8 1.8v1.2M1.4 8.4v2.6M14.6 8.4v2.6M5.9 8.8v.9M10.1 8.8v.9M6 11.6h4",
    "gear": "M8 5.6a2.4 2.4 0 1 1 0 4.8a2.4 2.4 0 1 1 0-4.8zM8 1.6v2.2M8 12.2v2.2M1.6 8h2.2M12.2 8h2.2M3.5 3.5l1.5 1.5"
    "M11 11l1.5 1.5M3.5 12.5L5 11M11 5l1.5-1.5",
    "script": "M4 2h9c-2 1.6-2 3.4-.4 5.2c1.6 1.9 1.4 4.6-.6 6.8H3c2-2.2 2.2-4.9.6-6.8C2 5.4 2 3.6 4 2zM5.4 5h5M6 8h5"
    "M6.2 11h4.6",
    "table": "M2 3h12v10.4H2zM2 6.4h12M6 6.4v7M2 9.9h12",
    "envelope": "M1.8 3.6h12.4v8.8H1.8zM1.8 4l6.2 4.8L14.2 4",
    "clock": "M8 1.8a6.2 6.2 0 1 1 0 12.4a6.2 6.2 0 1 1 0-12.4zM8 4.2V8l2.8 1.8",
    "page": "M3.6 1.8h8.8v12.4H3.6zM5.6 5h4.8M5.6 8h4.8M5.6 11h4.8",
    "signal": "M8 2.4L14 13H2z",
    "error": "M2.4 13.4L6 3.4l4 5.4l3.6-6.2L10 12.8L6.2 7.6z",
    "escalation": "M8 2l4.6 11.6L8 9.2l-4.6 4.4z",
    "compensation": "M8 3.6v8.8L1.8 8zM14.2 3.6v8.8L8 8z",
    "cancel": "M3 4.4L4.4 3L8 6.6L11.6 3L13 4.4L9.4 8l3.6 3.6l-1.4 1.4L8 9.4L4.4 13L3 11.6L6.6 8z",
    "link": "M2 6h6.4V3.2L14 8l-5.6 4.8V10H2z",
    "terminate": "M8 2.4a5.6 5.6 0 1 1 0 11.2a5.6 5.6 0 1 1 0-11.2z",
    "several": "M8 1.8L14.2 6.4L11.8 13.6H4.2L1.8 6.4z",
    "all": "M6.2 2h3.6v4.2H14v3.6H9.8V14H6.2V9.8H2V6.2h4.2z",
}


_STROKES["sent"] = _STROKES["envelope"]
_STROKES |= channels.STROKES


def known_icons() -> frozenset[str]:
    """The names of all icons."""
    return frozenset(_STROKES)


def icon(name: str, x: float, y: float, size: float = 16.0, *, filled: bool = False, colour: str = LINE) -> str:
    """An icon with its upper left corner at a point. A filled envelope keeps its fold: it is drawn in white."""
    strokes = _STROKES[name]
    body, fold = (strokes[: strokes.index("z") + 1], strokes[strokes.index("z") + 1 :]) if filled else (strokes, "")
    place = f"translate({number(x)} {number(y)})" + ("" if size == 16 else f" scale({size / 16:.3f})")
    return element(
        "g",
        element("path", d=body, fill=colour if filled else "none", stroke=colour),
        *([element("path", d=fold, fill="none", stroke=WHITE)] if fold else []),
        transform=place,
        stroke_width=1.3,
        stroke_linejoin="round",
        stroke_linecap="round",
    )

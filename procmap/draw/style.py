"""How pictures look: colours, sizes of type, distances. One place, so that all drawings are of one kind.

Every text has a contrast of at least 4.5:1 to every ground it stands on, every border at least 3:1, and nothing is told
by colour alone.
"""

from __future__ import annotations

__all__ = [
    "BADGE",
    "BAND",
    "BODY",
    "DISLIKED",
    "EDGE",
    "FLOW",
    "FONT",
    "GROUND",
    "INK",
    "LIKED",
    "LINE",
    "MARGIN",
    "MUTED",
    "PALE",
    "RULE",
    "SMALL",
    "SUBTITLE",
    "TILE",
    "TITLE",
    "WHITE",
    "leading",
]

FONT = "'Open Sans', 'Noto Sans', 'Segoe UI', Arial, sans-serif"

INK = "#1F2937"
MUTED = "#4B5563"
LINE = "#1E3A5F"
FLOW = "#475569"
RULE = "#CBD5E1"
WHITE = "#FFFFFF"
GROUND = "#FFFFFF"
BADGE = "#A6340B"

BAND = {
    "customer": "#FFF9E8",
    "external": "#F3F4F6",
    "person": "#EDF4FB",
    "system": "#F3EEF8",
    "robot": "#F3EEF8",
    None: "#FFFFFF",
}
"""The ground of a band, by the kind of its lane."""

LIKED = "#00664F"
DISLIKED = "#A6340B"
EDGE = "#64748B"
PALE = "#F8FAFC"

TILE = {
    "plain": "#FFFFFF",
    "step": "#E4EDF8",
    "touchpoint": "#FFF7E0",
    "pain": "#FDE8E1",
    "gain": "#F2FAF6",
    "opportunity": "#E2F3EA",
    "wait": "#F3F4F6",
    "customer": "#FFFFFF",
    "digital": "#E3F2FD",
    "front": "#E3F2FD",
    "back": "#EEF0F4",
    "support": "#F3ECF8",
    "system": "#F3ECF8",
    "hole": "#FFFFFF",
}
"""The ground of a tile in journey map and blueprint, by what it tells."""

TITLE = 26.0
SUBTITLE = 14.0
BODY = 14.0
SMALL = 12.0
MARGIN = 32.0


def leading(size: float) -> float:
    """The distance from line to line for a size of type."""
    return round(size * 1.35)

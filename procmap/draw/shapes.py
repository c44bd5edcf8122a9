"""The shapes of BPMN 2.0.2 as SVG, around the middle of each: activities, events, gateways, and the arrow between them.

They know nothing of layouts or views; every drawing uses the same ones.
"""

from __future__ import annotations

from collections.abc import Sequence

from procmap.draw.icons import icon
from procmap.draw.style import BADGE, FLOW, LINE, MUTED, SMALL, WHITE
from procmap.draw.svg import element, number, rounded, words
from procmap.geometry import Bounds, Point
from procmap.model.event import Event
from procmap.model.gateway import GatewayKind

__all__ = [
    "DOTTED",
    "activity",
    "arrow",
    "badge",
    "disputed",
    "event",
    "fault",
    "gateway",
    "marks",
    "never",
    "step",
    "step_box",
]

DOTTED: dict[str, str | float | None] = {"stroke_width": 2.0, "stroke_dasharray": "0.1 4.2", "stroke_linecap": "round"}
"""The border of an event subprocess (BPMN 2.0.2, 10.3.5): round dots, which nobody takes for the dashes of ??."""

_HEAD = 9.0
_TRIGGER_ICONS = {
    "timer": "clock",
    "message": "envelope",
    "condition": "page",
    "signal": "signal",
    "error": "error",
    "escalation": "escalation",
    "compensation": "compensation",
    "cancel": "cancel",
    "link": "link",
    "terminate": "terminate",
}


def activity(
    bounds: Bounds, *, dashed: bool = False, thick: bool = False, double: bool = False, dotted: bool = False
) -> str:
    """The box of a task or subprocess: ``thick`` for a call, ``double`` for a transaction, ``dashed`` for ??.

    ``dotted`` is for an event subprocess; of one that is ?? too, the dots are pale.
    """
    attributes: dict[str, str | float | None] = {
        "fill": WHITE,
        "stroke": MUTED if dashed else LINE,
        "stroke_dasharray": "5 4" if dashed else None,
    }
    if dotted:
        return _box(bounds, 8.0, **attributes | DOTTED)
    box = _box(bounds, 8.0, stroke_width=3.0 if thick else 1.4, **attributes)
    if not double:
        return box
    return "\n".join([box, _box(bounds.grown(-3), 6.0, stroke_width=1.0, **attributes)])


def _box(bounds: Bounds, radius: float, **attributes: str | float | None) -> str:
    x, y, width, height = bounds
    return element("rect", x=x, y=y, width=width, height=height, rx=radius, **attributes)


def marks(names: Sequence[str], centre: float, bottom: float) -> str:
    """The marks at the lower border of an activity, side by side."""
    size, gap = 13.0, 5.0
    x = centre - (len(names) * size + (len(names) - 1) * gap) / 2
    drawn = []
    for name in names:
        drawn.append(_mark(name, x, bottom - size - 4, size))
        x += size + gap
    return "\n".join(drawn)


def _mark(name: str, x: float, y: float, size: float) -> str:
    middle = Point(x + size / 2, y + size / 2)
    strokes = {
        "parallel": f"M{number(x + 2)} {number(y + 2)}v9m4.5-9v9m4.5-9v9",
        "sequential": f"M{number(x + 2)} {number(y + 2)}h9m-9 4.5h9m-9 4.5h9",
        "standard": f"M{number(x + 4)} {number(y + 11)}a5 5 0 1 1 5 0m-5 0h-2.5m2.5 0v-2.5",
        "compensation": f"M{number(x + 6.5)} {number(y + 2)}v9l-5.5-4.5zm6 0v9l-5.5-4.5z",
        "ad_hoc": f"M{number(x + 1)} {number(y + 8)}c2-5 4-4 5.5-1.5s3.500 2.500 5.500-1.500",
        "plus": f"M{number(middle.x)} {number(y + 3)}v7m-3.5-3.5h7",
    }
    if name in ("plus", "empty", "unknown"):
        dashed = None if name == "plus" else "2 2"
        box = element(
            "rect",
            x=x,
            y=y,
            width=size,
            height=size,
            fill=WHITE,
            stroke=LINE,
            stroke_width=1.2,
            stroke_dasharray=dashed,
        )
        if name == "empty":
            return box
        if name == "unknown":
            return "\n".join([box, words(["?"], middle.x, y, 10, bold=True, anchor="middle", fill=MUTED, gap=size)])
        return "\n".join([box, element("path", d=strokes["plus"], fill="none", stroke=LINE, stroke_width=1.4)])
    return element("path", d=strokes[name], fill="none", stroke=LINE, stroke_width=1.4, stroke_linejoin="round")


def gateway(kind: GatewayKind, centre: Point, half: float) -> str:
    """A diamond with the sign of its kind; ``half`` is half its width and height."""
    x, y = centre
    outline = f"M{number(x - half)} {number(y)}L{number(x)} {number(y - half)}L{number(x + half)} {number(y)}"
    outline += f"L{number(x)} {number(y + half)}Z"
    diamond = element("path", d=outline, fill=WHITE, stroke=LINE, stroke_width=1.4, stroke_linejoin="round")
    return "\n".join([diamond, _sign(kind, x, y, half / 22)])


def _sign(kind: GatewayKind, x: float, y: float, scale: float) -> str:
    if kind == "inclusive":
        return element("circle", cx=x, cy=y, r=9 * scale, fill="none", stroke=LINE, stroke_width=1 + 1.6 * scale)
    if kind == "event_based":
        rings = [
            element("circle", cx=x, cy=y, r=radius * scale, fill="none", stroke=LINE, stroke_width=1.1 * scale)
            for radius in (11.5, 9.0)
        ]
        return "\n".join([*rings, icon("several", x - 6 * scale, y - 6.2 * scale, 12 * scale)])
    strokes = []
    if kind in ("exclusive", "complex"):
        arm = 6 * scale
        strokes.append(f"M{number(x - arm)} {number(y - arm)}L{number(x + arm)} {number(y + arm)}")
        strokes.append(f"M{number(x - arm)} {number(y + arm)}L{number(x + arm)} {number(y - arm)}")
    if kind in ("parallel", "complex"):
        arm = 10 * scale
        strokes.append(
            f"M{number(x)} {number(y - arm)}V{number(y + arm)}M{number(x - arm)} {number(y)}H{number(x + arm)}"
        )
    return element(
        "path", d="".join(strokes), fill="none", stroke=LINE, stroke_width=1 + 1.8 * scale, stroke_linecap="round"
    )


def event(node: Event, centre: Point, radius: float) -> str:
    """A circle: thin for a start, double on the way, thick for an end, broken where it does not interrupt."""
    x, y = centre
    dashed = "4 3" if node.position in ("start", "boundary") and not node.interrupting else None
    thick = 3.6 if node.position == "end" else 1.4
    rings = [
        element("circle", cx=x, cy=y, r=radius, fill=WHITE, stroke=LINE, stroke_width=thick, stroke_dasharray=dashed)
    ]
    if node.position in ("catch", "throw", "boundary"):
        rings.append(
            element(
                "circle", cx=x, cy=y, r=radius - 3, fill="none", stroke=LINE, stroke_width=1.2, stroke_dasharray=dashed
            )
        )
    if name := _trigger(node):
        size = radius * 1.05
        filled = node.position in ("throw", "end") and name != "clock"
        rings.append(icon(name, x - size / 2, y - size / 2, size, filled=filled))
    return "\n".join(rings)


def _trigger(node: Event) -> str | None:
    if len(node.triggers) > 1:
        return "all" if node.all_triggers else "several"
    return _TRIGGER_ICONS[node.triggers[0].kind] if node.triggers else None


def arrow(points: Sequence[Point], *, default: Point | None = None, strong: bool = False) -> str:
    """A flow: a line with rounded corners and a filled head; a stroke across it at a point marks the default one.

    A ``strong`` one is part of a way that the picture is about.
    """
    last, before = points[-1], points[-2]
    head, half, colour = (_HEAD + 2, 6.0, LINE) if strong else (_HEAD, 4.0, FLOW)
    across = before.y == last.y
    sign = (1 if last.x > before.x else -1) if across else (1 if last.y > before.y else -1)
    back = last.moved(-sign * head, 0) if across else last.moved(0, -sign * head)
    sides = (back.moved(0, half), back.moved(0, -half)) if across else (back.moved(half, 0), back.moved(-half, 0))
    thick = 3.6 if strong else 1.5
    line = element("path", d=rounded([*points[:-1], back]), fill="none", stroke=colour, stroke_width=thick)
    tip = "L".join(f"{number(x)} {number(y)}" for x, y in (last, *sides))
    drawn = [line, element("path", d=f"M{tip}Z", fill=colour)]
    if default:
        slash = f"M{number(default.x - 3)} {number(default.y + 5)}l6 -10"
        drawn.append(element("path", d=slash, fill="none", stroke=FLOW, stroke_width=1.5))
    return "\n".join(drawn)


def disputed(centre: Point) -> str:
    """The sign that answers about an element differ: unequal, in a circle."""
    ring = element("circle", cx=centre.x, cy=centre.y, r=9.0, fill=WHITE, stroke=LINE, stroke_width=1.3)
    x, y = centre
    strokes = f"M{number(x - 4)} {number(y - 2)}h8m-8 4h8M{number(x - 2.5)} {number(y + 5)}l5 -10"
    return "\n".join([ring, element("path", d=strokes, fill="none", stroke=LINE, stroke_width=1.4)])


def badge(text: str, centre: Point) -> str:
    """The number of a finding in a filled circle."""
    radius = 10.0 if len(text) < 3 else 12.0
    ring = element("circle", cx=centre.x, cy=centre.y, r=radius, fill=BADGE, stroke=WHITE, stroke_width=1.5)
    return "\n".join([ring, words([text], centre.x, centre.y - 8, SMALL, bold=True, anchor="middle", fill=WHITE)])


def step_box(text: str, centre: Point) -> Bounds:
    """The room that the number of a step takes."""
    wide = max(20.0, 12 + 7.2 * len(text))
    return Bounds(centre.x - wide / 2, centre.y - 9, wide, 18)


def step(text: str, centre: Point) -> str:
    """The number of a step on a way, or several, in a square with round corners."""
    box = _box(step_box(text, centre), 4.0, fill=LINE, stroke=WHITE, stroke_width=1.5)
    return "\n".join([box, words([text], centre.x, centre.y - 8, SMALL, bold=True, anchor="middle", fill=WHITE)])


def fault(centre: Point) -> str:
    """The place where something goes wrong: an exclamation mark in a triangle."""
    x, y = centre
    outline = f"M{number(x)} {number(y - 12)}L{number(x + 13)} {number(y + 10)}L{number(x - 13)} {number(y + 10)}Z"
    shape = element("path", d=outline, fill=BADGE, stroke=WHITE, stroke_width=1.5, stroke_linejoin="round")
    mark = element("path", d=f"M{number(x)} {number(y - 4)}v6m0 3v2", fill="none", stroke=WHITE, stroke_width=2.4)
    return "\n".join([shape, mark])


def never(centre: Point) -> str:
    """What can never happen: a circle with a stroke through it."""
    x, y = centre
    ring = element("circle", cx=x, cy=y, r=9.0, fill=WHITE, stroke=BADGE, stroke_width=2.6)
    stroke = f"M{number(x - 6)} {number(y + 6)}l12 -12"
    return "\n".join([ring, element("path", d=stroke, fill="none", stroke=BADGE, stroke_width=2.6)])

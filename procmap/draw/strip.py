"""One strip of a journey map or blueprint: phases, rows with their tiles, and the lines between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from procmap.draw import shapes
from procmap.draw.icons import icon
from procmap.draw.style import DISLIKED, EDGE, INK, LIKED, LINE, MUTED, PALE, RULE, TILE, WHITE
from procmap.draw.svg import element, escape, number, words
from procmap.draw.tiles import INDENT, Look, Proof
from procmap.geometry import Bounds, Point
from procmap.layout.grid import Bar, Grid, Placed, Rule, Set

__all__ = ["draw_strip", "proof_mark", "set_words"]

_TIP = 8.0  # how far the point of a phase reaches into the gap
_EDGES = {"step": LINE, "pain": DISLIKED, "gain": LIKED, "opportunity": LIKED}


def draw_strip(grid: Grid[Look], numbers: Mapping[str, Sequence[int]], *, pale: str = "") -> Iterator[str]:
    """Everything of a grid, layer by layer.

    ``numbers`` are the findings at each step or element, by ``str`` of its Ref. The row ``pale`` has a ground
    of its own across the picture.
    """
    yield element("g", *(_bar(bar) for bar in grid.bars), data_layer="phases")
    for band in grid.bands:
        drawn = [_ground(band.bounds)] if band.row.key == pale else []
        drawn.append(set_words(band.title))
        drawn.extend(_tile(placed) for cell in band.cells for placed in cell)
        yield element("g", *drawn, data_layer=band.row.key)
    for rule in grid.rules:
        yield element("g", *_rule(rule, grid.bounds), data_layer=f"line-{rule.key}")
    tiles = [placed for band in grid.bands for cell in band.cells for placed in cell]
    badges = [badge for placed in tiles for badge in _badges(placed, numbers)]
    if badges:
        yield element("g", *badges, data_layer="findings")


def set_words(text: Set, *, colour: str | None = None) -> str:
    """Lines of text with the sign before them, and the whole of what they say where it was cut short."""
    paragraph = text.paragraph
    fill = colour or (MUTED if paragraph.muted else INK)
    if not text.lines:
        return ""
    drawn = words(text.lines, text.x, text.y, paragraph.size, bold=paragraph.bold, fill=fill, gap=paragraph.leading)
    if text.whole is not None:
        drawn = element("g", element("title", escape(text.whole)), drawn)
    if not paragraph.sign:
        return drawn
    y = text.y + (paragraph.leading - 16) / 2
    return icon(paragraph.sign, text.x - INDENT, y, colour=colour or LINE, filled=paragraph.sign == "truth") + drawn


def proof_mark(proof: Proof, centre: Point, radius: float = 5.0) -> str:
    """What a step rests on: a full circle for evidence, half of one for some, an empty one for assumptions."""
    x, y = centre
    fill = LINE if proof == "researched" else WHITE
    ring = element("circle", cx=x, cy=y, r=radius, fill=fill, stroke=LINE, stroke_width=1.4)
    if proof != "partly":
        return ring
    half = f"M{number(x)} {number(y - radius)}a{number(radius)} {number(radius)} 0 0 0 0 {number(2 * radius)}z"
    return ring + element("path", d=half, fill=LINE)


def _bar(bar: Bar) -> str:
    """A phase as an arrow that points to the next; the last one ends straight, where the journey does."""
    x, y, wide, high = bar.bounds
    phase = bar.phase
    right, middle = x + wide, y + high / 2
    start = f"L{number(x + _TIP)} {number(middle)}" if phase.follows else ""
    end = f"L{number(right + _TIP)} {number(middle)}" if phase.leads else ""
    path = f"M{number(x)} {number(y)}L{number(right)} {number(y)}{end}L{number(right)} {number(y + high)}"
    path += f"L{number(x)} {number(y + high)}{start}Z"
    drawn = element("path", d=path, fill=LINE) + set_words(bar.text, colour=WHITE)
    return drawn if phase.leads else drawn + icon("flag", right - 27, middle - 8, colour=WHITE)


def _ground(bounds: Bounds) -> str:
    x, y, wide, high = bounds
    return element("rect", x=x - 12, y=y, width=wide + 24, height=high, rx=6.0, fill=PALE)


def _rule(rule: Rule, bounds: Bounds) -> Iterator[str]:
    yield element(
        "line", x1=bounds.x, y1=rule.y, x2=bounds.right, y2=rule.y, stroke=INK, stroke_width=1.5, stroke_dasharray="8 5"
    )
    yield set_words(rule.text)


def _tile(placed: Placed[Look]) -> str:
    look, bounds = placed.tile.about, placed.bounds
    x, y, wide, high = bounds
    box = element(
        "rect",
        x=x,
        y=y,
        width=wide,
        height=high,
        rx=6.0,
        fill=TILE[look.ground],
        stroke=MUTED if look.dashed else _EDGES.get(look.ground, EDGE),
        stroke_width=2.4 if look.thick else 1.2,
        stroke_dasharray="5 4" if look.dashed else None,
    )
    drawn = [box, *map(set_words, placed.texts)]
    if look.disputed:
        drawn.append(shapes.disputed(Point(bounds.right - 15, y + (42 if look.proof else 17))))
    if look.proof:
        drawn.append(proof_mark(look.proof, Point(bounds.right - 14, y + 20)))
    drawn += [_hairline(text, bounds) for text in placed.texts if text.paragraph.apart]
    return element("g", *drawn, data_element=" ".join(map(str, look.refs)) or None)


def _hairline(text: Set, bounds: Bounds) -> str:
    """Parts what is said before from what is said after."""
    y = text.y - text.paragraph.before / 2
    return element("line", x1=bounds.x + 10, y1=y, x2=bounds.right - 10, y2=y, stroke=RULE, stroke_width=1.0)


def _badges(placed: Placed[Look], numbers: Mapping[str, Sequence[int]]) -> Iterator[str]:
    """The numbers of the findings at a tile, on its upper border from the right."""
    look = placed.tile.about
    found = [one for ref in look.refs for one in numbers.get(str(ref), ())] if look.badges else []
    for place, one in enumerate(sorted(set(found))):
        yield shapes.badge(str(one), Point(placed.bounds.right - 12 - 23 * place, placed.bounds.y))

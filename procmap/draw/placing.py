"""Where the elements of a panel stand: Graphviz says in which column, and in what order from top to bottom.

Graphviz gets boxes of a fixed size, no words, and a cluster for each area. It cannot be told the order of the areas; so
they are put below each other as bands in the order of the lanes afterwards, and the spaces within them are closed up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from procmap.draw.aligning import aligned
from procmap.draw.engine import TIMEOUT, lay_out
from procmap.draw.figures import Figure
from procmap.draw.panels import Panel
from procmap.draw.ways import Ways

__all__ = ["Band", "Manner", "Placed", "place"]

_WIDEST_GAP = 40.0  # within a band, above and below which nothing stands
_INCH = 72.0


@dataclass(frozen=True, slots=True)
class Band:
    """The part of a panel that an area takes, from its upper to its lower edge."""

    area: str
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Placed:
    """The column of each element and the y of its middle; ``columns`` are their widths."""

    columns: tuple[float, ...]
    column: Mapping[str, int]
    y: Mapping[str, float]
    bands: tuple[Band, ...]
    height: float


class Manner(NamedTuple):
    """How Graphviz is asked: to keep areas together or not, how straight to make the main way, how close to pack.

    It stacks upwards, so that ``first_on_top`` gives it the elements from the last to the first.
    """

    first_on_top: bool = True
    banded: bool = True
    main: int = 24
    between: float = 30.0


def place(panel: Panel, room: float, manner: Manner, timeout: float = TIMEOUT) -> Placed:
    """The elements of a panel in columns and bands; ``room`` is left free above and below what stands in a band."""
    numbers = {id: number for number, id in enumerate(panel.figures)}
    source, edges = _source(panel, numbers, manner)
    graph = lay_out(source, edges, timeout)
    spots = {node["name"]: node["pos"] for node in graph["objects"] if "pos" in node}
    xs, tops = {}, {}
    for id, one in panel.figures.items():
        x, y = map(float, spots[f"n{numbers[id]}"].split(","))
        xs[id], tops[id] = round(x), -y - (one.up + one.down) / 2
    order = {x: column for column, x in enumerate(sorted(set(xs.values())))}
    column = {id: order[x] for id, x in xs.items()}
    widths = [0.0] * len(order)
    for id, one in panel.figures.items():
        widths[column[id]] = max(widths[column[id]], 2 * one.side)
    middles = {id: top + panel.figures[id].up for id, top in tops.items()}
    middles = aligned(panel, column, middles, manner.between - 6)
    stacked, bands, height = _stacked(panel, {id: y - panel.figures[id].up for id, y in middles.items()}, room)
    return Placed(tuple(widths), column, {id: top + panel.figures[id].up for id, top in stacked.items()}, bands, height)


def _stacked(panel: Panel, tops: Mapping[str, float], room: float) -> tuple[dict[str, float], tuple[Band, ...], float]:
    """The upper edges of all elements when the bands stand in their order, one right below the other."""
    placed: dict[str, float] = {}
    bands = []
    y = 0.0
    for area in panel.areas:
        edge = y
        y += room
        reached: float | None = None
        for id in sorted((id for id, one in panel.figures.items() if one.area == area), key=lambda id: tops[id]):
            one = panel.figures[id]
            if reached is None:
                shift = y - tops[id]
            elif tops[id] - reached > _WIDEST_GAP:
                shift -= tops[id] - reached - _WIDEST_GAP
            placed[id] = tops[id] + shift
            reached = max(reached or tops[id], tops[id] + one.up + one.down)
            y = max(y, placed[id] + one.up + one.down)
        y += room
        bands.append(Band(area.key, edge, y))
    return placed, tuple(bands), y


def _source(panel: Panel, numbers: Mapping[str, int], manner: Manner) -> tuple[str, int]:
    """What Graphviz gets, and how many edges there are in it."""
    import graphviz  # type: ignore[import-untyped]

    attributes = {"rankdir": "LR", "newrank": "true", "nodesep": f"{manner.between / _INCH:.3f}", "ranksep": "0.4"}
    graph = graphviz.Digraph(graph_attr=attributes, node_attr={"shape": "plain"}, edge_attr={"dir": "none"})
    turned = reversed if manner.first_on_top else iter
    for number, area in turned(list(enumerate(panel.areas))):
        with graph.subgraph(name=f"{'cluster' if manner.banded else 'area'}_{number}") as band:
            for id, one in turned(list(panel.figures.items())):
                if one.area == area:
                    band.node(f"n{numbers[id]}", label=_box(one))
    guests = {guest.id: (id, place) for id, one in panel.figures.items() for place, guest in enumerate(one.guests)}
    ways = Ways(panel)
    weights = ways.weights(manner.main)
    arrows = [arrow for arrow in panel.arrows if arrow.source != arrow.target]
    for arrow in arrows:
        if arrow.source in guests:
            id, place = guests[arrow.source]
            source = id, f"g{place}"
        else:
            source = arrow.source, "m"
        ends = (source, (arrow.target, "m"))
        (tail, leaves), (head, enters) = reversed(ends) if arrow.id in ways.back else ends
        weight = str(weights.get(arrow.id, 1))
        graph.edge(f"n{numbers[tail]}:{leaves}:e", f"n{numbers[head]}:{enters}:w", weight=weight)
    return str(graph.source), len(arrows)


def _box(one: Figure) -> str:
    """The element as a table of Graphviz: one cell for all of it, with a port on each level where a line touches it."""
    levels = [(0.0, "m"), *((guest.level, f"g{number}") for number, guest in enumerate(one.guests))]
    rows = []
    y = -one.up
    for level, port in sorted(levels):
        if level - 2 > y:
            rows.append(_row(one, level - 2 - y))
        rows.append(_row(one, 4, port))
        y = level + 2
    if one.down > y:
        rows.append(_row(one, one.down - y))
    return f'<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">{"".join(rows)}</TABLE>>'


def _row(one: Figure, height: float, port: str | None = None) -> str:
    named = f' PORT="{port}"' if port else ""
    return f'<TR><TD FIXEDSIZE="TRUE" WIDTH="{round(2 * one.side)}" HEIGHT="{round(height)}"{named}></TD></TR>'

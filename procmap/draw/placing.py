"""Where the elements of a panel stand: Graphviz says in which column, and in what order from top to bottom.

Graphviz gets boxes of a fixed size, no words, and a cluster for each area. It cannot be told the order of the areas; so
they are put below each other as bands in the order of the lanes afterwards, and the spaces within them are closed up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from procmap.draw.aligning import aligned
from procmap.draw.figures import Figure
from procmap.draw.panels import Panel
from procmap.draw.ways import Ways

__all__ = ["Band", "Manner", "Placed", "Spots", "asked", "in_a_row", "placed", "spots"]

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


class Spots(NamedTuple):
    """Where the elements of a panel stand before they are put in bands: the column of each, and the y of its middle."""

    column: Mapping[str, int]
    y: Mapping[str, float]


def in_a_row(panel: Panel) -> Spots | None:
    """The spots of elements that simply follow on each other, which needs no Graphviz; None for all others."""
    ahead = {arrow.source: arrow.target for arrow in panel.arrows}
    firsts = panel.figures.keys() - ahead.values()
    if len(panel.arrows) != len(panel.figures) - 1 or len(firsts) != 1:
        return None
    row = list(firsts)
    while (following := ahead.get(row[-1])) is not None:
        row.append(following)
    if len(row) != len(panel.figures):
        return None
    return Spots({id: column for column, id in enumerate(row)}, dict.fromkeys(row, 0.0))


def spots(panel: Panel, manner: Manner, graph: Mapping[str, Any]) -> Spots:
    """The spots of a panel's elements as Graphviz has laid them out in answer to what was ``asked``."""
    laid = {node["name"]: node["pos"] for node in graph["objects"] if "pos" in node}
    xs, middles = {}, {}
    for number, (id, one) in enumerate(panel.figures.items()):
        x, y = map(float, laid[f"n{number}"].split(","))
        xs[id], middles[id] = round(x), one.up - y - (one.up + one.down) / 2
    order = {x: column for column, x in enumerate(sorted(set(xs.values())))}
    column = {id: order[x] for id, x in xs.items()}
    return Spots(column, aligned(panel, column, middles, manner.between - 6))


def placed(panel: Panel, spots: Spots, room: float) -> Placed:
    """The elements of a panel in columns and bands; ``room`` is left free above and below what stands in a band."""
    widths = [0.0] * (1 + max(spots.column.values(), default=-1))
    for id, one in panel.figures.items():
        widths[spots.column[id]] = max(widths[spots.column[id]], 2 * one.side)
    stacked, bands, height = _stacked(panel, {id: y - panel.figures[id].up for id, y in spots.y.items()}, room)
    y = {id: top + panel.figures[id].up for id, top in stacked.items()}
    return Placed(tuple(widths), spots.column, y, bands, height)


def _stacked(panel: Panel, tops: Mapping[str, float], room: float) -> tuple[dict[str, float], tuple[Band, ...], float]:
    """The upper edges of all elements when the bands stand in their order, one right below the other."""
    members: dict[str, list[str]] = {area.key: [] for area in panel.areas}
    for id, one in panel.figures.items():
        members[one.area.key].append(id)
    stacked: dict[str, float] = {}
    bands = []
    y = 0.0
    for area in panel.areas:
        edge = y
        y += room
        reached: float | None = None
        for id in sorted(members[area.key], key=lambda id: tops[id]):
            one = panel.figures[id]
            if reached is None:
                shift = y - tops[id]
            elif tops[id] - reached > _WIDEST_GAP:
                shift -= tops[id] - reached - _WIDEST_GAP
            stacked[id] = tops[id] + shift
            reached = max(reached or tops[id], tops[id] + one.up + one.down)
            y = max(y, stacked[id] + one.up + one.down)
        y += room
        bands.append(Band(area.key, edge, y))
    return stacked, tuple(bands), y


def asked(panel: Panel, manner: Manner) -> tuple[str, int]:
    """What Graphviz gets, and how many edges there are in it."""
    import graphviz  # type: ignore[import-untyped]

    numbers = {id: number for number, id in enumerate(panel.figures)}
    attributes = {"rankdir": "LR", "newrank": "true", "nodesep": f"{manner.between / _INCH:.3f}", "ranksep": "0.4"}
    graph = graphviz.Digraph(graph_attr=attributes, node_attr={"shape": "plain"}, edge_attr={"dir": "none"})
    turned = reversed if manner.first_on_top else iter
    boxes: dict[str, list[tuple[str, str]]] = {area.key: [] for area in panel.areas}
    for id, one in turned(list(panel.figures.items())):
        boxes[one.area.key].append((f"n{numbers[id]}", _box(one)))
    for number, area in turned(list(enumerate(panel.areas))):
        with graph.subgraph(name=f"{'cluster' if manner.banded else 'area'}_{number}") as band:
            for name, box in boxes[area.key]:
                band.node(name, label=box)
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

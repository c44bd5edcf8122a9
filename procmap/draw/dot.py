"""The process as a graph in DOT, for those who lay it out or restyle it with Graphviz themselves.

Each panel is a cluster with its areas as clusters inside. Boxes have the size their words need, so that å ä ö stay
inside with an engine that cannot measure them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from procmap.draw.figures import Figure
from procmap.draw.panels import Panel
from procmap.draw.style import BAND, BODY, FLOW, INK, LINE, MUTED, RULE, SMALL, WHITE
from procmap.draw.svg import clean
from procmap.draw.wording import NO_NAME, Names
from procmap.model.activity import SubProcess
from procmap.model.event import Event
from procmap.model.gateway import Gateway
from procmap.model.knowledge import Unknown
from procmap.model.process import Process
from procmap.text import Language

__all__ = ["escape", "source"]

_INCH = 72.0
_PLAIN_ID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_./-]*")
_SIGNS = {"exclusive": "X", "inclusive": "O", "parallel": "+", "event_based": "E", "complex": "*"}


def escape(lines: Sequence[str]) -> str:
    """Lines as a label of DOT, in which nothing is an escape, an entity or markup any more."""
    from graphviz import nohtml  # type: ignore[import-untyped]

    text = "\\n".join(_plain(line) for line in lines)
    escaped: str = nohtml(text)  # a kind of str that graphviz puts in quotation marks even if it looks like markup
    return escaped


def _plain(line: str) -> str:
    return clean(line).replace("\n", " ").replace("\r", " ").replace("\\", "\\\\").replace("&", "&amp;")


def source(process: Process, panels: Sequence[Panel], language: Language) -> str:
    """The DOT of some panels of a process."""
    import graphviz

    names = Names(process, language)
    graph = graphviz.Digraph(
        name=process.id if _PLAIN_ID.fullmatch(process.id) else None,
        graph_attr={
            "rankdir": "LR",
            "newrank": "true",
            "nodesep": "0.4",
            "ranksep": "0.5",
            "label": escape([names.of(process.name) or NO_NAME(language)]),
            "labelloc": "t",
            "labeljust": "l",
            "fontname": "Open Sans",
            "fontsize": "20",
        },
        node_attr={"fontname": "Open Sans", "fontsize": f"{BODY:g}", "fontcolor": INK, "color": LINE}
        | {"fillcolor": WHITE, "style": "filled", "fixedsize": "true", "label": ""},
        edge_attr={"fontname": "Open Sans", "fontsize": f"{SMALL:g}", "fontcolor": INK, "color": FLOW},
    )
    for number, panel in enumerate(panels):
        if panel.trail:
            with graph.subgraph(name=f"cluster_{number}") as box:
                box.attr(label=escape([" › ".join(panel.trail)]), color=RULE, style="solid", fontsize="16")
                _panel(box, panel, number)
        else:
            _panel(graph, panel, number)
    return str(graph.source)


def _panel(graph: Any, panel: Panel, number: int) -> None:
    ids = _Ids(panel, number)
    for place, area in enumerate(panel.areas):
        with graph.subgraph(name=f"cluster_{number}_{place}") as band:
            known = area.lane is not None
            name = " › ".join([*(outer for _, outer in area.within), area.name])
            band.attr(label=escape([name]), fontsize=f"{BODY:g}", labeljust="l")
            band.attr(style="filled" if known else "dashed", color=RULE if known else MUTED, fillcolor=BAND[area.kind])
            for one in panel.figures.values():
                if one.area == area:
                    _node(band, ids, one)
    for arrow in panel.arrows:
        marks = {"dir": "both", "arrowtail": "tee"} if arrow.default else {}
        graph.edge(ids.of(arrow.source), ids.of(arrow.target), label=escape(arrow.words.lines), **marks)


class _Ids:
    """The names of nodes: their paths, or numbers for those that DOT would take for something else."""

    def __init__(self, panel: Panel, number: int) -> None:
        every = [*panel.figures, *(guest.id for one in panel.figures.values() for guest in one.guests)]
        self._ids = {
            id: path if _PLAIN_ID.fullmatch(path := panel.prefix + id) else f"node_{number}_{place}"
            for place, id in enumerate(every)
        }

    def of(self, id: str) -> str:
        return self._ids[id]


def _node(graph: Any, ids: _Ids, one: Figure) -> None:
    node = one.node
    if isinstance(node, Gateway):
        sign = _SIGNS[node.kind]
        graph.node(ids.of(one.id), sign, shape="diamond", xlabel=escape(one.words.lines), **_size(one))
    elif isinstance(node, Event):
        graph.node(ids.of(one.id), shape="circle", xlabel=escape(one.words.lines), **_ring(node), **_size(one))
    else:
        is_event = isinstance(node, SubProcess) and node.kind == "event"
        border = ",dashed" if isinstance(node.name, Unknown) else ",dotted" if is_event else ""
        style = f"filled,rounded{border}"
        lines = [*one.words.lines, *one.below.lines, *(["[+]"] if isinstance(node, SubProcess) and node.nodes else [])]
        graph.node(ids.of(one.id), escape(lines), shape="box", style=style, **_size(one))
    for guest in one.guests:
        ring = _ring(guest.event)
        graph.node(
            ids.of(guest.id), shape="circle", xlabel=escape(guest.words.lines), width="0.36", height="0.36", **ring
        )
        graph.edge(ids.of(one.id), ids.of(guest.id), style="dotted", arrowhead="none")


def _ring(node: Event) -> dict[str, str]:
    """Thin for a start, double on the way, thick for an end, broken for what interrupts nothing."""
    if node.position == "end":
        return {"penwidth": "3"}
    rings = {} if node.position == "start" else {"peripheries": "2"}
    return rings if node.interrupting else rings | {"style": "filled,dashed"}


def _size(one: Figure) -> dict[str, str]:
    return {"width": f"{one.width / _INCH:.2f}", "height": f"{one.height / _INCH:.2f}"}

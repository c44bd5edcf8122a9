"""Pictures of a process: ``draw(process)`` is SVG, ready to be looked at, edited and put into a document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Union

from procmap.draw.panels import panels
from procmap.errors import BadUsage
from procmap.finding import Finding
from procmap.graph.parts import open_values, parts_of
from procmap.model.activity import SubProcess
from procmap.model.knowledge import Disputed
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap, nodes_within
from procmap.text import Language, Text

__all__ = ["FORMATS", "VIEWS", "Format", "View", "draw"]

View = Literal["flow"]
Format = Literal["svg", "dot"]
VIEWS: tuple[View, ...] = ("flow",)
FORMATS: tuple[Format, ...] = ("svg", "dot")

_NO_VIEW = Text(
    "Det finns ingen vy som heter {view}. Välj bland: {views}.", "There is no view {view}. Choose: {views}."
)
_NO_FORMAT = Text(
    "Det går inte att rita som {format}. Välj bland: {formats}.", "Cannot draw as {format}. Choose one of: {formats}."
)
_NONE = Text("Kartan har ingen process att rita.", "The map has no process to draw.")
_SEVERAL = Text(
    "Kartan har flera processer: {ids}. Säg vilken med only.",
    "The map has several processes: {ids}. Say which with only.",
)
_UNKNOWN = Text(
    "Det finns ingen process eller delprocess som heter {only}.", "There is no process or subprocess called {only}."
)


def draw(
    what: Union[Process, ProcessMap],
    *,
    view: View = "flow",
    format: Format = "svg",
    language: Language = "sv",
    findings: Sequence[Finding] = (),
    only: str | None = None,
) -> str:
    """A process as a picture: SVG, or the source of a graph in DOT.

    ``findings`` are shown as numbers at the elements they are about, with a list below (in SVG only). ``only`` is the
    id of a process, or the path of a subprocess: ``beredning``, ``bygglov/beredning``. BadUsage where that, the view or
    the format is not known, or a map has several processes and ``only`` is not given; CannotDraw without a Graphviz.
    """
    if view not in VIEWS:
        raise BadUsage(_NO_VIEW.fill(view=view, views=", ".join(VIEWS)))
    if format not in FORMATS:
        raise BadUsage(_NO_FORMAT.fill(format=format, formats=", ".join(FORMATS)))
    process, prefix = _chosen(what, only)
    chosen = [panel for panel in panels(process, language) if panel.prefix.startswith(prefix)]
    if format == "dot":
        from procmap.draw.dot import source

        return source(process, chosen, language)
    from procmap.draw.page import page

    about = [finding for finding in findings if any(ref.document == process.id for ref in finding.refs)]
    return page(process, chosen, _disputed(process), about, language)


def _chosen(what: Union[Process, ProcessMap], only: str | None) -> tuple[Process, str]:
    """The process to draw, and the prefix of the ids that are in the picture."""
    processes = (what,) if isinstance(what, Process) else what.processes
    if not processes:
        raise BadUsage(_NONE)
    if only is None:
        if len(processes) > 1:
            raise BadUsage(_SEVERAL.fill(ids=", ".join(process.id for process in processes)))
        return processes[0], ""
    for process in processes:
        if only == process.id:
            return process, ""
    for process in processes:
        path = only.removeprefix(f"{process.id}/")
        if any(path == found and isinstance(node, SubProcess) for found, node in nodes_within(process)):
            return process, f"{path}/"
    raise BadUsage(_UNKNOWN.fill(only=only))


def _disputed(process: Process) -> frozenset[str]:
    """The paths of the elements about which different people say different things."""
    return frozenset(
        value.ref.element
        for value in open_values(parts_of(process))
        if isinstance(value.value, Disputed) and value.ref.element is not None
    )

"""Pictures of processes and journeys: ``draw(…)`` is SVG, ready to be looked at, edited and put into a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Literal, Union

from procmap.draw.panels import panels
from procmap.draw.size import MOST_MESSAGES, refuse_too_large, refuse_too_many
from procmap.errors import BadUsage
from procmap.finding import Finding
from procmap.graph.parts import open_values, parts_of
from procmap.graph.pools import has_work, pool_names, work_within
from procmap.model.activity import SubProcess
from procmap.model.collaboration import Collaboration
from procmap.model.journey import Journey
from procmap.model.knowledge import Disputed, known
from procmap.model.label import label_in
from procmap.model.process import Process
from procmap.model.process_map import Document, ProcessMap, nodes_within
from procmap.read.reading import Reading
from procmap.ref import Ref
from procmap.source.source import Source
from procmap.text import Language, Text

__all__ = ["FORMATS", "VIEWS", "Format", "View", "draw"]

View = Literal["flow", "journey", "blueprint"]
Format = Literal["svg", "dot"]
VIEWS: tuple[View, ...] = ("flow", "journey", "blueprint")
FORMATS: tuple[Format, ...] = ("svg", "dot")

_NOT_DRAWN = Text(
    "{kind} går inte att rita. Ge en Process, en Journey, en ProcessMap eller en Reading.",
    "{kind} cannot be drawn. Give a Process, a Journey, a ProcessMap or a Reading.",
)
_A_COLLABORATION = Text(
    "Collaboration går inte att rita för sig. Ge den ProcessMap eller Reading som den kommer ur, med only={only}.",
    "Collaboration cannot be drawn by itself. Give the ProcessMap or Reading that it comes from, with only={only}.",
)
_NO_VIEW = Text(
    "Det finns ingen vy som heter {view}. Välj bland: {views}.", "There is no view {view}. Choose: {views}."
)
_NO_FORMAT = Text(
    "Det går inte att rita som {format}. Välj bland: {formats}.", "Cannot draw as {format}. Choose one of: {formats}."
)
_NONE = Text("Kartan har ingen process att rita.", "The map has no process to draw.")
_NO_JOURNEY = Text("Kartan har ingen resa att rita.", "The map has no journey to draw.")
_SEVERAL_JOURNEYS = Text(
    "Kartan har flera resor: {ids}. Säg vilken med only.", "The map has several journeys: {ids}. Say which with only."
)
_UNKNOWN_JOURNEY = Text(
    "Det finns ingen resa som heter {only}. Det som finns: {ids}.",
    "There is no journey called {only}. What there is: {ids}.",
)
_NO_GRAPH = Text("En resa ritas bara som svg.", "A journey is drawn as svg only.")
_NO_TRACE = Text(
    "Vägen dit ett ärende fastnar ritas bara i en process (flow), och bara som svg.",
    "The way to where a case gets stuck is drawn for a process only (flow), and as svg only.",
)
_SEVERAL = Text(
    "Det finns flera att rita: {ids}. Säg vilken med only.",
    "There are several to draw: {ids}. Say which with only.",
)
_NO_GRAPH_OF_POOLS = Text("En samverkan ritas bara som svg.", "A collaboration is drawn as svg only.")
_UNKNOWN = Text(
    "Det finns inget att rita som heter {only}. Det som finns: {ids}.",
    "There is nothing to draw called {only}. What there is: {ids}.",
)
_LISTED = 12


def draw(
    what: Union[Process, Journey, ProcessMap, Reading],
    *,
    view: View | None = None,
    format: Format = "svg",
    language: Language = "sv",
    findings: Sequence[Finding] = (),
    only: str | None = None,
    trace: bool = False,
) -> str:
    """A process or a journey as a picture: SVG, or for a process the source of a graph in DOT.

    Without a ``view`` a process is shown as its ``flow`` and a journey as ``journey``; ``blueprint`` is a journey with
    the work behind it, for which the whole map is needed. A collaboration is drawn with all its pools and what they
    send each other, in SVG. A ``Reading`` of a BPMN file is drawn as the file's own diagram has it; where it has none,
    as any other. ``findings`` are shown as numbers at the elements they are about, with a list below (in SVG only).
    With ``trace`` the flow of a process is proved (``procmap.verify``), and the way to where a case cannot finish is
    drawn stronger and numbered; in a map, calls are followed. Where each process of a collaboration can finish by
    itself, they are proved together, and that way is drawn. ``only`` is the id of a process, a journey or a
    collaboration, or the path of a subprocess (``beredning``, ``bygglov/beredning``). BadUsage where that, the view or
    the format is not known, there are several that could be meant and ``only`` is not given, or the picture would have
    more than 30,000 elements or 300 messages between pools; CannotDraw without a Graphviz.
    """
    if isinstance(what, Collaboration):
        raise BadUsage(_A_COLLABORATION.fill(only=repr(what.id)))
    if not isinstance(what, (Process, Journey, ProcessMap, Reading)):
        raise BadUsage(_NOT_DRAWN.fill(kind=type(what).__name__))
    if view is not None and view not in VIEWS:
        raise BadUsage(_NO_VIEW.fill(view=view, views=", ".join(VIEWS)))
    if format not in FORMATS:
        raise BadUsage(_NO_FORMAT.fill(format=format, formats=", ".join(FORMATS)))
    sources: Mapping[str, Source] = {}
    if isinstance(what, Reading):
        if view in (None, "flow") and format == "svg":
            from procmap.draw.bpmn.choice import own_picture

            picture = own_picture(what, language, findings, only, trace)
            if picture is not None:
                return picture
        sources, what = what.sources, what.map
    is_journey = view in ("journey", "blueprint") or (view is None and _is_journey(what, only))
    if trace and (is_journey or format != "svg"):
        raise BadUsage(_NO_TRACE)
    if is_journey:
        return _journey(what, view == "blueprint", format, language, findings, only)
    if isinstance(what, Journey):
        raise BadUsage(_NONE)
    together = _pools(what, sources, only) if isinstance(what, ProcessMap) else None
    if together is not None and isinstance(what, ProcessMap):
        return _collaboration(together, what, format, language, findings, trace)
    process, prefix = _chosen(what, only)
    name = pool_names(what).get(process.id) if isinstance(what, ProcessMap) else None
    if process.name is None and name is not None:
        process = replace(process, name=name)
    if format == "svg":
        refuse_too_large(sum(path.startswith(prefix) for path, _ in nodes_within(process)))
    who = label_in(name, language) if not process.lanes else ""
    chosen = [panel for panel in panels(process, language, who) if panel.prefix.startswith(prefix)]
    if format == "dot":
        from procmap.draw.dot import source

        return source(process, chosen, language)
    from procmap.draw.page import page

    about = [finding for finding in findings if any(ref.document == process.id for ref in finding.refs)]
    trail = None
    if trace:
        from procmap.draw.trace import trail_of
        from procmap.graph.soundness_words import Account
        from procmap.verify.verify import verify

        map = what if isinstance(what, ProcessMap) else None
        trail = trail_of(Account(process, verify(process, map=map), map), language, alone=True)
    return page(process, chosen, _disputed(process), about, language, trail)


def _is_journey(what: Union[Process, Journey, ProcessMap], only: str | None) -> bool:
    """Whether a journey is meant where nobody has said how it shall be shown."""
    if not isinstance(what, ProcessMap):
        return isinstance(what, Journey)
    if only is None:
        return not what.processes and bool(what.journeys)
    return all(process.id != only for process in what.processes) and any(one.id == only for one in what.journeys)


def _journey(
    what: Union[Process, Journey, ProcessMap],
    with_work: bool,
    format: Format,
    language: Language,
    findings: Sequence[Finding],
    only: str | None,
) -> str:
    """A journey, with the work behind it or without."""
    if format != "svg":
        raise BadUsage(_NO_GRAPH)
    map = what if isinstance(what, ProcessMap) else ProcessMap(journeys=(what,) if isinstance(what, Journey) else ())
    journeys = [journey for journey in map.journeys if only in (None, journey.id)]
    if not map.journeys:
        raise BadUsage(_NO_JOURNEY)
    if not journeys:
        raise BadUsage(_UNKNOWN_JOURNEY.fill(only=only, ids=_ids(map.journeys)))
    if len(journeys) > 1:
        raise BadUsage(_SEVERAL_JOURNEYS.fill(ids=", ".join(journey.id for journey in journeys)))
    if with_work:
        from procmap.draw.blueprint import blueprint_picture

        return blueprint_picture(map, journeys[0], language, findings)
    from procmap.draw.journey import journey_map

    return journey_map(map, journeys[0], language, findings)


def _pools(map: ProcessMap, sources: Mapping[str, Source], only: str | None) -> Collaboration | None:
    """The collaboration that is asked for; where nothing is, the one that everything in the map belongs to."""
    if only is not None:
        is_process = any(process.id == only for process in map.processes)
        return None if is_process else next((one for one in map.collaborations if one.id == only), None)
    few = [one for one in map.collaborations if len(one.message_flows) <= MOST_MESSAGES]
    drawn = [one for one in few if one.message_flows or not has_work(one, map)]
    within = {id for one in drawn for id in work_within(one, map, sources)}
    ids = [process.id for process in map.processes if process.id not in within]
    if drawn and len(drawn) + len(ids) > 1:
        raise BadUsage(_SEVERAL.fill(ids=", ".join([*ids, *(one.id for one in drawn)])))
    return drawn[0] if drawn else None


def _collaboration(
    collaboration: Collaboration,
    map: ProcessMap,
    format: Format,
    language: Language,
    findings: Sequence[Finding],
    trace: bool,
) -> str:
    """Its pools and what they send each other."""
    if format != "svg":
        raise BadUsage(_NO_GRAPH_OF_POOLS)
    from procmap.draw.collaboration.page import collaboration_picture

    ids = {known(pool.process) for pool in collaboration.pools}
    processes = [process for process in map.processes if process.id in ids]
    refuse_too_many(len(collaboration.message_flows))
    refuse_too_large(len(collaboration.pools) + sum(1 for process in processes for _ in nodes_within(process)))
    trails = None
    if trace:
        from procmap.draw.trails import trails_of

        trails = trails_of(processes, collaboration, map, language)
    return collaboration_picture(collaboration, map, language, findings, trails)


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
    others: list[Document] = [*what.journeys, *what.collaborations] if isinstance(what, ProcessMap) else []
    within = (
        Ref(process.id, path)
        for process in processes
        for path, node in nodes_within(process)
        if isinstance(node, SubProcess)
    )
    raise BadUsage(_UNKNOWN.fill(only=only, ids=_ids([*processes, *others], within)))


def _ids(documents: Sequence[Document], within: Iterable[Ref] = ()) -> str:
    """What can be drawn, by id; the first few of many."""
    ids = [*(document.id for document in documents), *map(str, islice(within, _LISTED))]
    return ", ".join(ids[:_LISTED]) + (" …" if len(ids) > _LISTED else "")


def _disputed(process: Process) -> frozenset[str]:
    """The paths of the elements about which different people say different things."""
    return frozenset(
        value.ref.element
        for value in open_values(parts_of(process))
        if isinstance(value.value, Disputed) and value.ref.element is not None
    )

"""What is drawn in one picture: a panel for the process itself, and one for each subprocess with something inside.

A subprocess is a closed box in the flow it belongs to and stands opened below it. So no line has to cross its border,
and each panel stays small enough to be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from procmap.draw import wording
from procmap.draw.areas import Area, Areas
from procmap.draw.figures import Figure, Words, figure, flow_words
from procmap.draw.wording import Names
from procmap.graph.adjacency import Scope, scopes
from procmap.model.activity import Activity
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.knowledge import known
from procmap.model.process import Process
from procmap.text import Language

__all__ = ["Arrow", "Panel", "panels"]


@dataclass(frozen=True, slots=True)
class Arrow:
    """A flow with its words; ``source`` may be an event on a border. ``default`` is taken when no answer holds."""

    id: str
    source: str
    target: str
    words: Words
    default: bool = False

    @property
    def room(self) -> tuple[float, float] | None:
        """The width and height of its words, with a little beside them; None where it has none."""
        return (self.words.width + 2, self.words.height) if self.words.lines else None


@dataclass(frozen=True, slots=True)
class Panel:
    """One scope: ``trail`` are the names of the subprocesses down to it, none for the process itself."""

    scope: Scope
    trail: tuple[str, ...]
    areas: tuple[Area, ...]
    figures: Mapping[str, Figure]
    arrows: tuple[Arrow, ...]

    @property
    def prefix(self) -> str:
        """What makes a path of the id of one of its elements."""
        return self.scope.prefix


def panels(process: Process, language: Language, who: str = "") -> list[Panel]:
    """A panel for each scope that holds anything, outermost first; ``who`` does what no lane is said to do."""
    names = Names(process, language)
    areas = Areas(process, names, who)
    found = []
    trails: dict[str, tuple[str, ...]] = {"": ()}
    for scope in scopes(process):
        trail = trails[scope.prefix]
        for id, node in scope.nodes.items():
            trails[f"{scope.prefix}{id}/"] = (*trail, names.of(node.name) or id)
        if scope.nodes:
            found.append(_panel(scope, trail, areas.of(scope), names))
    return found


def _panel(scope: Scope, trail: tuple[str, ...], places: Mapping[str, Area], names: Names) -> Panel:
    guests = {id: events for id, events in scope.boundary.items() if isinstance(scope.nodes[id], Activity)}
    attached = {event.id for events in guests.values() for event in events}
    figures = {
        id: figure(node, places[id], guests.get(id, ()), names)
        for id, node in scope.nodes.items()
        if id not in attached
    }
    used = {one.area.key: one.area for one in figures.values()}
    return Panel(
        scope=scope,
        trail=trail,
        areas=tuple(sorted(used.values(), key=lambda area: area.rank)),
        figures=figures,
        arrows=tuple(_arrows(scope, names)),
    )


def _arrows(scope: Scope, names: Names) -> Iterator[Arrow]:
    for id in scope.nodes:
        for flow in scope.outgoing.get(id, ()):
            default = _is_default(scope, flow)
            yield Arrow(flow.id, flow.source, flow.target, flow_words(_answer(scope, flow, default, names)), default)


def _is_default(scope: Scope, flow: SequenceFlow) -> bool:
    source = scope.nodes[flow.source]
    return isinstance(source, Gateway) and source.default == flow.id and len(scope.outgoing[flow.source]) > 1


def _answer(scope: Scope, flow: SequenceFlow, default: bool, names: Names) -> str:
    """What stands on a flow: the answer, or that it is the one for all other answers, and how often it is taken."""
    said = names.of(flow.name) or (wording.ELSE(names.language) if default else "")
    if (rate := known(flow.share)) is not None:
        said = f"{said} {wording.share(rate)}".lstrip()
    return said

"""The areas that a picture of the flow is parted in: one for each lane, and those for steps that nobody answers for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from procmap.draw import wording
from procmap.draw.wording import Names
from procmap.graph.adjacency import Scope
from procmap.graph.places import places
from procmap.graph.residents import is_resident
from procmap.model.activity import Activity, Node, Task
from procmap.model.knowledge import Disputed, NotApplicable, Unknown
from procmap.model.process import Process
from procmap.model.resource import Lane, LaneKind
from procmap.text import Text

__all__ = ["Area", "Areas"]


@dataclass(frozen=True, slots=True)
class Area:
    """Where steps stand that one lane does; ``lane`` is None where no lane is known to do them.

    ``kind`` is None where it is not known who does them; a pool without lanes has one.
    ``within`` are the lanes around it, as ids and names, the outermost first.
    """

    key: str
    name: str
    lane: str | None
    kind: LaneKind | None
    rank: int
    within: tuple[tuple[str, str], ...] = ()


_OPEN: dict[str, Text] = {
    "asked": wording.NOBODY_KNEW,
    "disputed": wording.AGREED_BY_NONE,
    "nobody": wording.NOBODY,
    "unasked": wording.NOBODY_ASKED,
}


class Areas:
    """In which area each element of a process stands."""

    def __init__(self, process: Process, names: Names, who: str = "") -> None:
        """``who`` does what no lane is said to do: the pool whose work the process is."""
        self._places = places(process)
        kinds = {lane.id: lane.kind for lane in process.lanes}
        around = {lane.id: tuple(_around(lane, process.lanes)) for lane in process.lanes}
        used = dict.fromkeys([*_nested(process.lanes, around), *filter(None, self._places.values())])
        self._lanes = {
            lane: Area(
                f"lane {lane}",
                names.lane(lane),
                lane,
                kinds.get(lane, "person"),
                rank,
                tuple((outer, names.lane(outer)) for outer in around.get(lane, ())),
            )
            for rank, lane in enumerate(used)
        }
        self._open = {
            key: Area(key, words(names.language), None, None, len(used) + rank)
            for rank, (key, words) in enumerate(_OPEN.items())
        }
        if who:
            kind: LaneKind = "customer" if is_resident(who) else "person"
            self._open["unasked"] = Area("pool", who, None, kind, len(used))

    def of(self, scope: Scope) -> dict[str, Area]:
        """The area of each node of a scope, by local id: gateways and events stand where what comes before them does.

        That is the nearest of those before them that say it; of several as near, the first.
        """
        areas = {id: area for id in scope.nodes if (area := self._own(scope, id)) is not None}
        steps = dict.fromkeys(areas, 0)
        reached = list(areas)
        for id in reached:
            for following in scope.after(id):
                if following not in steps:
                    steps[following] = steps[id] + 1
                    reached.append(following)
        for id in reached:
            if id not in areas:
                nearest = min(scope.before(id), key=lambda before: steps.get(before, len(steps)))
                areas[id] = areas[nearest]
        return {id: areas.get(id, self._open["unasked"]) for id in scope.nodes}

    def _own(self, scope: Scope, id: str) -> Area | None:
        """Where a node says itself that it stands."""
        if lane := self._places[scope.prefix + id]:
            return self._lanes[lane]
        key = _answer(scope.nodes[id])
        return self._open[key] if key else None


def _around(lane: Lane, lanes: Sequence[Lane]) -> Iterator[str]:
    """The ids of the lanes around one, the outermost first; one that is not there, or comes back, is none."""
    known = {one.id: one for one in lanes}
    chain = [lane.id]
    while (outer := known[chain[-1]].parent) in known and outer is not None and outer not in chain:
        chain.append(outer)
    yield from reversed(chain[1:])


def _nested(lanes: Sequence[Lane], around: Mapping[str, Sequence[str]]) -> list[str]:
    """The ids of the lanes in their order, those within another one right after it."""
    order = {lane.id: number for number, lane in enumerate(lanes)}
    return sorted(order, key=lambda id: [order[one] for one in (*around[id], id)])


def _answer(node: Node) -> str | None:
    """What was answered about who does it, where that is no lane; None leaves it to what stands before."""
    if isinstance(node.lane, Unknown):
        return "asked"
    if isinstance(node.lane, Disputed):
        return "disputed"
    if isinstance(node.lane, NotApplicable):
        return "nobody"
    waits = isinstance(node, Task) and node.waits_for is not None
    return "unasked" if isinstance(node, Activity) and not waits else None

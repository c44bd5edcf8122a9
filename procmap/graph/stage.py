"""Front of the stage, behind it, and what supports it: the elements of one process on a blueprint.

==========  =============================================================================================
customer    elements in lanes of kind customer
            ─ line of interaction ─
digital     what an e-service, a website or the like does, which she uses by herself
front       what else she meets or is sent, whoever does it: a person, a robot, another organisation
            ─ line of visibility ─
back        what persons do that she does not see, and what nobody has said who does
            ─ line of internal interaction ─
support     what systems, robots and other organisations do that she does not see
==========  =============================================================================================

The lines are those of the canon (Bitner, Ostrom and Morgan 2008). What is met through the channel ``none`` goes on
while she has no contact, and is therefore not seen; what she uses by herself stays in its row then too. Shown are
activities, and the gateways and events that somebody is said to decide or do, or that a touchpoint meets.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import islice
from typing import Literal, Union

from procmap.graph.adjacency import scopes
from procmap.graph.audience import Audience
from procmap.graph.behind import behind
from procmap.graph.entries import by_id
from procmap.graph.places import places
from procmap.graph.residents import kind_of
from procmap.graph.self_service import is_self_service
from procmap.model.activity import Activity, Node, SubProcess, Task
from procmap.model.event import Event
from procmap.model.knowledge import NOT_APPLICABLE, Unknown, known
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap, nodes_within
from procmap.model.resource import Lane, LaneKind, System
from procmap.ref import Ref

__all__ = ["ROWS", "Card", "Hole", "HoleKind", "Row", "Stage", "Use"]

Row = Literal["customer", "digital", "front", "back", "support"]
ROWS: tuple[Row, ...] = ("customer", "digital", "front", "back", "support")

_FAR = 50
"""So many elements are looked at after each card, so that the join stays linear; no picture could show more lines."""

HoleKind = Literal[
    "touchpoints-not-asked",  # the step says nothing about where it meets anybody
    "touchpoints-unknown",  # asked, and nobody knew (or nobody agrees)
    "channel-not-asked",
    "channel-unknown",
    "nothing-behind",  # the team says so itself: n/a
    "behind-not-asked",
    "behind-unknown",
    "behind-missing",  # refers to an element that is not in the map
    "met-by-no-step",  # the resident does or receives it, and no step of the journey tells of it
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hole:
    """A place where the join does not hold; ``ask`` is the role that might know, where somebody named one."""

    kind: HoleKind
    ref: Ref
    step: str | None = None
    ask: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One element of a process under one step; ``lane`` is None where nobody has said who does it, or nobody agrees.

    ``met`` tells whether a touchpoint of this very step reaches it, ``hole`` that the resident sees it and no step
    meets it. An element that several steps meet has a card under each of them.
    """

    ref: Ref
    node: Node
    row: Row
    lane: Lane | None = None
    kind: LaneKind | None = None
    met: bool = False
    hole: Hole | None = None


@dataclass(frozen=True, slots=True)
class Use:
    """A system and the ``cards`` that are done in it; ``system`` is None where it is unknown or not in the map."""

    id: str | None
    system: System | None
    cards: tuple[Ref, ...] = ()


class Stage:
    """One process under the steps of a journey.

    ``met`` has, for each path that touchpoints reach, the numbers of the steps that do, in order, and whether the
    resident sees the element there. ``on_screen`` are the paths that are met through a channel she uses by herself.
    """

    def __init__(
        self,
        process: Process,
        map: ProcessMap,
        met: Mapping[str, Mapping[int, bool]],
        on_screen: Set[str] = frozenset(),
    ) -> None:
        self.process = process
        self._met = met
        self._on_screen = on_screen
        self._nodes = dict(nodes_within(process))
        self._places = places(process)
        self._lanes = by_id(process.lanes, *(catalogue.lanes for catalogue in map.catalogues))
        self._systems = by_id(process.systems, *(catalogue.systems for catalogue in map.catalogues))
        self._kinds = {id: kind for id, lane in self._lanes.items() if (kind := kind_of(lane)) is not None}
        self._audience = Audience(process, map, self._kinds, "external" in self._kinds.values())
        only_begun = set(self._only_begun())
        seen = {path: path not in only_begun and self._is_seen(path, node) for path, node in self._nodes.items()}
        self._seen = frozenset(path for path, is_seen in seen.items() if is_seen)
        self._behind = behind(process, {path: tuple(steps) for path, steps in met.items()}, self._seen)
        self._under: dict[Union[int, None], list[str]] = {}
        for path in self._nodes:
            if self._is_shown(path):
                for number in met.get(path) or (self._behind.column.get(path),):
                    self._under.setdefault(number, []).append(path)

    def cards(self, number: int | None) -> Iterator[Card]:
        """The cards under a step, or those that stand under none, in the order of the process."""
        for path in self._under.get(number, ()):
            ref = Ref(self.process.id, path)
            kind = self._kind(path)
            unmet = path in self._seen and path not in self._met
            yield Card(
                ref=ref,
                node=self._nodes[path],
                row=self._row(path, number),
                lane=self._lanes.get(self._places[path] or ""),
                kind=kind,
                met=number in self._met.get(path, ()),
                hole=Hole(kind="met-by-no-step", ref=ref) if unmet else None,
            )

    def leads(self, number: int) -> Iterator[tuple[Ref, Ref]]:
        """From which card under a step to which other work goes, straight or past what is not shown."""
        here = frozenset(self._under.get(number, ()))
        for path in self._under.get(number, ()):
            for other in self._reached(path, here, number):
                yield Ref(self.process.id, path), Ref(self.process.id, other)

    def uses(self, number: int) -> Iterator[Use]:
        """The systems that the cards under a step are done in, each with one card."""
        for path in self._under.get(number, ()):
            for id in self._used(self._nodes[path]):
                yield Use(id, self._systems.get(id or ""), (Ref(self.process.id, path),))

    def _only_begun(self) -> Iterator[str]:
        """The starts after which she goes on herself: what sets her going is what her journey says of its trigger."""
        for scope in scopes(self.process):
            for id, node in scope.nodes.items():
                if isinstance(node, Event) and node.position == "start" and not node.triggers:
                    after = [scope.prefix + target for target in scope.after(id)]
                    if after and all(self._kind(path) == "customer" for path in after):
                        yield scope.prefix + id

    def _is_seen(self, path: str, node: Node) -> bool:
        """Whether the resident does or receives an element, so that her journey should tell of it."""
        return _is_work(node) and (self._kind(path) == "customer" or self._audience.sees(path, node))

    def _is_shown(self, path: str) -> bool:
        """Whether an element has a card: not inside a closed box, nor a box that is opened, nor a mere junction."""
        outer = path.rpartition("/")[0]
        if path in self._met:
            return True
        return (
            (not outer or outer in self._behind.opened)
            and path not in self._behind.opened
            and _is_work(self._nodes[path])
        )

    def _kind(self, path: str) -> LaneKind | None:
        lane = self._places[path]
        if lane is None:
            return "customer" if self._audience.is_residents_own else None
        return self._kinds.get(lane)

    def _row(self, path: str, number: int | None) -> Row:
        kind = self._kind(path)
        if kind == "customer":
            return "customer"
        if is_self_service(self._lanes.get(self._places[path] or "")):
            return "digital"
        if kind == "system" and path in self._on_screen:
            return "digital"
        if path in self._seen or (number is not None and self._met.get(path, {}).get(number)):
            return "front"
        return "back" if kind in ("person", None) else "support"

    def _reached(self, path: str, here: Set[str], number: int) -> Iterator[str]:
        """The cards that come next, past what is not shown and stands under the same step."""
        found: set[str] = set()
        waiting = list(self._next(path))
        while waiting and len(found) < _FAR:
            point = waiting.pop(0)
            if point in found:
                continue
            found.add(point)
            if point in here:
                yield point
            elif self._behind.column.get(point) == number:
                waiting.extend(islice(self._behind.after.get(point, ()), _FAR))

    def _next(self, path: str) -> Iterator[str]:
        yield from islice(self._behind.after.get(path, ()), _FAR)
        yield from islice(self._behind.after.get(f"{path}/", ()), _FAR)

    def _used(self, node: Node) -> Iterator[str | None]:
        """The ids of the systems that an element is done in, those inside a closed box included; None for ``??``."""
        inside = (one for _, one in nodes_within(node)) if isinstance(node, SubProcess) else ()
        for one in (node, *inside):
            if isinstance(one.system, Unknown):
                yield None
            yield from known(one.system) or ()


def _is_work(node: Node) -> bool:
    """Whether somebody does or decides something here, rather than that work merely waits, parts or meets."""
    if isinstance(node, Task) and node.waits_for is not None:
        return isinstance(node.lane, str)
    return isinstance(node, Activity) or (node.lane is not None and node.lane is not NOT_APPLICABLE)

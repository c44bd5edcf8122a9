"""The moves of a scope: which tokens each takes and gives, over places that are sequence flows or what is held."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from procmap.verify.catching import Escalations
from procmap.verify.doing import Doing
from procmap.verify.level import NOWHERE, Level
from procmap.verify.places import Places
from procmap.verify.remembered import Remembered

__all__ = ["CUT", "JOIN", "MOVE", "RESET", "SPLIT", "Net", "Step"]

MOVE, JOIN, SPLIT, RESET, CUT = range(5)
"""MOVE takes from all of ``pre`` and gives to all of ``post``. JOIN is a joining inclusive gateway: it takes from
those of ``pre`` that have a token. SPLIT gives to a choice of ``post`` (contracted net only). RESET ends the scope.
CUT stands for outcomes that are not known."""

Step = tuple[int, tuple[str, ...]]
"""An element that occurs, by its number, and the run inside it; NOWHERE for what goes on in one that has begun."""


class Net:
    """Moves in columns; move t has ``pre[t]``, ``post[t]``, ``kind[t]``, ``steps[t]``, ``occurs[t]``, ``marks[t]``,
    and belongs to ``node[t]``; it gives tokens to the flows ``gives[t]``.

    ``marks`` are bits of what is ``remembered``. ``initial`` are the places with a token at the beginning, on the
    flows ``entered`` or in ``entry``, which is the one before its start events. ``place``, ``flow``, ``next`` and
    ``passing`` are as in Places; ``flow`` is NOWHERE for what is held. ``held[p]`` is the node that a place holds
    tokens in, ``held_from[f]`` the places that hold what came from flow f. ``beyond[p]`` are flows that a token in
    p leads to on the map, though no move says so. ``colours`` groups the places of one flow with bound answers, and
    ``answers[p]`` are those open in one. ``too_many`` is a node with more answers, or more that may happen
    meanwhile, than can be tried.
    """

    def __init__(
        self,
        level: Level,
        doings: dict[int, Doing],
        escalations: Escalations,
        remembered: Remembered,
        places: Places,
        *,
        is_contracted: bool,
    ) -> None:
        self.level: Final = level
        self.doings: Final = doings
        self.escalations: Final = escalations
        self.remembered: Final = remembered
        self.is_contracted: Final = is_contracted
        self.place, self.flow, self.next, self.passing = places
        self.pre: list[list[int]] = []
        self.post: list[list[int]] = []
        self.kind: list[int] = []
        self.steps: list[tuple[Step, ...]] = []
        self.occurs: list[list[int]] = []
        self.marks: list[int] = []
        self.node: list[int] = []
        self.gives: list[list[int]] = []
        self.initial: list[int] = []
        self.entered: list[int] = []
        self.entry: int | None = None
        self.colours: dict[int, list[int]] = {}
        self.answers: dict[int, frozenset[int]] = {}
        self.held: dict[int, int] = {}
        self.held_from: dict[int, list[int]] = {}
        self.beyond: dict[int, list[int]] = {}
        self.too_many: int | None = None

    def add(
        self,
        node: int,
        steps: tuple[Step, ...],
        pre: list[int],
        flows: list[int],
        *,
        kind: int = MOVE,
        marks: int = 0,
        post: list[int] | None = None,
        along: Collection[int] = (),
    ) -> None:
        """A move of a node that gives to the places of some flows, or to those of ``post``."""
        place = self.place
        self.steps.append(steps)
        self.occurs.append([each for each, _ in steps if each != NOWHERE])
        if along:
            self.occurs[-1] += along
        self.pre.append(pre)
        self.post.append([place[flow] for flow in flows] if post is None else post)
        self.gives.append(flows)
        self.kind.append(kind)
        self.marks.append(marks)
        self.node.append(node)

    def new_place(self, held_by: int | None = None) -> int:
        """A place that stands for no flow."""
        number = len(self.flow)
        self.flow.append(NOWHERE)
        if held_by is not None:
            self.held[number] = held_by
        return number

    def groups(self) -> list[list[int]]:
        """Places whose tokens are counted together: those of one flow, and those that hold what came from one."""
        return [group for group in (*self.colours.values(), *self.held_from.values()) if len(group) > 1]

    def flow_of(self, place: int) -> list[int]:
        """The sequence flow whose tokens a place holds; none for a place before a start."""
        if self.flow[place] != NOWHERE:
            return [self.flow[place]]
        return [flow for flow, places in self.held_from.items() if place in places]

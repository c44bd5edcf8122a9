"""What was found out about one scope: its properties, its faults, what can occur in it and how it comes out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from procmap.verify.doing import Inner, Outcome
from procmap.verify.exploration import Exploration
from procmap.verify.level import NOWHERE, Level
from procmap.verify.net import Net, Step
from procmap.verify.occurring import countable
from procmap.verify.result import Property
from procmap.verify.told import Told
from procmap.verify.ways_to import Reach

__all__ = ["Fault", "Proof", "begun", "decided", "lost_states", "paths", "standing"]


@dataclass(slots=True)
class Fault:
    """A run that ends in a fault, and the elements at fault by number; for safeness, flows by number."""

    steps: list[Step]
    at: list[int]
    shortest: bool


@dataclass(slots=True)
class Proof:
    """What was found out about one scope.

    ``properties`` as in Verification, for this scope alone; ``occurs[i]`` whether node i can occur, ``reach`` how to
    come to it. ``told`` is how it comes out, ``whole`` whether all of that is known, ``crowded`` whether more than two
    tokens on a flow are why not. ``too_many`` is a node of which there is more to try than can be tried.
    """

    properties: dict[Property, bool | None]
    faults: dict[Property, Fault]
    occurs: bytearray
    told: Told | None
    whole: bool
    crowded: bool
    states: int
    reach: Reach
    too_many: int | None = None

    @property
    def outcomes(self) -> dict[Outcome, Inner]:
        """Those of a run, each with one."""
        return self.told.outcomes if self.told is not None else {}

    @property
    def throws(self) -> dict[str, Inner]:
        """A run to where each escalation was thrown."""
        return self.told.throws if self.told is not None else {}

    @property
    def meanwhile(self) -> dict[Outcome, Inner]:
        """The ends that it may have reached and what it may have thrown before it is over, each with a run.

        ``stuck`` are those where it can come to nothing from there.
        """
        return self.told.meanwhile if self.told is not None else {Outcome(): ()}


def decided(
    level: Level, found: Exploration, occurs: bytearray, lost: bool, perhaps: bool
) -> dict[Property, bool | None]:
    """The four properties of a scope; ``lost`` and ``perhaps`` say whether completion can be, or may be, lost in it."""
    open_ = bool(found.cut) or not found.full
    dead = any(not occurs[number] for number in countable(level))

    def value(fault: bool, maybe: bool = False) -> bool | None:
        return False if fault else None if maybe else True

    return {
        "option_to_complete": value(lost, open_ or perhaps),
        "proper_completion": value(found.twice is not None, open_),
        "no_dead_activities": value(dead and not open_, dead),
        "safeness": value(found.unsafe is not None, open_),
    }


def lost_states(net: Net, found: Exploration) -> tuple[list[int], list[int]]:
    """As ``lost`` of what was found, with what goes on beside the scope."""
    remembered = net.remembered
    return found.lost(remembered.ending, remembered.leaving, remembered.unsure)


def begun(net: Net, place: int, steps: list[Step]) -> list[Step]:
    """A run to where too much is held: it ends where the last of it begins."""
    last = next((at for at in range(len(steps) - 1, -1, -1) if steps[at][0] == net.held.get(place)), None)
    return steps if last is None else [*steps[:last], (steps[last][0], ())]


def standing(level: Level, net: Net, places: Iterable[int]) -> list[int]:
    """Where the tokens of some places stand: the nodes that they wait before, or that hold them."""
    nodes: dict[int, None] = {}
    for place in places:
        flow = net.flow[place] if place < len(net.flow) else NOWHERE
        if flow != NOWHERE:
            nodes[level.target[flow]] = None
        elif place in net.held:
            nodes[net.held[place]] = None
        elif place == net.entry:
            nodes.update(dict.fromkeys([*level.starts, *(level.target[flow] for flow in level.first)]))
    return sorted(nodes)


def paths(level: Level, steps: Iterable[Step]) -> Inner:
    """The elements that occur, by their paths."""
    found: list[str] = []
    for node, inner in steps:
        if node != NOWHERE:
            found.append(level.path(node))
        found.extend(inner)
    return tuple(found)

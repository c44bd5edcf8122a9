"""The four properties of pools together, out of the states that were found."""

from __future__ import annotations

from collections.abc import Iterable

from procmap.text import Text
from procmap.verify.explore import Exploration, Fault, spread
from procmap.verify.joint_net import JointNet
from procmap.verify.joint_run import JointRun
from procmap.verify.result import PROPERTIES, Property, Trace, Verification

__all__ = ["joint_answer"]

_PILE = Text(
    sv="Meddelanden, eller samma steg på en gång, kan bli fler än vad som prövas.",
    en="Messages, or the same step at once, may come to be more than is tried.",
)
_BOUND = Text(
    sv="Samverkan har fler tillstånd än de {bound} som prövas.",
    en="The collaboration has more states than the {bound} that are tried.",
)

_IDLE = Text(
    sv="Vad ett fel kan leda till går inte att avgöra där arbetet har fastnat; rätta det först.",
    en="What an error may lead to cannot be decided where work is stuck; mend that first.",
)


def joint_answer(id: str, joint: JointNet, run: JointRun, bound: int) -> Verification:
    """Explore, and say it in paths ``process/element``."""
    return _Answer(joint, run, bound).verification(id)


class _Answer:
    def __init__(self, joint: JointNet, run: JointRun, bound: int) -> None:
        self.joint = joint
        self.run = run
        self.bound = bound
        self.found = joint.explored(bound)
        self.good, self.open, self.idle = _completing(self.found, joint)
        self.allowed = _allowed(self.found, self.idle)

    def verification(self, id: str) -> Verification:
        found, joint = self.found, self.joint
        numbers = range(len(found.states))
        lost = [state for state in numbers if self.allowed[state] and not self.open[state]]
        perhaps = not all(self.good)
        open_ = bool(found.cut) or not found.full
        dead, known = self._dead()
        properties: dict[Property, bool | None] = {
            "option_to_complete": False if lost else None if open_ or perhaps else True,
            "proper_completion": self._value(found.twice, open_),
            "no_dead_activities": (True if known else None) if not dead else None if open_ else False,
            "safeness": self._value(found.unsafe, open_),
        }
        elements: dict[Property, tuple[str, ...]] = {}
        trace: Trace | None = None
        if lost:
            going = {source for edge, source in enumerate(found.edges[0]) if edge not in self.idle} | found.cut
            state = next((each for each in lost if each not in going), lost[0])
            elements["option_to_complete"] = self._standing(state)
            trace = Trace(self._told(found.way(state)), False, "option_to_complete")
        if found.twice is not None and properties["proper_completion"] is False:
            elements["proper_completion"] = (joint.ends[found.twice.where],)
            way = [*found.way(found.twice.state), found.twice.move]
            trace = trace or Trace(self._told(way), False, "proper_completion")
        if properties["no_dead_activities"] is False:
            elements["no_dead_activities"] = tuple(dead)
        if found.unsafe is not None and properties["safeness"] is False:
            elements["safeness"] = tuple(joint.flows.get(found.unsafe.where, ()))
            way = [*found.way(found.unsafe.state), *([] if found.unsafe.move < 0 else [found.unsafe.move])]
            trace = trace or Trace(self._told(way), False, "safeness")
        reason = None
        if None in properties.values():
            reason = _PILE if found.cut else _IDLE
            if not found.full:
                reason = _BOUND.fill(bound=f"{self.bound:,}".replace(",", " "))
        return Verification(
            id=id,
            properties=properties,
            elements={name: elements[name] for name in PROPERTIES if name in elements},
            trace=trace,
            states=len(found.states),
            reason=reason,
        )

    def _told(self, way: Iterable[int]) -> tuple[str, ...]:
        return self.run.ordered(path for move in way for path in self.joint.tells[move])

    def _value(self, fault: Fault | None, open_: bool) -> bool | None:
        if fault is None:
            return None if open_ else True
        is_sure = self.allowed[fault.state] and not (fault.move in self.joint.doubtful and self.idle)
        return False if is_sure else None

    def _dead(self) -> tuple[list[str], bool]:
        """What never occurs, and whether it is sure that all the others do."""
        occurring: set[str] = set()
        perhaps: set[str] = set()
        idle = {self.found.edges[0][edge] for edge in self.idle}
        for move, state in enumerate(self.found.fired):
            if state:
                is_sure = self.allowed[state - 1] and not (move in self.joint.doubtful and state - 1 in idle)
                (occurring if is_sure else perhaps).update(self.joint.occurs[move])
        should = self.joint.should_occur
        dead = [path for path in should if path not in occurring and path not in perhaps]
        return dead, occurring.issuperset(should)

    def _standing(self, state: int) -> tuple[str, ...]:
        """Where somebody waits in a state, inside the innermost subprocess."""
        joint = self.joint
        aside = set(joint.aside)
        places = [place for place in self.found.tokens(state, joint.places) if place not in aside]
        paths = dict.fromkeys(joint.stands[place] for place in places if place in joint.stands)
        return tuple(path for path in paths if not any(other.startswith(path + "/") for other in paths))


def _completing(found: Exploration, joint: JointNet) -> tuple[bytearray, bytearray, set[int]]:
    """From which states completion can be reached, and from which that or a cut; and the edges that do not count.

    An error may happen only while work goes on, so it does not free what is stuck: a doubtful move counts where what it
    breaks off could come to an end without it, or by one that counts.
    """
    size = len(found.states)
    sources, targets = found.edges
    before: list[list[int]] = [[] for _ in range(size)]
    for edge, (source, target) in enumerate(zip(sources, targets, strict=True)):
        if edge not in found.doubts:
            before[target].append(source)
    waiting = dict(found.doubts)
    masks = {move: sum(3 << 2 * place for place in places) for move, places in joint.doubtful.items()}
    growing = bool(waiting)
    while growing:
        growing = False
        for move in sorted({*waiting.values()}):
            left = [state for state in range(size) if not found.states[state] & masks[move]]
            free = spread([*left, *found.cut], before, size)
            for edge in [edge for edge, each in waiting.items() if each == move and free[sources[edge]]]:
                del waiting[edge]
                before[targets[edge]].append(sources[edge])
                growing = True
    good = spread(found.complete, before, size)
    open_ = spread([*found.complete, *found.cut], before, size)
    return good, open_, {*waiting}


def _allowed(found: Exploration, idle: set[int]) -> bytearray:
    """The states that were first come to without what does not count; they can be reached."""
    allowed = bytearray(b"\1") * len(found.states)
    first = {(found.edges[0][edge], found.doubts[edge]) for edge in idle}
    for state in range(1, len(found.states)):
        before = found.came_from[state]
        allowed[state] = allowed[before] and (before, found.came_by[state]) not in first
    return allowed

"""The four properties of pools together, out of the states that were found."""

from __future__ import annotations

from collections.abc import Iterable

from procmap.text import Text
from procmap.verify.explore import Exploration, spread
from procmap.verify.joint_net import JointNet
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


def joint_answer(id: str, joint: JointNet, bound: int) -> Verification:
    """Explore, and say it in paths ``process/element``."""
    return _Answer(joint, bound).verification(id)


class _Answer:
    def __init__(self, joint: JointNet, bound: int) -> None:
        self.joint = joint
        self.bound = bound
        self.found = joint.explored(bound)
        self.good, self.open, self.idle = _completing(self.found, joint)

    def verification(self, id: str) -> Verification:
        found, joint = self.found, self.joint
        numbers = range(len(found.states))
        lost = [state for state in numbers if not self.open[state]]
        perhaps = any(not self.good[state] for state in numbers)
        if self.idle is not None:
            lost = [self.idle]
        open_ = bool(found.cut) or not found.full
        doubt = self.idle is not None
        dead = self._dead()
        properties: dict[Property, bool | None] = {
            "option_to_complete": False if lost else None if open_ or perhaps else True,
            "proper_completion": _value(found.twice is not None, open_, doubt),
            "no_dead_activities": (None if doubt else True) if not dead else None if open_ else False,
            "safeness": _value(found.unsafe is not None, open_, doubt),
        }
        elements: dict[Property, tuple[str, ...]] = {}
        trace: Trace | None = None
        if lost:
            going = set(found.edges[0]) | found.cut
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
            reason = _PILE if found.full else _BOUND.fill(bound=f"{self.bound:,}".replace(",", " "))
        return Verification(
            id=id,
            properties=properties,
            elements={name: elements[name] for name in PROPERTIES if name in elements},
            trace=trace,
            states=len(found.states),
            reason=reason,
        )

    def _told(self, way: Iterable[int]) -> tuple[str, ...]:
        return tuple(path for move in way for path in self.joint.tells[move])

    def _dead(self) -> list[str]:
        occurring: set[str] = set()
        for move, state in enumerate(self.found.fired):
            if state:
                occurring |= self.joint.occurs[move]
        return [path for path in self.joint.should_occur if path not in occurring]

    def _standing(self, state: int) -> tuple[str, ...]:
        """Where somebody waits in a state, inside the innermost subprocess."""
        joint = self.joint
        aside = set(joint.aside)
        places = [place for place in self.found.tokens(state, joint.places) if place not in aside]
        paths = dict.fromkeys(joint.stands[place] for place in places if place in joint.stands)
        return tuple(path for path in paths if not any(other.startswith(path + "/") for other in paths))


def _value(fault: bool, open_: bool, doubt: bool) -> bool | None:
    if fault:
        return None if doubt else False
    return None if open_ else True


def _completing(found: Exploration, joint: JointNet) -> tuple[bytearray, bytearray, int | None]:
    """From which states completion can be reached, and from which that or a cut; and the first that is stuck where a
    doubtful move was made though nothing but such moves leads out of it.

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
    return good, open_, min((sources[edge] for edge in waiting), default=None)

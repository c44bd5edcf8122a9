"""The four properties of pools together, out of the states that were found."""

from __future__ import annotations

from collections.abc import Iterable

from procmap.text import Text
from procmap.verify.exploration import Exploration, Fault, spread
from procmap.verify.joint_net import JointNet
from procmap.verify.joint_run import JointRun
from procmap.verify.joint_search import searched
from procmap.verify.joint_unread import unread
from procmap.verify.result import PROPERTIES, Property, Trace, Verification

__all__ = ["joint_answer"]

_TWICE = Text(
    sv="Samma steg, eller samma ärende, kan börja en gång till innan det är klart; längre prövas det inte.",
    en="The same step, or the same case, may begin once more before it is done; further than that is not tried.",
)
_PILE = Text(
    sv="Fler meddelanden av samma slag kan komma att vänta än vad som räknas; då går inte allt att avgöra.",
    en="More messages of one kind may come to wait than are counted; then not everything can be decided.",
)
_BOUND = Text(
    sv="Samverkan har fler tillstånd, eller fler vägar mellan dem, än vad som prövas: {bound} tillstånd.",
    en="The collaboration has more states, or more ways between them, than are tried: {bound} states.",
)

_IDLE = Text(
    sv="Vad ett fel kan leda till går inte att avgöra där arbetet har fastnat; rätta det först.",
    en="What an error may lead to cannot be decided where work is stuck; mend that first.",
)


def joint_answer(id: str, joint: JointNet, run: JointRun, bound: int) -> Verification:
    """Explore, and say it in paths ``process/element``.

    Where it matters how many messages wait, and two or more were too vague, three or more may settle it.
    """
    answer = _Answer(joint, run, bound, most=2)
    found = answer.verification(id)
    if joint.hopeful.isdisjoint(answer.found.doubts.values()) or not answer.found.full:
        return found
    if found.reason is None and not answer.perhaps:
        return found
    return _both(found, _Answer(joint, run, bound, most=3).verification(id))


def _both(first: Verification, second: Verification) -> Verification:
    """What is known by either, since both are right."""
    properties: dict[Property, bool | None] = {}
    elements: dict[Property, tuple[str, ...]] = {}
    for name in PROPERTIES:
        of = second if first.properties[name] is None else first
        properties[name] = of.properties[name]
        if properties[name] is False:
            each = [*first.elements.get(name, ()), *second.elements.get(name, ())]
            elements[name] = tuple(dict.fromkeys(each))
    return Verification(
        id=first.id,
        properties=properties,
        elements=elements,
        trace=first.trace or second.trace,
        states=first.states + second.states,
        reason=second.reason if None in properties.values() else None,
    )


class _Answer:
    def __init__(self, joint: JointNet, run: JointRun, bound: int, most: int) -> None:
        self.joint = joint
        self.run = run
        self.found, self.bound = searched(joint, bound, most, unread(joint))
        found, size = self.found, len(self.found.states)
        before, self.idle = _counting(found, joint, hopes=True)
        self.open = spread([*found.complete, *found.cut], before, size)
        self.allowed = _allowed(found, self.idle, joint, exactly=False)
        self.exact = _allowed(found, self.idle, joint, exactly=True)
        self.perhaps: set[str] = set()
        self.idle_in = {found.edges[0][edge] for edge in self.idle}
        before, _ = _counting(found, joint, hopes=False)
        self.good = spread(found.complete, before, size)

    def verification(self, id: str) -> Verification:
        """What it comes to; afterwards ``perhaps`` is what occurs only if more messages wait than are counted."""
        found, joint = self.found, self.joint
        numbers = range(len(found.states))
        lost = [state for state in numbers if self.exact[state] and not self.open[state]]
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
            state = self._stuck(lost)
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
            reason = _TWICE if found.cut else _IDLE if self.idle else _PILE
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

    def _stuck(self, lost: list[int]) -> int:
        """Of lost states the first in which nothing can happen any more; else one that it goes round to for ever."""
        found = self.found
        going = {source for edge, source in enumerate(found.edges[0]) if edge not in self.idle} | found.cut
        still = next((state for state in lost if state not in going), None)
        if still is None:
            still = found.going_round(lost[0])
        return still if self.exact[still] and not self.open[still] else lost[0]

    def _told(self, way: Iterable[int]) -> tuple[str, ...]:
        return self.run.ordered(path for move in way for path in self.joint.tells(move))

    def _value(self, fault: Fault | None, open_: bool) -> bool | None:
        if fault is None:
            return None if open_ else True
        return False if fault.move < 0 or self._is_sure(fault.state, fault.move) else None

    def _is_sure(self, state: int, move: int) -> bool:
        """Whether a state can be reached, and a move be made there."""
        is_idle = move in self.joint.doubtful and state in self.idle_in
        return bool(self.allowed[state]) and move not in self.joint.hopeful and not is_idle

    def _dead(self) -> tuple[list[str], bool]:
        """What never occurs, and whether it is sure that all the others do."""
        fired = [(move, self._is_sure(state - 1, move)) for move, state in enumerate(self.found.fired) if state]
        occurring = self.joint.occurring(move for move, is_sure in fired if is_sure)
        perhaps = self.joint.occurring(move for move, is_sure in fired if not is_sure)
        should = self.joint.should_occur
        dead = [path for path in should if path not in occurring and path not in perhaps]
        self.perhaps = perhaps - occurring
        return dead, occurring.issuperset(should)

    def _standing(self, state: int) -> tuple[str, ...]:
        """Where somebody waits in a state, inside the innermost subprocess."""
        joint = self.joint
        aside = set(joint.aside)
        places = [place for place in self.found.tokens(state, joint.places) if place not in aside]
        paths = dict.fromkeys(joint.stands[place] for place in places if place in joint.stands)
        return tuple(path for path in paths if not any(other.startswith(path + "/") for other in paths))


def _counting(found: Exploration, joint: JointNet, *, hopes: bool) -> tuple[list[list[int]], set[int]]:
    """For each state those that lead to it, and the edges that do not count; hopeful ones only where it ``hopes``.

    An error may happen only while work goes on, so it does not free what is stuck: a doubtful move counts where what it
    breaks off could come to an end without it, or by one that counts.
    """
    size = len(found.states)
    sources, targets = found.edges
    before: list[list[int]] = [[] for _ in range(size)]
    waiting: dict[int, int] = {}
    for edge, (source, target) in enumerate(zip(sources, targets, strict=True)):
        move = found.doubts.get(edge)
        if move is None or (hopes and move not in joint.doubtful):
            before[target].append(source)
        elif move in joint.doubtful and (hopes or move not in joint.hopeful):
            waiting[edge] = move
    masks = {move: sum(3 << 2 * place for place in places) for move, places in joint.doubtful.items()}
    growing = bool(waiting)
    while growing:
        growing = False
        for move in sorted({*waiting.values()}):
            left = [state for state in range(size) if not found.states[state] & masks[move]]
            free = spread([*left, *(found.cut if hopes else ())], before, size)
            for edge in [edge for edge, each in waiting.items() if each == move and free[sources[edge]]]:
                del waiting[edge]
                before[targets[edge]].append(sources[edge])
                growing = True
    return before, {*waiting}


def _allowed(found: Exploration, idle: set[int], joint: JointNet, *, exactly: bool) -> bytearray:
    """The states that were first come to without hope or what does not count: they can be reached, with as many tokens
    in endless places, or more; ``exactly``: with as many."""
    allowed = bytearray(b"\1") * len(found.states)
    first = {(found.edges[0][edge], found.doubts[edge]) for edge in idle}
    if exactly:
        first |= found.blurred
    for state in range(1, len(found.states)):
        before, move = found.came_from[state], found.came_by[state]
        allowed[state] = allowed[before] and move not in joint.hopeful and (before, move) not in first
    return allowed

"""Pools together, as a proof has it: who waits for which message, and what happened before.

Paths here are those of such a proof: the id of a process, then the ids of the element in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Final, NamedTuple

from procmap.graph.adjacency import spread
from procmap.graph.run import Course, Moment, Place, Run
from procmap.graph.soundness import Proven
from procmap.model.activity import Activity, SubProcess, Task
from procmap.model.collaboration import Collaboration
from procmap.model.event import Event
from procmap.model.flow import MessageFlow
from procmap.model.gateway import Gateway
from procmap.model.knowledge import known
from procmap.model.label import Translated
from procmap.model.process_map import ProcessMap

__all__ = ["Sending", "Together", "Wait", "is_joint"]

_STUCK = "option_to_complete"
_NEVER = "no_dead_activities"


class Sending(NamedTuple):
    """A message flow between two pools whose work is described, and where its message is sent."""

    flow: MessageFlow
    path: str
    sender: Place


class Wait(NamedTuple):
    """Where somebody waits for a message, and who may send it."""

    path: str
    at: Place
    sendings: tuple[Sending, ...]


def is_joint(collaboration: Collaboration, map: ProcessMap) -> bool:
    """Whether an element of one pool may send something to an element of another."""
    flows = [flow for flow in collaboration.message_flows if "/" in flow.source and "/" in flow.target]
    if not flows:
        return False
    described = {process.id for process in map.processes}
    pools = {pool.id for pool in collaboration.pools if known(pool.process) in described}
    ends = ({flow.source.partition("/")[0], flow.target.partition("/")[0]} for flow in flows)
    return any(len(both) == 2 and both <= pools for both in ends)


class Together:
    """The pools of a collaboration, with what is proved of them together."""

    def __init__(self, collaboration: Collaboration, proven: Proven, map: ProcessMap) -> None:
        self.collaboration: Final = collaboration
        self.proven: Final = proven
        self.map: Final = map
        self._pools = {pool.id: known(pool.process) or "" for pool in collaboration.pools}
        shown = frozenset(self._pools.values())
        processes = {process.id: process for process in map.processes if process.id in shown}
        ids = dict.fromkeys(id for id in self._pools.values() if id in processes)
        self.courses: Final = {id: Course(processes[id], map) for id in ids}

    def place(self, path: str) -> Place | None:
        """Where an element is; None where it is in no pool."""
        process, _, element = path.partition("/")
        course = self.courses.get(process)
        return course.place(element) if course is not None else None

    @cached_property
    def waits(self) -> dict[str, Wait]:
        """Who waits for what another pool sends, by their paths."""
        found: dict[str, Wait] = {}
        for flow in self.collaboration.message_flows:
            (source, sender), (target, receiver) = self._end(flow.source), self._end(flow.target)
            if sender is not None and receiver is not None:
                sendings = found[target].sendings if target in found else ()
                found[target] = Wait(target, receiver, (*sendings, Sending(flow, source, sender)))
        return found

    def _end(self, end: str) -> tuple[str, Place | None]:
        pool, _, element = end.partition("/")
        path = f"{self._pools.get(pool, '')}/{element}"
        return path, self.place(path) if element else None

    # Where the way ends

    @cached_property
    def standing(self) -> tuple[Wait, ...]:
        """The waits that all parties are left in; nothing where that is not what goes wrong, or not all of it."""
        if self.proven.properties[_STUCK] is not False:
            return ()
        found: dict[str, Wait] = {}
        for path in self.proven.elements.get(_STUCK, ()):
            waits = list(self._waits_at(path))
            place = self.place(path)
            if not waits and (place is None or not _joins(place)):
                return ()
            found.update((wait.path, wait) for wait in waits)
        return tuple(found.values())

    def _waits_at(self, path: str) -> Iterator[Wait]:
        """What is waited for at an element: at a choice by what comes first, any of what may come."""
        place = self.place(path)
        if path in self.waits:
            yield self.waits[path]
        elif place is not None and isinstance(place.node, Gateway) and place.node.kind == "event_based":
            for id in place.scope.after(place.id):
                if (wait := self.waits.get(_around(path) + id)) is not None:
                    yield wait

    @cached_property
    def runs(self) -> dict[str, Run]:
        """What each pool does on the way, by the id of its process."""
        trace = self.proven.trace
        if trace is None:
            return {}
        at = self.proven.elements.get(trace.fault, ())
        runs = {}
        for id, course in self.courses.items():
            elements = _within(id, trace.elements)
            stands = _within(id, at)
            stuck = stands if trace.fault == _STUCK else []
            for path in stuck:
                if path in elements and f"{id}/{path}" in self.waits:  # who also sends has begun, and yet stands there
                    del elements[len(elements) - 1 - elements[::-1].index(path)]
            runs[id] = course.run(elements, stuck=stuck, doubled=stands if trace.fault == "safeness" else ())
        return runs

    @cached_property
    def way(self) -> tuple[tuple[str, Moment], ...]:
        """What happens on the way, in the order in which it does, with the paths."""
        trace = self.proven.trace
        left = {id: list(reversed(run.moments)) for id, run in self.runs.items()}
        found = []
        for path in trace.elements if trace is not None else ():
            id, _, element = path.partition("/")
            if left.get(id) and left[id][-1].path == element:
                found.append((path, left[id].pop()))
        return tuple(found)

    @cached_property
    def left(self) -> tuple[Wait, ...]:
        """Those of the ``standing`` whose pools have done something: who has not does not know that there is a wait."""
        return tuple(wait for wait in self.standing if self.has_begun(wait.path.partition("/")[0]))

    def has_begun(self, process: str) -> bool:
        """Whether a pool has come further than its start on the way."""
        return any(path.startswith(f"{process}/") and not _is_start(moment) for path, moment in self.way)

    @property
    def can_be_gone(self) -> bool:
        """Whether the way to where they are left can be gone, as far as anybody can tell.

        Answers are words, and two questions may rest on one fact: whoever only waits where *yes* was answered does not
        wait in vain because another answered *no* to the same. So a way counts where the waits are come to whatever is
        answered before them in their own pools, or where there is one question in it and no other. How many there are
        of somebody is not known either: what was sent once may be sent again by the next, and where a pool has several
        starts two cases may go on in it at once.
        """
        done = {path for path, _ in self.way}
        if any(sending.path in done for wait in self.left for sending in wait.sendings):
            return False
        if any(_is_start(wait.at) and len(wait.at.scope.starts) > 1 for wait in self.waits.values()):
            return False
        choices = {path: moment for path, moment in self.way if _chooses(moment)}
        answers: dict[str, set[tuple[str, ...]]] = {}
        for moment in choices.values():
            if isinstance(moment.node.name, (str, Translated)):
                said = tuple(sorted(str(flow.name) for flow in moment.chose))
                answers.setdefault(str(moment.node.name).strip().casefold(), set()).add(said)
        if any(len(each) > 1 for each in answers.values()):
            return False
        leads = (_may_lead_past(path, moment, wait.path) for path, moment in choices.items() for wait in self.left)
        return len(choices) == 1 or not any(leads)

    # Who waits for each other, whatever happens

    @cached_property
    def circles(self) -> tuple[tuple[Wait, ...], ...]:
        """Waits for what can only be sent when another of them has ended.

        What waits for such a circle is left out, and so is one with what the standard does not make wait.
        """
        dead = frozenset(self.proven.elements.get(_NEVER, ()))
        heads = [wait for wait in self.waits.values() if self._never_ends(wait, dead)] if dead else []
        pools = list(self.courses)
        heads.sort(key=lambda wait: pools.index(wait.path.partition("/")[0]))
        behind = [self._behind(wait) for wait in heads]
        rests_on: list[set[int]] = []
        for wait in heads:
            senders = [sending.path for sending in wait.sendings]
            is_unsent = all(sender in dead for sender in senders)
            rests_on.append({n for n, after in enumerate(behind) if is_unsent and any(map(after, senders))})
        reached = [_reached(each, rests_on) for each in rests_on]
        groups = dict.fromkeys(
            tuple(sorted(reach)) for reach in reached if reach and all(reached[number] == reach for number in reach)
        )
        told = (tuple(heads[number] for number in group) for group in groups)
        return tuple(group for group in told if all(_certainly_waits(wait.at) for wait in group))

    def _never_ends(self, wait: Wait, dead: frozenset[str]) -> bool:
        """Whether a wait is come to, and never ends."""
        around, scope = _around(wait.path), wait.at.scope
        if wait.path in dead:
            return not self._is_in_dead(around, dead) and (
                not scope.before(wait.at.id) or any(around + id not in dead for id in scope.before(wait.at.id))
            )
        after = scope.after(wait.at.id)
        return wait in self.standing and bool(after) and all(around + id in dead for id in after)

    def _is_in_dead(self, around: str, dead: frozenset[str]) -> bool:
        """Whether something is in what never begins, for another reason than that what begins it is this."""
        path = around[:-1]
        while "/" in path:
            place = self.place(path)
            is_begun_inside = place is not None and isinstance(place.node, SubProcess) and place.node.kind == "event"
            if path in dead and not is_begun_inside:
                return True
            path = path.rpartition("/")[0]
        return False

    @staticmethod
    def _behind(wait: Wait) -> Callable[[str], bool]:
        """Whether a path is that of a wait, of what comes after it, or inside that."""
        around, scope = _around(wait.path), wait.at.scope
        after = {wait.path, *(around + id for id in spread(scope.after(wait.at.id), scope.after))}

        def is_behind(path: str) -> bool:
            return path in after or (path.startswith(around) and around + path[len(around) :].split("/")[0] in after)

        return is_behind


def _around(path: str) -> str:
    """The path of what an element is in, with the stroke behind it."""
    return path[: path.rfind("/") + 1]


def _within(process: str, paths: tuple[str, ...]) -> list[str]:
    """The paths of one process, without its id."""
    return [path[len(process) + 1 :] for path in paths if path.startswith(f"{process}/")]


def _reached(first: set[int], nexts: list[set[int]]) -> set[int]:
    found, waiting = set(first), list(first)
    while waiting:
        for number in nexts[waiting.pop()] - found:
            found.add(number)
            waiting.append(number)
    return found


def _is_start(place: Place) -> bool:
    return isinstance(place.node, Event) and place.node.position == "start"


def _joins(place: Place) -> bool:
    is_join = isinstance(place.node, Gateway) and place.node.kind in ("parallel", "inclusive", "complex")
    return is_join and len(place.scope.incoming.get(place.id, ())) > 1


def _certainly_waits(place: Place) -> bool:
    """Whether an element has to wait (BPMN 2.0.2, 13.3.3, 13.5), rather than being drawn with what somebody gets."""
    node = place.node
    if isinstance(node, Activity):
        return known(node.message) is not None or (isinstance(node, Task) and node.type == "receive")
    return isinstance(node, Event)


def _chooses(moment: Moment) -> bool:
    """Whether something is answered there, rather than waited for or done side by side."""
    node = moment.node
    ways = moment.scope.outgoing.get(moment.id, ())
    if isinstance(node, Gateway):
        return len(ways) > 1 and node.kind not in ("parallel", "event_based")
    return len(ways) > 1 and any(flow.condition is not None for flow in ways)


def _may_lead_past(path: str, moment: Moment, wait: str) -> bool:
    """Whether another answer may lead round a wait in the same pool; so too where that cannot be told."""
    if path.partition("/")[0] != wait.partition("/")[0]:
        return False
    around, scope = _around(path), moment.scope
    if not wait.startswith(around):
        return True
    id = wait[len(around) :].partition("/")[0]
    ends = [each for each in scope.nodes if scope.leaves(each) and each != id]
    freely = set(spread(ends, lambda each: [before for before in scope.before(each) if before != id]))
    return any(flow.target in freely for flow in scope.outgoing.get(moment.id, ()))

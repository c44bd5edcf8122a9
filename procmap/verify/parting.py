"""Where ways parted that come together, or should: nearest first, each with what it does at the parting."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Literal

from procmap.graph.adjacency import Scope, spread
from procmap.model.activity import Activity
from procmap.model.event import Event
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway

__all__ = ["Parting", "Partings"]

Manner = Literal["one", "some", "all", "meanwhile", "instead"]
"""What is taken: one of the ways, some, all, one of them during the other, or one of them instead of the other."""

_NEAREST = 6
"""Further up a mistake is seldom made."""
_LOOKED_AT = 100
"""Places where ways part are looked at one by one, each as far as its ways go."""


@dataclass(frozen=True, slots=True)
class Parting:
    """``id`` parts ways to several of the flows into one node; ``inputs`` are the ids of those that it leads to.

    For an activity that parts from what happens at its border, the event there.
    """

    id: str
    manner: Manner
    inputs: frozenset[str]


class Partings:
    """The partings of one scope."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    def before(self, id: str) -> Iterator[Parting]:
        """Those from which different ways lead to different flows into a node, nearest first, without going round."""
        return islice(self._before(id), _NEAREST)

    def _before(self, id: str) -> Iterator[Parting]:
        scope = self.scope
        several = (
            each
            for each in spread([id], scope.before)
            if each != id and len(scope.outgoing.get(each, ())) + len(scope.boundary.get(each, ())) > 1
        )
        for candidate in islice(several, _LOOKED_AT):
            above = self.above(candidate)
            ways = [self._inputs(id, flow, above) for flow in scope.outgoing.get(candidate, ())]
            border = {
                event.id: frozenset[str]().union(
                    *(self._inputs(id, flow, above) for flow in scope.outgoing.get(event.id, ()))
                )
                for event in scope.boundary.get(candidate, ())
            }
            inputs = frozenset[str]().union(*ways)
            if len(inputs) > 1 and sum(map(bool, ways)) > 1:
                yield Parting(candidate, _manner(scope, candidate), inputs)
            other = inputs
            for event in sorted(scope.boundary.get(candidate, ()), key=lambda each: not each.interrupting):
                if _differ(other, border[event.id]):
                    manner: Manner = "instead" if event.interrupting else "meanwhile"
                    yield Parting(event.id, manner, other | border[event.id])
                other |= border[event.id]

    def _inputs(self, id: str, flow: SequenceFlow, without: Collection[str]) -> frozenset[str]:
        """Which flows into a node can be come to by a flow, without going through the node or what lies above."""
        if flow.target == id:
            return frozenset({flow.id})
        if flow.target in without:
            return frozenset()
        reached = self.reached([flow.target], {*without, id})
        return frozenset(each.id for each in self.scope.incoming.get(id, ()) if each.source in reached)

    def way_there(self, split: str, id: str, join: str) -> str | None:
        """The flow out of a split that leads to a node without going through a join; None where none does."""
        without = {*self.above(split), join}
        for flow in self.scope.outgoing.get(split, ()):
            if id in self.reached([flow.target], without):
                return flow.id
        return None

    def reached(self, first: Iterable[str], without: Collection[str]) -> set[str]:
        """What can be come to without going through some nodes."""
        begins = [id for id in first if id not in without]
        return set(spread(begins, lambda at: (each for each in self.scope.after(at) if each not in without)))

    def back(self, split: str, join: str) -> Iterator[SequenceFlow]:
        """Flows that lead from behind a split to it or to before it, without going through a join, ``""`` for none."""
        scope = self.scope
        above = self.reached(scope.entries, (split,))
        for id in self.reached([flow.target for flow in scope.outgoing.get(split, ())], (split, join)):
            if id not in above:
                for flow in scope.outgoing.get(id, ()):
                    if flow.target == split or (flow.target in above and split in self.reached([flow.target], (join,))):
                        yield flow

    def above(self, id: str) -> frozenset[str]:
        """The node itself and all that every way to it goes through."""
        found = {id}
        while (up := self._nearest_above.get(id, "")) and up != id:
            id = up
            found.add(id)
        return frozenset(found)

    @cached_property
    def _nearest_above(self) -> dict[str, str]:
        """The nearest node that every way from where a case begins to another goes through, "" where there is none.

        Dominators, worked out as by Cooper, Harvey and Kennedy (A simple, fast dominance algorithm, 2001).
        """
        scope = self.scope
        order: list[str] = []
        seen = {""}
        waiting: list[tuple[str, Iterator[str]]] = [("", iter((*scope.entries, *scope.apart)))]
        while waiting:
            at, after = waiting[-1]
            for each in after:
                if each not in seen:
                    seen.add(each)
                    waiting.append((each, iter(scope.after(each))))
                    break
            else:
                waiting.pop()
                order.append(at)
        rank = {id: number for number, id in enumerate(order)}
        first = {*scope.entries, *scope.apart}
        above = {"": ""}
        changed = True
        while changed:
            changed = False
            for id in reversed(order[:-1]):
                before = [each for each in (*scope.before(id), *([""] if id in first else ())) if each in above]
                nearest = before[0]
                for other in before[1:]:
                    while nearest != other:
                        if rank[nearest] < rank[other]:
                            nearest = above[nearest]
                        else:
                            other = above[other]
                if above.get(id) != nearest:
                    above[id] = nearest
                    changed = True
        return above


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and len(one | other) > 1


def _manner(scope: Scope, id: str) -> Manner:
    node = scope.nodes[id]
    if isinstance(node, Gateway):
        return {"exclusive": "one", "event_based": "one", "parallel": "all"}.get(node.kind, "some")  # type: ignore[return-value]
    if isinstance(node, (Activity, Event)) and any(flow.condition for flow in scope.outgoing.get(id, ())):
        return "some"
    return "all"

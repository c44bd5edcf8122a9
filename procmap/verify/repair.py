"""What to change, for the plain patterns: two gateways that do not fit each other, a loop without a way out.

A proof names where a case gets stuck; the mistake is often made further up. So from there the way is followed back to
where the ways that should meet had parted, nearest first. What is proposed has been tried: with the change the fault is
gone and no other has come. A repair is a proposal, and never the only one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from procmap.graph.adjacency import scopes, spread
from procmap.model.activity import Activity, Node, SubProcess
from procmap.model.event import Event
from procmap.model.gateway import Gateway
from procmap.model.knowledge import known
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap
from procmap.text import Text
from procmap.verify.mending import (
    NEW,
    Change,
    apart,
    as_kind,
    changed,
    interrupting,
    joined_on_the_way,
    led,
    met_before,
    terminating,
)
from procmap.verify.parting import Parting, Partings
from procmap.verify.repair_words import Fix, Pattern, advice
from procmap.verify.result import Property, Verification
from procmap.verify.verify import verify

__all__ = ["Repair", "repairs"]

_NAMES: tuple[Property, ...] = ("option_to_complete", "safeness", "proper_completion")
_AT_FAULT = 6
"""So many places are looked at for each property: where more are at fault the mistake is the same, or they are many."""
_BOUND = 5_000
_WORK = 60_000
"""Nodes that are proved anew to try changes, at most; one change is always tried."""
_TRIES = 24
_FIXES = 2
_MEETS = frozenset({"let-meet", "meet-first", "meet-parallel-before", "meet-inclusive-before"})
"""How ways may meet: one of these is enough."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A proposal: the element to change, another that it does not fit, both by path, and words with both in braces.

    ``words`` are those of the language that teams write, ``drawn`` those of somebody who draws BPMN.
    """

    pattern: Pattern
    element: str
    other: str
    words: Text
    drawn: Text


class _Idea(NamedTuple):
    """What may be wrong, by local ids, and changes that may mend it; None is one that needs no trying."""

    pattern: Pattern
    element: str
    other: str
    fixes: tuple[tuple[Fix, Change | None], ...]


def repairs(process: Process, proved: Verification, *, map: ProcessMap | None = None) -> tuple[Repair, ...]:
    """What to change where a proof failed in one of the plain patterns; nothing where none fits."""
    if proved.verdict != "unsound":
        return ()
    by_prefix = {scope.prefix: scope for scope in scopes(process)}
    trial = _Trial(process, proved, map, sum(len(scope.nodes) for scope in by_prefix.values()))
    partings: dict[str, Partings] = {}
    found: dict[tuple[Pattern, str], Repair] = {}
    told = set(proved.trace.elements) if proved.trace is not None else set()
    names: tuple[Property, ...] = ("no_dead_activities",)
    for name in [each for each in _NAMES if proved.properties[each] is False] or names:
        for path in proved.elements.get(name, ())[:_AT_FAULT]:
            prefix = path[: path.rfind("/") + 1]
            scope = by_prefix.get(prefix)
            if scope is None:
                continue
            at = partings.setdefault(prefix, Partings(scope))
            id = path[len(prefix) :]
            ends = {each[len(prefix) :] for each in told if each.startswith(prefix)}
            for idea in _ideas(at, name, id, ends):
                fixes = trial.those_that_help(name, path, prefix, idea)
                if fixes:
                    words, drawn = advice(idea.pattern, fixes)
                    repair = Repair(idea.pattern, prefix + idea.element, prefix + idea.other, words, drawn)
                    found.setdefault((idea.pattern, repair.element), repair)
                    break
    return tuple(found.values())


class _Trial:
    """Tries changes of a process: one helps where the fault is gone, and nothing that was well is at fault."""

    def __init__(self, process: Process, proved: Verification, map: ProcessMap | None, nodes: int) -> None:
        self.process = process
        self.proved = proved
        self.map = map
        self.left = max(min(_TRIES, _WORK // max(nodes, 1)), 1)

    def those_that_help(self, name: Property, path: str, prefix: str, idea: _Idea) -> tuple[Fix, ...]:
        """Up to two of an idea's changes; of those that let ways meet, one."""
        found: list[Fix] = []
        for fix, change in idea.fixes:
            if len(found) == _FIXES or (_MEETS & {fix} and _MEETS & {*found}):
                continue
            if change is None or self._helps(name, path, prefix, change):
                found.append(fix)
        return tuple(found)

    def _helps(self, name: Property, path: str, prefix: str, change: Change) -> bool:
        if not self.left:
            return False
        self.left -= 1
        then = verify(changed(self.process, prefix, change), map=self.map, bound=_BOUND)
        before = self.proved.properties
        if any(value is False and before[each] is not False for each, value in then.properties.items()):
            return False
        if set(then.elements.get("no_dead_activities", ())) - set(self.proved.elements.get("no_dead_activities", ())):
            return False
        at_fault = {each for other in _NAMES for each in then.elements.get(other, ())}
        return path not in then.elements.get(name, ()) and not any(
            each[each.rfind("/") + 1 :].startswith(NEW) for each in at_fault
        )


def _ideas(at: Partings, name: Property, id: str, told: set[str]) -> Iterator[_Idea]:
    if name == "option_to_complete":
        return _stuck(at, id, told)
    return _never(at, id) if name == "no_dead_activities" else _doubled(at, id)


def _never(at: Partings, id: str) -> Iterator[_Idea]:
    """Why something never happens, though what is stuck before it is freed: the gateway there waits in vain."""
    for before in spread([id], at.scope.before):
        node = at.scope.nodes.get(before)
        if isinstance(node, Gateway) and node.kind == "parallel" and len(at.scope.incoming.get(before, ())) > 1:
            yield from _stuck(at, before, set())
            return


def _stuck(at: Partings, id: str, told: set[str]) -> Iterator[_Idea]:
    """Why a case may wait at a node for ever."""
    scope = at.scope
    node = scope.nodes.get(id)
    incoming = scope.incoming.get(id, ())
    if isinstance(node, Gateway) and len(incoming) > 1 and node.kind == "parallel":
        reached = at.reached(scope.entries, (id,))
        late = next((flow for flow in incoming if flow.source not in reached), None)
        if late is not None:
            yield _Idea("awaits-what-comes-after", id, late.source, (("let-meet", as_kind(id, "exclusive")),))
        for parting in at.before(id):
            yield from _unfit(at, parting, id, told)
        if len(scope.starts) > 1:
            other = next((start for start in scope.starts if start not in told), scope.starts[-1])
            yield _Idea("starts-and-all-awaited", id, other, (("let-meet", as_kind(id, "exclusive")),))
    elif node is not None and id not in scope.finishing:
        yield _Idea("loop-without-exit", id, id, (("lead-out", None),))
    elif isinstance(node, Gateway) and node.kind == "exclusive":
        for flow in incoming if len(incoming) == 1 else ():
            if isinstance(scope.nodes[flow.source], Activity):
                ends = _ends_inside(scope.nodes[flow.source], told)
                pattern: Pattern = "end-without-answer" if len(ends) == 1 else "answer-missing"
                yield _Idea(pattern, id, ends[0] if len(ends) == 1 else flow.source, (("add-answer", None),))


def _ends_inside(node: Node, told: set[str]) -> list[str]:
    """The ends inside a subprocess that have a name and that a run came to, with its id before them."""
    inside = node.nodes if isinstance(node, SubProcess) else ()
    ends = [each for each in inside if isinstance(each, Event) and each.position == "end"]
    return [path for end in ends if known(end.name) and (path := f"{node.id}/{end.id}") in told]


def _unfit(at: Partings, parting: Parting, id: str, told: set[str]) -> Iterator[_Idea]:
    """How a parting may not fit a gateway that waits for all ways."""
    split = parting.id
    first: tuple[Fix, Change] = ("let-meet", as_kind(id, "exclusive"))
    merged: tuple[Fix, Change] = ("meet-first", met_before(id, "exclusive", parting.inputs))
    if parting.manner == "one":
        take_all: tuple[Fix, Change] = ("take-all", as_kind(split, "parallel"))
        yield _Idea("one-way-and-all-awaited", id, split, (first, merged, take_all))
    elif parting.manner == "instead":
        yield _Idea("interrupted-and-all-awaited", id, split, (first, merged))
    elif parting.manner == "some":
        yield _Idea("some-ways-and-all-awaited", id, split, (("meet-inclusive", as_kind(id, "inclusive")),))
    elif parting.manner == "all":
        yield from _back(at, split, id)
        for end in _ends_on_the_way(at, split, id, told):
            fixes: list[tuple[Fix, Change]] = [("stop-all", terminating(end))]
            into = _awaited_instead(at, split, id, end)
            if into is not None:
                behind = at.reached([split], {id, *(at.above(split) - {split})})
                flows = [flow.id for flow in at.scope.incoming.get(end, ()) if flow.source in behind]
                fixes.insert(0, ("lead-there", joined_on_the_way(flows, into)))
            yield _Idea("a-branch-ends", id, end, tuple(fixes))


def _back(at: Partings, split: str, join: str) -> Iterator[_Idea]:
    """A way that leads from one of the ways of a split to before it, without going through a join, ``""`` for none."""
    for flow in islice(at.back(split, join), _TRIES):
        first = at.way_there(split, flow.source, join)
        heads = [each.target for each in at.scope.outgoing.get(split, ()) if each.id == first]
        for head in heads:
            if head != flow.target:
                yield _Idea("back-before-the-split", split, flow.source, (("lead-back-behind", led(flow.id, head)),))


def _doubled(at: Partings, id: str) -> Iterator[_Idea]:
    """Where ways that run side by side came together unawaited; ``id`` is a flow that carries two, or an end."""
    scope = at.scope
    flow = next((each for flows in scope.outgoing.values() for each in flows if each.id == id), None)
    here = flow.source if flow is not None else id
    seen = {here}
    while len(before := scope.before(here)) == 1 and before[0] not in seen:
        here = before[0]
        seen.add(here)
    node = scope.nodes.get(here)
    if node is None:
        return
    for candidate in spread([here], scope.before):
        if isinstance(scope.nodes[candidate], Gateway) and len(scope.outgoing.get(candidate, ())) > 1:
            yield from _back(at, candidate, "")
            break
    if len(before) < 2 or (isinstance(node, Gateway) and node.kind == "parallel"):
        return
    is_end = scope.leaves(here)
    for parting in at.before(here):
        split, inputs = parting.id, parting.inputs
        meet_all: tuple[Fix, Change] = ("meet-parallel-before", met_before(here, "parallel", inputs))
        meet_some: tuple[Fix, Change] = ("meet-inclusive-before", met_before(here, "inclusive", inputs))
        ends: tuple[tuple[Fix, Change], ...] = (("ends-apart", apart(inputs)),) if is_end else ()
        if parting.manner == "meanwhile":
            own = _way_in(at, split, here)
            pattern: Pattern = "meanwhile-to-the-same-end" if is_end else "meanwhile-into-the-flow"
            fix: Fix = "end-of-its-own" if is_end else "end-by-itself"
            yield _Idea(pattern, here, split, ((fix, apart(own)), ("interrupt", interrupting(split))))
        elif parting.manner == "some":
            pattern = "all-ways-to-one-end" if is_end else "some-ways-and-none-awaited"
            yield _Idea(pattern, here, split, (meet_some, *ends))
        elif parting.manner == "all":
            pattern = "all-ways-to-one-end" if is_end else "all-ways-and-none-awaited"
            choose: tuple[Fix, Change] = ("choose-one", as_kind(split, "exclusive"))
            yield _Idea(pattern, here, split, (meet_all, meet_some, *ends, choose))


def _way_in(at: Partings, event: str, id: str) -> list[str]:
    """The flows into a node that come from what follows an event at a border."""
    behind = at.reached([event], (id,))
    return [flow.id for flow in at.scope.incoming.get(id, ()) if flow.source in behind]


def _ends_on_the_way(at: Partings, split: str, join: str, told: set[str]) -> list[str]:
    """Ends that can be reached between a split and the join that waits for it, those of the run to the fault first."""
    reached = at.reached([split], {join, *(at.above(split) - {split})})
    ends = [id for id in at.scope.nodes if id in reached and id != split and at.scope.leaves(id)]
    return sorted(ends, key=lambda id: id not in told)[:2]


def _awaited_instead(at: Partings, split: str, join: str, end: str) -> str | None:
    """The flow into a join that a way which ends elsewhere should have come by; None where that is not one."""
    without = {join, *at.above(split)}
    for id in spread([end], lambda each: (before for before in at.scope.before(each) if before not in without)):
        reached = at.reached([id], without)
        inputs = [flow.id for flow in at.scope.incoming.get(join, ()) if flow.source in reached]
        if len(inputs) == 1:
            return inputs[0]
    return None

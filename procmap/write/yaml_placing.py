"""Each element in its place: what follows what, what stands in a branch, and which ways need a ``to``.

The elements are taken in their order, since that is the order in which they were told, and each is put where the most
ways simply fall through to it. Any graph can be written so: a way that does not fall through gets a ``to``. What the
reader makes of itself (starts, ends, joins, merges, races) is recognised and left out where the text implies it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate

from procmap.model.activity import Activity, Node, SubProcess
from procmap.model.event import Event
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.knowledge import known
from procmap.write.yaml_graph import (
    Graph,
    Implied,
    Out,
    answers_are_ends,
    has_branches,
    is_aside,
    is_bare,
    is_bare_end,
    is_bare_start,
    is_end,
    is_plain,
    is_start,
)
from procmap.write.yaml_paths import Path, PathKind, Step, Way, count, leaving_path

__all__ = ["MAX_DEPTH", "paths_of"]

MAX_DEPTH = 88
"""How deep steps may stand, in levels of YAML; the reader takes a hundred, and values need some of their own."""

_SHORT_ENDING = 4
_LONG = 12
_MANY_ANSWERS = 12


class _MisplacedError(Exception):
    """Something that belongs to another element does not stand behind it."""


def paths_of(nodes: Iterable[Node], flows: Iterable[SequenceFlow], depth: int, implied: Implied) -> Path:
    """The body of a scope as a tree of paths; ``depth`` is how deep in YAML it stands."""
    graph = Graph(list(nodes), list(flows), implied)
    try:
        return _Placing(graph, depth, implied).body()
    except _MisplacedError:
        return _Placing(Graph(_together(graph), list(flows), implied), depth, implied).body()


def _together(graph: Graph) -> list[Node]:
    """The elements with each event right behind what it belongs to."""
    attached: dict[str, list[Node]] = defaultdict(list)
    rest: list[Node] = []
    for node in graph.given:
        host = graph.racing.get(node.id) or (node.attached_to if isinstance(node, Event) else None)
        (attached[host] if host in graph.by_id and host else rest).append(node)
    return [each for node in rest for each in (node, *attached[node.id])]


class _Placing:
    """Puts the elements of one scope into paths, one after the other."""

    def __init__(self, graph: Graph, depth: int, implied: Implied) -> None:
        self.implied = implied
        self.graph = graph
        self.root = Path("body", depth)
        self.root.is_open = True
        self.stack = [self.root]
        self.steps: dict[str, Step] = {}
        self.placed: set[str] = set()
        self.ways: dict[str, list[Way]] = defaultdict(list)
        self.announced: set[str] = set()
        self.before = list(accumulate((_size(node) for node in self.graph.nodes), initial=0))

    # Placing

    def body(self) -> Path:
        """All elements in their places."""
        for number, node in enumerate(self.graph.nodes):
            if node.id in self.placed:
                continue
            if number == 0 and is_bare_start(node):
                self._implied_start(node)
            elif is_start(node):
                self._start(node)
            elif isinstance(node, Event) and node.attached_to in self.graph.by_id:
                self._border(node)
            elif node.id in self.graph.racing:
                self._racer(node)
            elif node.id in self.graph.races:
                self._race(node, number)
            elif not (self.implied != "nothing" and self._is_implied(node)):
                self._place(node, self._choose(node, number))
        if len(self.root.steps) > 1 and is_start(self.root.steps[1].node):
            self.root.steps[0].implied = False
        last = self.root.steps[-1] if self.root.steps else None
        if last is not None and is_bare_end(last.node) and self._falls_into(last):
            last.implied = last.node.id == self._implied_end(last.node.id)
        return self.root

    def _falls_into(self, end: Step) -> bool:
        return any(way.through for way in self.ways[end.node.id])

    def _implied_end(self, id: str) -> str:
        number, free = 2, "end"
        while free != id and free in self.graph.by_id:
            free, number = f"end-{number}", number + 1
        return free

    def _implied_start(self, node: Node) -> None:
        step = Step(node, self.root, implied=True)
        self.root.steps.append(step)
        self._settle(step)

    def _start(self, node: Node) -> None:
        """A start further down lets what comes before go on together with it, where both lead to the same."""
        outs = self.graph.out[node.id]
        open_ = {way.target for way, _ in leaving_path(self.root) if way.through is None}
        self._close(self.root)
        if not (outs and open_ <= {outs[0].target}):
            self._finish(self.root, None)
        self._append(node, self.root)

    def _place(self, node: Node, path: Path) -> None:
        self._close(path)
        if not is_aside(node):
            self._finish(path, node.id)
        self._append(node, path)

    def _append(self, node: Node, path: Path) -> Step:
        step = Step(node, path)
        path.steps.append(step)
        self._settle(step)
        return step

    def _settle(self, step: Step) -> None:
        """Open the ways out of a step that has found its place."""
        node, path = step.node, step.path
        if step.passing:
            path.group.append(step)
        else:
            path.group, path.entered = [step], True
        self.steps[node.id] = step
        step.awaited = self.graph.awaited[node.id]
        self._arrive(node.id)
        outs = self.graph.out[node.id]
        if isinstance(node, Gateway) and has_branches(node, outs):
            step.branching = True
            self._branch(step, outs)
        elif outs and not is_end(node) and not is_aside(node):
            step.direct = self._way(outs[0].target, path)

    def _branch(self, step: Step, outs: list[Out]) -> None:
        for out in outs:
            path = step.below("branch", flow=out.flow)
            path.way = self._way(out.target, path)

    def _arrive(self, id: str) -> None:
        """The element has its place: all ways to it that do not fall through need a ``to``."""
        self.placed.add(id)
        for way in self.ways[id]:
            if way.through is None:
                way.through = False
                count(way.path, -1, -1)

    def _way(self, target: str, path: Path) -> Way:
        way = Way(target, path)
        if target in self.placed:
            way.through = False
        else:
            self.ways[target].append(way)
            count(path, 1, 1)
        return way

    def _close(self, path: Path) -> None:
        """Close what is open within a path, or open it."""
        keep = path if path.is_open else path.owner.path if path.owner else self.root
        while self.stack[-1] is not keep:
            self.stack.pop().is_open = False
        if not path.is_open and path.owner is not None:
            path.is_open = True
            path.owner.opened = path.number
            self.stack.append(path)

    def _finish(self, path: Path, target: str | None) -> None:
        """The next step of a path comes: ways to it fall through, the others get their ``to``."""
        for way, falls in leaving_path(path):
            if way.through is None:
                way.through = falls and way.target == target
                if way.target != target:
                    self.announced.add(way.target)
        count(path, -path.forward, -path.pending)

    # Where an element goes

    def _choose(self, node: Node, number: int) -> Path:
        """The path in which the fewest ways need a ``to``.

        Of equals the one that is being told goes on; a branch is opened where all branches end alike, and what an event
        leads to stands below it. A long way to an end does not stand in a branch: what else there is comes after it.
        What nothing before leads to stands as far out as it can.
        """
        coming = [way for way in self.ways[node.id] if way.through is None]
        within = self._within(coming)
        if is_aside(node):
            return within[-1] if self.root.pending else within[0]
        hits: dict[Path, int] = defaultdict(int)
        inside: dict[Path, int] = defaultdict(int)
        for way in coming:
            path: Path | None = way.path
            falls = True
            while path is not None:
                hits[path] += falls
                inside[path] += 1
                owner = path.owner
                falls = falls and path.kind != "meanwhile" and bool(owner and owner.visible)
                path = owner.path if owner else None
        fitting = list(within)
        fitting += [p for p in hits if not p.is_open and self._openable(p) and p.owner and p.owner.path in within]
        costs = {path: path.pending - hits[path] + len(coming) - inside[path] for path in fitting}
        least = min(costs.values())
        best = [path for path in fitting if costs[path] == least]
        told = [path for path in best if path.is_open]
        fresh = next((path for path in best if not path.is_open), None)
        if fresh is None or fresh.owner is None:
            return told[-1] if coming else told[0]
        if told:
            alike = _others_end(fresh) and self._ends_soon(number) if fresh.kind == "branch" else len(coming) == 1
            return fresh if alike else told[-1]
        main = fresh.kind == "branch" and not fresh.owner.waits
        return fresh.owner.path if main and self._is_main_line(fresh.owner.path, node, number) else fresh

    def _within(self, coming: list[Way]) -> list[Path]:
        """The open paths that an element may go to.

        What an activity waits for goes below it before anything follows; and what follows it does not go below it,
        since a ``to`` behind it would take along what falls out of its events.
        """
        first, last = 0, len(self.stack)
        for number, path in enumerate(self.stack):
            step = path.steps[-1] if path.steps else None
            if step is not None and step.awaited:
                first, last = number + 1, len(self.stack)
            elif step is not None and step.direct in coming and step.paths:
                last = min(last, number + 1)
        if first >= last:
            raise _MisplacedError
        return self.stack[first:last]

    def _is_main_line(self, path: Path, node: Node, number: int) -> bool:
        """Whether an element goes on where a question stands, since the other answers lead to what is told apart."""
        if path.pending > _MANY_ANSWERS:
            return False
        others = {way.target for way, _ in leaving_path(path) if way.through is None and way.target != node.id}
        later = [self.graph.number[id] for id in others - self.announced if id in self.graph.number]
        if not later:
            return True
        end = min(later)
        return end > number and is_end(self.graph.nodes[end - 1]) and self.before[end] - self.before[number] > _LONG

    def _openable(self, path: Path) -> bool:
        """Whether steps can still be put into a path: the last step's, behind those that have been closed."""
        owner = path.owner
        if owner is None or path.steps or path.depth > MAX_DEPTH or owner.joined:
            return False
        if not (owner.path.is_open and owner.path.steps[-1] is owner):
            return False
        return path.number > owner.opened

    def _ends_soon(self, number: int) -> bool:
        """Whether a few steps in a row, and a named end, are all that follows."""
        for node in self.graph.nodes[number : number + _SHORT_ENDING]:
            if isinstance(node, Event) and node.position == "end":
                return node.name is not None
            outs = self.graph.out[node.id]
            if isinstance(node, Gateway) or len(outs) != 1 or len(self.graph.entering[node.id]) > 1:
                return False
        return False

    # What stands below another element, or is implied by it

    def _host(self, id: str | None) -> Step:
        """The step that something belongs to, if it is the last one of an open path and its answers are not open."""
        step = self.steps.get(id or "")
        if step is None or not step.path.is_open or step.path.steps[-1] is not step or step.branching:
            raise _MisplacedError
        return step

    def _below(self, step: Step, event: Event, kind: PathKind) -> None:
        path = step.below(kind, event=event)
        step.awaited -= 1
        self._arrive(event.id)
        outs = self.graph.out[event.id]
        path.way = self._way(outs[0].target, path) if outs else None
        self._close(path)

    def _border(self, event: Event) -> None:
        step = self._host(event.attached_to)
        node = step.node
        cases = known(node.exceptions) or () if isinstance(node, Activity) else ()
        if event.interrupting and any(case.event == event.id for case in cases):
            kind: PathKind = "exception"
        else:
            kind = "unless" if event.interrupting else "meanwhile"
        self._below(step, event, kind)

    def _race(self, race: Node, number: int) -> None:
        """The gateway before a wait, which its ``unless`` implies."""
        wait = self.graph.races[race.id]
        path = self._choose(race, number)
        self._close(path)
        self._finish(path, race.id)
        self._arrive(race.id)
        step = self._append(wait, path)
        assert isinstance(race, Gateway)
        step.race = race

    def _racer(self, node: Node) -> None:
        assert isinstance(node, Event)
        self._below(self._host(self.graph.racing[node.id]), node, "unless")

    def _is_implied(self, node: Node) -> bool:
        """Whether an element without words follows from what has been placed; it is then taken care of."""
        if isinstance(node, Gateway) and node.name is None:
            return self._answers(node) or (self.implied == "all" and (self._join(node) or self._merge(node)))
        return self.implied == "all" and is_bare_end(node) and self._meanwhile_end(node)

    def _answers(self, node: Gateway) -> bool:
        """The gateway behind a task, a wait or a subprocess."""
        step = self.steps.get(node.id.removesuffix(".out"))
        if step is None or step.node is node or not is_bare(replace(node, default=None), "exclusive"):
            return False
        outs, direct = self.graph.out[node.id], step.direct
        if not (isinstance(step.node, Activity) or (isinstance(step.node, Event) and step.node.position == "catch")):
            return False
        if direct is None or direct.target != node.id or direct.through is not None or step.branching:
            return False
        if not (step.path.is_open and step.path.steps[-1] is step and has_branches(node, outs)):
            return False
        if not is_plain(self.graph.out[step.node.id][0].flow) or not answers_are_ends(step.node, outs):
            return False
        self._close(step.path)
        direct.through = True
        count(step.path, -1, -1)
        step.direct, step.out, step.branching = None, node, True
        self._arrive(node.id)
        self._branch(step, outs)
        return True

    def _join(self, node: Gateway) -> bool:
        """The join of a split's branches: each that goes on arrives by one flow, and at least two do."""
        step = self.steps.get(node.id.removesuffix(".join"))
        if step is None or not self._joinable(step) or not step.path.is_open or step.path.steps[-1] is not step:
            return False
        arriving: list[Way] = []
        for path in step.paths:
            ways = [way for way, _ in leaving_path(path) if way.through is None and way.target == node.id]
            if len(ways) > 1:
                return False
            arriving += ways
        if len(arriving) < 2:
            return False
        self._close(step.path)
        for path in step.paths:
            for way, _ in leaving_path(path):
                if way.through is None:
                    way.through = way.target == node.id
        count(step.path, -step.visible, -sum(path.pending for path in step.paths))
        step.forward, step.joined = 0, True
        self._arrive(node.id)
        step.direct = self._way(self.graph.out[node.id][0].target, step.path)
        return True

    def _joinable(self, step: Step) -> bool:
        """Whether the model has just the join that a split's branches imply."""
        node = step.node
        if not (step.waits and not step.joined and isinstance(node, Gateway)):
            return False
        join = self.graph.by_id.get(f"{node.id}.join")
        outs = self.graph.out[f"{node.id}.join"]
        return join is not None and is_bare(join, node.kind) and len(outs) == 1 and is_plain(outs[0].flow)

    def _merge(self, node: Gateway) -> bool:
        """The merge of the ways that leave one branch of a split together."""
        path = self.stack[-1]
        while path.owner is not None and (path.flow is None or f"{path.flow.id}.merge" != node.id):
            path = path.owner.path
        step, outs = path.owner, self.graph.out[node.id]
        if step is None or path.tail is not None or not self._joinable(step) or not is_bare(node, "exclusive"):
            return False
        ways = [way for way, _ in leaving_path(path) if way.through is None and way.target == node.id]
        if len(ways) < 2 or len(outs) != 1 or not is_plain(outs[0].flow) or outs[0].target != f"{step.node.id}.join":
            return False
        self._close(path)
        self._finish(path, node.id)
        self._arrive(node.id)
        path.tail = self._way(outs[0].target, path)
        self._close(step.path)
        return True

    def _meanwhile_end(self, node: Node) -> bool:
        """The end of what goes on meanwhile."""
        path = self.stack[-1]
        while path.owner is not None and (path.event is None or f"{path.event.id}.end" != node.id):
            path = path.owner.path
        if path.owner is None or path.kind != "meanwhile":
            return False
        if not any(way.through is None and way.target == node.id for way, _ in leaving_path(path)):
            return False
        owner = path.owner
        self._close(path)
        self._finish(path, node.id)
        self._arrive(node.id)
        self._close(owner.path)
        return True


def _others_end(path: Path) -> bool:
    """Whether every other branch has steps of its own and an end."""
    assert path.owner is not None
    others = [other for other in path.owner.paths if other is not path and other.kind == "branch"]
    return bool(others) and all(other.steps and is_end(other.steps[-1].node) for other in others)


def _size(node: Node) -> int:
    return 1 + sum(map(_size, node.nodes)) if isinstance(node, SubProcess) else 1

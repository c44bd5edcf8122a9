"""Elements and flows of one scope as paths: what follows what, what stands in a branch, and which ways need a ``to``.

The elements are taken in their order, since that is the order in which they were told, and each is put where the most
ways simply fall through to it. Any graph can be written so: a way that does not fall through gets a ``to``. What the
reader makes of itself (starts, ends, joins, merges, races) is recognised and left out where the text implies it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Literal, NamedTuple

from procmap.model.activity import Activity, Node, SubProcess
from procmap.model.event import Event
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.knowledge import known

__all__ = ["MAX_DEPTH", "Path", "Step", "Way", "frontier", "paths_of"]

MAX_DEPTH = 88
"""How deep steps may stand, in levels of YAML; the reader takes a hundred, and values need some of their own."""

PathKind = Literal["body", "branch", "unless", "meanwhile", "exception"]
_DEEPER = 4
_RACING = {"timer", "message", "condition", "signal"}
_SHORT_ENDING = 4
_LONG = 12
_MANY_ANSWERS = 12


class _Out(NamedTuple):
    """A flow with its target, which may be another than its own where a merge is implied."""

    flow: SequenceFlow
    target: str


@dataclass(slots=True, eq=False, repr=False)
class Way:
    """A way out of something. ``through`` tells whether it falls through to its target; None while that is open."""

    target: str
    path: Path
    through: bool | None = None
    written: bool = False


@dataclass(slots=True, eq=False, repr=False)
class Path:
    """Steps in order. ``way`` leads into it; ``flow`` is an answer's, ``event`` what the path follows.

    ``group`` are the steps whose ways out are still open at its end, ``forward`` how many of these lead further down.
    """

    kind: PathKind
    depth: int
    owner: Step | None = None
    number: int = 0
    flow: SequenceFlow | None = None
    event: Event | None = None
    way: Way | None = None
    steps: list[Step] = field(default_factory=list)
    group: list[Step] = field(default_factory=list)
    entered: bool = False
    is_open: bool = False
    forward: int = 0
    tail: Way | None = None


@dataclass(slots=True, eq=False, repr=False)
class Step:
    """An element with the paths below it. ``direct`` is the way straight on; ``branching`` where it has answers.

    ``out`` is the gateway that stands behind it in the model and is implied by its answers, ``race`` the one before.
    ``awaited`` are the events that are still to come below it.
    """

    node: Node
    path: Path
    direct: Way | None = None
    paths: list[Path] = field(default_factory=list)
    branching: bool = False
    out: Gateway | None = None
    race: Gateway | None = None
    opened: int = -1
    joined: bool = False
    implied: bool = False
    awaited: int = 0
    forward: int = 0

    def below(self, kind: PathKind, flow: SequenceFlow | None = None, event: Event | None = None) -> Path:
        """A new path below the step, behind those that are there."""
        path = Path(kind, self.path.depth + _DEEPER, self, len(self.paths), flow, event)
        self.paths.append(path)
        return path

    @property
    def waits(self) -> bool:
        """Whether its branches meet in a join of their own."""
        return self.branching and isinstance(self.node, Gateway) and self.node.kind in ("parallel", "inclusive")

    @property
    def visible(self) -> int:
        """How many ways further down fall out of it: out of branches that join, one alone or none."""
        return self.forward if not self.waits or self.forward == 1 else 0

    @property
    def passing(self) -> bool:
        """Whether the ways before it go on past it: an event subprocess, and a start further down."""
        return _is_aside(self.node) or (_is_start(self.node) and not self.implied)


class _MisplacedError(Exception):
    """Something that belongs to another element does not stand behind it."""


def paths_of(nodes: Iterable[Node], flows: Iterable[SequenceFlow], depth: int, implied: bool = True) -> Path:
    """The body of a scope as a tree of paths; with ``implied=False`` all gateways but the ends are written out."""
    given = list(nodes), list(flows)
    try:
        return _Placing(*given, depth, implied).body()
    except _MisplacedError:
        return _Placing(_together(given[0]), given[1], depth, False).body()


def _together(nodes: list[Node]) -> list[Node]:
    """The elements with each border event right behind its activity."""
    attached: dict[str, list[Node]] = defaultdict(list)
    ids = {node.id for node in nodes}
    rest: list[Node] = []
    for node in nodes:
        host = node.attached_to if isinstance(node, Event) else None
        (attached[host] if host in ids and host else rest).append(node)
    return [each for node in rest for each in (node, *attached[node.id])]


class _Placing:
    """Puts the elements of one scope into paths, one after the other."""

    def __init__(self, nodes: list[Node], flows: list[SequenceFlow], depth: int, implied: bool) -> None:
        self.implied = implied
        self.nodes = nodes
        self.out: dict[str, list[_Out]] = defaultdict(list)
        for flow in flows:
            self.out[flow.source].append(_Out(flow, flow.target))
        self.by_id = {node.id: node for node in nodes}
        self.entering: dict[str, list[str]] = defaultdict(list)
        for flow in flows:
            self.entering[flow.target].append(flow.source)
        self._start_first()
        self._split_plain()
        self._close_loose()
        if implied:
            self._undo_merges()
        self.races = dict(self._races()) if implied else {}
        self.racing = {out.target: wait.id for race, wait in self.races.items() for out in self.out[race][1:]}
        below = [node.attached_to for node in self.nodes if isinstance(node, Event) and node.attached_to in self.by_id]
        self.awaited = Counter([*below, *self.racing.values()])
        self.root = Path("body", depth)
        self.root.is_open = True
        self.stack = [self.root]
        self.steps: dict[str, Step] = {}
        self.placed: set[str] = set()
        self.ways: dict[str, list[Way]] = defaultdict(list)
        self.announced: set[str] = set()
        self.number = {node.id: number for number, node in enumerate(self.nodes)}
        self.before = list(accumulate((_size(node) for node in self.nodes), initial=0))

    # What the language cannot say as it stands

    def _start_first(self) -> None:
        """A scope begins with a start."""
        first = next((node for node in self.nodes if _is_start(node)), None)
        if first is not None and self.nodes[0] is not first:
            self.nodes = [first, *(node for node in self.nodes if node is not first)]

    def _split_plain(self) -> None:
        """Several flows out of what is no gateway leave one behind it: parallel, or inclusive where they have words."""
        nodes: list[Node] = []
        for node in self.nodes:
            nodes.append(node)
            outs = self.out[node.id]
            if len(outs) < 2 or isinstance(node, Gateway):
                continue
            worded = any(o.flow.name is not None or o.flow.condition is not None for o in outs)
            split = Gateway(id=self._free(f"{node.id}.split"), kind="inclusive" if worded else "parallel")
            nodes.append(split)
            self.by_id[split.id] = split
            self.out[split.id] = outs
            self._link(node.id, split.id)
        self.nodes = nodes

    def _close_loose(self) -> None:
        """What leads nowhere leads to the end."""
        loose = [node for node in self.nodes if not self.out[node.id] and _goes_on(node)]
        if not loose:
            return
        end = next((n for n in reversed(self.nodes) if n == Event(id=n.id, position="end")), None)
        if end is None:
            end = Event(id=self._free("end"), position="end")
            self.nodes.append(end)
            self.by_id[end.id] = end
        for node in loose:
            self._link(node.id, end.id)

    def _link(self, source: str, target: str) -> None:
        flow = SequenceFlow(id=f"{source}.next", source=source, target=target)
        self.out[source] = [_Out(flow, target)]
        self.entering[target].append(source)

    def _free(self, id: str) -> str:
        number, free = 2, id
        while free in self.by_id:
            free, number = f"{id}-{number}", number + 1
        return free

    # What the reader implies

    def _undo_merges(self) -> None:
        """The merge that the reader puts before a split which several flows enter."""
        merged: dict[str, str] = {}
        for merge, split in zip(self.nodes, self.nodes[1:], strict=False):
            if not (_bare(merge, "exclusive") and merge.id == f"{split.id}.merge" and isinstance(split, Gateway)):
                continue
            ways = self.out[merge.id]
            if (
                split.kind in ("parallel", "inclusive")
                and _has_branches(split, self.out[split.id])
                and self.entering[split.id] == [merge.id]
                and len(self.entering[merge.id]) > 1
                and len(ways) == 1
                and _plain(ways[0].flow)
            ):
                merged[merge.id] = split.id
        if merged:
            self.nodes = [node for node in self.nodes if node.id not in merged]
            for id, outs in self.out.items():
                self.out[id] = [_Out(out.flow, merged.get(out.target, out.target)) for out in outs]

    def _races(self) -> Iterator[tuple[str, Event]]:
        """The gateways that ``unless`` below a wait implies, each with its wait."""
        for race, wait in zip(self.nodes, self.nodes[1:], strict=False):
            if not (_bare(race, "event_based") and race.id == f"{wait.id}.race"):
                continue
            outs = self.out[race.id]
            events = [self.by_id.get(out.target) for out in outs]
            if (
                isinstance(wait, Event)
                and wait.position == "catch"
                and len(outs) > 1
                and outs[0].target == wait.id
                and all(self.entering[out.target] == [race.id] and _plain(out.flow) for out in outs)
                and all(isinstance(event, Event) and _can_race(event) for event in events[1:])
            ):
                yield race.id, wait

    # Placing

    def body(self) -> Path:
        """All elements in their places."""
        for number, node in enumerate(self.nodes):
            if node.id in self.placed:
                continue
            if number == 0 and _bare_start(node):
                self._implied_start(node)
            elif _is_start(node):
                self._start(node)
            elif isinstance(node, Event) and node.attached_to in self.by_id:
                self._border(node)
            elif node.id in self.racing:
                self._racer(node)
            elif node.id in self.races:
                self._race(node, number)
            elif not (self.implied and self._is_implied(node)):
                self._place(node, self._choose(node, number))
        last = self.root.steps[-1] if self.root.steps else None
        if last is not None and last.node == Event(id=last.node.id, position="end") and self._falls_into(last):
            last.implied = last.node.id == self._implied_end(last.node.id)
        return self.root

    def _falls_into(self, end: Step) -> bool:
        return any(way.through for way in self.ways[end.node.id])

    def _implied_end(self, id: str) -> str:
        number, free = 2, "end"
        while free != id and free in self.by_id:
            free, number = f"end-{number}", number + 1
        return free

    def _implied_start(self, node: Node) -> None:
        step = Step(node, self.root, implied=True)
        self.root.steps.append(step)
        self._settle(step)

    def _start(self, node: Node) -> None:
        """A start further down lets what comes before go on together with it, where both lead to the same."""
        outs = self.out[node.id]
        open_ = {way.target for way, _ in _frontier(self.root) if way.through is None}
        self._close(self.root)
        if not (outs and open_ <= {outs[0].target}):
            self._finish(self.root, None)
        self._append(node, self.root)

    def _place(self, node: Node, path: Path) -> None:
        self._close(path)
        if not _is_aside(node):
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
        step.awaited = self.awaited[node.id]
        self._arrive(node.id)
        outs = self.out[node.id]
        if isinstance(node, Gateway) and _has_branches(node, outs):
            step.branching = True
            self._branch(step, outs)
        elif outs and not _is_end(node) and not _is_aside(node):
            step.direct = self._way(outs[0].target, path)

    def _branch(self, step: Step, outs: list[_Out]) -> None:
        for out in outs:
            path = step.below("branch", flow=out.flow)
            path.way = self._way(out.target, path)

    def _arrive(self, id: str) -> None:
        """The element has its place: all ways to it that do not fall through need a ``to``."""
        self.placed.add(id)
        for way in self.ways[id]:
            if way.through is None:
                way.through = False
                _count(way.path, -1)

    def _way(self, target: str, path: Path) -> Way:
        way = Way(target, path)
        if target in self.placed:
            way.through = False
        else:
            self.ways[target].append(way)
            _count(path, 1)
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
        for way, falls in _frontier(path):
            if way.through is None:
                way.through = falls and way.target == target
                if way.target != target:
                    self.announced.add(way.target)
        _count(path, -path.forward)

    # Where an element goes

    def _choose(self, node: Node, number: int) -> Path:
        """The path in which the fewest ways need a ``to``.

        Of equals the one that is being told goes on; a branch is opened where all branches end alike, and what an event
        leads to stands below it. A long way to an end does not stand in a branch: what else there is comes after it.
        What nothing before leads to stands as far out as it can.
        """
        waiting = [number for number, path in enumerate(self.stack) if path.steps and path.steps[-1].awaited]
        within = self.stack[waiting[-1] + 1 :] if waiting else self.stack
        if not within:
            raise _MisplacedError
        if _is_aside(node):
            return within[-1] if self.root.forward else within[0]
        hits: dict[Path, int] = defaultdict(int)
        coming = [way for way in self.ways[node.id] if way.through is None]
        for way in coming:
            path: Path | None = way.path
            while path is not None:
                hits[path] += 1
                owner = path.owner
                path = owner.path if owner and path.kind != "meanwhile" and owner.visible else None
        fitting = list(within)
        fitting += [p for p in hits if not p.is_open and self._openable(p) and p.owner and p.owner.path in within]
        costs = {path: path.forward + len(coming) - 2 * hits.get(path, 0) for path in fitting}
        least = min(costs.values())
        best = [path for path in fitting if costs[path] == least]
        told = [path for path in best if path.is_open]
        fresh = next((path for path in best if not path.is_open), None)
        if fresh is None or fresh.owner is None or fresh.kind != "branch":
            return fresh or (told[-1] if coming else told[0])
        if told:
            return fresh if _others_end(fresh) and self._ends_soon(number) else told[-1]
        return fresh.owner.path if self._is_main_line(fresh.owner.path, node, number) else fresh

    def _is_main_line(self, path: Path, node: Node, number: int) -> bool:
        """Whether an element goes on where a question stands, since the other answers lead to what is told apart."""
        if path.forward > _MANY_ANSWERS:
            return False
        others = {way.target for way, _ in _frontier(path) if way.through is None and way.target != node.id}
        later = [self.number[id] for id in others - self.announced if id in self.number]
        if not later:
            return True
        end = min(later)
        return end > number and _is_end(self.nodes[end - 1]) and self.before[end] - self.before[number] > _LONG

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
        for node in self.nodes[number : number + _SHORT_ENDING]:
            if isinstance(node, Event) and node.position == "end":
                return node.name is not None
            outs = self.out[node.id]
            if isinstance(node, Gateway) or len(outs) != 1 or len(self.entering[node.id]) > 1:
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
        outs = self.out[event.id]
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
        wait = self.races[race.id]
        path = self._choose(race, number)
        self._close(path)
        self._finish(path, race.id)
        self._arrive(race.id)
        step = self._append(wait, path)
        assert isinstance(race, Gateway)
        step.race = race

    def _racer(self, node: Node) -> None:
        assert isinstance(node, Event)
        self._below(self._host(self.racing[node.id]), node, "unless")

    def _is_implied(self, node: Node) -> bool:
        """Whether an element without words follows from what has been placed; it is then taken care of."""
        if isinstance(node, Event):
            return node == Event(id=node.id, position="end") and self._meanwhile_end(node)
        if not isinstance(node, Gateway) or node.name is not None:
            return False
        return self._answers(node) or self._join(node) or self._merge(node)

    def _answers(self, node: Gateway) -> bool:
        """The gateway behind a task, a wait or a subprocess."""
        step = self.steps.get(node.id.removesuffix(".out"))
        if step is None or step.node is node or not _bare(replace(node, default=None), "exclusive"):
            return False
        outs, direct = self.out[node.id], step.direct
        if not (isinstance(step.node, Activity) or (isinstance(step.node, Event) and step.node.position == "catch")):
            return False
        if direct is None or direct.target != node.id or direct.through is not None or step.branching:
            return False
        if not (step.path.is_open and step.path.steps[-1] is step and _has_branches(node, outs)):
            return False
        if not _plain(self.out[step.node.id][0].flow) or not _answers_are_ends(step.node, outs):
            return False
        self._close(step.path)
        direct.through = True
        _count(step.path, -1)
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
            ways = [way for way, _ in _frontier(path) if way.through is None and way.target == node.id]
            if len(ways) > 1:
                return False
            arriving += ways
        if len(arriving) < 2:
            return False
        self._close(step.path)
        for path in step.paths:
            for way, _ in _frontier(path):
                if way.through is None:
                    way.through = way.target == node.id
        _count(step.path, -step.visible)
        step.forward, step.joined = 0, True
        self._arrive(node.id)
        step.direct = self._way(self.out[node.id][0].target, step.path)
        return True

    def _joinable(self, step: Step) -> bool:
        """Whether the model has just the join that a split's branches imply."""
        node = step.node
        if not (step.waits and not step.joined and isinstance(node, Gateway)):
            return False
        join = self.by_id.get(f"{node.id}.join")
        outs = self.out[f"{node.id}.join"]
        return join is not None and _bare(join, node.kind) and len(outs) == 1 and _plain(outs[0].flow)

    def _merge(self, node: Gateway) -> bool:
        """The merge of the ways that leave one branch of a split together."""
        path = self.stack[-1]
        while path.owner is not None and (path.flow is None or f"{path.flow.id}.merge" != node.id):
            path = path.owner.path
        step, outs = path.owner, self.out[node.id]
        if step is None or path.tail is not None or not self._joinable(step) or not _bare(node, "exclusive"):
            return False
        ways = [way for way, _ in _frontier(path) if way.through is None and way.target == node.id]
        if len(ways) < 2 or len(outs) != 1 or not _plain(outs[0].flow) or outs[0].target != f"{step.node.id}.join":
            return False
        self._close(path)
        self._finish(path, node.id)
        self._arrive(node.id)
        path.tail = self._way(outs[0].target, path)
        self._close(step.path)
        return True

    def _meanwhile_end(self, node: Event) -> bool:
        """The end of what goes on meanwhile."""
        path = self.stack[-1]
        while path.owner is not None and (path.event is None or f"{path.event.id}.end" != node.id):
            path = path.owner.path
        if path.owner is None or path.kind != "meanwhile":
            return False
        if not any(way.through is None and way.target == node.id for way, _ in _frontier(path)):
            return False
        owner = path.owner
        self._close(path)
        self._finish(path, node.id)
        self._arrive(node.id)
        self._close(owner.path)
        return True


def _frontier(path: Path, falls: bool = True) -> Iterator[tuple[Way, bool]]:
    """The ways that leave a path at its end as it stands, each with whether it can fall out of it."""
    if path.tail is not None:
        yield path.tail, falls
        return
    if path.way is not None and not path.entered:
        yield path.way, falls
    for step in path.group:
        yield from frontier(step, falls)


def frontier(step: Step, falls: bool = True) -> Iterator[tuple[Way, bool]]:
    """The ways that leave a step, each with whether it can fall out of it."""
    if step.direct is not None:
        yield step.direct, falls
    if not step.joined:
        inner = falls and (not step.waits or step.forward == 1)
        for path in step.paths:
            yield from _frontier(path, inner and path.kind != "meanwhile")


def _count(path: Path, change: int) -> None:
    """Count ways further down that are open in a path and in all around it."""
    while change:
        path.forward += change
        owner = path.owner
        if owner is None or path.kind == "meanwhile" or owner.joined:
            return
        before = owner.visible
        owner.forward += change
        path, change = owner.path, owner.visible - before


def _others_end(path: Path) -> bool:
    """Whether every other branch has steps of its own and an end."""
    assert path.owner is not None
    others = [other for other in path.owner.paths if other is not path and other.kind == "branch"]
    return bool(others) and all(other.steps and _is_end(other.steps[-1].node) for other in others)


def _is_end(node: Node) -> bool:
    return isinstance(node, Event) and node.position == "end"


def _size(node: Node) -> int:
    return 1 + sum(map(_size, node.nodes)) if isinstance(node, SubProcess) else 1


def _is_start(node: Node) -> bool:
    return isinstance(node, Event) and node.position == "start"


def _is_aside(node: Node) -> bool:
    """An event subprocess stands beside the flow."""
    return isinstance(node, SubProcess) and node.kind == "event"


def _goes_on(node: Node) -> bool:
    """Whether the reader lets something follow an element, written or not."""
    return not (_is_end(node) or _is_aside(node) or isinstance(node, Gateway))


def _bare(node: Node, kind: str) -> bool:
    """Whether nothing but its kind is said of a gateway."""
    return isinstance(node, Gateway) and node.kind == kind and node == Gateway(id=node.id, kind=node.kind)


def _bare_start(node: Node) -> bool:
    return node == Event(id="start", position="start")


def _plain(flow: SequenceFlow) -> bool:
    return flow == SequenceFlow(id=flow.id, source=flow.source, target=flow.target)


def _has_branches(node: Gateway, outs: list[_Out]) -> bool:
    """Whether a gateway's ways out are written as answers."""
    if len(outs) != 1 or node.default is not None:
        return True
    flow = outs[0].flow
    return not _plain(flow) or flow.id in (f"{node.id}.1", f"{node.id}.else")


def _can_race(event: Event) -> bool:
    """Whether an event can stand below ``unless``, and race with the wait."""
    said = replace(event, triggers=(), name=None, share=None, note=None, provenance=(), all_triggers=False)
    return said == Event(id=event.id, position="catch") and {t.kind for t in event.triggers} <= _RACING


def _answers_are_ends(node: Node, outs: list[_Out]) -> bool:
    """Behind a subprocess the answers are the names of its ends."""
    if not isinstance(node, SubProcess) or not node.nodes:
        return not _is_aside(node)
    ends = [inner for inner in node.nodes if _is_end(inner)]
    known_ends = {*(end.id for end in ends), *(str(end.name) for end in ends if end.name is not None)}
    return all(not isinstance(out.flow.name, str) or out.flow.name in known_ends for out in outs)



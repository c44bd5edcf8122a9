"""A process as the judges read it: nodes, flows and borders of each scope, and who catches what.

Semantics: ``procmap/verify/README.md``. Nothing of ``procmap.verify`` is imported here, nor may it be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from procmap import CallActivity, Event, Gateway, Process, SubProcess, Task
from procmap.model.activity import Node
from procmap.model.process_map import nodes_within

FREE_KINDS = frozenset({"timer", "message", "condition", "signal"})
ANY = ("*",)
"""What a token carries that may take every answer; else the flows of the answers that are left to it."""

Token = tuple[str, tuple[str, ...]]
NONE: Token = ("", ANY)
Tokens = tuple[Token, ...]
Holding = tuple[str, frozenset[str]]


class Flow(NamedTuple):
    """A sequence flow, a pair of link events, or (``source`` empty) where a case begins."""

    id: str
    source: str
    target: str
    name: str | None = None
    conditional: bool = False


class Catch(NamedTuple):
    """What catches an error, escalation or cancel: an event at a border or an event subprocess, and its scope."""

    scope: Scope
    id: str

    @property
    def path(self) -> str:
        return self.scope.path + self.id


class Scope:
    """A process, or the inside of a subprocess, event subprocess or call; ``path`` is the prefix of what is in it."""

    def __init__(
        self,
        owner: Process | SubProcess,
        path: str = "",
        outer: Scope | None = None,
        host: str = "",
        library: dict[str, Process] | None = None,
        calling: tuple[str, ...] = (),
    ) -> None:
        self.owner, self.path, self.outer, self.host = owner, path, outer, host
        self.library, self.calling = library or {}, calling
        outside = _for_compensation(owner)
        self.nodes: dict[str, Node] = {node.id: node for node in owner.nodes if node.id not in outside}
        self.flows: dict[str, Flow] = {}
        for flow in owner.flows:
            if flow.source in self.nodes and flow.target in self.nodes:
                name = str(flow.name) if isinstance(flow.name, str) or hasattr(flow.name, "sv") else None
                self._add(Flow(flow.id, flow.source, flow.target, name, flow.condition is not None))
        for source, target in _links(self.nodes.values()):
            self._add(Flow(f"{source}~{target}", source, target))
        self.boundary: dict[str, list[Event]] = {}
        for node in self.nodes.values():
            if isinstance(node, Event) and node.position == "boundary":
                self.boundary.setdefault(str(node.attached_to), []).append(node)
        self.entries = self._entries()
        self._index()
        self.inside = {id: scope for id, node in self.nodes.items() if (scope := self._inside(node))}
        self.event_subprocesses = [id for id in self.inside if is_event_subprocess(self.nodes[id])]

    def _add(self, flow: Flow) -> None:
        self.flows[flow.id] = flow

    def _entries(self) -> list[Tokens]:
        """The tokens with which a case begins: at one start event, or without any at all that nothing flows into.

        A step or gateway that a case begins with (instantiate) is as good as a start event. A called process begins at
        a start event that waits for nothing, if it has one.
        """
        starts = [id for id, node in self.nodes.items() if position(node) == "start"]
        plain = [id for id in starts if not kinds(self.nodes[id])]
        if self.is_called and plain:
            starts = plain
        entered = {flow.target for flow in self.flows.values()}
        loose = [
            id
            for id, node in self.nodes.items()
            if id not in entered and position(node) not in ("boundary", "start") and not is_event_subprocess(node)
        ]
        first = [id for id in loose if getattr(self.nodes[id], "instantiates", False)]
        if self.is_called and starts:
            first = []
        others = [] if starts else [id for id in loose if id not in first]
        for id in (*starts, *first, *others):
            self._add(Flow(f"->{id}", "", id))
        return [tuple(sorted((f"->{each}", ANY) for each in (*others, *one))) for one in ([[id] for id in (*starts, *first)] or [[]])]

    def _calls_back(self, name: str) -> bool:
        """Whether a process calls the one that is described here, itself or through others."""
        waiting, seen = [name], set()
        while waiting:
            id = waiting.pop()
            if id == self.calling[-1]:
                return True
            if id in self.library and id not in seen:
                seen.add(id)
                inside = [each for _, each in nodes_within(self.library[id])]
                waiting += [each.calls for each in inside if isinstance(each, CallActivity) and isinstance(each.calls, str)]
        return False

    def _inside(self, node: Node) -> Scope | None:
        """The scope inside a node; None for a task, which an ad hoc subprocess and a call round in a circle are too."""
        path = f"{self.path}{node.id}/"
        if isinstance(node, SubProcess) and node.kind != "ad_hoc" and node.nodes:
            return Scope(node, path, self, node.id, self.library, self.calling)
        if isinstance(node, CallActivity) and isinstance(node.calls, str) and not self._calls_back(node.calls):
            called = self.library.get(node.calls)
            if called is not None and called.nodes:
                return Scope(called, path, self, node.id, self.library, (*self.calling, node.calls))
        return None

    @property
    def is_called(self) -> bool:
        """Whether this is a process that another one calls: only how it comes out is seen there."""
        return self.outer is not None and isinstance(self.owner, Process)

    def incoming(self, id: str) -> list[Flow]:
        return self._into.get(id, [])

    def outgoing(self, id: str) -> list[Flow]:
        return self._out_of.get(id, [])

    def label(self, flow: str) -> str:
        """What to call a flow in an answer: its path; a pair of link events is called by the catching one."""
        return self.path + (self.flows[flow].target if "~" in flow else flow)

    def _index(self) -> None:
        self._into: dict[str, list[Flow]] = {}
        self._out_of: dict[str, list[Flow]] = {}
        self.ways: dict[tuple[str, str, frozenset[str]], set[str]] = {}
        for flow in self.flows.values():
            self._into.setdefault(flow.target, []).append(flow)
            self._out_of.setdefault(flow.source, []).append(flow)

    def part(self, nodes: set[str], flows: list[Flow]) -> Scope:
        """Some nodes of this scope taken alone, entered by some flows; nothing comes along others that lead into it."""
        part = object.__new__(Scope)
        part.__dict__.update(self.__dict__)
        part.outer = None
        part.nodes = {id: node for id, node in self.nodes.items() if id in nodes}
        part.flows = {flow.id: flow for flow in self.flows.values() if flow.target in nodes}
        part.flows.update((flow.id, flow._replace(source="")) for flow in flows)
        part.boundary = {id: events for id, events in self.boundary.items() if id in nodes}
        part.event_subprocesses = []
        part._index()
        part.entries = [tuple(sorted((flow.id, ANY) for flow in flows))]
        part.inside = {id: scope for id, scope in self.inside.items() if id in nodes}
        return part

    def starts_free(self, id: str) -> bool:
        """Whether an event subprocess starts at a time, message, condition or signal."""
        return any(kinds(event) & FREE_KINDS or not kinds(event) for event in _start_events(self.nodes[id]))

    def starts_over(self) -> list[str]:
        """The event subprocesses that can take the place of the scope any time: nothing here has to complete then."""
        begins = any(self.entries)
        return [id for id in self.event_subprocesses if begins and self.interrupts(id) and self.starts_free(id)]

    def interrupts(self, id: str) -> bool:
        """Whether an event at a border, or an event subprocess, interrupts."""
        node = self.nodes[id]
        events = [node] if isinstance(node, Event) else _start_events(node)
        return any(event.interrupting for event in events)

    def free_events(self, id: str) -> list[Event]:
        """The events at the border of an activity that may occur whatever happens inside."""
        events = self.boundary.get(id, [])
        if id not in self.inside:
            return events
        return [event for event in events if kinds(event) & FREE_KINDS or not kinds(event)]

    def errors_out_of_nowhere(self, id: str) -> list[Event]:
        """The error events at the border of a subprocess that no error end inside leads to."""
        if id not in self.inside or not any("error" in kinds(event) for event in self.boundary.get(id, [])):
            return []
        led_to = set(self.inside[id].led_to())
        return [event for event in self.boundary[id] if "error" in kinds(event) and self.path + event.id not in led_to]

    def errors_within(self) -> list[str]:
        """The event subprocesses for an error that no error end here leads to."""
        for_errors = [
            id for id in self.event_subprocesses if any("error" in kinds(event) for event in _start_events(self.nodes[id]))
        ]
        led_to = set(self.led_to()) if for_errors else set()
        return [id for id in for_errors if self.path + id not in led_to]

    def led_to(self) -> Iterator[str]:
        """What the error ends here and inside lead to, as paths."""
        for scope in self.all_scopes():
            for node in scope.nodes.values():
                if isinstance(node, Event) and node.position == "end" and "error" in kinds(node):
                    found = catcher(scope, "error", named(node, "error"))
                    if found is not None:
                        yield found.path

    def all_scopes(self) -> Iterator[Scope]:
        yield self
        for scope in self.inside.values():
            yield from scope.all_scopes()

    def elements(self) -> Iterator[str]:
        """The paths of all activities and events, here and inside, but for what is called."""
        for id, node in self.nodes.items():
            if not isinstance(node, Gateway):
                yield self.path + id
            if id not in self.inside:
                yield from self.in_any_order(id)
            elif not self.inside[id].is_called:
                yield from self.inside[id].elements()

    def in_any_order(self, id: str) -> Iterator[str]:
        """What is inside an ad hoc subprocess: it occurs when that does."""
        node = self.nodes[id]
        if isinstance(node, SubProcess) and id not in self.inside:
            yield from _within(node, f"{self.path}{id}/")

    def end_names(self, ends: frozenset[str]) -> frozenset[str]:
        return frozenset(str(self.nodes[id].name) for id in ends if self.nodes[id].name is not None)

    def bound(self, id: str) -> tuple[str, list[Flow], str | None] | None:
        """Where the answers after a subprocess are bound to its ends: its flow, the answers, the default."""
        out = self.outgoing(id)
        if id not in self.inside or len(out) != 1:
            return None
        gateway = self.nodes[out[0].target]
        if not isinstance(gateway, Gateway) or gateway.kind != "exclusive" or len(self.incoming(gateway.id)) != 1:
            return None
        inside = self.inside[id]
        names = inside.end_names(frozenset(end for end, node in inside.nodes.items() if position(node) == "end"))
        default = gateway.default if gateway.default in {flow.id for flow in self.outgoing(gateway.id)} else None
        answers = [flow for flow in self.outgoing(gateway.id) if flow.id != default]
        if not self.outgoing(gateway.id) or any(flow.name not in names for flow in answers):
            return None
        return out[0].id, answers, default


def position(node: Node) -> str:
    return node.position if isinstance(node, Event) else ""


def kinds(node: Node) -> set[str]:
    return {trigger.kind for trigger in node.triggers} if isinstance(node, Event) else set()


def kind_of(node: Node) -> str:
    """What a gateway does; one where a case begins when all its events have happened parts into all its ways."""
    if not isinstance(node, Gateway):
        return ""
    return "parallel" if node.kind == "event_based" and node.all_events else node.kind


def is_event_subprocess(node: Node) -> bool:
    return isinstance(node, SubProcess) and node.kind == "event"


def named(event: Event, kind: str) -> str | None:
    """Which error or escalation it is; None for any."""
    return next((t.what for t in event.triggers if t.kind == kind and isinstance(t.what, str)), None)


def thrown(event: Event) -> Iterator[tuple[str, str | None]]:
    """Kind and name of what an end or a throwing event throws, what breaks off first."""
    for kind in ("error", "cancel", "escalation"):
        if kind in kinds(event) and event.position in ("end", "throw"):
            yield kind, named(event, kind)


def catcher(scope: Scope | None, kind: str, name: str | None) -> Catch | None:
    """What catches something that is thrown in a scope: event subprocesses, then the border, then the scope around."""
    replaced = False
    while scope is not None:
        if not replaced and kind != "cancel":
            for exact in (True, False):
                for id in scope.event_subprocesses:
                    if any(_fits(event, kind, name, exact) for event in _start_events(scope.nodes[id])):
                        return Catch(scope, id)
        outer = scope.outer
        if outer is None:
            return None
        if is_event_subprocess(outer.nodes[scope.host]):
            replaced = True
        else:
            replaced = False
            for exact in (True, False):
                for event in outer.boundary.get(scope.host, []):
                    if _fits(event, kind, name, exact) and (event.interrupting or kind == "escalation"):
                        return Catch(outer, event.id)
        scope = outer
    return None


def takes(scope: Scope, tokens: Tokens, held: set[Holding]) -> Iterator[tuple[str, Token, Tokens]]:
    """Each way in which a node may take tokens now: the node, its token (of several, none), the tokens that are left.

    ``held`` are activities that go on, with the events at their borders that have occurred.
    """
    carrying = {flow for flow, _ in tokens}
    for id in dict.fromkeys(scope.flows[flow].target for flow, _ in tokens):
        node = scope.nodes[id]
        kind = kind_of(node)
        into = [flow.id for flow in scope.incoming(id)]
        if kind == "parallel":
            if carrying.issuperset(into):
                yield id, NONE, without(tokens, into)
        elif kind in ("inclusive", "complex"):
            if _may_join(scope, id, carrying, held):
                yield id, NONE, without(tokens, [flow for flow in into if flow in carrying])
        else:
            for token in dict.fromkeys(tokens):
                if token[0] in into:
                    left = list(tokens)
                    left.remove(token)
                    yield id, token, tuple(left)


def gives(scope: Scope, id: str, carried: tuple[str, ...] = ANY, names: frozenset[str] | None = None) -> list[Tokens]:
    """Each choice of tokens that a node may give; ``names`` are the ends that a subprocess came to."""
    node = scope.nodes[id]
    out = scope.outgoing(id)
    if not out:
        return [()]
    kind = kind_of(node)
    if kind in ("exclusive", "event_based"):
        return [((flow.id, ANY),) for flow in out if carried == ANY or flow.id in carried]
    if kind in ("inclusive", "complex"):
        default = [flow for flow in out if flow.id == node.default]
        return [_all(chosen) for chosen in _choices([flow for flow in out if flow not in default])] + [_all(default)] * bool(default)
    if isinstance(node, (Task, SubProcess, CallActivity)):
        bound = scope.bound(id) if names is not None else None
        if bound is not None:
            flow, answers, default = bound
            left = tuple(answer.id for answer in answers if answer.name in names) or ((default,) if default else ())
            return [((flow, left),)]
        default = [flow for flow in out if flow.id == node.default]
        always = [flow for flow in out if not flow.conditional and flow not in default]
        chosen = _choices([flow for flow in out if flow.conditional and flow not in default])
        return [_all([*always, *some]) for some in [*chosen, *([default] if always or default or not chosen else [])]]
    return [_all(out)]


def without(tokens: Tokens, flows: list[str]) -> Tokens:
    left = list(tokens)
    for flow in flows:
        left.remove(next(token for token in left if token[0] == flow))
    return tuple(left)


def plus(tokens: Tokens, given: Tokens) -> Tokens:
    return tuple(sorted((*tokens, *given)))


def most(tokens: Tokens) -> dict[str, int]:
    """How many tokens each flow carries."""
    count: dict[str, int] = {}
    for flow, _ in tokens:
        count[flow] = count.get(flow, 0) + 1
    return count


def ways_from(scope: Scope, first: str, avoiding: str, used: frozenset[str] = frozenset()) -> set[str]:
    """The flows that can be reached from a node, itself passed, along flows and events at borders.

    Where it is held, not by way of the events at its border that have been ``used``, unless it is come to once more.
    """
    key = (first, avoiding, used)
    if key not in scope.ways:
        scope.ways[key] = _ways_from(scope, *key)
    return scope.ways[key]


def _ways_from(scope: Scope, first: str, avoiding: str, used: frozenset[str]) -> set[str]:
    found: set[str] = set()
    waiting, seen = [first], {avoiding}
    if used:
        waiting = [event.id for event in scope.boundary.get(first, []) if event.id not in used]
        found = {flow.id for flow in scope.outgoing(first)}
        waiting += [flow.target for flow in scope.outgoing(first) if flow.target != avoiding]
    seen.update(waiting)
    while waiting:
        id = waiting.pop()
        for event in scope.boundary.get(id, []):
            if event.id not in seen:
                seen.add(event.id)
                waiting.append(event.id)
        for flow in scope.outgoing(id):
            found.add(flow.id)
            if flow.target not in seen:
                seen.add(flow.target)
                waiting.append(flow.target)
    return found


def _may_join(scope: Scope, gateway: str, carrying: set[str], held: set[Holding]) -> bool:
    into = {flow.id for flow in scope.incoming(gateway)}
    have, lack = into & carrying, into - carrying
    for flow in carrying - into:
        ways = ways_from(scope, scope.flows[flow].target, gateway)
        if ways & lack and not ways & have:
            return False
    for activity, used in held:
        ways = ways_from(scope, activity, gateway, used)
        if ways & lack and not ways & have:
            return False
    return True


def _all(flows: list[Flow] | tuple[Flow, ...]) -> Tokens:
    return tuple((flow.id, ANY) for flow in flows)


def _choices(flows: list[Flow]) -> list[tuple[Flow, ...]]:
    return [some for size in range(1, len(flows) + 1) for some in combinations(flows, size)]


def _fits(event: Event, kind: str, name: str | None, exact: bool) -> bool:
    return kind in kinds(event) and (named(event, kind) == name if exact else named(event, kind) is None)


def _start_events(node: Node) -> list[Event]:
    return [each for each in node.nodes if isinstance(each, Event) and each.position == "start"]


def _link(event: Event) -> str:
    return named(event, "link") or str(event.name or event.id)


def _links(nodes: Iterable[Node]) -> Iterator[tuple[str, str]]:
    """Which throwing link leads to which catching one."""
    events = [node for node in nodes if isinstance(node, Event) and "link" in kinds(node)]
    for event in events:
        if event.position == "throw":
            for other in events:
                if other.position == "catch" and _link(other) == _link(event):
                    yield event.id, other.id
                    break


def _within(node: SubProcess, path: str) -> Iterator[str]:
    for each in node.nodes:
        if not isinstance(each, Gateway):
            yield path + each.id
        if isinstance(each, SubProcess):
            yield from _within(each, f"{path}{each.id}/")


def _for_compensation(owner: Process | SubProcess) -> set[str]:
    """Activities for compensation, events for it at borders, and what follows them and nothing else."""
    found = {
        node.id
        for node in owner.nodes
        if getattr(node, "for_compensation", False)
        or (position(node) == "boundary" and "compensation" in kinds(node))
        or (is_event_subprocess(node) and any("compensation" in kinds(event) for event in _start_events(node)))
    }
    ways = [*((flow.source, flow.target) for flow in owner.flows), *_links(owner.nodes)]
    while True:
        more = {
            target
            for source, target in ways
            if source in found and all(before in found for before, after in ways if after == target)
        }
        more |= {node.id for node in owner.nodes if isinstance(node, Event) and node.attached_to in found}
        more -= found
        if not more:
            return found
        found |= more

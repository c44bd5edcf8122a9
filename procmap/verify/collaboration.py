"""Pools together: what one sends, another waits for.

Each process is proved alone first, with messages free to come. Here they are not: a node that receives needs a message
that was sent to it, unless it comes from a pool whose work is not described. An activity that both sends and receives
may do so in any order, since none is said. A message flow, or all flows of one named message between the same nodes, is
a place like others; it is no fault that two messages wait in it, and what piles up beyond that is not looked into. A
start that waits for a message need not come, and begins one case; what a second message to it would bring is not
looked into.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from procmap.model.collaboration import Collaboration
from procmap.model.gateway import Gateway
from procmap.model.knowledge import known
from procmap.model.label import Translated
from procmap.model.process import Process
from procmap.text import Text
from procmap.verify.doing import Doing
from procmap.verify.explore import Exploration, Moves, explore
from procmap.verify.level import EXCLUSIVE, NOWHERE, Level
from procmap.verify.net import CUT, MOVE, Net
from procmap.verify.occurring import countable
from procmap.verify.prove import paths
from procmap.verify.reach import nearness
from procmap.verify.result import PROPERTIES, Property, Trace, Verification

__all__ = ["Part", "is_joint", "prove_together"]

_INSIDE = Text(
    sv="Meddelanden som skickas eller tas emot inne i delprocesser kan ännu inte prövas mellan pooler: {element}.",
    en="Messages that are sent or received inside subprocesses cannot yet be tried between pools: {element}.",
)
_PILE = Text(
    sv="Meddelanden kan bli fler än två som väntar; längre prövas det inte.",
    en="More than two messages may come to wait; further than that is not tried.",
)
_BOUND = Text(
    sv="Samverkan har fler tillstånd än de {bound} som prövas.",
    en="The collaboration has more states than the {bound} that are tried.",
)


class Part:
    """One pool's process, made ready: its level, and what its activities do."""

    def __init__(self, process: Process, level: Level, doings: dict[int, Doing], reacts: bool) -> None:
        self.process = process
        self.level = level
        self.doings = doings
        self.reacts = reacts


def is_joint(collaboration: Collaboration, processes: Mapping[str, Process]) -> bool:
    """Whether at least two described pools send each other something."""
    return any(True for _ in _meetings(collaboration, processes))


def _meetings(
    collaboration: Collaboration, processes: Mapping[str, Process]
) -> Iterator[tuple[str, str, str, tuple[str, str]]]:
    """A key for the message, where it is sent and received (paths within the processes), and the two processes."""
    pools = {pool.id: known(pool.process) for pool in collaboration.pools}
    for flow in collaboration.message_flows:
        ends = []
        for end in (flow.source, flow.target):
            pool, _, element = end.partition("/")
            process = pools.get(pool)
            if not element or not isinstance(process, str) or process not in processes:
                break
            ends.append((process, element))
        else:
            (sender, source), (receiver, target) = ends
            key = f"{flow.message} {sender} {receiver}" if flow.message is not None else flow.id
            yield key, source, target, (sender, receiver)


def prove_together(
    collaboration: Collaboration, parts: Mapping[str, Part], processes: Mapping[str, Process], bound: int
) -> Verification:
    """The four properties of all pools together; ``parts`` by the ids of their processes."""
    meetings = list(_meetings(collaboration, processes))
    ends = ((id, end) for _, source, target, ids in meetings for id, end in zip(ids, (source, target), strict=True))
    deep = next((_called(processes[id], end) for id, end in ends if "/" in end), None)
    reacting = next((_titled(part.process) for part in parts.values() if part.reacts), None)
    if deep is not None or reacting is not None:
        reason = _INSIDE.fill(element=deep or reacting)
        return Verification(id=collaboration.id, properties=dict.fromkeys(PROPERTIES), reason=reason)
    return _Together(collaboration, parts, meetings).verification(bound)


def _called(process: Process, path: str) -> Text:
    """What to call an element of a process by its path."""
    from procmap.graph.adjacency import scopes  # few proofs need words for an element
    from procmap.graph.labels import called, literal

    prefix, _, id = path.rpartition("/")
    scope = next((each for each in scopes(process) if each.prefix == f"{prefix}/" and id in each.nodes), None)
    return literal(path) if scope is None else called(scope, id)


def _titled(process: Process) -> Text:
    from procmap.graph.labels import literal, quoted

    name = known(process.name)
    return quoted(name) if isinstance(name, (str, Translated)) else literal(process.id)


class _Together:
    def __init__(
        self,
        collaboration: Collaboration,
        parts: Mapping[str, Part],
        meetings: list[tuple[str, str, str, tuple[str, str]]],
    ) -> None:
        self.id = collaboration.id
        self.nets: list[tuple[str, Net, int, int]] = []
        self.pre: list[list[int]] = []
        self.post: list[list[int]] = []
        self.kind: list[int] = []
        self.memory: list[int] = []
        self.initial: list[int] = []
        self.near: dict[int, list[list[int]]] = {}
        self.colours: list[list[int]] = []
        self.aside: list[int] = []
        self.resets: dict[int, list[int]] = {}
        self.whose: list[tuple[int, int]] = []
        self.busy: dict[int, int] = {}
        self.begun: dict[int, int] = {}
        names = dict.fromkeys(key for key, *_ in meetings)
        self.messages = {key: number for number, key in enumerate(names)}
        self.places = len(names)
        self.aside += range(self.places)
        self.uncounted = list(range(self.places))
        self.ends = 0
        sends: dict[tuple[str, str], set[int]] = {}
        receives: dict[tuple[str, str], set[int]] = {}
        for key, source, target, (sender, receiver) in meetings:
            sends.setdefault((sender, source), set()).add(self.messages[key])
            receives.setdefault((receiver, target), set()).add(self.messages[key])
        for id, part in parts.items():
            self._add(id, part, sends, receives)

    def _add(
        self,
        id: str,
        part: Part,
        sends: dict[tuple[str, str], set[int]],
        receives: dict[tuple[str, str], set[int]],
    ) -> None:
        """The moves of one pool, with the messages they give and need."""
        level = part.level
        net = Net(level, part.doings, contract=False)
        base, first = self.places, len(self.pre)
        self.net = net
        self.net_end = base + len(net.flow)
        gives = {number: sends.get((id, node.id), set()) for number, node in enumerate(level.nodes)}
        needs = {number: receives.get((id, node.id), set()) for number, node in enumerate(level.nodes)}
        called: dict[int, int] = {}
        for move in range(len(net.pre)):
            nodes = [node for node, _ in net.steps[move] if node != NOWHERE]
            wanted = [needs[node] for node in nodes if needs[node]]
            sent = [message for node in nodes for message in sorted(gives[node])]
            waits = self._first_come(level, net, move, needs)
            before = [base + place for place in net.pre[move]]
            begins = next((node for node in nodes if net.pre[move] == [net.entry] and needs[node]), None)
            if begins is not None:
                before = [self._called(called, begins, needs[begins])]
                wanted_once = self.begun[before[0]]
            after = [base + place for place in net.post[move]]
            if wanted and sent and net.kind[move] == MOVE:
                self._talk(move, before, after, wanted, sent)
                continue
            if begins is not None:
                after = [*after, wanted_once]
            for message in _one_of_each(wanted):
                for seen in _one_of_each(waits):
                    self._put(move, [*before, *message, *seen], [*after, *sent, *seen], net.kind[move], net.marks[move])
        self._joins(net, base, first)
        self.colours += [[base + place for place in group] for group in net.groups()]
        self.uncounted += [base + place for place in net.held]
        entry = net.entry
        self.initial += [base + place for place in net.initial if place != entry]
        if entry is not None and any(not needs[number] for number in level.starts):
            self.initial.append(base + entry)
        for place in called.values():
            self.initial.append(place)
            self.aside.append(place)
        self.resets[len(self.nets)] = list(range(base, self.net_end))
        self.nets.append((id, net, base, self.ends))
        self.uncounted += range(base + len(net.flow), self.net_end)
        self.places = self.net_end
        self.ends += len(net.ends)

    def _called(self, called: dict[int, int], start: int, messages: set[int]) -> int:
        """The place from which a start that waits for a message begins, once; what a second one brings is not known."""
        if start not in called:
            called[start], begun = self.net_end, self.net_end + 1
            self.net_end += 2
            self.begun[called[start]] = begun
            self.aside.append(begun)
            for message in sorted(messages):
                self._put(NOWHERE, [begun, message], [], CUT, 0, tells=False)
        return called[start]

    def _put(self, move: int, pre: list[int], post: list[int], kind: int, marks: int, *, tells: bool = True) -> None:
        """One move of the pool that is being added; what it does is told once, where it is made of several."""
        net = self.net
        self.pre.append(pre)
        self.post.append(post)
        self.kind.append(kind)
        self.memory.append((marks & ((1 << len(net.ends)) - 1)) << self.ends)
        self.whose.append((len(self.nets), move if tells else NOWHERE))

    def _talk(self, move: int, before: list[int], after: list[int], wanted: list[set[int]], sent: list[int]) -> None:
        """An activity that sends and receives: in which order is not said, so it may do both in any."""
        sends, receives, has_sent, has_received = (self.net_end + k for k in range(4))
        self.net_end += 4
        self._put(move, before, [sends, receives], MOVE, 0)
        self._put(move, [sends], [has_sent, *sent], MOVE, 0, tells=False)
        for message in _one_of_each(wanted):
            self._put(move, [receives, *message], [has_received], MOVE, 0, tells=False)
        self._put(move, [has_sent, has_received], after, MOVE, self.net.marks[move], tells=False)
        self.busy.update(dict.fromkeys((sends, receives, has_sent, has_received), self.net.node[move]))

    @staticmethod
    def _first_come(level: Level, net: Net, move: int, needs: dict[int, set[int]]) -> list[set[int]]:
        """An event-based gateway goes the way whose message is there."""
        node = net.node[move]
        gateway = level.nodes[node]
        if level.kind[node] != EXCLUSIVE or not isinstance(gateway, Gateway) or gateway.kind != "event_based":
            return []
        return [needs[level.target[flow]] for flow in net.gives[move] if needs[level.target[flow]]]

    def _joins(self, net: Net, base: int, first: int) -> None:
        near = nearness(net)
        for move in range(first, len(self.pre)):
            own = self.whose[move][1]
            if own != NOWHERE and own in near:
                self.near[move] = [[base + place for place in places] for places in near[own]]

    def verification(self, bound: int) -> Verification:
        """Explore, and say it in paths ``process/element``."""
        found = explore(
            Moves(
                places=self.places,
                initial=self.initial,
                pre=self.pre,
                post=self.post,
                kind=self.kind,
                memory=self.memory,
                marks=self.ends,
                ends=self.ends,
                near=self.near,
                colours=self.colours,
                aside=self.aside,
                uncounted=self.uncounted,
                patient=range(len(self.messages)),
                scopes={move: self.resets[whose] for move, (whose, _) in enumerate(self.whose)},
            ),
            bound,
        )
        lost, perhaps = found.lost()
        open_ = bool(found.cut) or not found.full
        dead = self._dead(found)
        properties: dict[Property, bool | None] = {
            "option_to_complete": False if lost else None if open_ or perhaps else True,
            "proper_completion": False if found.twice is not None else None if open_ else True,
            "no_dead_activities": True if not dead else None if open_ else False,
            "safeness": False if found.unsafe is not None else None if open_ else True,
        }
        elements: dict[Property, tuple[str, ...]] = {}
        trace: Trace | None = None
        if lost:
            going = set(found.edges[0]) | found.cut
            state = next((each for each in lost if each not in going), lost[0])
            elements["option_to_complete"] = self._standing(found, state)
            trace = Trace(self._told(found.way(state)), False, "option_to_complete")
        if found.twice is not None:
            elements["proper_completion"] = (self._end(found.twice.where),)
            way = [*found.way(found.twice.state), found.twice.move]
            trace = trace or Trace(self._told(way), False, "proper_completion")
        if properties["no_dead_activities"] is False:
            elements["no_dead_activities"] = tuple(dead)
        if found.unsafe is not None:
            elements["safeness"] = tuple(self._flow(found.unsafe.where))
            way = [*found.way(found.unsafe.state), found.unsafe.move]
            trace = trace or Trace(self._told(way), False, "safeness")
        reason = None
        if None in properties.values():
            reason = _PILE if found.full else _BOUND.fill(bound=f"{bound:,}".replace(",", " "))
        return Verification(
            id=self.id,
            properties=properties,
            elements={name: elements[name] for name in PROPERTIES if name in elements},
            trace=trace,
            states=len(found.states),
            reason=reason,
        )

    def _told(self, way: list[int]) -> tuple[str, ...]:
        told: list[str] = []
        for move in way:
            whose, own = self.whose[move]
            if own == NOWHERE:
                continue
            id, net, _, _ = self.nets[whose]
            told += [f"{id}/{path}" for path in paths(net.level, net.steps[own])]
        return tuple(told)

    def _dead(self, found: Exploration) -> list[str]:
        occurring: set[tuple[int, int]] = set()
        for move, state in enumerate(found.fired):
            whose, own = self.whose[move]
            if state and own != NOWHERE:
                occurring.update((whose, node) for node in self.nets[whose][1].occurs[own])
        dead = []
        for whose, (id, net, _, _) in enumerate(self.nets):
            for node in countable(net.level):
                if (whose, node) not in occurring:
                    dead.append(f"{id}/{net.level.path(node)}")
        return dead

    def _standing(self, found: Exploration, state: int) -> tuple[str, ...]:
        nodes: dict[str, None] = {}
        aside = set(self.aside)
        for place in found.tokens(state, self.places):
            if place in aside:
                continue
            id, net, base, _ = next(each for each in reversed(self.nets) if each[2] <= place)
            flow = net.flow[place - base] if place not in self.busy else NOWHERE
            node = net.level.target[flow] if flow != NOWHERE else self.busy.get(place, net.held.get(place - base))
            if node is not None:
                nodes[f"{id}/{net.level.path(node)}"] = None
        return tuple(nodes)

    def _end(self, mark: int) -> str:
        id, net, _, first = next(each for each in reversed(self.nets) if each[3] <= mark and each[1].ends)
        return f"{id}/{net.level.path(net.ends[mark - first])}"

    def _flow(self, place: int) -> Iterator[str]:
        for id, net, base, _ in reversed(self.nets):
            if base <= place:
                flow = net.flow[place - base]
                if 0 <= flow < len(net.level.flows):
                    yield f"{id}/{net.level.flows[flow].id}"
                return


def _one_of_each(sets: list[set[int]]) -> list[list[int]]:
    """Every choice of one from each."""
    found: list[list[int]] = [[]]
    for each in sets:
        found = [[*before, one] for before in found for one in sorted(each)]
    return found

"""Pools together: what one sends, another waits for.

Each process is proved alone first, with messages free to come. Here they are not: a node that receives needs a message
that was sent to it, unless it comes from a pool whose work is not described. A message flow, or all flows of one named
message between the same nodes, is a place like others; it is no fault that two messages wait in it, and what piles up
beyond that is not looked into. A pool that starts by a message need not start. One case of each pool is followed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from procmap.model.collaboration import Collaboration
from procmap.model.gateway import Gateway
from procmap.model.knowledge import known
from procmap.model.process import Process
from procmap.text import Text
from procmap.verify.doing import Doing
from procmap.verify.explore import Exploration, Moves, explore
from procmap.verify.level import EXCLUSIVE, NOWHERE, Level
from procmap.verify.net import Net
from procmap.verify.prove import countable, paths
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
    deep = next((end for _, source, target, _ in meetings for end in (source, target) if "/" in end), None)
    reacting = next((part.process.id for part in parts.values() if part.reacts), None)
    if deep is not None or reacting is not None:
        reason = _INSIDE.fill(element=deep or reacting)
        return Verification(id=collaboration.id, properties=dict.fromkeys(PROPERTIES), reason=reason)
    return _Together(collaboration, parts, meetings).verification(bound)


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
        gives = {number: sends.get((id, node.id), set()) for number, node in enumerate(level.nodes)}
        needs = {number: receives.get((id, node.id), set()) for number, node in enumerate(level.nodes)}
        for move in range(len(net.pre)):
            occur = [node for node, _ in net.steps[move] if node != NOWHERE]
            wanted = [needs[node] for node in occur if needs[node]]
            waits = self._first_come(level, net, move, needs)
            for before in _one_of_each(wanted):
                for seen in _one_of_each(waits):
                    sent = [message for node in occur for message in sorted(gives[node])]
                    self.pre.append([*(base + place for place in net.pre[move]), *before, *seen])
                    self.post.append([*(base + place for place in net.post[move]), *sent, *seen])
                    self.kind.append(net.kind[move])
                    self.memory.append((net.marks[move] & ((1 << len(net.ends)) - 1)) << self.ends)
                    self.whose.append((len(self.nets), move))
        self._joins(net, base, first)
        self.colours += [[base + place for place in group] for group in net.groups()]
        self.initial += [base + place for place in net.initial]
        self.uncounted += [base + place for place in net.held]
        if level.starts and all(needs[number] for number in level.starts):
            self.aside += [base + place for place in net.initial]
        self.resets[len(self.nets)] = list(range(base, base + len(net.flow)))
        self.nets.append((id, net, base, self.ends))
        self.places += len(net.flow)
        self.ends += len(net.ends)

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
            if own in near:
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
            reason = _PILE if found.full else _BOUND.fill(bound=str(bound))
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
            id, net, _, _ = self.nets[whose]
            told += [f"{id}/{path}" for path in paths(net.level, net.steps[own])]
        return tuple(told)

    def _dead(self, found: Exploration) -> list[str]:
        occurring: set[tuple[int, int]] = set()
        for move, state in enumerate(found.fired):
            if state:
                whose, own = self.whose[move]
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
            flow = net.flow[place - base]
            node = net.level.target[flow] if flow != NOWHERE else net.held.get(place - base)
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

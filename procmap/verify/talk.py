"""What the elements of pools say to each other: who sends which message, and who waits for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from procmap.model.activity import CallActivity, Node
from procmap.model.collaboration import Collaboration
from procmap.model.knowledge import known
from procmap.model.process import Process
from procmap.model.process_map import nodes_within

__all__ = ["Talk", "groups", "is_joint", "numbered_anew", "talks"]

_End = tuple[str, str]
"""The id of a pool's process, and the path of an element in it, or in a process that is called there."""

_MOST_CALLS = 1_000
"""Calls in all pools that are told apart."""


@dataclass(slots=True)
class Talk:
    """What the elements of one process send and receive, by their paths: the numbers of messages.

    ``unbidden`` are those that may also receive what comes from somebody whose work is not described. ``paths`` are all
    that send or receive, ``around`` the beginnings of these, each with its stroke. ``to_many`` are those whose message
    goes to, or comes from, a pool that stands for several of its kind, ``unclear`` calls of which it is not clear who
    receives what.
    """

    sends: dict[str, set[int]] = field(default_factory=dict)
    receives: dict[str, set[int]] = field(default_factory=dict)
    unbidden: set[str] = field(default_factory=set)
    paths: set[str] = field(default_factory=set)
    around: set[str] = field(default_factory=set)
    to_many: set[str] = field(default_factory=set)
    unclear: set[str] = field(default_factory=set)

    def say(self, path: str, message: int) -> None:
        """An element sends a message."""
        self._take(self.sends, path, message)

    def hear(self, path: str, message: int) -> None:
        """An element receives a message."""
        self._take(self.receives, path, message)

    def _take(self, said: dict[str, set[int]], path: str, message: int) -> None:
        said.setdefault(path, set()).add(message)
        if path not in self.paths:
            self.paths.add(path)
            self.around.update(path[: at + 1] for at, each in enumerate(path) if each == "/")

    def within(self, prefix: str) -> bool:
        """Whether anybody talks whose path begins so; a prefix ends with a stroke."""
        return prefix in self.around

    def wants(self, path: str) -> list[tuple[int, ...]]:
        """What an element may receive when it occurs: one of these, nothing where it need not."""
        found: list[tuple[int, ...]] = [(message,) for message in sorted(self.receives.get(path, ()))]
        return [*found, ()] if not found or path in self.unbidden else found

    def waits(self, path: str) -> bool:
        """Whether an element needs a message."""
        return () not in self.wants(path)

    def given(self, paths: Iterable[str]) -> list[int]:
        """What some elements send together."""
        return [message for path in paths for message in sorted(self.sends.get(path, ()))]


def numbered_anew(talks: Mapping[str, Talk]) -> tuple[dict[str, Talk], int]:
    """The same with messages numbered from 0 on in their order, and how many there are: of pools among others."""
    told = [messages for talk in talks.values() for each in (talk.sends, talk.receives) for messages in each.values()]
    number = {message: at for at, message in enumerate(sorted(set().union(*told)))}

    def anew(said: dict[str, set[int]]) -> dict[str, set[int]]:
        return {path: {number[message] for message in messages} for path, messages in said.items()}

    found = {id: replace(talk, sends=anew(talk.sends), receives=anew(talk.receives)) for id, talk in talks.items()}
    return found, len(number)


def is_joint(collaboration: Collaboration, processes: Mapping[str, Process]) -> bool:
    """Whether at least two described pools send each other something."""
    return any(sources.ends and targets.ends for _, sources, targets in _meetings(collaboration, processes))


def talks(collaboration: Collaboration, processes: Mapping[str, Process]) -> dict[str, Talk]:
    """What each process has to do with the messages between described pools, by its id."""
    messages: dict[str, int] = {}
    found: dict[str, Talk] = {}
    for pool in collaboration.pools:
        if isinstance(id := known(pool.process), str) and id in processes:
            found[id] = Talk()
    many = {known(pool.process) for pool in collaboration.pools if pool.several}
    for key, sources, targets in _meetings(collaboration, processes):
        for id, path in (*sources.unclear, *targets.unclear):
            found[id].unclear.add(path)
        for receiver, path in targets.ends if not sources.ends else ():
            found[receiver].unbidden.add(path)
        if not sources.ends or not targets.ends:
            continue
        message = messages.setdefault(key, len(messages))
        for sender, path in sources.ends:
            found[sender].say(path, message)
            if any(receiver in many for receiver, _ in targets.ends):
                found[sender].to_many.add(path)
        for receiver, path in targets.ends:
            found[receiver].hear(path, message)
            if any(sender in many for sender, _ in sources.ends):
                found[receiver].to_many.add(path)
    return found


def groups(found: Mapping[str, Talk]) -> list[list[str]]:
    """The processes by whom they talk with, at first or second hand; what others do is nothing to them."""
    group = {id: [id] for id in found}
    first: dict[int, str] = {}
    for id, talk in found.items():
        for message in {each for said in (*talk.sends.values(), *talk.receives.values()) for each in said}:
            small, large = sorted((group[id], group[first.setdefault(message, id)]), key=len)
            if small is not large:
                large += small
                group.update(dict.fromkeys(small, large))
    place = {id: number for number, id in enumerate(found)}
    together: list[list[str]] = []
    placed: set[str] = set()
    for id in found:
        if id not in placed:
            placed.update(group[id])
            together.append(sorted(group[id], key=place.__getitem__))
    return together


class _Side(NamedTuple):
    """One side of a message flow: the id of the process, who in a pool that may be, nobody where that is not known,
    and calls of which it is not clear who talks."""

    process: str
    ends: list[_End]
    unclear: list[_End]


def _meetings(collaboration: Collaboration, processes: Mapping[str, Process]) -> Iterator[tuple[str, _Side, _Side]]:
    """A key for the message, who may send it and who may receive it."""
    sides = _Sides(collaboration, processes)
    for flow in collaboration.message_flows:
        if flow.source.partition("/")[0] == flow.target.partition("/")[0]:
            continue  # no message flow connects what is in one pool (7.6.2)
        source, target = sides.of(flow.source), sides.of(flow.target)
        if {source.process, target.process} <= sides.drawn or not _is_in_one_pool(source, target):
            key = flow.id if flow.message is None else f"{flow.message} {source.process} {target.process}"
            yield key, source, target


def _is_in_one_pool(source: _Side, target: _Side) -> bool:
    pools = {id for id, _ in (*source.ends, *target.ends)}
    return bool(source.ends and target.ends) and len(pools) == 1


class _Sides:
    """Who is meant where a message flow ends at an element of a pool's process, or of one that is called there."""

    def __init__(self, collaboration: Collaboration, processes: Mapping[str, Process]) -> None:
        self.processes = processes
        self.pools = {pool.id: known(pool.process) for pool in collaboration.pools}
        self.drawn = {id for id in self.pools.values() if isinstance(id, str) and id in processes}
        self._nodes: dict[str, dict[str, Node]] = {}
        self._calls: dict[str, list[_End]] | None = None
        self._is_full = False

    def of(self, end: str) -> _Side:
        """Who stands at one end, ``pool/element`` or ``process/element``."""
        first, _, element = end.partition("/")
        process = self.pools.get(first)
        if isinstance(process, str) and process in self.processes:
            return _Side(process, [(process, element)] if element in self._within(process) else [], [])
        while element and first not in self.pools:
            node = self._within(first).get(element) if first not in self.drawn else None
            if node is not None:
                return self._called(first, element, node)
            more, _, element = element.partition("/")  # the id of a process may hold a stroke
            first = f"{first}/{more}"
        return _Side(end, [], [])

    def _within(self, id: str) -> dict[str, Node]:
        if id not in self._nodes:
            self._nodes[id] = dict(nodes_within(self.processes[id])) if id in self.processes else {}
        return self._nodes[id]

    def _called(self, id: str, element: str, node: Node) -> _Side:
        """An element of a process in no pool talks in each call of it: which begins by no message, and in one pool."""
        if self._calls is None:
            self._calls = self._find_calls()
        calls = self._calls.get(id, [])
        is_start = getattr(node, "position", "") == "start" and any(each is node for each in self.processes[id].nodes)
        is_unclear = is_start or self._is_full or len({pool for pool, _ in calls}) > 1
        return _Side(id, [(pool, f"{path}/{element}") for pool, path in calls], calls if is_unclear else [])

    def _find_calls(self) -> dict[str, list[_End]]:
        """Where each process is called in the pools, by others that are called there too."""
        found: dict[str, list[_End]] = {}
        many = 0
        waiting: list[tuple[str, str, tuple[str, ...]]] = [(id, "", (id,)) for id in sorted(self.drawn)]
        while waiting:
            id, prefix, around = waiting.pop()
            for path, node in self._within(id).items():
                name = known(node.calls) if isinstance(node, CallActivity) else None
                if not isinstance(name, str) or name not in self.processes or name in around:
                    continue
                many += 1
                if many > _MOST_CALLS:
                    self._is_full = True
                    return found
                found.setdefault(name, []).append((around[0], prefix + path))
                waiting.append((name, f"{prefix}{path}/", (*around, name)))
        return found

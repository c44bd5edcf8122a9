"""What the elements of pools say to each other: who sends which message, and who waits for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from procmap.model.collaboration import Collaboration
from procmap.model.knowledge import known
from procmap.model.process import Process
from procmap.model.process_map import nodes_within

__all__ = ["Talk", "groups", "is_joint", "talks"]

_End = tuple[str, str]
"""The id of a process, and the path of an element in it; nothing for both where nobody knows who that is."""

_NOBODY: _End = ("", "")


@dataclass(slots=True)
class Talk:
    """What the elements of one process send and receive, by their paths: the numbers of messages.

    ``unbidden`` are those that may also receive what comes from somebody whose work is not described. ``paths`` are all
    that send or receive, ``around`` the beginnings of these, each with its stroke. ``to_many`` are those whose message
    goes to, or comes from, a pool that stands for several of its kind.
    """

    sends: dict[str, set[int]] = field(default_factory=dict)
    receives: dict[str, set[int]] = field(default_factory=dict)
    unbidden: set[str] = field(default_factory=set)
    paths: set[str] = field(default_factory=set)
    around: set[str] = field(default_factory=set)
    to_many: set[str] = field(default_factory=set)

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


def is_joint(collaboration: Collaboration, processes: Mapping[str, Process]) -> bool:
    """Whether at least two described pools send each other something."""
    return any(_NOBODY not in (source, target) for _, source, target in _meetings(collaboration, processes))


def talks(collaboration: Collaboration, processes: Mapping[str, Process]) -> tuple[int, dict[str, Talk]]:
    """How many messages there are between described pools, and what each process has to do with them, by its id."""
    messages: dict[str, int] = {}
    found: dict[str, Talk] = {}
    for pool in collaboration.pools:
        if isinstance(id := known(pool.process), str) and id in processes:
            found[id] = Talk()
    many = {known(pool.process) for pool in collaboration.pools if pool.several}
    for key, source, target in _meetings(collaboration, processes):
        if target == _NOBODY:
            continue
        receiver, path = target
        if source == _NOBODY:
            found[receiver].unbidden.add(path)
            continue
        message = messages.setdefault(key, len(messages))
        sender, sending = source
        found[sender].say(sending, message)
        found[receiver].hear(path, message)
        if receiver in many:
            found[sender].to_many.add(sending)
        if sender in many:
            found[receiver].to_many.add(path)
    return len(messages), found


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


def _meetings(collaboration: Collaboration, processes: Mapping[str, Process]) -> Iterator[tuple[str, _End, _End]]:
    """A key for the message, who sends it and who receives it."""
    pools = {pool.id: known(pool.process) for pool in collaboration.pools}
    elements: dict[str, set[str]] = {}
    for flow in collaboration.message_flows:
        if flow.source.partition("/")[0] == flow.target.partition("/")[0]:
            continue  # no message flow connects what is in one pool (7.6.2)
        ends = []
        for end in (flow.source, flow.target):
            pool, _, element = end.partition("/")
            process = pools.get(pool)
            if not element or not isinstance(process, str) or process not in processes:
                ends.append(_NOBODY)
                continue
            if process not in elements:
                elements[process] = {path for path, _ in nodes_within(processes[process])}
            ends.append((process, element) if element in elements[process] else _NOBODY)
        source, target = ends
        named = flow.message is not None
        yield f"{flow.message} {source[0]} {target[0]}" if named else flow.id, source, target

"""What the resident sees of a process: what she does in it herself, and what is sent to her.

Every other message goes to somebody else, or nobody has said to whom; neither is taken for hers. To call a resident's
own journey incomplete because a referral to another authority is missing in it would be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Union

from procmap.graph.messages import spellings
from procmap.graph.receivers import goes_to_another
from procmap.graph.residents import is_resident
from procmap.model.activity import Activity, Node
from procmap.model.collaboration import Collaboration, Pool
from procmap.model.event import Event
from procmap.model.knowledge import known
from procmap.model.label import Translated
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap
from procmap.model.resource import LaneKind

__all__ = ["Audience"]

_LONG = 4
"""A role of fewer letters begins too many words."""


class Audience:
    """Who receives what a process sends.

    ``kinds`` has what works in each of its lanes; ``has_others`` is whether a lane that it may refer to is of somebody
    outside who is not the resident.
    """

    def __init__(self, process: Process, map: ProcessMap, kinds: Mapping[str, LaneKind], has_others: bool) -> None:
        self._residents: set[str] = set()
        self._roles: set[str] = set()
        """Words that begin as others of the process are called, who work with the case."""
        for lane in process.lanes:
            if kinds.get(lane.id) == "customer":
                self._residents.update((lane.id.casefold(), *_spellings(lane.name)))
            else:
                self._roles.update(word for word in _spellings(lane.name) if len(word) >= _LONG and word.isalpha())
        self._others = has_others
        self.is_residents_own = False
        """Whether the whole process is what the resident does: the pool of a resident in a collaboration."""
        self._own = {message.id: spellings(message) for message in process.messages}
        self._stated: dict[str, tuple[str, object]] = {}
        """Who receives a message, by each of its spellings: what the receiver is called here, and by name."""
        for message in process.messages:
            if receiver := known(message.receiver):
                self._stated.update(dict.fromkeys(spellings(message), (receiver, receiver)))
        self._pools: dict[str, list[Pool | None]] = {}
        for collaboration in map.collaborations:
            self._pools_of(process, collaboration)

    def sees(self, path: str, node: Node) -> bool:
        """Whether an element sends something that the resident receives.

        Where nobody has said who receives it, she does if there is nobody else outside who could, and the names of the
        step and of what is sent do not say that it goes to somebody else.
        """
        messages = _sent(node)
        if not messages:
            return False
        if path in self._pools:
            return any(pool is not None and self._is_resident(pool.id, pool.name) for pool in self._pools[path])
        stated = [self._stated[word] for message in messages for word in self._words(message) if word in self._stated]
        if stated:
            return any(self._is_resident(id, name) for id, name in stated)
        if not self._residents or self._others:
            return False
        names = [*_spellings(node.name), *(word for message in messages for word in self._words(message))]
        return any(self._names_her(name) for name in names) or not any(
            goes_to_another(name, self._roles) for name in names
        )

    def _names_her(self, name: str) -> bool:
        return any(re.search(rf"\b{re.escape(word)}", name) for word in self._residents)

    def _words(self, message: str) -> set[str]:
        return self._own.get(message) or {message.casefold()}

    def _pools_of(self, process: Process, collaboration: Collaboration) -> None:
        """Which pools the elements of the process send to in one collaboration, and who it says receives what."""
        pools = {pool.id: pool for pool in collaboration.pools}
        own = {pool.id for pool in collaboration.pools if pool.process == process.id}
        self.is_residents_own = self.is_residents_own or any(is_resident(pools[id].name) for id in own)
        for flow in collaboration.message_flows:
            sender, _, path = flow.source.partition("/")
            if sender in own and path:
                self._pools.setdefault(path, []).append(pools.get(flow.target.partition("/")[0]))
        self._others = self._others or bool(own and len(pools) > 2)
        called = {pool.name: pool for pool in collaboration.pools if isinstance(pool.name, str)} | pools
        for message in collaboration.messages if own else ():
            if receiver := known(message.receiver):
                pool = called.get(receiver)
                end = (pool.id, pool.name) if pool else (receiver, receiver)
                self._stated.update(dict.fromkeys(spellings(message), end))

    def _is_resident(self, id: str, name: object) -> bool:
        if self._residents:
            return not self._residents.isdisjoint((id.casefold(), *_spellings(name)))
        return is_resident(name) or is_resident(id)


def _sent(node: Node) -> tuple[str, ...]:
    """The messages that an activity or an event sends."""
    if isinstance(node, Activity):
        return known(node.sends) or ()
    if isinstance(node, Event) and node.position in ("throw", "end"):
        return tuple(str(trigger.what or "") for trigger in node.triggers if trigger.kind == "message")
    return ()


def _spellings(name: object) -> Iterator[str]:
    labels: tuple[Union[str, None], ...]
    labels = (name.sv, name.en) if isinstance(name, Translated) else (name,) if isinstance(name, str) else ()
    for label in labels:
        if label:
            yield label.strip().casefold()

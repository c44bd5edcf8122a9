"""Messages between pools that meet nobody: sent and not received, or waited for and not sent.

A process may speak of a message by its id or by its name; a collaboration that says who sends or receives it may use
the other. The two mean one message where any of their spellings is the same, capitals or not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from procmap.model.activity import Activity, Node
from procmap.model.event import Event
from procmap.model.flow import Message
from procmap.model.knowledge import known
from procmap.model.label import Translated
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap, nodes_within
from procmap.ref import Ref

__all__ = ["Stray", "awaited", "sent", "spellings", "unreceived", "unsent"]


class Stray(NamedTuple):
    """A message that meets nobody, the element that sends it or waits for it, and the process it stands in."""

    process: Process
    ref: Ref
    message: Message


def unreceived(map: ProcessMap) -> Iterator[Stray]:
    """What is sent in a pool, and in no collaboration received by another.

    Not what the process itself waits for, nor what is said to go to somebody.
    """
    yield from _strays(map, sent, awaited, "receiver")


def unsent(map: ProcessMap) -> Iterator[Stray]:
    """What a pool waits for, and no other in any collaboration sends.

    Not what the process itself sends, nor what is said to come from somebody.
    """
    yield from _strays(map, awaited, sent, "sender")


def spellings(message: Message) -> set[str]:
    """The id and the names of a message, as somebody may write them who means it."""
    name = message.name
    names = (name.sv, name.en) if isinstance(name, Translated) else (name,) if isinstance(name, str) else ()
    return {word.strip().casefold() for word in (message.id, *names) if word}


_Ends = Callable[[Node], Iterator[str]]


def _strays(map: ProcessMap, ends: _Ends, other_ends: _Ends, side: str) -> Iterator[Stray]:
    """What has an end of one kind in a process and none of the other anywhere; ``side`` names that other end."""
    processes = {process.id: process for process in map.processes}
    stated: dict[str, list[Message]] = {}
    met: set[tuple[str, str, str | None]] = set()
    for collaboration in map.collaborations:
        pools = {pool.id: known(pool.process) or "" for pool in collaboration.pools}
        for id in pools.values():
            if id in processes:
                stated.setdefault(id, list(processes[id].messages)).extend(collaboration.messages)
        for flow in collaboration.message_flows:
            for end in (flow.source, flow.target):
                pool, _, path = end.partition("/")
                # An arrow that does not say which message it carries (BPMN) carries what its ends speak of.
                met |= {(pools.get(pool, ""), path, what) for what in (flow.message, flow.message or flow.id)}
    for id, messages in stated.items():
        messages.extend(stated.get(processes[id].variant_of or "", ()))  # a variant writes only what differs
    for id, messages in stated.items():
        within = tuple(nodes_within(processes[id]))
        inside = {message.casefold() for _, node in within for message in other_ends(node)}
        settled = inside.union(*(spellings(message) for message in messages if getattr(message, side) is not None))
        names = {message.id: message for message in messages if message.name is not None}
        for path, node in within:
            for what in ends(node):
                message = names.get(what, Message(id=what, name=what))
                if settled.isdisjoint(spellings(message)) and met.isdisjoint(((id, path, what), (id, path, None))):
                    yield Stray(processes[id], Ref(id, path), message)


def sent(node: Node) -> Iterator[str]:
    """The messages that an element sends, as it calls them."""
    if isinstance(node, Activity):
        yield from known(node.sends) or ()
    elif isinstance(node, Event) and node.position in ("throw", "end"):
        yield from _messages(node)


def awaited(node: Node) -> Iterator[str]:
    """The messages that an element waits for or begins with, as it calls them."""
    if isinstance(node, Activity):
        message = known(node.message)
        if message is not None:
            yield message
    elif isinstance(node, Event) and node.position in ("start", "catch", "boundary"):
        yield from _messages(node)


def _messages(event: Event) -> Iterator[str]:
    for trigger in event.triggers:
        what = known(trigger.what)
        if trigger.kind == "message" and isinstance(what, str):
            yield what

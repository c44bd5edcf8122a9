"""Pools together: what one sends, another waits for.

Each process is proved alone first, with messages free to come. Here they are not: a node that receives needs a message
that was sent to it, unless it may come from a pool whose work is not described. The semantics: ``README.md``, Pools.
Where somebody talks inside a subprocess, that is gone into (``rooms.py``); the others come out as they were proved to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from procmap.model.activity import Activity, CallActivity, Node, SubProcess
from procmap.model.collaboration import Collaboration
from procmap.model.event import Event
from procmap.model.knowledge import known
from procmap.model.label import Translated
from procmap.model.process import Process
from procmap.model.process_map import nodes_within
from procmap.text import Text
from procmap.verify.joint_answer import joint_answer
from procmap.verify.joint_fold import fold
from procmap.verify.joint_net import JointNet
from procmap.verify.joint_run import JointRun
from procmap.verify.result import PROPERTIES, Property, Verification
from procmap.verify.room_moves import add_moves
from procmap.verify.rooms import Room, scopes_of_rooms
from procmap.verify.scopes import Scope
from procmap.verify.talk import Talk, groups, is_joint, numbered_anew, talks

__all__ = ["is_joint", "prove_together"]

_SEVERAL = Text(
    sv="Meddelanden inne i en delprocess som görs för var och en av flera går inte att pröva mellan pooler: {element}.",
    en="Messages inside a subprocess that is done for each of several cannot be tried between pools: {element}.",
)
_OUTSIDE = Text(
    sv="Meddelanden i steg som görs i valfri ordning, eller för att ångra något, går inte att pröva mellan pooler: "
    "{element}.",
    en="Messages in steps that are done in any order, or to undo something, cannot be tried between pools: {element}.",
)
_CALL = Text(
    sv="Ett steg som anropar en annan process med egna meddelanden går inte att pröva mellan pooler: {element}.",
    en="A step that calls another process with messages of its own cannot be tried between pools: {element}.",
)
_SAME = Text(
    sv="Två pooler med samma process går inte att pröva tillsammans: {element}.",
    en="Two pools with the same process cannot be tried together: {element}.",
)
_LARGE = Text(
    sv="Samverkan är för stor för att pröva: poolerna har tillsammans för många flöden och meddelanden.",
    en="The collaboration is too large to try: the pools together have too many flows and messages.",
)
_TOO_MANY = Text(
    sv="Det finns för många kombinationer av svar vid {element} för att alla ska kunna prövas.",
    en="There are too many combinations of answers at {element} for all of them to be tried.",
)

_MOST = 1_000_000_000
"""Bits that the moves of all pools together may take."""

_MOST_PAIRS = 50_000_000
"""Events at borders that interrupt nobody, by the flows of their process and by each other at one activity: each is
worked out with each."""

_AT_LEAST = 1_000
"""States that are looked at of each group of pools, even where others have used up the bound."""


def prove_together(
    collaboration: Collaboration,
    processes: Mapping[str, Process],
    opened: Callable[[Process, Callable[[Scope], Iterable[Scope]]], Scope],
    bound: int,
) -> Verification:
    """The four properties of all pools together.

    ``opened`` gives the scope of a process, all scopes within it proved but those that a function names: the rooms.
    """
    found = talks(collaboration, processes)
    drawn = [known(pool.process) for pool in collaboration.pools]
    twice = next((id for id, talk in found.items() if talk.paths and drawn.count(id) > 1), None)
    if twice is not None:
        return _unknown(collaboration.id, _SAME.fill(element=_titled(processes[twice])))
    if any(_pairs(processes[id]) > _MOST_PAIRS for id in found):
        return _unknown(collaboration.id, _LARGE)
    proofs: list[Verification] = []
    left = bound
    for group in groups(found):
        own, messages = numbered_anew({id: found[id] for id in group})
        tops = [Room(opened(processes[id], partial(scopes_of_rooms, talk=own[id])), id, own[id]) for id in group]
        proofs.append(_prove(collaboration.id, tops, messages, found, processes, max(left, min(bound, _AT_LEAST))))
        left -= proofs[-1].states
    return _all(collaboration.id, proofs)


def _prove(
    id: str,
    tops: list[Room],
    messages: int,
    found: Mapping[str, Talk],
    processes: Mapping[str, Process],
    bound: int,
) -> Verification:
    """The four properties of pools that talk with each other, by their rooms."""
    joint = JointNet(messages)
    for room in tops:
        room.open(joint)
    for room in tops:
        reason = next(_untried(processes[room.process], room, found, processes), None)
        if reason is not None:
            return _unknown(id, reason)
    for room in tops:
        add_moves(room, joint)
    fold(joint)
    joint.hope()
    if joint.size > _MOST:
        return _unknown(id, _LARGE)
    return joint_answer(id, joint, JointRun(tops), bound)


def _pairs(process: Process) -> int:
    """How many pairs there are to be worked out with an event at a border that interrupts nobody."""
    beside: Counter[str] = Counter()
    flows = len(process.flows)
    for path, node in nodes_within(process):
        if isinstance(node, SubProcess):
            flows += len(node.flows)
        elif isinstance(node, Event) and node.attached_to is not None and not node.interrupting:
            beside[f"{path[: len(path) - len(node.id)]}{node.attached_to}"] += 1
    return sum(many * (many + flows) for many in beside.values())


def _all(id: str, proofs: Sequence[Verification]) -> Verification:
    """What is proved of all groups of pools: a property holds when it holds of each."""
    if len(proofs) == 1:
        return proofs[0]
    properties: dict[Property, bool | None] = {}
    elements: dict[Property, tuple[str, ...]] = {}
    for name in PROPERTIES:
        values = {proof.properties[name] for proof in proofs}
        properties[name] = False if False in values else None if None in values else True
        if paths := tuple(path for proof in proofs for path in proof.elements.get(name, ())):
            elements[name] = paths
    reasons = (proof.reason for proof in proofs if proof.reason is not None)
    return Verification(
        id=id,
        properties=properties,
        elements=elements,
        trace=next((proof.trace for proof in proofs if proof.trace is not None), None),
        states=sum(proof.states for proof in proofs),
        reason=next(reasons, None) if None in properties.values() else None,
    )


def _unknown(id: str, reason: Text) -> Verification:
    return Verification(id=id, properties=dict.fromkeys(PROPERTIES), reason=reason)


def _untried(
    process: Process, top: Room, found: Mapping[str, Talk], processes: Mapping[str, Process]
) -> Iterator[Text]:
    """Why a pool cannot be tried together with others."""
    nodes = dict(nodes_within(process))
    talk = top.talk
    standing: dict[str, tuple[Room, int]] = {}
    for room in top.rooms():
        if room.net.too_many is not None:
            yield _TOO_MANY.fill(element=_called(process, room.own_path(room.net.too_many)))
        standing.update((room.own_path(number), (room, number)) for number in range(len(room.scope.level.nodes)))
        host = None if room.outer is None or room.is_reaction else room.outer.scope.level.nodes[room.host]
        path = room.scope.level.prefix[:-1]
        if isinstance(host, Activity) and not _is_one_after_another(host, path, talk):
            yield _SEVERAL.fill(element=_called(process, path))
    for path in sorted(talk.paths):
        room_and_number = standing.get(path)
        if room_and_number is None or room_and_number[1] in room_and_number[0].scope.level.outside:
            yield (_OUTSIDE if path in nodes else _CALL).fill(element=_called(process, path))
    unclear = sorted(talk.unclear)
    unclear += [
        path for path, node in nodes.items() if any(found[id].paths for id in _calls(node, processes) if id in found)
    ]
    for path in unclear:
        yield _CALL.fill(element=_called(process, path))


def _is_one_after_another(host: Activity, path: str, talk: Talk) -> bool:
    """Whether an activity is done once, or again when it is complete, each time with the same pools."""
    if host.loop == "sequential":
        return not any(each == path or each.startswith(f"{path}/") for each in talk.to_many)
    return host.loop in (None, "standard") and known(host.for_each) is None


def _calls(node: Node, processes: Mapping[str, Process]) -> Iterator[str]:
    """The processes that a step calls, and those that they call."""
    seen: set[str] = set()
    waiting = [node]
    while waiting:
        each = waiting.pop()
        name = known(each.calls) if isinstance(each, CallActivity) else None
        if isinstance(name, str) and name in processes and name not in seen:
            seen.add(name)
            yield name
            waiting += [inner for _, inner in nodes_within(processes[name])]


def _called(process: Process, path: str) -> Text:
    """What to call an element of a process by its path."""
    from procmap.graph.adjacency import scopes  # few proofs need words for an element
    from procmap.graph.labels import called, literal

    found = {scope.prefix + id: (scope, id) for scope in scopes(process) for id in scope.nodes}
    while path and path not in found:  # inside a call, it is that which is told
        path = path.rpartition("/")[0]
    return called(*found[path]) if path else literal(process.id)


def _titled(process: Process) -> Text:
    from procmap.graph.labels import literal, quoted

    name = known(process.name)
    return quoted(name) if isinstance(name, (str, Translated)) else literal(process.id)

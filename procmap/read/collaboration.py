"""A collaboration: who takes part, and what they send each other.

The message flows are not written: a step that ``sends`` a message meets the steps and events that wait for it, in the
other pools; ``messages`` names them, and the ends at those whose work is not described.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from procmap.model.activity import Activity
from procmap.model.collaboration import Collaboration, Pool
from procmap.model.event import Event
from procmap.model.flow import Message, MessageFlow
from procmap.model.knowledge import Disputed, known
from procmap.model.process import Process
from procmap.model.process_map import nodes_within
from procmap.read import notices as say
from procmap.read.dashed_entries import shown, without_dash
from procmap.read.desk import Desk, guess_hint
from procmap.read.elements import Elements
from procmap.read.keys import COLLABORATION, POOL, SECTIONS
from procmap.read.known import unknown
from procmap.read.names import nearest, slug
from procmap.read.process import read_process
from procmap.read.table import MOVE
from procmap.read.values import is_id, parts
from procmap.ref import Ref
from procmap.source.tree import Entries, Items, Scalar, Tree, is_empty
from procmap.text import Text

__all__ = ["read_collaboration"]

_POOLS = Text(sv="deltagarna under pools", en="those listed under pools")
_LINE_EACH = Text(
    sv="en rad för var och en, med id och kolon först, eller en lista",
    en="a line for each, with id and colon first, or a list",
)
_ONE_POOL = Text(
    sv="en enda av deltagarna (det som går till eller från flera skrivs som ett meddelande för var och en)",
    en="one of those listed under pools (what goes to or comes from several is a message for each of them)",
)
_ROLE = Text(sv="en roll under lanes", en="a role under lanes")


def read_collaboration(
    tree: Entries, id: str, desk: Desk, elements: Elements
) -> tuple[Collaboration, list[tuple[str, Process]]]:
    """The collaboration, and the processes of the pools whose flow is written there, each with its id in the map."""
    ref = Ref(desk.document)
    _with_known_keys(tree, desk, ref)
    messages: tuple[Message, ...] = ()
    listed = tree.get("messages")
    if listed is not None and not is_empty(listed):
        _take_one_end(listed, desk)
        messages = SECTIONS["messages"].read(listed, desk, ref.of("messages"))
    values = COLLABORATION.read(
        [entry for entry in tree.entries if entry[0].value not in ("id", "pools", "messages")], desk, ref
    )
    pools: list[Pool] = []
    own: list[tuple[str, Process]] = []
    for key, value in _pools(tree.get("pools"), desk, ref):
        pool, process = _pool(key, value, desk, elements)
        if process is not None:
            named = {message.id: message for message in messages}
            process = replace(process, messages=tuple(named.get(m.id, m) for m in process.messages))
            own.append((process.id, process))
        pools.append(pool)
    messages = _with_known_ends(messages, pools, listed, desk)
    processes = {**elements.processes, **dict(own)}
    flows = tuple(_flows(pools, messages, processes))
    found = Collaboration(**{**values, "id": id, "pools": tuple(pools), "messages": messages, "message_flows": flows})
    return found, own


def _with_known_keys(tree: Entries, desk: Desk, ref: Ref) -> None:
    """The keys put right; what belongs to a pool is said to."""
    entries: list[tuple[Scalar, Tree]] = []
    for key, value in tree.entries:
        if key.value == "lanes" and tree.get("pools") is None:
            desk.say(say.SWEDISH_KEY, key, ref, key=key.value, guess="pools")
            entries.append((Scalar("pools", key.line, key.column, key.length), value))
        elif key.value in POOL.rows and key.value not in COLLABORATION.rows:
            desk.say(say.KEY_ELSEWHERE, key, ref, key=key.value, home=POOL.what, what=COLLABORATION.what, how=MOVE)
        else:
            entries.append((key, value))
    tree.entries = COLLABORATION.known(entries, desk, ref)


def _pools(tree: Tree | None, desk: Desk, ref: Ref) -> Iterator[tuple[Scalar, Tree]]:
    if isinstance(tree, Entries):
        yield from tree.entries
    elif isinstance(tree, Items):
        said = False
        for item in tree.items:
            if isinstance(item, Scalar) and item.value:
                yield Scalar(slug(item.value), item.line, item.column, item.length), item
            elif isinstance(item, Entries) and item.entries:
                key, value = without_dash(item, POOL)
                if not said:
                    desk.say(say.ENTRIES_DASHED, item, ref, key="pools", fix=shown(key, value, POOL))
                    said = True
                yield key, value
    elif tree is not None:
        names = parts(tree) or []
        example = f"pools: [{', '.join(name.value for name in names) or 'byggherre, kommun'}]"
        desk.say(say.WRONG_SHAPE, tree, ref, key="pools", expected=_LINE_EACH, example=example)
        for one in names:
            if one.value:
                yield Scalar(slug(one.value), one.line, one.column, one.length), one


def _pool(key: Scalar, tree: Tree, desk: Desk, elements: Elements) -> tuple[Pool, Process | None]:
    id = key.value if is_id(key.value) else slug(key.value)
    if id != key.value:
        desk.say(say.BAD_ID, key, id=key.value, fix=f"{id}: …")
    ref = Ref(desk.document, f"pools/{id}")
    desk.place(ref, key)
    if not isinstance(tree, Entries):
        name = tree.value if isinstance(tree, Scalar) and tree.value else None
        if name and elements.documents.find(name) and slug(name) != id:
            desk.say(say.POOL_IS_PROCESS, tree, ref, name=name, fix=f"{id}: {{process: {name}}}")
        return Pool(id=id, name=unknown(name, desk) if name and name[:2] == "??" else name), None
    structural = {"process", "flow", "lanes", "lane", "systems", "data", "rules"}
    for at in [at for at, _ in tree.entries if at.value == "kind"]:
        desk.say(say.KEY_ELSEWHERE, at, ref, key=at.value, home=_ROLE, what=POOL.what, how=MOVE)
    tree.entries = POOL.known([entry for entry in tree.entries if entry[0].value != "kind"], desk, ref)
    values = POOL.read([entry for entry in tree.entries if entry[0].value not in structural], desk, ref)
    target, flow = tree.get("process"), tree.get("flow")
    if target is not None and flow is not None:
        desk.say(say.TWO_BODIES, next(at for at, _ in tree.entries if at.value == "flow"), ref)
    if isinstance(target, Scalar) and target.value:
        if target.value[:2] == "??":
            values["process"] = unknown(target.value, desk)
        else:
            values["process"] = elements.document(target, desk, ref, set())
    elif flow is not None:
        inner = Desk(desk.path, f"{desk.document}.{id}", desk.findings, desk.positions)
        inner.processes = desk.processes
        name = values.get("name")
        entries: list[tuple[Scalar, Tree]] = [
            (Scalar("process", key.line, key.column), Scalar(str(id if isinstance(name, Disputed) else name or id)))
        ]
        entries += [entry for entry in tree.entries if entry[0].value in structural]
        desk.positions.setdefault(Ref(inner.document), (key.line, key.column))
        process = read_process(Entries(entries, key.line, key.column), inner.document, inner)
        values["process"] = process.id
        return Pool(**{**values, "id": id}), process
    return Pool(**{**values, "id": id}), None


def _take_one_end(tree: Tree, desk: Desk) -> None:
    """A message that is said to go to several, or to come from several, is said to have one end, and has the first."""
    for _, message in tree.entries if isinstance(tree, Entries) else ():
        if not isinstance(message, Entries):
            continue
        for at, (key, value) in enumerate(message.entries):
            if key.value in ("from", "to") and isinstance(value, Items) and len(value.items) > 1:
                first = value.items[0]
                name = first.value if isinstance(first, Scalar) and first.value else "…"
                desk.say(say.WRONG_SHAPE, value, key=key.value, expected=_ONE_POOL, example=f"{key.value}: {name}")
                message.entries[at] = key, first


def _with_known_ends(
    messages: tuple[Message, ...], pools: list[Pool], tree: Tree | None, desk: Desk
) -> tuple[Message, ...]:
    """``from`` and ``to`` of a message name pools; one that is nearly there is said, and taken."""
    known_pools = {pool.id for pool in pools} | {str(pool.name) for pool in pools if isinstance(pool.name, str)}
    meant: dict[str, str] = {}
    for _, value in tree.entries if isinstance(tree, Entries) else ():
        for end in ("from", "to"):
            at = value.get(end) if isinstance(value, Entries) else None
            if isinstance(at, Scalar) and at.value and at.value[:2] != "??" and at.value not in known_pools:
                desk.say(say.NO_SUCH, at, name=at.value, where=_POOLS, hint=guess_hint(at.value, sorted(known_pools)))
                if guess := nearest(at.value, sorted(known_pools)):
                    meant[at.value] = guess
    if not meant:
        return messages
    return tuple(
        replace(
            message,
            sender=meant.get(str(message.sender), message.sender),
            receiver=meant.get(str(message.receiver), message.receiver),
        )
        for message in messages
    )


def sent(process: Process) -> Iterator[tuple[str, str]]:
    """(message, path of the element) for everything that a process sends."""
    for path, node in nodes_within(process):
        if isinstance(node, Activity):
            for message in known(node.sends) or ():
                yield message, path
        elif isinstance(node, Event) and node.position in ("throw", "end"):
            yield from ((what, path) for what in _messages(node.triggers))


def received(process: Process) -> Iterator[tuple[str, str]]:
    """(message, path of the element) for everything that a process waits for."""
    for path, node in nodes_within(process):
        if isinstance(node, Activity):
            message = known(node.message)
            if message is not None:
                yield message, path
        elif isinstance(node, Event) and node.position in ("start", "catch", "boundary"):
            yield from ((what, path) for what in _messages(node.triggers))


def _messages(triggers: Any) -> Iterator[str]:
    for trigger in triggers:
        what = known(trigger.what)
        if trigger.kind == "message" and what is not None:
            yield what


def _flows(pools: list[Pool], messages: tuple[Message, ...], processes: dict[str, Process]) -> Iterator[MessageFlow]:
    """Each sender joined to each receiver of the same message in another pool."""
    names = {message.id: message for message in messages}
    senders: dict[str, list[tuple[str, str]]] = {}
    receivers: dict[str, list[tuple[str, str]]] = {}
    for pool in pools:
        process = processes.get(known(pool.process) or "")
        if process is None:
            continue
        for message, path in sent(process):
            senders.setdefault(message, []).append((pool.id, f"{pool.id}/{path}"))
        for message, path in received(process):
            receivers.setdefault(message, []).append((pool.id, f"{pool.id}/{path}"))
    by_name = {**{pool.id: pool.id for pool in pools}, **{str(p.name): p.id for p in pools if isinstance(p.name, str)}}
    for stated in messages:
        for side, end in ((senders, known(stated.sender)), (receivers, known(stated.receiver))):
            at = by_name.get(end or "")
            if at is not None and not any(pool == at for pool, _ in side.get(stated.id, ())):
                side.setdefault(stated.id, []).append((at, at))
    for id in [*names, *sorted(set(senders) - set(names))]:
        pairs = [
            (source, target)
            for pool, source in senders.get(id, ())
            for other, target in receivers.get(id, ())
            if pool != other
        ]
        for number, (source, target) in enumerate(pairs, 1):
            name = names[id].name if id in names else None
            yield MessageFlow(
                id=id if number == 1 else f"{id}.{number}", source=source, target=target, message=id, name=name
            )

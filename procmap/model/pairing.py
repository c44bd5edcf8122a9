"""Which part of one document is which of another.

Parts are the same where their paths of ids are equal. A part whose id is gone and another that is new are taken for one
that was renamed where they have the same name; or where they do the same work in the same place, and no other pair
would do. What the reader named after something renamed goes with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from procmap.model.activity import SubProcess
from procmap.model.event import Event
from procmap.model.inventory import Key, Owner, inventory
from procmap.model.journey import Journey
from procmap.model.likeness import akin, in_rows, is_implied, likeness, matches, named, saying, without
from procmap.model.part import Part
from procmap.model.process import Process
from procmap.model.process_map import Document
from procmap.model.references import SECTION_OF, Renames

__all__ = ["Pairing"]

_FAR = 50
"""So many parts that are in one document alone may lie between a part and its place; beyond that nobody can tell."""

_ROUNDS = 4

Near = tuple[frozenset[str], frozenset[str]]
"""The nearest kept ids before and after."""


class Pairing:
    """``there`` leads from the parts of the first document to those of the second, ``back`` the other way.

    Without ``ids`` these are of tools' making, and where hardly anything of one name has one id they tell nothing.
    """

    def __init__(self, a: Document, b: Document, ids: bool = True) -> None:
        self.a, self.b = a, b
        self.left, self.right = inventory(a), inventory(b)
        self.there: dict[Key, Key] = {}
        self.back: dict[Key, Key] = {}
        self.renames = Renames()
        self.ids_last = ids or _ids_last(self.left, self.right)
        for key in self.left:
            if key.sort == "entry" and key in self.right and self._same(self.left[key], self.right[key]):
                self._put(key, key)
        self._entries()
        if isinstance(a, Process) and isinstance(b, Process):
            self._scopes(a, b)
            if not self.ids_last and self._entries_by_use():
                self._scopes(a, b)  # once more: what is done by the same may be the same
        elif isinstance(a, Journey) and isinstance(b, Journey):
            self._journeys(a, b)

    def _same(self, part: Part, other: Part) -> bool:
        """Whether parts of one id are the same: where ids do not last, not if their names differ."""
        if self.ids_last:
            return True
        name, there = named("", part), named("", other)
        return type(part) is type(other) and (name == there or name is None or there is None)

    def _put(self, key: Key, other: Key) -> None:
        self.there[key] = other
        self.back[other] = key
        if key.path == other.path:
            return
        if key.sort == "entry":
            section, _, id = key.path.partition("/")
            self.renames.entries.setdefault(section, {})[id] = other.path.partition("/")[2]
        elif key.sort == "element":
            self.renames.elements[key.path] = other.path
        else:
            self.renames.flows[key.path] = other.path

    # Sections

    def _entries(self) -> None:
        """Entries that were renamed: of one name, or used by the same parts, or saying the same."""
        gone = [key for key in self.left if key.sort == "entry" and key not in self.there]
        new = [key for key in self.right if key.sort == "entry" and key not in self.back]
        sections = {key.path.partition("/")[0] for key in gone} & {key.path.partition("/")[0] for key in new}
        if not sections:
            return
        swapped = self._swapped(sections)
        for section in sections - {"message_flows", "phases"}:
            prefix = f"{section}/"
            left = {k.path.removeprefix(prefix): self.left[k] for k in gone if k.path.startswith(prefix)}
            right = {k.path.removeprefix(prefix): self.right[k] for k in new if k.path.startswith(prefix)}
            found = matches(left, right, named, named)
            uses = {old: other for (where, old), other in swapped.items() if where == section}
            found |= matches(
                without(left, found),
                without(right, found.values()),
                lambda id, part, uses=uses: (uses[id], likeness(part)) if id in uses else None,  # type: ignore[misc]
                lambda id, part: (id, likeness(part)),
            )
            found |= matches(without(left, found), without(right, found.values()), saying, saying)
            if not self.ids_last:
                ties = section in ("associations", "data_associations")
                found |= in_rows(without(left, found), without(right, found.values()), nameless=not ties)
            for id, other in found.items():
                self._put(Key("entry", prefix + id), Key("entry", prefix + other))

    def _entries_by_use(self) -> bool:
        """Entries of other names that whatever is in both uses in each other's stead; whether there are any."""
        votes: dict[tuple[str, str], set[str]] = {}
        back: dict[tuple[str, str], set[str]] = {}
        pairs = [(self.left[key], self.right[same]) for key, same in self.there.items() if key.sort != "entry"]
        for part, there in pairs:
            for name, section in SECTION_OF.items():
                before, after = getattr(part, name, None), getattr(there, name, None)
                if isinstance(before, str) and isinstance(after, str):
                    votes.setdefault((section, before), set()).add(after)
                    back.setdefault((section, after), set()).add(before)
        found = False
        for (section, id), others in votes.items():
            other = next(iter(others))
            old, new = Key("entry", f"{section}/{id}"), Key("entry", f"{section}/{other}")
            if old not in self.left or old in self.there or new not in self.right or new in self.back:
                continue
            if len(others) == 1 == len(back[section, other]):
                self._put(old, new)
                found = True
        return found

    def messages(self, ends: Mapping[str, str]) -> None:
        """Messages between pools, when everything else is paired: by their ends, of which ``ends`` has the new ids."""
        self.renames.ends = dict(ends)
        prefix = "message_flows/"
        left, right = (
            {key.path.removeprefix(prefix): part for key, part in parts.items() if key.path.startswith(prefix)}
            for parts in (self.left, self.right)
        )
        gone = {id: part for id, part in left.items() if Key("entry", prefix + id) not in self.there}
        new = {id: part for id, part in right.items() if Key("entry", prefix + id) not in self.back}

        def tied(id: str, part: Any) -> object:
            return repr(part.name), ends.get(part.source, part.source), ends.get(part.target, part.target)

        def tied_there(id: str, part: Any) -> object:
            return repr(part.name), part.source, part.target

        found = matches(gone, new, tied, tied_there)
        found |= matches(without(gone, found), without(new, found.values()), named, named)
        found |= matches(without(gone, found), without(new, found.values()), *_by_ends(ends))
        if not self.ids_last:
            found |= in_rows(without(gone, found), without(new, found.values()), nameless=True)
        for id, other in found.items():
            self._put(Key("entry", prefix + id), Key("entry", prefix + other))

    def _swapped(self, sections: set[str]) -> dict[tuple[str, str], str]:
        """Which new entry stands for which that is gone wherever a part of both documents used it, twice at least.

        Where only one step uses another lane than before, the step is what changed.
        """
        votes: dict[tuple[str, str], list[str]] = {}
        counter: dict[tuple[str, str], set[str]] = {}
        attributes = [(name, section) for name, section in SECTION_OF.items() if section in sections]
        for key, part in self.left.items():
            other = self.right.get(key)
            if other is None or key.sort == "entry":
                continue
            for name, section in attributes:
                before, after = _ids(getattr(part, name, None)), _ids(getattr(other, name, None))
                if before == after:
                    continue
                lost = [id for id in before - after if Key("entry", f"{section}/{id}") not in self.there]
                won = [id for id in after - before if Key("entry", f"{section}/{id}") not in self.back]
                for old in lost:
                    votes.setdefault((section, old), []).extend(won if len(lost) == 1 else ())
                if len(lost) == 1:
                    for id in won:
                        counter.setdefault((section, id), set()).add(lost[0])
        return {
            at: found[0]
            for at, found in votes.items()
            if len(found) > 1 and len(set(found)) == 1 and counter[at[0], found[0]] == {at[1]}
        }

    # Processes

    def _scopes(self, a: Process, b: Process) -> None:
        waiting: list[tuple[Owner, Owner, str, str]] = [(a, b, "", "")]
        while waiting:
            left, right, prefix, other_prefix = waiting.pop()
            nodes = {node.id: node for node in left.nodes}
            others = {node.id: node for node in right.nodes}
            ids = self._nodes(left, right)
            for id, other in ids.items():
                self._put(Key("element", prefix + id), Key("element", other_prefix + other))
                node, there = nodes[id], others[other]
                if isinstance(node, SubProcess) and isinstance(there, SubProcess):
                    waiting.append((node, there, f"{prefix}{id}/", f"{other_prefix}{other}/"))
            for flow, same in _flows(left, right, ids).items():
                self._put(Key("flow", prefix + flow), Key("flow", other_prefix + same))

    def _nodes(self, a: Owner, b: Owner) -> dict[str, str]:
        """The elements of one scope, by local ids."""
        left, right = {node.id: node for node in a.nodes}, {node.id: node for node in b.nodes}
        ids = {id: id for id in left if id in right and self._same(left[id], right[id])}
        gone, new = without(left, ids), without(right, ids)
        if not gone or not new:
            return ids
        found = matches(gone, new, named, named)
        if not self.ids_last:
            found |= in_rows(without(gone, found), without(new, found.values()))
        for _ in range(_ROUNDS):  # what was found is a place for others
            gone, new = without(gone, found), without(new, found.values())
            by_place = matches(
                gone,
                new,
                _placed(_neighbours(a, gone, ids | found), self.renames),
                _placed(_neighbours(b, new, {}), None),
            )
            more = {id: other for id, other in by_place.items() if akin(left[id], right[other])}
            if not more:
                break
            found |= more
        if not self.ids_last:
            found |= in_rows(without(gone, found), without(new, found.values()), nameless=True)
        new = without(new, found.values())
        for id in without(gone, found):
            owner = _owner(id, found)
            other = found[owner] + id.removeprefix(owner) if owner else ""
            if other in new:
                found[id] = other
        return ids | found

    # Journeys

    def _journeys(self, a: Journey, b: Journey) -> None:
        phases, others = {phase.id: phase for phase in a.phases}, {phase.id: phase for phase in b.phases}
        same = _in_order(phases, others, self.renames)
        for id, other in same.items():
            self._put(Key("entry", f"phases/{id}"), Key("entry", f"phases/{other}"))
        left, right = {step.id: step for step in a.steps}, {step.id: step for step in b.steps}
        within = {step.id: same.get(phase.id, "") for phase in a.phases for step in phase.steps}
        there = {step.id: phase.id for phase in b.phases for step in phase.steps}
        for id, other in _in_order(left, right, self.renames, within, there).items():
            self._put(Key("element", id), Key("element", other))


def _ids_last(left: Mapping[Key, Part], right: Mapping[Key, Part]) -> bool:
    """Whether what has a name keeps its id: drawing tools make ids, and another tool, or another day, makes others."""
    first, second = _by_name(left), _by_name(right)
    both = [(keys, second[name]) for name, keys in first.items() if name in second]
    if not both:
        return 2 * len(left.keys() & right.keys()) >= min(len(left), len(right))
    return 2 * sum(not keys.isdisjoint(others) for keys, others in both) >= len(both)


def _by_name(parts: Mapping[Key, Part]) -> dict[object, set[Key]]:
    found: dict[object, set[Key]] = {}
    for key, part in parts.items():
        if key.sort == "flow" or "." in key.id:  # the reader has made an id where there was none
            continue
        if (name := named("", part)) is not None:
            found.setdefault(name, set()).add(key)
    return found


def _by_ends(ends: Mapping[str, str]) -> tuple[Callable[[str, Any], object], Callable[[str, Any], object]]:
    """What a message between pools ties, as the second document calls it."""
    return (
        lambda id, part: (ends.get(part.source, part.source), ends.get(part.target, part.target)),
        lambda id, part: (part.source, part.target),
    )


def _placed(near: Callable[[str], Near | None], renames: Renames | None) -> Callable[[str, Part], object]:
    """What an element does and where; None where nobody wrote it, or its place is too far away to tell."""

    def placed(id: str, part: Part) -> object:
        if is_implied(part) or (place := near(id)) is None:
            return None
        return likeness(part, renames), bool(getattr(part, "nodes", ())), place

    return placed


def _owner(id: str, renamed: Mapping[str, str]) -> str:
    """The renamed element that the reader named another after: ``granska`` of ``granska.timer.end``."""
    owner = id.rpartition(".")[0]
    while owner and owner not in renamed:
        owner = owner.rpartition(".")[0]
    return owner


def _flows(a: Owner, b: Owner, ids: Mapping[str, str]) -> dict[str, str]:
    """The flows of one scope: of one id, or called after an element that was renamed, or an answer of another name."""
    others = {flow.id: flow for flow in b.flows}
    found: dict[str, str] = {}
    for flow in a.flows:
        source, same = ids.get(flow.source), flow.id
        if source is not None and source != flow.source and flow.id.startswith(f"{flow.source}."):
            same = source + flow.id.removeprefix(flow.source)
        if same in others and others[same].source == (source or others[same].source):
            found[flow.id] = same
    taken = set(found.values())
    for flow in a.flows:
        if flow.id not in found and flow.id in others and flow.id not in taken:
            found[flow.id] = flow.id
            taken.add(flow.id)
    left = {flow.id: flow for flow in a.flows if flow.id not in found}
    right = {flow.id: flow for flow in b.flows if flow.id not in taken}

    def answer(id: str, part: Any) -> object:
        source, target = ids.get(part.source), ids.get(part.target)
        return (source, target, part.condition, part.rule) if source and target else None

    def answer_there(id: str, part: Any) -> object:
        return part.source, part.target, part.condition, part.rule

    return found | matches(left, right, answer, answer_there)


def _neighbours(owner: Owner, alone: Mapping[str, Any], ids: Mapping[str, str]) -> Callable[[str], Near | None]:
    """The nearest elements before and after one, past those that are in this document alone; None where it is far.

    ``ids`` is what the second document calls them.
    """
    after: dict[str, list[str]] = {}
    before: dict[str, list[str]] = {}
    for flow in owner.flows:
        after.setdefault(flow.source, []).append(flow.target)
        before.setdefault(flow.target, []).append(flow.source)
    for node in owner.nodes:
        if isinstance(node, Event) and node.attached_to:
            before.setdefault(node.id, []).append(node.attached_to)

    def nearest(id: str, towards: Mapping[str, list[str]]) -> frozenset[str] | None:
        waiting, seen, found = [id], {id}, set()
        while waiting:
            for next_one in towards.get(waiting.pop(), ()):
                if next_one not in alone:
                    found.add(ids.get(next_one, next_one))
                elif next_one not in seen:
                    seen.add(next_one)
                    waiting.append(next_one)
            if len(seen) > _FAR:
                return None
        return frozenset(found)

    def near(id: str) -> Near | None:
        back, on = nearest(id, before), nearest(id, after)
        return None if back is None or on is None else (back, on)

    return near


def _in_order(
    left: Mapping[str, Part],
    right: Mapping[str, Part],
    renames: Renames,
    within: Mapping[str, str] | None = None,
    there: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Parts that stand in a row, as steps and phases do: by id, by name, or alike between the same two.

    ``within`` and ``there`` are the phases that they stand in, as the second document calls them.
    """
    ids = {id: id for id in left if id in right}
    gone, new = without(left, ids), without(right, ids)
    if not gone or not new:
        return ids
    ids |= matches(gone, new, named, named)
    gone, new = without(left, ids), without(right, ids.values())
    near, near_there = _between(left, ids, gone), _between(right, None, new)
    found = matches(
        gone,
        new,
        lambda id, part: (likeness(part, renames), near[id], within[id] if within else None),
        lambda id, part: (likeness(part), near_there[id], there[id] if there else None),
    )
    return ids | {id: other for id, other in found.items() if akin(left[id], right[other])}


def _between(row: Mapping[str, Part], ids: Mapping[str, str] | None, alone: Mapping[str, Any]) -> dict[str, Any]:
    """For each that is alone the kept ones before and after it, as the second document calls them."""
    found: dict[str, list[str | None]] = {}
    for step, order in ((0, list(row)), (1, list(row)[::-1])):
        last: str | None = None
        for id in order:
            if id not in alone:
                last = ids[id] if ids is not None else id
            else:
                found.setdefault(id, [None, None])[step] = last
    return {id: tuple(pair) for id, pair in found.items()}


def _ids(value: object) -> frozenset[str]:
    if isinstance(value, str):
        return frozenset((value,))
    return frozenset(item for item in value if isinstance(item, str)) if isinstance(value, tuple) else frozenset()

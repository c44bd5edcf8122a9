"""Two maps, or two documents, element by element: what is the same, renamed, changed, added or removed.

A difference is something to ask about, never better or worse. Which part is which is found out in ``pairing``; what
only follows from another difference, as flows and joins around a step do, is left out (``consequences``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from procmap.model.changes import AttributeChange, attribute_changes
from procmap.model.collaboration import Collaboration
from procmap.model.consequences import Consequences
from procmap.model.event import Trigger
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.inventory import Key, inventory
from procmap.model.journey import Phase, Step
from procmap.model.knowledge import known
from procmap.model.label import label_in
from procmap.model.likeness import is_bare
from procmap.model.pairing import Pairing
from procmap.model.part import Part
from procmap.model.process import Process
from procmap.model.process_map import Document, ProcessMap, as_map
from procmap.ref import Ref

__all__ = ["AttributeChange", "Comparison", "Difference", "DifferenceKind", "compare"]

DifferenceKind = Literal["same", "renamed", "changed", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One element in both: ``before`` and ``after`` are its Refs, None where it is not there.

    ``what`` is the name of its class, ``names`` what a person would call it in each, empty where it is not there.
    ``parts`` are the two themselves.
    """

    kind: DifferenceKind
    what: str
    before: Ref | None
    after: Ref | None
    names: tuple[str, str]
    changes: tuple[AttributeChange, ...] = ()
    parts: tuple[Part | None, Part | None] = field(default=(None, None), repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that two maps hold, in the order of the first, additions after what they follow."""

    differences: tuple[Difference, ...]

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return any(difference.kind != "same" for difference in self.differences)

    def of(self, *kinds: DifferenceKind) -> tuple[Difference, ...]:
        """The differences of some kinds."""
        return tuple(difference for difference in self.differences if difference.kind in kinds)


def compare(a: ProcessMap | Document, b: ProcessMap | Document, *, ids: bool = True) -> Comparison:
    """Compare two maps document by document, or two documents whatever their ids.

    In two maps a document is the same where kind and id are; of a kind that leaves one over on each side, those two are
    compared as well. Flows, joins and borders that only follow from another difference are not among the differences.

    Without ``ids`` these are not what people have written, as where tools have made them: it is no difference that
    something has another id, and where hardly any id is the same, names and places alone tell what is what.

    Raises BadUsage for what is neither a map nor a document.
    """
    left, right = list(as_map(a).documents), list(as_map(b).documents)
    same = _same_documents(left, right, ids)
    pairings = {number: Pairing(left[number], right[other], ids) for number, other in same.items()}
    documents = {pair.a.id: pair.b.id for pair in pairings.values() if pair.a.id != pair.b.id}
    elsewhere = {
        f"{pair.a.id}/{path}": f"{pair.b.id}/{other}"
        for pair in pairings.values()
        for path, other in pair.renames.elements.items()
    }
    ends = _ends(pairings.values())
    for pair in pairings.values():
        pair.renames.documents, pair.renames.elsewhere = documents, elsewhere
        if isinstance(pair.a, Collaboration):
            pair.messages(ends)
    found: list[Difference] = []
    for number, document in enumerate(left):
        if number in pairings:
            found += _Documents(pairings[number], ids).differences()
        else:
            found.append(_whole("removed", document, Ref(document.id)))
    taken = set(same.values())
    found += [_whole("added", document, Ref(document.id)) for n, document in enumerate(right) if n not in taken]
    return Comparison(tuple(found))


def _same_documents(left: list[Document], right: list[Document], ids: bool) -> dict[int, int]:
    """The numbers of those that are to be compared with each other."""
    there: dict[tuple[type[Document], str], list[int]] = {}
    for number, document in enumerate(right):
        there.setdefault((type(document), document.id), []).append(number)
    same: dict[int, int] = {}
    for number, document in enumerate(left):
        if others := there.get((type(document), document.id)):
            same[number] = others.pop(0)
    if not ids:
        _more_alike(left, right, same)
    taken = set(same.values())
    for kind in {type(document) for document in left}:
        gone = [n for n, document in enumerate(left) if type(document) is kind and n not in same]
        new = [n for n, document in enumerate(right) if type(document) is kind and n not in taken]
        if len(gone) == len(new) == 1:
            same[gone[0]] = new[0]
    return same


def _more_alike(left: list[Document], right: list[Document], same: dict[int, int]) -> None:
    """Those of one name, then those in which most has the same names, are the same; they are added to ``same``."""
    called = [_names_of(document, documents) for documents in (left, right) for document in documents]
    names, others = called[: len(left)], called[len(left) :]
    taken = set(same.values())
    likely: list[tuple[bool, int, int, int]] = []
    by_word: dict[object, list[int]] = {}
    for number, (_, words) in enumerate(others):
        for word in words if number not in taken else ():
            by_word.setdefault((type(right[number]), word), []).append(number)
    for number, (name, words) in enumerate(names):
        if number in same:
            continue
        shared = Counter(other for word in words for other in by_word.get((type(left[number]), word), ()))
        for other, many in shared.items():
            is_of_one_name = name is not None and name == others[other][0]
            if is_of_one_name or 2 * many >= min(len(words), len(others[other][1])):
                likely.append((not is_of_one_name, -many, number, other))
    for _, _, number, other in sorted(likely):
        if number not in same and other not in taken:
            same[number] = other
            taken.add(other)


def _names_of(document: Document, documents: list[Document]) -> tuple[str | None, frozenset[str]]:
    """What a document is called, itself or by its pool, and what the things in it are called."""
    name = known(document.name)
    if name is None and isinstance(document, Process):
        pools = (pool for each in documents if isinstance(each, Collaboration) for pool in each.pools)
        name = next((known(pool.name) for pool in pools if pool.process == document.id), None)
    words = {repr(own) for part in inventory(document).values() if (own := known(getattr(part, "name", None)))}
    return (repr(name), frozenset({*words, repr(name)})) if name else (None, frozenset(words))


def _ends(pairings: Iterable[Pairing]) -> dict[str, str]:
    """Ends of messages between pools, ``pool`` or ``pool/path``, as the second map calls them."""
    found: dict[str, str] = {}
    pairings = list(pairings)
    joint = [pair for pair in pairings if isinstance(pair.a, Collaboration)]
    first, second = ({}, {})  # type: tuple[dict[str, list[str]], dict[str, list[str]]]
    for pair in joint:
        found.update(pair.renames.entries.get("pools", {}))
        for document, pools in ((pair.a, first), (pair.b, second)):
            for pool in getattr(document, "pools", ()):
                pools.setdefault(str(known(pool.process)), []).append(pool.id)
    for pair in pairings:
        if isinstance(pair.a, Process) and joint:
            there = second.get(pair.b.id, [pair.b.id])[0]
            paths = {key.path: other.path for key, other in pair.there.items() if key.sort == "element"}
            for here in (*first.get(pair.a.id, ()), pair.a.id):
                found.update((f"{here}/{path}", f"{there}/{other}") for path, other in paths.items())
    return found


def _whole(kind: DifferenceKind, part: Part, ref: Ref) -> Difference:
    """A part that is in one of the two alone."""
    if kind == "added":
        return Difference(kind, type(part).__name__, None, ref, ("", _name(part)), (), (None, part))
    return Difference(kind, type(part).__name__, ref, None, (_name(part), ""), (), (part, None))


class _Documents:
    """Two documents that are compared with each other."""

    def __init__(self, pairing: Pairing, ids: bool) -> None:
        self.pairing = pairing
        self.ids = ids
        self.consequences = Consequences(pairing)
        self.phases = tuple(
            {step.id: phase.id for phase in getattr(document, "phases", ()) for step in phase.steps}
            for document in (pairing.a, pairing.b)
        )

    def differences(self) -> Iterator[Difference]:
        """The document itself, then each part in the order of the first; what is new stands after what it follows."""
        pairing = self.pairing
        yield self._document(pairing.a, pairing.b)
        new = [key for key in pairing.right if key not in pairing.back]
        order = {key: number for number, key in enumerate(pairing.right)}
        position = 0
        for key, part in pairing.left.items():
            other = pairing.there.get(key)
            if other is None:
                if not self.consequences.removal(key):
                    yield _whole("removed", part, Ref(pairing.a.id, key.path))
                continue
            while position < len(new) and order[new[position]] < order[other]:
                yield from self._added(new[position])
                position += 1
            yield self._both(key, other)
        for rest in new[position:]:
            yield from self._added(rest)

    def _added(self, key: Key) -> Iterator[Difference]:
        if not self.consequences.addition(key):
            yield _whole("added", self.pairing.right[key], Ref(self.pairing.b.id, key.path))

    def _document(self, a: Document, b: Document) -> Difference:
        changes = (*attribute_changes(a, b, self.pairing.renames, ""), *self._row("phases", a, b))
        return _both(a, b, Ref(a.id), Ref(b.id), changes)

    def _both(self, key: Key, other: Key) -> Difference:
        pairing = self.pairing
        a, b = pairing.left[key], pairing.right[other]
        changes = [
            change for change in attribute_changes(a, b, pairing.renames, key.scope) if not self._says_nothing(change)
        ]
        if isinstance(a, SequenceFlow):
            changes += [
                AttributeChange(end, getattr(a, end), getattr(b, end), (a, b), end)
                for end in ("source", "target")
                if not self.consequences.same_end(key, end)
            ]
        elif isinstance(a, Gateway) and isinstance(b, Gateway):
            changes = [c for c in changes if c.attribute != "default" or not self._answer_tells(key, other, c)]
        elif isinstance(a, Phase):
            changes += self._row("steps", a, b)
        elif isinstance(a, Step) and isinstance(b, Step):
            phase, same = self.phases[0][a.id], self.phases[1][b.id]
            if pairing.there.get(Key("entry", f"phases/{phase}")) != Key("entry", f"phases/{same}"):
                changes.append(AttributeChange("phase", phase, same, (a, b), "phase"))
        if self.ids and not changes and key.id != other.id and not self._called_after(key, other):
            changes.append(AttributeChange("id", key.id, other.id, (a, b), "id"))
        return _both(a, b, Ref(pairing.a.id, key.path), Ref(pairing.b.id, other.path), tuple(changes))

    def _says_nothing(self, change: AttributeChange) -> bool:
        """Whether only messages differ of which neither side says anything: in BPMN they may have no name."""
        if change.name not in ("message", "triggers"):
            return False
        before, after = (
            _spoken(value, parts)
            for value, parts in ((change.before, self.pairing.left), (change.after, self.pairing.right))
        )
        called = self.pairing.renames.followed(change.name, before)
        return bool(called == after)

    def _answer_tells(self, key: Key, other: Key, change: AttributeChange) -> bool:
        """Whether the default came, went or changed its name with an answer, which is a difference of its own."""
        before, after = Key("flow", f"{key.scope}{change.before}"), Key("flow", f"{other.scope}{change.after}")
        pairing = self.pairing
        pairs = [(before, pairing.there.get(before)), (pairing.back.get(after), after)]
        return not any(
            a is not None and b is not None and _name(pairing.left[a]) == _name(pairing.right[b])
            for a, b in pairs
            if a in pairing.left and b in pairing.right
        )

    def _called_after(self, key: Key, other: Key) -> bool:
        """Whether an id is another only since it is made of the id of something that was renamed."""
        owner, dot, rest = key.id.rpartition(".")
        while dot:
            same = self.pairing.renames.elements.get(key.scope + owner)
            if same is not None and same == f"{other.scope}{other.id.removesuffix(f'.{rest}')}":
                return True
            owner, dot, more = owner.rpartition(".")
            rest = f"{more}.{rest}"
        return False

    def _row(self, name: str, a: Part, b: Part) -> tuple[AttributeChange, ...]:
        """The phases of a journey, or the steps of a phase, where those that are in both stand in another order."""
        left, right = (
            {each.id: Key("element", each.id) if name == "steps" else Key("entry", f"{name}/{each.id}") for each in row}
            for row in (getattr(part, name, ()) for part in (a, b))
        )
        before = [id for id, at in left.items() if self.pairing.there.get(at) in right.values()]
        after = [id for id, at in right.items() if self.pairing.back.get(at) in left.values()]
        if [self.pairing.there[left[id]] for id in before] == [right[id] for id in after]:
            return ()
        return (AttributeChange(name, tuple(before), tuple(after), (a, b), name),)


def _spoken(value: Any, parts: Mapping[Key, Part]) -> Any:
    """A message, or triggers, without what has no name and says nothing."""
    if isinstance(value, tuple):
        triggers = (each for each in value if isinstance(each, Trigger))
        return tuple(replace(each, what=_spoken(each.what, parts)) for each in triggers)
    entries = [parts.get(Key("entry", f"{section}/{value}")) for section in ("messages", "signals")]
    is_silent = any(each is not None and not known(getattr(each, "name", None)) and is_bare(each) for each in entries)
    return None if is_silent else value


def _both(a: Part, b: Part, before: Ref, after: Ref, changes: tuple[AttributeChange, ...]) -> Difference:
    """A part that is in both."""
    kind: DifferenceKind = "same"
    if changes:
        kind = "renamed" if all(change.attribute in ("name", "id") for change in changes) else "changed"
    return Difference(kind, type(b).__name__, before, after, (_name(a), _name(b)), changes, (a, b))


def _name(part: Any) -> str:
    """What a person would call it: its name, the ends of a flow, or its id."""
    if isinstance(part, SequenceFlow) and part.name is None:
        return f"{part.source} → {part.target}"
    return label_in(getattr(part, "name", None), "sv") or str(getattr(part, "id", ""))

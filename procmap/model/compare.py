"""Two maps, or two documents, element by element: what is the same, renamed, changed, added or removed.

A difference is something to ask about, never better or worse. Which part is which is found out in ``pairing``; what
only follows from another difference, as flows and joins around a step do, is left out (``consequences``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from procmap.model.changes import AttributeChange, attribute_changes
from procmap.model.consequences import Consequences
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.inventory import Key
from procmap.model.journey import Phase, Step
from procmap.model.label import label_in
from procmap.model.pairing import Pairing
from procmap.model.part import Part
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


def compare(a: ProcessMap | Document, b: ProcessMap | Document) -> Comparison:
    """Compare two maps document by document, or two documents whatever their ids.

    In two maps a document is the same where kind and id are; of a kind that leaves one over on each side, those two are
    compared as well. Flows, joins and borders that only follow from another difference are not among the differences.
    Raises BadUsage for what is neither a map nor a document.
    """
    left, right = list(as_map(a).documents), list(as_map(b).documents)
    same = _same_documents(left, right)
    pairings = {number: Pairing(left[number], right[other]) for number, other in same.items()}
    documents = {pair.a.id: pair.b.id for pair in pairings.values() if pair.a.id != pair.b.id}
    elsewhere = {
        f"{pair.a.id}/{path}": f"{pair.b.id}/{other}"
        for pair in pairings.values()
        for path, other in pair.renames.elements.items()
    }
    for pair in pairings.values():
        pair.renames.documents, pair.renames.elsewhere = documents, elsewhere
    found: list[Difference] = []
    for number, document in enumerate(left):
        if number in pairings:
            found += _Documents(pairings[number]).differences()
        else:
            found.append(_whole("removed", document, Ref(document.id)))
    taken = set(same.values())
    found += [_whole("added", document, Ref(document.id)) for n, document in enumerate(right) if n not in taken]
    return Comparison(tuple(found))


def _same_documents(left: list[Document], right: list[Document]) -> dict[int, int]:
    """The numbers of those that are to be compared with each other."""
    there: dict[tuple[type[Document], str], list[int]] = {}
    for number, document in enumerate(right):
        there.setdefault((type(document), document.id), []).append(number)
    same: dict[int, int] = {}
    for number, document in enumerate(left):
        if others := there.get((type(document), document.id)):
            same[number] = others.pop(0)
    taken = set(same.values())
    for kind in {type(document) for document in left}:
        gone = [n for n, document in enumerate(left) if type(document) is kind and n not in same]
        new = [n for n, document in enumerate(right) if type(document) is kind and n not in taken]
        if len(gone) == len(new) == 1:
            same[gone[0]] = new[0]
    return same


def _whole(kind: DifferenceKind, part: Part, ref: Ref) -> Difference:
    """A part that is in one of the two alone."""
    if kind == "added":
        return Difference(kind, type(part).__name__, None, ref, ("", _name(part)), (), (None, part))
    return Difference(kind, type(part).__name__, ref, None, (_name(part), ""), (), (part, None))


class _Documents:
    """Two documents that are compared with each other."""

    def __init__(self, pairing: Pairing) -> None:
        self.pairing = pairing
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
        changes = list(attribute_changes(a, b, pairing.renames, key.scope))
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
        if not changes and key.id != other.id and not self._called_after(key, other):
            changes.append(AttributeChange("id", key.id, other.id, (a, b), "id"))
        return _both(a, b, Ref(pairing.a.id, key.path), Ref(pairing.b.id, other.path), tuple(changes))

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

"""Two maps, or two documents, element by element: what is the same, renamed, changed, added or removed.

A difference is something to ask about, never better or worse. Elements are the same where their paths of ids are equal;
an element whose id is gone and another that does the same work in the same place are taken for one that was renamed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, Literal

from procmap.model.activity import SubProcess
from procmap.model.collaboration import Collaboration
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.journey import Journey
from procmap.model.label import label_in
from procmap.model.part import Part
from procmap.model.process import Process
from procmap.model.process_map import Document, ProcessMap
from procmap.ref import Ref

__all__ = ["AttributeChange", "Comparison", "Difference", "DifferenceKind", "compare"]

DifferenceKind = Literal["same", "renamed", "changed", "added", "removed"]
_IDENTITY = {"id", "name"}
_CONTAINERS = {
    "nodes",
    "flows",
    "lanes",
    "systems",
    "data",
    "rules",
    "messages",
    "deadlines",
    "phases",
    "steps",
    "personas",
    "evidence",
    "pools",
    "message_flows",
}


@dataclass(frozen=True, slots=True)
class AttributeChange:
    """One attribute with its value in each; None where it has none there."""

    attribute: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Difference:
    """One element in both: ``before`` and ``after`` are its Refs, None where it is not there."""

    kind: DifferenceKind
    what: str
    before: Ref | None
    after: Ref | None
    names: tuple[str, str]
    changes: tuple[AttributeChange, ...] = ()


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

    In two maps a document is the same where kind and id are; one document on each side is compared in any case.
    """
    left = a.documents if isinstance(a, ProcessMap) else (a,)
    right = b.documents if isinstance(b, ProcessMap) else (b,)
    if len(left) == len(right) == 1 and type(left[0]) is type(right[0]):
        return Comparison(tuple(_document(left[0], right[0])))
    found: list[Difference] = []
    others: dict[tuple[type[Document], str], list[Document]] = {}
    for document in right:
        others.setdefault((type(document), document.id), []).append(document)
    for document in left:
        same = others.get((type(document), document.id))
        found += _document(document, same.pop(0)) if same else [_whole(document, "removed")]
    found += [_whole(document, "added") for rest in others.values() for document in rest]
    return Comparison(tuple(found))


def _whole(document: Document, kind: DifferenceKind) -> Difference:
    ref, name = Ref(document.id), _name(document)
    what = type(document).__name__
    if kind == "added":
        return Difference(kind, what, None, ref, ("", name))
    return Difference(kind, what, ref, None, (name, ""))


def _document(a: Document, b: Document) -> Iterator[Difference]:
    """The document itself, then each part in the order of the first; what is new stands after what it follows."""
    yield _pair(a, b, Ref(a.id), Ref(b.id))
    left, right = dict(_parts(a)), dict(_parts(b))
    renamed = _renamed(left, right)
    gone = {path for path in left if path not in right and path not in renamed}
    new = [path for path in right if path not in left and path not in renamed.values()]
    ways = _Ways(left, right, renamed, gone, set(new))
    pending = iter([*new, None])
    upcoming = next(pending)
    order = {path: number for number, path in enumerate(right)}
    for path, part in left.items():
        if path in gone:
            if not ways.follows(part, path, gone):
                yield Difference("removed", _what(part), Ref(a.id, path), None, (_name(part), ""))
            continue
        other = renamed.get(path, path)
        while upcoming is not None and order[upcoming] < order[other]:
            yield from _added(right, upcoming, b, ways)
            upcoming = next(pending)
        yield ways.settled(_pair(part, right[other], Ref(a.id, path), Ref(b.id, other)), path, other)
    while upcoming is not None:
        yield from _added(right, upcoming, b, ways)
        upcoming = next(pending)


def _added(right: dict[str, Part], path: str, b: Document, ways: _Ways) -> Iterator[Difference]:
    part = right[path]
    if not ways.follows(part, path, ways.new):
        yield Difference("added", _what(part), None, Ref(b.id, path), ("", _name(part)))


class _Ways:
    """Which differences of flows and joins only follow from a step that came or went.

    A flow leads to the same place where the steps that are only in one of the two are passed over.
    """

    def __init__(
        self, left: dict[str, Part], right: dict[str, Part], renamed: dict[str, str], gone: set[str], new: set[str]
    ) -> None:
        self.left, self.right = left, right
        self.renamed = renamed
        self.gone, self.new = gone, new
        self.before = self._onward(left, gone)
        self.after = self._onward(right, new)

    def _onward(self, parts: dict[str, Part], passing: set[str]) -> dict[str, list[str]]:
        """From each passing element on to where its flows lead."""
        onward: dict[str, list[str]] = {}
        for path, part in parts.items():
            if isinstance(part, SequenceFlow):
                scope = path[: len(path) - len(part.id)]
                if scope + part.source in passing:
                    onward.setdefault(scope + part.source, []).append(scope + part.target)
        return onward

    def _reach(self, target: str, onward: dict[str, list[str]], passing: Any) -> frozenset[str]:
        open_, seen, found = [target], set(), set()
        while open_:
            at = open_.pop()
            if at in seen:
                continue
            seen.add(at)
            if at in passing:
                open_ += onward.get(at, [])
            else:
                found.add(at)
        return frozenset(found)

    def follows(self, part: Part, path: str, passing: set[str]) -> bool:
        """Whether a part that is only in one of the two is a join the reader made, or a flow of such a step."""
        if isinstance(part, Gateway):
            return part.name is None and "." in part.id
        if not isinstance(part, SequenceFlow):
            return False
        scope = path[: len(path) - len(part.id)]
        return scope + part.source in passing or scope + part.target in passing

    def settled(self, difference: Difference, path: str, other: str) -> Difference:
        """The difference without a change of ends that only follows."""
        part, new = self.left[path], self.right[other]
        if not (isinstance(part, SequenceFlow) and isinstance(new, SequenceFlow)) or difference.kind == "same":
            return difference
        scope = path[: len(path) - len(part.id)]
        there = other[: len(other) - len(new.id)]
        before = frozenset(self.renamed.get(p, p) for p in self._reach(scope + part.target, self.before, self.gone))
        after = self._reach(there + new.target, self.after, self.new)
        if before != after:
            return difference
        changes = tuple(c for c in difference.changes if c.attribute not in ("source", "target"))
        kind: DifferenceKind = "changed" if changes else "same"
        return Difference(kind, difference.what, difference.before, difference.after, difference.names, changes)


def _parts(document: Document) -> Iterator[tuple[str, Part]]:
    """Every part that has an id of its own, with its path."""
    for section in ("lanes", "systems", "data", "rules", "messages", "deadlines", "personas", "evidence", "pools"):
        for entry in getattr(document, section, ()):
            yield f"{section}/{entry.id}", entry
    if isinstance(document, Journey):
        for phase in document.phases:
            yield f"phases/{phase.id}", phase
            for step in phase.steps:
                yield step.id, step
    if isinstance(document, Collaboration):
        for flow in document.message_flows:
            yield f"message_flows/{flow.id}", flow
    if isinstance(document, Process):
        yield from _scope(document, "")


def _scope(scope: Process | SubProcess, prefix: str) -> Iterator[tuple[str, Part]]:
    for node in scope.nodes:
        yield prefix + node.id, node
        if isinstance(node, SubProcess):
            yield from _scope(node, f"{prefix}{node.id}/")
    for flow in scope.flows:
        yield prefix + flow.id, flow


def _renamed(left: dict[str, Part], right: dict[str, Part]) -> dict[str, str]:
    """What is gone and what is new, paired where all but id and name agrees and no other pair would do."""
    gone: dict[tuple[Any, ...], list[str]] = {}
    for path, part in left.items():
        if path not in right and not _is_flow(part):
            gone.setdefault(_likeness(path, part), []).append(path)
    new: dict[tuple[Any, ...], list[str]] = {}
    for path, part in right.items():
        if path not in left and not _is_flow(part):
            new.setdefault(_likeness(path, part), []).append(path)
    return {
        paths[0]: new[likeness][0] for likeness, paths in gone.items() if len(paths) == 1 == len(new.get(likeness, ()))
    }


def _is_flow(part: Part) -> bool:
    return hasattr(part, "target") and hasattr(part, "source")


def _likeness(path: str, part: Part) -> tuple[Any, ...]:
    scope = path.rpartition("/")[0]
    values = tuple(
        getattr(part, field.name)
        for field in fields(part)  # type: ignore[arg-type]
        if field.name not in _IDENTITY and field.name not in _CONTAINERS
    )
    return type(part), scope, values


def _pair(a: Part, b: Part, before: Ref, after: Ref) -> Difference:
    names = (_name(a), _name(b))
    if type(a) is not type(b):
        change = AttributeChange("kind", type(a).__name__, type(b).__name__)
        return Difference("changed", _what(b), before, after, names, (change,))
    document = before.element is None
    changes = tuple(
        AttributeChange(field.name, getattr(a, field.name), getattr(b, field.name))
        for field in fields(a)  # type: ignore[arg-type]
        if field.name not in _CONTAINERS
        and field.name not in ("id", "variant_of")
        and getattr(a, field.name) != getattr(b, field.name)
    )
    other = [change for change in changes if change.attribute != "name"]
    moved = before.element != after.element and not document
    if not changes and not moved:
        return Difference("same", _what(a), before, after, names)
    kind: DifferenceKind = "changed" if other else "renamed"
    return Difference(kind, _what(a), before, after, names, changes)


def _what(part: Part) -> str:
    return type(part).__name__


def _name(part: Any) -> str:
    """What a person would call it: its name, the ends of a flow, or its id."""
    if _is_flow(part) and getattr(part, "name", None) is None:
        return f"{part.source} → {part.target}"
    return label_in(getattr(part, "name", None), "sv") or str(getattr(part, "id", ""))

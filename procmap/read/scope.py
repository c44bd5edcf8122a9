"""One scope while it is read: the body of the process or of a subprocess, its elements, flows and open jumps."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from procmap.model.activity import Node
from procmap.model.event import Event
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.knowledge import Maybe
from procmap.read import notices as say
from procmap.read.desk import Desk, Names, several
from procmap.read.names import slug
from procmap.ref import Ref
from procmap.source.slips import quoted
from procmap.source.tree import Scalar, Tree

__all__ = ["Jump", "Scope", "Way"]

_SIGNS = frozenset(",:{}[]#")
"""What a word inside braces cannot hold without quotation marks."""


class Way(NamedTuple):
    """A flow that has a source and no target yet; ``flow`` holds its name, condition, rule, share and provenance."""

    source: str
    id: str
    flow: Mapping[str, Any] = MappingProxyType({})


class Jump(NamedTuple):
    """A ``to`` that found nothing in its own scope."""

    at: Scalar
    scope: str
    names: Names


class Scope:
    """Elements and flows of one scope. ``path`` is the prefix of its elements' paths, ``""`` for the process."""

    def __init__(self, desk: Desk, path: str, lane: Maybe[str]) -> None:
        self.desk = desk
        self.path = path
        self.lane = lane
        self.nodes: list[Node] = []
        self.names = Names()
        self.written: dict[str, tuple[int, str]] = {}
        self.entry: dict[str, str] = {}
        self.joined: set[str] = set()
        self.sentences: set[int] = set()
        self.unclear: list[Way] = []
        self.ends: dict[str, Event] = {}
        self.answers: dict[str, int] = {}
        self._flows: list[tuple[Way, str | Scalar]] = []
        self._next: dict[str, int] = {}

    def ref(self, id: str) -> Ref:
        """The Ref of an element or flow of this scope."""
        return Ref(self.desk.document, self.path + id)

    def connect(self, ways: list[Way], target: str) -> None:
        """Let the ways lead to an element."""
        self._flows.extend((way, target) for way in ways)

    def jump(self, ways: list[Way], target: Scalar) -> None:
        """Let the ways lead to an element that is named, and perhaps written further down."""
        if target.value[:2] == "??":
            self.unclear.extend(ways)
        else:
            self._flows.extend((way, target) for way in ways)

    def claim(self, name: Any, at: Tree, written: Tree | None = None) -> str:
        """An id for a new element, from its own ``id`` key or its name; a clash is said, and numbered to read on."""
        label = str(name) if name is not None else ""
        if isinstance(written, Scalar) and written.value:
            id = label = written.value
            from procmap.read.values import is_id

            if not is_id(id):
                self.desk.say(say.BAD_ID, written, id=id, fix=f"id: {slug(id)}")
                id = slug(id)
        elif label[:2] == "??":
            return self._free("unknown", at, "")
        else:
            id = slug(label)
        if id not in self.written:
            return self._free(id, at, label)
        first, other = self.written[id]
        free = self._free(id, at, label)
        said = {"first": first, "proposal": free}
        if isinstance(written, Scalar) and written.value:
            self.desk.say(say.TAKEN_ID, written, self.ref(id), id=id, **said)
        elif other and label and other.casefold() != label.casefold():
            self.desk.say(say.NEAR_STEPS, at, self.ref(id), name=label, other=other, **said)
        elif not written and label and (answer := self.sentences & {first, at.line}) and first != at.line:
            line = max(answer)
            fix = f"{{to: {quoted(label) if set(label) & _SIGNS else label}}}"
            other_line = first if line == at.line else at.line
            self.desk.say(
                say.STEP_AFTER_ANSWER, at, self.ref(id), name=label, answer=line, other=other_line, fix=fix
            )
        else:
            self.desk.say(say.SAME_ID, at, self.ref(id), name=label, id=id, **said)
        return free

    def _free(self, id: str, at: Tree, label: str) -> str:
        free = id
        if id in self.written:
            number = self._next.get(id, 2)
            while (free := f"{id}-{number}") in self.written:
                number += 1
            self._next[id] = number + 1
        self.written[free] = (at.line, label)
        return free

    def generated(self, id: str, at: Tree) -> str:
        """An id that the reader makes, numbered where it is taken."""
        return self._free(id, at, "")

    def add(self, node: Node, at: Tree) -> None:
        """Take up an element, known by its id and its name."""
        self.nodes.append(node)
        if isinstance(node, Event) and node.position == "end":
            self.ends[node.id] = node
        self.names.add(node.id, node.name)
        self.desk.place(self.ref(node.id), at)

    def finish(self, at: Tree) -> tuple[tuple[Node, ...], tuple[SequenceFlow, ...], list[Jump]]:
        """Resolve the jumps, put a merge before each split that several flows enter, and freeze.

        Returns the nodes, the flows, and the jumps that found no target here. The flows stand in the order of the
        elements they leave and, out of a question, in the order of its answers: so ``to`` and simply going on to the
        same step are the same map.
        """
        flows: list[SequenceFlow] = []
        lost: list[Jump] = []
        for way, target in self._flows:
            end = target if isinstance(target, str) else self._find(target, lost)
            if end is not None:
                flows.append(SequenceFlow(id=way.id, source=way.source, target=end, **way.flow))
        entering: dict[str, int] = {}
        for flow in flows:
            entering[flow.target] = entering.get(flow.target, 0) + 1
        crowded = {
            node.id: self.generated(f"{node.id}.merge", at)
            for node in self.nodes
            if isinstance(node, Gateway) and node.id in self.joined and entering.get(node.id, 0) > 1
        }
        if crowded:
            flows = self._merged(flows, crowded)
        place = {node.id: number for number, node in enumerate(self.nodes)}
        flows.sort(key=lambda flow: (place[flow.source], self.answers.get(flow.id, 0)))
        return tuple(self.nodes), tuple(flows), lost

    def _find(self, target: Scalar, lost: list[Jump]) -> str | None:
        found = self.names.find(target.value)
        if not found:
            lost.append(Jump(target, self.path, self.names))
            # Read on as if it led to what was meant, or out: one misspelt word is no dead end.
            guess = self.names.nearest(target.value)
            found = self.names.find(guess) if guess else list(self.ends)[:1]
        elif len(found) > 1:
            self.desk.say(say.AMBIGUOUS, target, name=target.value, several=several(found))
        return self.entry.get(found[0], found[0]) if found else None

    def _merged(self, flows: list[SequenceFlow], crowded: dict[str, str]) -> list[SequenceFlow]:
        """Ways that meet before a parallel or inclusive split are merged, since the split itself would wait for all."""
        from dataclasses import replace

        moved = [replace(f, target=crowded[f.target]) if f.target in crowded else f for f in flows]
        nodes: list[Node] = []
        for node in self.nodes:
            merge = crowded.get(node.id)
            if merge is not None:
                nodes.append(Gateway(id=merge, kind="exclusive"))
                moved.append(SequenceFlow(id=f"{merge}.next", source=merge, target=node.id))
            nodes.append(node)
        self.nodes = nodes
        return moved

    def end(self, name: Any) -> Event | None:
        """The end of that name, where there is one already: ends of one name in one scope are one end."""
        end = self.ends.get(slug(str(name)) if name is not None else "end")
        return end if end is not None and end.name == name else None

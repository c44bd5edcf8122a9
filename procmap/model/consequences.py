"""Which differences only follow from others, and are not worth a word of their own.

A step that came or went moves the flows around it, and the joins that the reader made; what is inside a subprocess, and
the events on the border of a step or called after it, come and go with it. A flow leads to the same place where the
elements that are in one document alone are passed over; answers are always worth a word. A role or a message that arose
by being used came with the step that uses it.
"""

from __future__ import annotations

from collections.abc import Mapping

from procmap.model.event import Event
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.inventory import Key
from procmap.model.journey import Phase
from procmap.model.likeness import is_bare, is_implied
from procmap.model.pairing import Pairing
from procmap.model.part import Part
from procmap.model.references import references

__all__ = ["Consequences"]

_FAR = 2000
"""So many elements are followed; whoever has replaced more than that has been told enough."""

_LINES = ("associations/", "data_associations/")
"""What is read and written is said of the step, and a dotted line says nothing beside its note."""

Ends = frozenset[str]


class Consequences:
    """What follows from what, between two documents that have been paired."""

    def __init__(self, pairing: Pairing) -> None:
        self.pairing = pairing
        self.first = _Side(pairing.left, pairing.there)
        self.second = _Side(pairing.right, {key: key for key in pairing.back})

    def removal(self, key: Key) -> bool:
        """Whether a part is gone only because something else is."""
        return self._follows(key, self.first, self.second, self.pairing.there)

    def addition(self, key: Key) -> bool:
        """Whether a part is new only because something else is."""
        return self._follows(key, self.second, self.first, self.pairing.back)

    def same_end(self, key: Key, end: str) -> bool:
        """Whether a flow of both still comes from, or goes to, the same place; ``end`` is source or target."""
        flow, other = self.pairing.left[key], self.pairing.right[self.pairing.there[key]]
        assert isinstance(flow, SequenceFlow) and isinstance(other, SequenceFlow)
        start, there = _at(key, getattr(flow, end)), _at(self.pairing.there[key], getattr(other, end))
        if self.pairing.there.get(Key("element", start)) == Key("element", there):
            return True
        before, after = self.first.reach(start, end == "target"), self.second.reach(there, end == "target")
        return before is None or after is None or before == after or bool(before and after and _nested(before, after))

    def _follows(self, key: Key, here: _Side, there: _Side, pairs: Mapping[Key, Key]) -> bool:
        part = here.parts[key]
        if key.sort == "entry":
            return key.path.startswith(_LINES) or here.arose(key)
        if here.alone_around(key):
            return True
        if isinstance(part, SequenceFlow):
            return self._flow_follows(key, part, here, there, pairs)
        if key.sort == "element" and is_implied(part):
            return True
        owner = part.attached_to if isinstance(part, Event) else None
        at = Key("element", _at(key, owner or key.id.rpartition(".")[0]))
        return at in here.parts and at not in here.kept

    def _flow_follows(self, key: Key, flow: SequenceFlow, here: _Side, there: _Side, pairs: Mapping[Key, Key]) -> bool:
        at = Key("element", _at(key, flow.source))
        source = here.parts.get(at)
        if at not in here.kept:
            if not (isinstance(source, Gateway) and is_implied(source) and here.is_answer(flow, source, at.path)):
                return True
            return not any(Key("element", path) in here.kept for path in here.before.get(at.path, ()))
        if here.is_answer(flow, source, at.path):
            return False
        reach = here.reach(_at(key, flow.target), True)
        others = [there.reach(path, True) for path in there.after.get(pairs[at].path, ())]
        if reach is None or None in others:
            return True
        known = [found for found in others if found is not None]
        return reach in known or bool(reach and reach <= frozenset().union(*known))


class _Side:
    """One of the two documents: who comes after whom, and what is in both."""

    def __init__(self, parts: Mapping[Key, Part], kept: Mapping[Key, Key]) -> None:
        self.parts = parts
        self.kept = kept
        self.after: dict[str, list[str]] = {}
        self.before: dict[str, list[str]] = {}
        self._phases: dict[str, Key] = {}
        self._used: set[tuple[str, str]] | None = None
        self._reached: dict[tuple[str, bool], Ends | None] = {}
        for key, part in parts.items():
            if isinstance(part, SequenceFlow):
                source, target = _at(key, part.source), _at(key, part.target)
                self.after.setdefault(source, []).append(target)
                self.before.setdefault(target, []).append(source)
            elif isinstance(part, Phase):
                self._phases.update((step.id, key) for step in part.steps)

    def alone_around(self, key: Key) -> bool:
        """Whether the subprocess or phase that a part stands in is in this document alone."""
        if key.path in self._phases:
            return self._phases[key.path] not in self.kept
        outer = key.path.rpartition("/")[0]
        return bool(outer) and Key("element", outer) not in self.kept

    def arose(self, key: Key) -> bool:
        """Whether an entry is there only since something uses it: what uses it differs, and tells."""
        section, _, id = key.path.partition("/")
        if section in ("phases", "message_flows") or not is_bare(self.parts[key]):
            return False
        if self._used is None:
            self._used = {at for part in self.parts.values() for at in references(part)}
        return (section, id) in self._used

    def is_answer(self, flow: SequenceFlow, source: Part | None, path: str) -> bool:
        """Whether a flow is one of several answers that somebody wrote."""
        if not isinstance(source, Gateway) or source.kind == "event_based":
            return False
        several = len(self.after.get(path, ())) > 1 and not is_implied(source)
        return flow.name is not None or source.default == flow.id or several

    def reach(self, path: str, forward: bool) -> Ends | None:
        """What is in both documents that one comes to first, called as the second does; None where it is far."""
        at = (path, forward)
        if at not in self._reached:
            self._reached[at] = self._spread(path, self.after if forward else self.before)
        return self._reached[at]

    def _spread(self, path: str, towards: Mapping[str, list[str]]) -> Ends | None:
        waiting, seen, found = [path], {path}, set()
        while waiting:
            here = waiting.pop()
            same = self.kept.get(Key("element", here))
            if same is not None:
                found.add(same.path)
                continue
            for next_one in towards.get(here, ()):
                if next_one not in seen:
                    seen.add(next_one)
                    waiting.append(next_one)
            if len(seen) > _FAR:
                return None
        return frozenset(found)


def _nested(before: Ends, after: Ends) -> bool:
    return before <= after or after <= before


def _at(flow: Key, id: str) -> str:
    """The path of an element in the scope of a flow or another element."""
    return flow.scope + id

"""Which way was taken to each element of a run of one scope, as far as that is certain.

The elements are known in the order in which they occur, not the ways between them. Tokens are moved along: what
chooses gives one whose way is still open, and who takes it settles that. All that fits is tried, and only what holds in
every case is told. What a flow means stands in ``procmap/verify/README.md``; here it matters only who may come next.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, product
from typing import NamedTuple, Union

from procmap.graph.adjacency import Scope
from procmap.model.activity import Node, SubProcess
from procmap.model.event import Event
from procmap.model.flow import SequenceFlow
from procmap.model.gateway import Gateway
from procmap.model.knowledge import NOT_APPLICABLE

__all__ = ["Ways", "ways_of"]

_TRIES = 2_000
"""Elements tried again after the first time through; of a run that leaves more open, only what was never in doubt."""

_MOST = 256
"""What one join may take, in so many ways."""

_BEGINNING = -1


class _Way(NamedTuple):
    """From one node to the next by local ids; ``flow`` is the id, None along a link and to where a scope begins."""

    source: str
    target: str
    flow: Union[str, None]


class _Token(NamedTuple):
    """A token that ``giver``, the number of an element of the run, gave to one of ``ways``; perhaps not at all."""

    giver: int
    ways: tuple[_Way, ...]
    is_sure: bool


_Taken = tuple[tuple[_Token, _Way], ...]
"""What an element takes: tokens, each with the way it came."""


@dataclass(frozen=True, slots=True)
class Ways:
    """What is certain about a run, flows by their ids.

    ``took`` and ``chose`` by the number of an element: the flows that it took tokens from, and those out of it that
    tokens went. ``into`` is the first by node, all times together. ``standing`` carry a token at the end; ``perhaps``
    are all that may.
    """

    took: Mapping[int, frozenset[str]] = field(default_factory=dict)
    chose: Mapping[int, frozenset[str]] = field(default_factory=dict)
    into: Mapping[str, frozenset[str]] = field(default_factory=dict)
    standing: frozenset[str] = frozenset()
    perhaps: frozenset[str] = frozenset()


def ways_of(scope: Scope, run: Sequence[str], *, stuck: Mapping[str, bool], doubled: Collection[str] = ()) -> Ways:
    """The ways of a run, given as the local ids of its elements.

    ``stuck`` names the nodes before which all tokens are at the end, True for those inside which one is; empty where
    that is not known. ``doubled`` are flows that then carry two.
    """
    found = _Search(scope, run, stuck, doubled).ways()
    if found is None and (stuck or doubled):
        found = _Search(scope, run, {}, ()).ways()
    return found or Ways()


class _Search:
    def __init__(self, scope: Scope, run: Sequence[str], stuck: Mapping[str, bool], doubled: Collection[str]) -> None:
        self.scope = scope
        self.run = run
        self.stuck = stuck
        self.doubled = doubled
        self.waiting: dict[str, dict[_Token, None]] = {}
        """The tokens that may go to a node."""
        self.taken: list[_Taken] = []
        self.undo: list[tuple[list[_Token], list[_Token]]] = []
        self.first_doubt = len(run)
        self.gave_up = False

    def ways(self) -> Ways | None:
        """What all that fits has in common; None where nothing fits."""
        common: Ways | None = None
        left = len(self.run) + _TRIES
        self._add(_Token(_BEGINNING, (_Way("", entry, None),), True) for entry in self._entries())
        options = [iter(self._options())]
        while options:
            option = next(options[-1], None)
            if self.gave_up or left < 0:
                return self._certain()
            if option is None:
                options.pop()
                if self.undo:
                    self._take_back()
                continue
            left -= 1
            self._take(option)
            if len(self.taken) < len(self.run):
                options.append(iter(self._options()))
                continue
            if (found := self._found()) is not None:
                common = found if common is None else _common(common, found)
            self._take_back()
        return common

    def _entries(self) -> tuple[str, ...]:
        return () if self.scope.starts else self.scope.entries

    def _options(self) -> list[_Taken]:
        """All that the next element may take; nothing where it cannot occur."""
        number = len(self.taken)
        if number == len(self.run):
            return []
        found = list(islice(self._takes(self.run[number]), _MOST + 1))
        self.gave_up |= len(found) > _MOST
        if len(found) > 1:
            self.first_doubt = min(self.first_doubt, number)
        return found

    def _takes(self, id: str) -> Iterator[_Taken]:
        node = self.scope.nodes[id]
        if (isinstance(node, Event) and node.position == "start") or id in self.scope.apart:
            yield ()
            return
        if isinstance(node, Event) and node.position == "boundary":
            if self._last(str(node.attached_to)) is not None:
                yield ()
            return
        coming: dict[_Way, list[_Token]] = {}
        for token in self.waiting.get(id, ()):
            for way in token.ways:
                if way.target == id:
                    coming.setdefault(way, []).append(token)
        incoming = self.scope.incoming.get(id, ())
        kind = node.kind if isinstance(node, Gateway) and len(incoming) > 1 else ""
        if kind == "parallel":
            if len(coming) == len(incoming):
                yield from _all_of(coming, frozenset(coming))
        elif kind in ("inclusive", "complex"):
            sure = {way for way, tokens in coming.items() if any(t.is_sure and len(t.ways) == 1 for t in tokens)}
            yield from _all_of(coming, sure)
        else:
            yield from (((token, way),) for way, tokens in coming.items() for token in tokens)

    def _take(self, taken: _Taken) -> None:
        number = len(self.taken)
        node = self.scope.nodes[self.run[number]]
        gone = [token for token, _ in taken]
        if _ends_all(node):
            gone = list(self._tokens())
        elif isinstance(node, Event) and node.position == "boundary" and node.interrupting:
            host = self._last(str(node.attached_to))
            gone = [token for token in self._tokens() if token.giver == host]
        given = self._gives(number)
        self.taken.append(taken)
        self.undo.append((gone, given))
        self._remove(gone)
        self._add(given)

    def _take_back(self) -> None:
        self.taken.pop()
        gone, given = self.undo.pop()
        self._remove(given)
        self._add(gone)

    def _add(self, tokens: Iterable[_Token]) -> None:
        for token in tokens:
            for way in token.ways:
                self.waiting.setdefault(way.target, {})[token] = None

    def _remove(self, tokens: Iterable[_Token]) -> None:
        for token in tokens:
            for way in token.ways:
                self.waiting[way.target].pop(token, None)

    def _tokens(self) -> dict[_Token, None]:
        return {token: None for tokens in self.waiting.values() for token in tokens}

    def _last(self, id: str) -> int | None:
        """When an element occurred last, by the number in the run."""
        return next((at for at in range(len(self.taken) - 1, -1, -1) if self.run[at] == id), None)

    def _gives(self, number: int) -> list[_Token]:
        id = self.run[number]
        node = self.scope.nodes[id]
        flows = self.scope.outgoing.get(id, ())
        ways = tuple(_Way(id, flow.target, flow.id) for flow in flows)
        ways += tuple(_Way(id, target, None) for target in self.scope.links.get(id, ()))
        if len(ways) < 2:
            return [_Token(number, ways, True)] if ways else []
        if isinstance(node, Gateway):
            if node.kind in ("exclusive", "event_based"):
                return [_Token(number, ways, True)]
            return [_Token(number, (way,), node.kind == "parallel") for way in ways]
        asked = {flow.id for flow in flows if _is_asked(flow, node)}
        return [_Token(number, (way,), way.flow not in asked) for way in ways]

    def _found(self) -> Ways | None:
        """The ways of this try; None where they do not lead to the end that is known."""
        tokens = list(self._tokens())
        came: dict[int, set[str]] = {}
        for flow in self.doubled:
            carrying = [token for token in tokens if any(way.flow == flow for way in token.ways)]
            if len(carrying) < 2:
                return None
            if len(carrying) == 2 and len(self.doubled) == 1:  # no third could be it instead, so both went there
                for token in carrying:
                    came.setdefault(token.giver, set()).add(flow)
        standing: set[str] = set()
        perhaps: set[str] = set()
        if self.stuck:
            held = {self._last(id) for id, is_inside in self.stuck.items() if is_inside}
            for token in tokens:
                here = [way for way in token.ways if way.target in self.stuck and token.giver not in held]
                if not here and token.is_sure and token.giver not in held:
                    return None
                perhaps.update(way.flow for way in here if way.flow is not None)
                if len(here) == 1 and token.is_sure and here[0].flow is not None:
                    standing.add(here[0].flow)
                    came.setdefault(token.giver, set()).add(here[0].flow)
        else:
            perhaps.update(way.flow for token in tokens for way in token.ways if way.flow is not None)
        return _ways(self.run, self.taken, came, frozenset(standing), frozenset(perhaps))

    def _certain(self) -> Ways:
        """What was never in doubt: all that was taken before the first element that could take this or that."""
        flows = {flow.id for each in self.scope.outgoing.values() for flow in each}
        return _ways(self.run, self.taken[: self.first_doubt], {}, frozenset(), frozenset(flows))


def _all_of(coming: Mapping[_Way, Sequence[_Token]], sure: Collection[_Way]) -> Iterator[_Taken]:
    """A token of each way, no token twice; ways that are not sure may go without."""
    choices: list[list[tuple[_Token, _Way] | None]] = []
    for way, tokens in coming.items():
        choices.append([(token, way) for token in tokens])
        if way not in sure:
            choices[-1].append(None)
    for choice in product(*choices):
        taken = tuple(each for each in choice if each is not None)
        if taken and len({token for token, _ in taken}) == len(taken):
            yield taken


def _ways(
    run: Sequence[str],
    taken: Sequence[_Taken],
    came: Mapping[int, set[str]],
    standing: frozenset[str],
    perhaps: frozenset[str],
) -> Ways:
    took = {number: frozenset(way.flow for _, way in each if way.flow is not None) for number, each in enumerate(taken)}
    chose = {giver: set(flows) for giver, flows in came.items()}
    into: dict[str, frozenset[str]] = {}
    for number, each in enumerate(taken):
        into[run[number]] = into.get(run[number], frozenset()) | took[number]
        for token, way in each:
            if way.flow is not None:
                chose.setdefault(token.giver, set()).add(way.flow)
    return Ways(took, {giver: frozenset(flows) for giver, flows in chose.items()}, into, standing, perhaps)


def _common(one: Ways, other: Ways) -> Ways:
    nothing: frozenset[str] = frozenset()
    return Ways(
        {number: flows & other.took.get(number, nothing) for number, flows in one.took.items()},
        {number: flows & other.chose.get(number, nothing) for number, flows in one.chose.items()},
        {id: flows & other.into.get(id, nothing) for id, flows in one.into.items()},
        one.standing & other.standing,
        one.perhaps | other.perhaps,
    )


def _ends_all(node: Node) -> bool:
    """Whether nothing goes on in the scope when an element has occurred: a terminate end, or what breaks it off."""
    if isinstance(node, SubProcess) and node.kind == "event":
        return any(isinstance(each, Event) and each.position == "start" and each.interrupting for each in node.nodes)
    if not isinstance(node, Event) or node.position != "end":
        return False
    return any(trigger.kind in ("terminate", "error", "cancel") for trigger in node.triggers)


def _is_asked(flow: SequenceFlow, node: Node) -> bool:
    """Whether a way out of an activity or event is taken only sometimes."""
    has_condition = flow.condition is not None and flow.condition is not NOT_APPLICABLE
    return has_condition or flow.id == getattr(node, "default", None)

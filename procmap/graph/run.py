"""A run through a process, element by element: which way was taken to each, and what is still waited for at the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from procmap.graph.adjacency import Scope, scopes
from procmap.graph.tokens import ways_of
from procmap.model.activity import CallActivity, Node, SubProcess
from procmap.model.flow import SequenceFlow
from procmap.model.knowledge import known
from procmap.model.process import Process
from procmap.model.process_map import ProcessMap

__all__ = ["Course", "Moment", "Place", "Run"]


@dataclass(frozen=True, slots=True)
class Place:
    """An element by the path of its ids as a run has it, and by its own ``id`` in ``scope``, which is one of
    ``process``: another one than the run's where a call is followed."""

    process: Process
    scope: Scope
    path: str
    id: str

    @property
    def node(self) -> Node:
        """The element itself."""
        return self.scope.nodes[self.id]


@dataclass(frozen=True, slots=True)
class Moment(Place):
    """An element that occurs.

    ``took`` are the flows that it took tokens from, ``chose`` those out of it that tokens went, as far as both are
    certain.
    """

    took: tuple[SequenceFlow, ...] = ()
    chose: tuple[SequenceFlow, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """The moments of a run, and by the path of an element which flows into it were used, all times together.

    ``there`` and ``missing`` hold, by the path of what is waited before at the end, the flows into it that certainly
    carry a token and those that certainly do not. ``held`` are the paths of what a case is stuck inside.
    """

    moments: tuple[Moment, ...] = ()
    into: dict[str, tuple[SequenceFlow, ...]] = field(default_factory=dict)
    there: dict[str, tuple[SequenceFlow, ...]] = field(default_factory=dict)
    missing: dict[str, tuple[SequenceFlow, ...]] = field(default_factory=dict)
    held: set[str] = field(default_factory=set)


class _Frame:
    """One run of one scope: the elements of its own, and where they stand in the whole run."""

    def __init__(self, process: Process, scope: Scope, prefix: str) -> None:
        self.process: Final = process
        self.scope: Final = scope
        self.prefix: Final = prefix
        self.at: Final[list[int]] = []
        self.ids: Final[list[str]] = []


class Course:
    """The scopes of a process and of those that it calls in its map, in which the elements of runs are found."""

    def __init__(self, process: Process, map: ProcessMap | None = None) -> None:
        self.process: Final = process
        self._map: Final = map
        self._scopes: dict[str, dict[str, Scope]] = {}

    @cached_property
    def _processes(self) -> dict[str, Process]:
        """Those that may be called, by their ids."""
        return {each.id: each for each in (self._map.processes if self._map is not None else ())}

    def scope(self, prefix: str) -> Scope | None:
        """A scope by the prefix of its paths, within a process that is called too; None where there is none."""
        found = self._around(prefix)
        return found[1] if found is not None else None

    @cached_property
    def circles(self) -> tuple[Place, ...]:
        """What a case can come to and from where no way leads to an end, whatever is answered."""
        return tuple(
            Place(self.process, scope, prefix + id, id)
            for prefix, scope in self._of(self.process).items()
            for id in scope.nodes
            if id in scope.reachable and id not in scope.finishing
        )

    def place(self, path: str) -> Place | None:
        """Where an element is, by its path; None where it is not in the process."""
        id = path.rpartition("/")[2]
        found = self._around(path[: len(path) - len(id)])
        return Place(*found, path, id) if found is not None and id in found[1].nodes else None

    def run(self, elements: Sequence[str], *, stuck: Iterable[str] = (), doubled: Iterable[str] = ()) -> Run:
        """A run by the paths of its elements, as a proof gives them.

        ``stuck`` are the paths of what all tokens stand before when it ends, ``doubled`` those of sequence flows that
        then carry two; they tell which answer came last. An element that is not there is passed over.
        """
        frames = self._frames(elements)
        moments: dict[int, Moment] = {}
        run = Run()
        last = {frame.prefix: frame for frame in frames}
        for frame in frames:
            flows = {flow.id: flow for each in frame.scope.outgoing.values() for flow in each}
            order = {id: number for number, id in enumerate(flows)}
            at_end = last[frame.prefix] is frame
            where = _local(stuck, frame.prefix) if at_end else {}
            where = {id: inside or self._is_held(frame, id) for id, inside in where.items() if id in frame.scope.nodes}
            twice = [id for id in _local(doubled, frame.prefix) if id in flows] if at_end else []
            ways = ways_of(frame.scope, frame.ids, stuck=where, doubled=twice)

            for number, (at, id) in enumerate(zip(frame.at, frame.ids, strict=True)):
                took, chose = (
                    tuple(flows[each] for each in sorted(found.get(number, ()), key=order.__getitem__))
                    for found in (ways.took, ways.chose)
                )
                moments[at] = Moment(frame.process, frame.scope, elements[at], id, took, chose)
            for id, ids in ways.into.items():
                used = dict.fromkeys(run.into.get(frame.prefix + id, ()))
                used.update((flows[each], None) for each in sorted(ids, key=order.__getitem__))
                run.into[frame.prefix + id] = tuple(used)
            run.held.update(frame.prefix + id for id, inside in where.items() if inside)
            for id in where:
                incoming = frame.scope.incoming.get(id, ())
                run.there[frame.prefix + id] = tuple(flow for flow in incoming if flow.id in ways.standing)
                run.missing[frame.prefix + id] = tuple(flow for flow in incoming if flow.id not in ways.perhaps)
        return replace(run, moments=tuple(moments[at] for at in sorted(moments)))

    def _is_held(self, frame: _Frame, id: str) -> bool:
        """Whether it is inside what is called that a case is stuck."""
        is_call = isinstance(frame.scope.nodes[id], CallActivity)
        return is_call and id in frame.ids and self._within(frame.process, frame.scope, id) is not None

    def _frames(self, elements: Sequence[str]) -> list[_Frame]:
        """The runs of scopes that a run is made of, in the order in which they begin."""
        top = _Frame(self.process, self._of(self.process)[""], "")
        frames, opened = [top], [top]
        for number, path in enumerate(elements):
            frame = next((each for each in reversed(opened) if _is_of(each, path)), None)
            if frame is None:
                continue
            del opened[opened.index(frame) + 1 :]
            frame.at.append(number)
            frame.ids.append(path[len(frame.prefix) :])
            if (inner := self._inside(frame, path)) is not None:
                opened.append(inner)
                frames.append(inner)
        return [frame for frame in frames if frame.ids]

    def _inside(self, frame: _Frame, path: str) -> _Frame | None:
        found = self._within(frame.process, frame.scope, path[len(frame.prefix) :])
        return _Frame(*found, f"{path}/") if found is not None else None

    def _around(self, prefix: str) -> tuple[Process, Scope] | None:
        """The scope with a prefix, and whose it is."""
        found: tuple[Process, Scope] | None = self.process, self._of(self.process)[""]
        for id in prefix.split("/")[:-1]:
            found = self._within(*found, id) if found is not None else None
        return found

    def _within(self, process: Process, scope: Scope, id: str) -> tuple[Process, Scope] | None:
        """What is inside an element of a scope: that of a subprocess, or the process that is called."""
        node = scope.nodes.get(id)
        if isinstance(node, SubProcess):
            inner = self._of(process).get(f"{scope.prefix}{id}/")
            return (process, inner) if inner is not None else None
        called = self._processes.get(str(known(node.calls))) if isinstance(node, CallActivity) else None
        return (called, self._of(called)[""]) if called is not None else None

    def _of(self, process: Process) -> dict[str, Scope]:
        found = self._scopes.get(process.id)
        if found is None:
            found = self._scopes[process.id] = {scope.prefix: scope for scope in scopes(process)}
        return found


def _is_of(frame: _Frame, path: str) -> bool:
    return path.startswith(frame.prefix) and path[len(frame.prefix) :] in frame.scope.nodes


def _local(paths: Iterable[str], prefix: str) -> dict[str, bool]:
    """The local ids of what lies within a scope; True for what lies deeper still."""
    found: dict[str, bool] = {}
    for path in paths:
        if path.startswith(prefix):
            id, slash, _ = path[len(prefix) :].partition("/")
            found[id] = found.get(id, False) or bool(slash)
    return found

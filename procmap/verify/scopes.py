"""The scopes of a process: what is inside what, opened from the top and proved from the inside out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from procmap.model.activity import CallActivity, SubProcess
from procmap.model.event import Event
from procmap.model.knowledge import known
from procmap.model.process import Process
from procmap.verify.activities import bound_answers
from procmap.verify.catching import NOBODY, Escalations
from procmap.verify.doing import Summary
from procmap.verify.level import CALL, Level
from procmap.verify.prove import Proof
from procmap.verify.threads import thread, thread_events

__all__ = ["Opener", "Scope"]

Owner = Process | SubProcess


@dataclass(slots=True)
class Scope:
    """A process, or the inside of a subprocess, call, event subprocess or thread apart, with what was found out.

    ``inside`` are the scopes of its activities by their numbers; ``reactions`` those of its event subprocesses, which
    are not among them; ``threads`` the nodes that follow an event at a border, with the scope that they are alone;
    ``apart`` those of them that were proved to be threads apart. ``name_ends`` is True where it matters outside which
    ends were reached.
    """

    owner: Owner
    level: Level
    escalations: Escalations = NOBODY
    name_ends: bool = False
    is_called: bool = False
    inside: dict[int, Scope] = field(default_factory=dict)
    reactions: list[tuple[int, Scope]] = field(default_factory=list)
    threads: dict[int, tuple[list[int], Scope]] = field(default_factory=dict)
    apart: dict[int, list[int]] = field(default_factory=dict)
    found: Proof | None = None
    outcomes: Summary | None = None

    @property
    def proof(self) -> Proof:
        """What was proved; it has been by the time that anybody asks."""
        assert self.found is not None, "scopes are proved from the inside out"
        return self.found

    @property
    def summary(self) -> Summary:
        """What the scope around needs to know; likewise."""
        assert self.outcomes is not None, "scopes are proved from the inside out"
        return self.outcomes

    @property
    def starts(self) -> list[Event]:
        """Its start events; those of an event subprocess are what it waits for."""
        return [node for node in self.owner.nodes if isinstance(node, Event) and node.position == "start"]

    @property
    def interrupts(self) -> bool:
        """Whether an event subprocess takes the place of the scope around."""
        return any(start.interrupting for start in self.starts)

    @property
    def begins(self) -> bool:
        """Whether anything in it begins; else it is complete at once."""
        return bool(self.level.starts or self.level.entries)

    def cut_calls(self) -> Iterator[int]:
        """Calls that can occur of processes that were cut, as only those are that can carry two tokens on a flow."""
        for number, child in self.inside.items():
            if child.is_called and not child.summary.whole and self.proof.occurs[number]:
                yield number


class Opener:
    """Opens a process: makes the scopes inside it, those of the processes that it calls too."""

    def __init__(self, processes: Mapping[str, Process]) -> None:
        self._processes = processes
        self._calling: set[str] = set()

    def open(self, process: Process) -> tuple[Scope, list[Scope]]:
        """The scope of a process; and every scope, each after those inside it."""
        self._calling = {process.id}
        top = Scope(process, Level(process))
        found: list[Scope] = []
        waiting: list[tuple[Scope, bool]] = [(top, False)]
        while waiting:
            scope, is_open = waiting.pop()
            if is_open:
                found.append(scope)
                if scope.is_called:
                    self._calling.discard(scope.owner.id)
                continue
            if scope.is_called:
                self._calling.add(scope.owner.id)
            waiting.append((scope, True))
            waiting += [(each, False) for each in self._inside(scope)]
        return top, found

    def _inside(self, scope: Scope) -> Iterator[Scope]:
        """The scopes inside one, made ready."""
        level = scope.level
        for number in level.event_subprocesses:
            node = level.nodes[number]
            if isinstance(node, SubProcess) and number not in level.outside:
                reaction = _within(level, number, node)
                reaction.escalations = scope.escalations
                scope.reactions.append((number, reaction))
                yield reaction
        starts = tuple(start for _, each in scope.reactions for start in each.starts)
        scope.escalations = replace(scope.escalations, inside=starts)
        for number, kind in enumerate(level.kind):
            if kind == CALL and (child := self._activity(level, number)) is not None:
                scope.inside[number] = child
                border = (level.nodes[event] for event in level.border.get(number, ()))
                events = tuple(each for each in border if isinstance(each, Event))
                child.escalations = Escalations(border=events, outer=scope.escalations)
                child.name_ends = bound_answers(level, number, child.owner) is not None
                yield child
        for event in thread_events(level):
            if (made := thread(level, event)) is not None:
                nodes, owner = made
                child = Scope(owner, Level(owner, level.prefix))
                scope.threads[event] = (nodes, child)
                yield child

    def _activity(self, level: Level, number: int) -> Scope | None:
        """The scope inside an activity; None where it is as a task."""
        node = level.nodes[number]
        if isinstance(node, SubProcess):
            return _within(level, number, node) if node.kind != "ad_hoc" and node.nodes else None
        if not isinstance(node, CallActivity) or not (name := known(node.calls)):
            return None
        process = self._processes.get(str(name))
        if process is None or process.id in self._calling or not process.nodes:
            return None
        child = _within(level, number, process)
        child.is_called = True
        return child


def _within(level: Level, number: int, owner: Owner) -> Scope:
    return Scope(owner, Level(owner, f"{level.path(number)}/"))

"""The scopes of a process: what is inside what, opened from the top and proved from the inside out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from procmap.model.activity import CallActivity, SubProcess
from procmap.model.event import Event
from procmap.model.process import Process
from procmap.verify.activities import bound_answers
from procmap.verify.calls import Calls
from procmap.verify.catching import NOBODY, Escalations
from procmap.verify.doing import Summary
from procmap.verify.level import CALL, Level
from procmap.verify.proof import Proof
from procmap.verify.threads import alone, threads

__all__ = ["Opener", "Scope"]

Owner = Process | SubProcess


@dataclass(slots=True)
class Scope:
    """A process, or the inside of a subprocess, call, event subprocess or thread apart, with what was found out.

    ``process`` is the id of the process that it belongs to; ``inside`` are the scopes of its activities by their
    numbers; ``reactions`` those of its event subprocesses, which are not among them; ``threads`` the nodes that follow
    an event at a border, with the scope that they are alone, or one that is sound where that is; ``apart`` those of
    them that were proved to be threads apart. ``starts`` is what an event subprocess waits for; where one of them
    interrupts they all do. ``name_ends`` is True where it matters outside which ends were reached. ``same_as`` is a
    scope of the same process, called in the same way, that was proved before.
    """

    owner: Owner
    level: Level
    process: str
    starts: tuple[Event, ...] = ()
    escalations: Escalations = NOBODY
    name_ends: bool = False
    is_called: bool = False
    inside: dict[int, Scope] = field(default_factory=dict)
    reactions: list[tuple[int, Scope]] = field(default_factory=list)
    threads: dict[int, tuple[list[int], Scope]] = field(default_factory=dict)
    apart: dict[int, list[int]] = field(default_factory=dict)
    same_as: Scope | None = None
    found: Proof | None = None
    outcomes: Summary | None = None

    @property
    def called_as(self) -> object:
        """What matters to a called process of whoever calls it: what an escalation meets, and whether ends are told."""
        return self.process, self.name_ends, self.escalations.caught_names()

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
            if child.is_called and child.summary.crowded and self.proof.occurs[number]:
                yield number


class Opener:
    """Opens processes: makes the scopes inside them, those of the processes that they call too.

    A called process is opened once for all who call it in the same way: one that is called twice by one that is called
    twice would else be opened four times, and so on.
    """

    def __init__(self, calls: Calls) -> None:
        self._calls = calls
        self._called: dict[object, Scope] = {}

    def open(self, process: Process) -> tuple[Scope, list[Scope]]:
        """The scope of a process; and every scope, each after those inside it."""
        top = Scope(process, Level(process), process.id)
        found: list[Scope] = []
        waiting: list[tuple[Scope, bool]] = [(top, False)]
        while waiting:
            scope, is_open = waiting.pop()
            if is_open:
                found.append(scope)
                continue
            if scope.is_called:  # nobody in a circle is opened, so what is known of has been gone through
                first = self._called.setdefault(scope.called_as, scope)
                if first is not scope:
                    scope.same_as = first
                    found.append(scope)
                    continue
            waiting.append((scope, True))
            waiting += [(each, False) for each in self._inside(scope)]
        return top, found

    def _inside(self, scope: Scope) -> Iterator[Scope]:
        """The scopes inside one, made ready."""
        level = scope.level
        for number in level.event_subprocesses:
            node = level.nodes[number]
            if isinstance(node, SubProcess) and number not in level.outside:
                reaction = _within(scope, number, node)
                reaction.escalations = scope.escalations
                reaction.starts = _starts(node)
                scope.reactions.append((number, reaction))
                yield reaction
        starts = tuple(start for _, each in scope.reactions for start in each.starts)
        scope.escalations = replace(scope.escalations, inside=starts)
        for number, kind in enumerate(level.kind):
            if kind == CALL and (child := self._activity(scope, number)) is not None:
                scope.inside[number] = child
                border = (level.nodes[event] for event in level.border.get(number, ()))
                events = tuple(each for each in border if isinstance(each, Event))
                child.escalations = Escalations(border=events, outer=scope.escalations)
                child.name_ends = bound_answers(level, number, child.owner) is not None
                yield child
        alike: dict[int, Scope] = {}
        for event, (nodes, sort) in threads(level).items():
            if sort not in alike:
                owner = alone(level, event, nodes)
                alike[sort] = Scope(owner, Level(owner, level.prefix), scope.process)
                yield alike[sort]
            scope.threads[event] = (nodes, alike[sort])

    def _activity(self, scope: Scope, number: int) -> Scope | None:
        """The scope inside an activity; None where it is as a task."""
        node = scope.level.nodes[number]
        if isinstance(node, SubProcess):
            return _within(scope, number, node) if node.kind != "ad_hoc" and node.nodes else None
        process = self._calls.called(node, scope.process) if isinstance(node, CallActivity) else None
        if process is None:
            return None
        child = Scope(process, Level(process, f"{scope.level.path(number)}/", is_called=True), scope.process)
        child.is_called = True
        child.process = process.id
        return child


def _starts(owner: SubProcess) -> tuple[Event, ...]:
    starts = [node for node in owner.nodes if isinstance(node, Event) and node.position == "start"]
    if len({start.interrupting for start in starts}) > 1:
        starts = [replace(start, interrupting=True) for start in starts]
    return tuple(starts)


def _within(scope: Scope, number: int, owner: Owner) -> Scope:
    return Scope(owner, Level(owner, f"{scope.level.path(number)}/"), scope.process)

"""What a run of a scope remembers, as bits: the ends it reached, what it threw, how it was broken off."""

from __future__ import annotations

from procmap.model.event import Event, Trigger
from procmap.verify.catching import Escalations, name_of
from procmap.verify.doing import Doing, Exit, Way
from procmap.verify.level import END, TASK, Level

__all__ = ["Remembered"]


class Remembered:
    """Numbers for what a run remembers; bit e is for ``ends[e]``, then come ``thrown``, ``exits`` and ``stopped``.

    ``many`` bits there are. ``stopped``, whether the scope was terminated, has one where that matters: what was thrown
    may have started something ``lasting`` beside the scope, or ``ending``, which will break it off. ``leaving``, which
    may do so, and ``unsure``, of which not all is known, matter each time that they are thrown.
    """

    def __init__(self, level: Level, doings: dict[int, Doing], escalations: Escalations) -> None:
        self._escalations = escalations
        self._of_end: dict[int, int] = {}
        self.ends: list[int] = []
        thrown: dict[str, None] = {}
        exits: dict[Exit, None] = {}
        events: list[int] = []
        for number, kind in enumerate(level.kind):
            if kind == END:
                self._of_end[number] = len(self.ends)
                self.ends.append(number)
                events.append(number)
            elif kind == TASK and isinstance(level.nodes[number], Event):
                events.append(number)
        for number in events:
            node = level.nodes[number]
            assert isinstance(node, Event)
            if node.position in ("end", "throw"):
                for trigger in node.triggers:
                    if trigger.kind == "escalation" and not self._breaks(trigger):
                        thrown[name_of(trigger)] = None
                if (exit := self.exit_of(node)) is not None:
                    exits[exit] = None
        for doing in doings.values():
            for way in doing.ways:
                for name in way.told:
                    thrown[name] = None
                if way.exit is not None:
                    exits[way.exit] = None
        self.thrown = list(thrown)
        self.exits = list(exits)
        self.many = len(self.ends) + len(self.thrown) + len(self.exits)
        self.ending, self.lasting = self._starting(escalations.ending), self._starting(escalations.lasting)
        self.leaving, self.unsure = self._starting(escalations.leaving), self._starting(escalations.unsure)
        self.stopped = 0
        if escalations.lasting:
            self.stopped = 1 << self.many
            self.many += 1

    def exit_of(self, event: Event) -> Exit | None:
        """How an end or a throw breaks off its scope, if it does."""
        for trigger in event.triggers:
            if trigger.kind == "escalation" and self._breaks(trigger):
                return Exit("escalation", name_of(trigger))
            if event.position == "end" and (trigger.kind == "error" or trigger.kind == "cancel"):
                return Exit(trigger.kind, name_of(trigger))
        return None

    def of_end(self, number: int) -> int:
        """The bit of an end, by the number of its node."""
        return 1 << self._of_end[number]

    def of_exit(self, exit: Exit) -> int:
        """The bit of what breaks the scope off."""
        return 1 << (len(self.ends) + len(self.thrown) + self.exits.index(exit))

    def of_throws(self, event: Event) -> int:
        """The bits of what an event throws that does not break the scope off."""
        names = [name_of(trigger) for trigger in event.triggers if trigger.kind == "escalation"]
        return self._of_names([name for name in names if name in self.thrown])

    def of_way(self, way: Way) -> int:
        """The bits of what an activity tells outwards."""
        return self._of_names(way.told)

    def _of_names(self, names: tuple[str, ...] | list[str]) -> int:
        bits = 0
        for name in names:
            bits |= 1 << len(self.ends) + self.thrown.index(name)
        return bits

    def _starting(self, reactions: frozenset[int]) -> int:
        """The bits of what starts one of some event subprocesses."""
        return self._of_names([name for name in self.thrown if self._escalations.starts_one_of(reactions, name)])

    def _breaks(self, trigger: Trigger) -> bool:
        """Whether an escalation is caught by what interrupts this scope."""
        return self._escalations.breaks(name_of(trigger))

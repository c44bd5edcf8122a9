"""The moves of a scope: which tokens each takes and gives, over places that are sequence flows or what is held.

The same compilation serves two nets. The *plain* net has a place for every flow; runs and states are those of the map.
The *contracted* one lets a token stand only where something can happen to it: a node that only passes a token on shares
one place with the flows around it. That changes no property: such a place carries two tokens just when the flow at its
end can, since all of them can be passed on; and nothing else can see where in it a token is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from procmap.model.event import Event, Trigger
from procmap.verify.catching import NOBODY, Escalations, name_of
from procmap.verify.doing import Doing, Exit, Way
from procmap.verify.level import CALL, END, EXCLUSIVE, INCLUSIVE, NOWHERE, OUTSIDE, PARALLEL, TASK, Level, choices

__all__ = ["CUT", "JOIN", "MOVE", "RESET", "SPLIT", "Net", "Step", "most_answers"]

MOVE, JOIN, SPLIT, RESET, CUT = range(5)
"""MOVE takes from all of ``pre`` and gives to all of ``post``. JOIN is a joining inclusive gateway: it takes from
those of ``pre`` that have a token. SPLIT gives to a choice of ``post`` (contracted net only). RESET ends the scope.
CUT stands for outcomes that are not known."""

Step = tuple[int, tuple[str, ...]]
"""An element that occurs, by its number, and the run inside it; NOWHERE for what goes on in one that has begun."""

most_answers = 12
"""Of an inclusive gateway, for which every choice is tried; 4,095 choices."""


class Net:
    """Moves in columns; move t has ``pre[t]``, ``post[t]``, ``kind[t]``, ``steps[t]``, ``occurs[t]``, ``marks[t]``,
    and belongs to ``node[t]``.

    ``marks`` are bits of what a run remembers: the ends it reached (bit e for ``ends[e]``), then what it threw, then
    how it was broken off, then ``stopped``, whether it was terminated, where that matters: what was thrown may have
    started something ``lasting`` beside the scope, or ``ending``, which will break it off. ``leaving``, which may do
    so, and ``unsure``, of which not all is known, matter each time that they are thrown. ``initial`` are the places
    with a token at the beginning. ``flow[p]`` is the sequence flow that place p stands for, NOWHERE for what is held.
    ``held[p]`` is the node that a place holds tokens in, ``held_from[f]`` the places that hold what came from flow f.
    ``beyond[p]`` are flows that a token in p leads to on the map, though no move says so. ``colours`` groups the places
    of one flow with bound answers.
    """

    def __init__(
        self, level: Level, doings: dict[int, Doing], *, contract: bool, escalations: Escalations = NOBODY
    ) -> None:
        self.level: Final = level
        self.doings: Final = doings
        self.escalations: Final = escalations
        self.pre: list[list[int]] = []
        self.post: list[list[int]] = []
        self.kind: list[int] = []
        self.steps: list[tuple[Step, ...]] = []
        self.occurs: list[list[int]] = []
        self.marks: list[int] = []
        self.node: list[int] = []
        self.gives: list[list[int]] = []
        self.flow: list[int] = []
        self.initial: list[int] = []
        self.ends: list[int] = []
        self.thrown: list[str] = []
        self.exits: list[Exit] = []
        self.colours: dict[int, list[int]] = {}
        self.held: dict[int, int] = {}
        self.held_from: dict[int, list[int]] = {}
        self.beyond: dict[int, list[int]] = {}
        self.too_many: int | None = None
        self.entry: int | None = None
        self.next: list[int] = []
        self.passing: list[int] = []
        self._answers: dict[int, frozenset[int]] = {}
        self._remember()
        self.place = self._contract() if contract else list(range(len(level.source)))
        if not contract:
            self.flow = list(range(len(level.source)))
        self._contracted = contract
        self._compile()

    def groups(self) -> list[list[int]]:
        """Places whose tokens are counted together: those of one flow, and those that hold what came from one."""
        return [group for group in (*self.colours.values(), *self.held_from.values()) if len(group) > 1]

    def flow_of(self, place: int) -> list[int]:
        """The sequence flow whose tokens a place holds; none for a place before a start."""
        if self.flow[place] != NOWHERE:
            return [self.flow[place]]
        return [flow for flow, places in self.held_from.items() if place in places]

    def is_end(self, mark: int) -> bool:
        """Whether a mark is an end that has been reached."""
        return mark < len(self.ends)

    def _remember(self) -> None:
        """Number what a run has to remember."""
        level = self.level
        thrown: dict[str, None] = {}
        exits: dict[Exit, None] = {}
        self.mark_of_end: dict[int, int] = {}
        events: list[int] = []
        for number, kind in enumerate(level.kind):
            if kind == END:
                self.mark_of_end[number] = len(self.ends)
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
                if (exit := self._exit_of(node)) is not None:
                    exits[exit] = None
        for doing in self.doings.values():
            for way in doing.ways:
                for name in way.told:
                    thrown[name] = None
                if way.exit is not None:
                    exits[way.exit] = None
        self.thrown = list(thrown)
        self.exits = list(exits)
        first = len(self.ends)
        told = self.escalations

        def starting(reactions: frozenset[int]) -> int:
            return sum(1 << first + k for k, name in enumerate(self.thrown) if told.starts_one_of(reactions, name))

        self.ending, self.lasting = starting(told.ending), starting(told.lasting)
        self.leaving, self.unsure = starting(told.leaving), starting(told.unsure)
        self.many_marks = first + len(self.thrown) + len(self.exits)
        self.stopped = 0
        if self.escalations.lasting:
            self.stopped = 1 << self.many_marks
            self.many_marks += 1

    def _contract(self) -> list[int]:
        """A place for each flow: those that only lead to one another share it."""
        level = self.level
        target, outs, ins, kind = level.target, level.outs, level.ins, level.kind
        flows = len(target)
        passing = [NOWHERE] * len(kind)
        bound = {
            target[outs[number][0]]
            for number, doing in self.doings.items()
            if any(way.bound is not None for way in doing.ways)
        }
        for number, sort in enumerate(kind):
            out = outs[number]
            if len(out) != 1:
                continue
            if sort == TASK:
                passes = self._only_passes(number)
            elif sort == CALL:
                passes = self.doings[number].only_passes
            else:
                passes = (sort == EXCLUSIVE and number not in bound) or (
                    sort in (PARALLEL, INCLUSIVE) and len(ins[number]) == 1
                )
            if passes:
                passing[number] = out[0]
        after = [passing[node] for node in target]
        self.next = after
        place = [NOWHERE] * flows
        for first in range(flows):
            if place[first] != NOWHERE:
                continue
            way: list[int] = []
            at = first
            while place[at] == NOWHERE:
                place[at] = -2
                way.append(at)
                if after[at] == NOWHERE:
                    place[at] = len(self.flow)
                    self.flow.append(at)
                    break
                at = after[at]
            if place[at] == -2:  # round and round, and nothing else
                place[at] = len(self.flow)
                self.flow.append(at)
            found = place[at]
            for each in way:
                place[each] = found
        self.passing = passing
        return place

    def _only_passes(self, number: int) -> bool:
        if number in self.doings:
            return False
        node = self.level.nodes[number]
        if not isinstance(node, Event) or node.position != "throw":
            return True
        return not self._marks(node) and self._exit_of(node) is None

    def _marks(self, node: Event) -> int:
        marks = 0
        for trigger in node.triggers:
            if trigger.kind == "escalation" and name_of(trigger) in self.thrown:
                marks |= 1 << (len(self.ends) + self.thrown.index(name_of(trigger)))
        return marks

    def _breaks(self, trigger: Trigger) -> bool:
        """Whether an escalation is caught by what interrupts this scope."""
        return self.escalations.breaks(name_of(trigger))

    def _exit_of(self, event: Event) -> Exit | None:
        """How an end or a throw breaks off its scope, if it does."""
        for trigger in event.triggers:
            if trigger.kind == "escalation" and self._breaks(trigger):
                return Exit("escalation", name_of(trigger))
            if event.position == "end" and (trigger.kind == "error" or trigger.kind == "cancel"):
                return Exit(trigger.kind, name_of(trigger))
        return None

    def _exit_mark(self, exit: Exit) -> int:
        return 1 << (len(self.ends) + len(self.thrown) + self.exits.index(exit))

    def _add(
        self,
        steps: Iterable[Step],
        pre: list[int],
        flows: list[int],
        *,
        kind: int = MOVE,
        marks: int = 0,
        post: list[int] | None = None,
        along: Iterable[int] = (),
    ) -> None:
        steps = tuple(steps)
        place = self.place
        self.steps.append(steps)
        self.occurs.append([*(node for node, _ in steps if node != NOWHERE), *along])
        self.pre.append(pre)
        self.post.append([place[flow] for flow in flows] if post is None else post)
        self.gives.append(flows)
        self.kind.append(kind)
        self.marks.append(marks)
        self.node.append(self._at)

    def _new_place(self, held_by: int | None = None) -> int:
        number = len(self.flow)
        self.flow.append(NOWHERE)
        if held_by is not None:
            self.held[number] = held_by
        return number

    def _compile(self) -> None:
        level, place, doings = self.level, self.place, self.doings
        passing = self.passing if self._contracted else None
        for number, doing in doings.items():
            for each in doing.ways:
                if each.bound is not None:
                    self._coloured(level.outs[number][0], each.bound)
        for number, kind in enumerate(level.kind):
            if kind == OUTSIDE or (passing is not None and passing[number] != NOWHERE):
                continue
            ins, outs = level.ins[number], level.outs[number]
            self._at = number
            step = ((number, ()),)
            if number in doings:
                self._doing(number, doings[number])
            elif kind == PARALLEL:
                if ins:
                    self._add(step, [place[flow] for flow in ins], outs)
            elif kind == EXCLUSIVE:
                self._exclusive(number, step)
            elif kind == INCLUSIVE:
                self._inclusive(number, step)
            elif kind == END:
                self._end(number, step)
            else:
                self._simple(number, step)
        self.initial += [place[flow] for flow in level.entries]
        if level.starts:
            entry = self.entry = self._new_place()
            self.initial.append(entry)
            for number in level.starts:
                self._at = number
                for ways in level.ways_out(number):
                    self._add(((number, ()),), [entry], ways)

    def _simple(self, number: int, step: tuple[Step, ...]) -> None:
        """A task without events at its border, or an event on the way."""
        node = self.level.nodes[number]
        marks = 0
        if isinstance(node, Event) and node.position == "throw":
            marks = self._marks(node)
            if (exit := self._exit_of(node)) is not None:
                for flow in self.level.ins[number]:
                    self.beyond.setdefault(self.place[flow], []).extend(self.level.outs[number])
                    self._add(step, [self.place[flow]], [], kind=RESET, marks=marks | self._exit_mark(exit))
                return
        for flow in self.level.ins[number]:
            for ways in self.level.ways_out(number):
                self._add(step, [self.place[flow]], ways, marks=marks)

    def _exclusive(self, number: int, step: tuple[Step, ...]) -> None:
        level, place = self.level, self.place
        ins, outs = level.ins[number], level.outs[number]
        for flow in ins:
            for colour in self.colours.get(flow, ()):
                for out in self._answers[colour]:
                    self._add(step, [colour], [out])
            if flow not in self.colours:
                for out in outs:
                    self._add(step, [place[flow]], [out])
                if not outs:
                    self._add(step, [place[flow]], [])

    def _inclusive(self, number: int, step: tuple[Step, ...]) -> None:
        level, place = self.level, self.place
        ins = [place[flow] for flow in level.ins[number]]
        outs, default = level.outs[number], level.default(number)
        asked = [flow for flow in outs if flow != default]
        if len(ins) > 1 and self._contracted and len(outs) > 1:
            between = self._new_place()
            self._add(step, ins, [], kind=JOIN, post=[between])
            ins, step = [between], ()
        kind = JOIN if len(ins) > 1 else MOVE
        befores = [ins] if kind == JOIN else [[each] for each in ins]
        for before in befores:
            if len(outs) < 2:
                self._add(step, before, outs, kind=kind)
            elif self._contracted:
                self._add(step, before, asked, kind=SPLIT if len(asked) > 1 else MOVE)
                if default is not None:
                    self._add(step, before, [default])
            else:
                if len(asked) > most_answers:
                    self.too_many = number
                    return
                for ways in choices(asked):
                    self._add(step, before, ways, kind=kind)
                if default is not None:
                    self._add(step, before, [default], kind=kind)

    def _end(self, number: int, step: tuple[Step, ...]) -> None:
        node = self.level.nodes[number]
        assert isinstance(node, Event)
        exit = self._exit_of(node)
        marks = 1 << self.mark_of_end[number] | self._marks(node)
        if exit is not None:
            marks |= self._exit_mark(exit)
        elif node.terminates:
            marks |= self.stopped
        kind = RESET if exit is not None or node.terminates else MOVE
        for flow in self.level.ins[number]:
            self._add(step, [self.place[flow]], [], kind=kind, marks=marks)

    def _doing(self, number: int, doing: Doing) -> None:
        level, place = self.level, self.place
        given = {flow for way in doing.ways for flows in way.gives for flow in flows}
        given.update(flow for event in doing.may_spawn for flow in level.outs[event])
        ways_out = [flow for each in (number, *level.border.get(number, ())) for flow in level.outs[each]]
        never = [flow for flow in ways_out if flow not in given]
        for flow in level.ins[number]:
            before = [place[flow]]
            if never:
                self.beyond.setdefault(place[flow], []).extend(never)
            if not doing.whole:
                self._add((), before, [], kind=CUT, along=[number, *doing.along])
            for way in doing.ways:
                spawns = list(dict.fromkeys((*doing.may_spawn, *way.spawns)))
                leaving: tuple[Step, ...] = () if way.via is None else ((way.via, ()),)
                if way.cut and not (spawns or way.told or way.along):
                    continue  # as above
                if not spawns and not way.held and not way.cut:
                    self._finish(way, ((number, way.inner), *leaving), before, [*doing.along, *way.along])
                    continue
                inner = way.inner
                if way.breaks and inner:
                    leaving = ((NOWHERE, inner[-1:]), *leaving)
                    inner = inner[:-1]
                places = {}
                for chosen in range(1 << len(spawns)):
                    here = places[chosen] = self._new_place(number)
                    self.held_from.setdefault(flow, []).append(here)
                    occurred = [event for k, event in enumerate(spawns) if chosen >> k & 1]
                    events = [event for event in level.border.get(number, ()) if event not in occurred]
                    self.beyond[here] = [flow for each in (number, *events) for flow in level.outs[each]]
                told = self._told(way)
                along = [*doing.along, *way.along]
                self._add(((number, inner),), before, [], post=[places[0]], marks=told, along=along)
                must = sum(1 << k for k, each in enumerate(spawns) if each in way.spawns)
                for chosen, here in places.items():
                    for k, event in enumerate(spawns):
                        if not chosen >> k & 1:
                            there = places[chosen | 1 << k]
                            for ways in level.ways_out(event):
                                self._add(((event, ()),), [here], ways, post=[there, *(place[f] for f in ways)])
                    for event in doing.frees if way.held else doing.stops if way.spawns else ():
                        for ways in level.ways_out(event):
                            self._add(((event, ()),), [here], ways)
                    if not way.held and chosen & must == must:
                        self._finish(way, leaving, [here], ())

    def _finish(self, way: Way, steps: tuple[Step, ...], before: list[int], along: Iterable[int]) -> None:
        """The activity ends: its tokens go on, or the scope is broken off."""
        told = self._told(way)
        if way.cut:
            self._add(steps, before, [], kind=CUT)
            return
        if way.exit is not None:
            self._add(steps, before, [], kind=RESET, marks=told | self._exit_mark(way.exit), along=along)
            return
        for flows in way.gives:
            post = None if way.bound is None else [self._coloured(flows[0], way.bound)]
            self._add(steps, before, flows, post=post, marks=told, along=along)

    def _told(self, way: Way) -> int:
        return sum(1 << len(self.ends) + self.thrown.index(name) for name in way.told)

    def _coloured(self, flow: int, answers: frozenset[int]) -> int:
        """The place of a flow whose token knows which answers are open to it."""
        for colour in self.colours.get(flow, ()):
            if self._answers[colour] == answers:
                return colour
        colour = len(self.flow)
        self.flow.append(flow)
        self.colours.setdefault(flow, []).append(colour)
        self._answers[colour] = answers
        self.beyond[colour] = [out for out in self.level.outs[self.level.target[flow]] if out not in answers]
        return colour

"""The scopes of a pool in which somebody talks, opened side by side: each is a *room*, with places of its own.

A room is the process itself, the inside of a subprocess or a call, or an event subprocess of a room. An activity that
is gone into, and left again, is a *stay*: one with a room, one that talks itself and has events at its border, does
more than one thing or is repeated, or one that a message stops while something else may go on beside it. Everything
else moves as it does when its process is proved alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from procmap.model.activity import Activity
from procmap.model.event import Event
from procmap.verify.activities import bound_answers, doings
from procmap.verify.apart import set_threads_apart
from procmap.verify.called_rooms import opened_anew
from procmap.verify.catching import catcher
from procmap.verify.compile import compiled
from procmap.verify.doing import Doing, Exit
from procmap.verify.joint_net import JointNet
from procmap.verify.level import CALL, NOWHERE, TASK
from procmap.verify.loose import endless, loose
from procmap.verify.net import Net
from procmap.verify.occurring import countable
from procmap.verify.scopes import Scope
from procmap.verify.talk import Talk

__all__ = ["Caught", "Room", "Stay", "is_told_to_stop", "scopes_of_rooms"]


def scopes_of_rooms(top: Scope, talk: Talk) -> Iterator[Scope]:
    """The scopes of a pool that are rooms: where somebody talks inside, and the event subprocesses of these.

    Called processes are not among them: they are proved for all who call them, and opened anew for a room.
    """
    waiting = [top]
    while waiting:
        scope = waiting.pop()
        yield scope
        inside = [number for number, child in scope.inside.items() if not child.is_called]
        waiting += [scope.inside[number] for number in inside if _is_room(scope, number, talk)]
        waiting += [child for _, child in scope.reactions]


def _is_room(scope: Scope, number: int, talk: Talk) -> bool:
    prefix = scope.inside[number].level.prefix
    return talk.within(prefix) or prefix[:-1] in talk.paths or is_told_to_stop(scope, number, talk)


def is_told_to_stop(scope: Scope, number: int, talk: Talk) -> bool:
    """Whether a message stops an activity beside whose work something else may begin.

    Alone, an activity is held in the way that it will end. Which that is, here a message decides, and it may come late.
    """
    level = scope.level
    events = {scope.level.path(event): level.nodes[event] for event in level.border.get(number, ())}
    stops = any(path in talk.receives and getattr(node, "interrupting", True) for path, node in events.items())
    return stops and not all(getattr(node, "interrupting", True) for node in events.values())


@dataclass(slots=True)
class Stay:
    """An activity that is gone into, by places of the joint net.

    ``running`` has a token as long as it goes on, ``fresh[e]`` as long as event e at its border, which does not
    interrupt, has not occurred, ``sending`` and ``receiving`` as long as the activity has yet to do so. ``answers`` are
    places before the choice behind it for each answer that it may be bound to, None for no answer. One that
    ``is_repeated`` may be done again when it is complete.
    """

    number: int
    running: int
    fresh: dict[int, int]
    sending: list[int]
    receiving: list[int]
    answers: dict[int | None, int]
    is_repeated: bool = False
    room: Room | None = None

    @property
    def own(self) -> list[int]:
        """Its places, those of its room not among them."""
        return [self.running, *self.fresh.values(), *self.sending, *self.receiving]

    def places(self) -> list[int]:
        """Its places, and those of all that is inside."""
        return [*self.own, *(self.room.places() if self.room is not None else ())]


@dataclass(slots=True)
class Caught:
    """Who catches what was thrown: an event at the border of what is around ``room``, or an event subprocess of it."""

    room: Room
    event: int | None = None
    reaction: Room | None = None

    @property
    def interrupts(self) -> bool:
        """Whether the room is broken off."""
        if self.reaction is not None:
            return self.reaction.scope.interrupts
        assert self.room.outer is not None and self.event is not None
        return bool(getattr(self.room.outer.scope.level.nodes[self.event], "interrupting", True))


@dataclass(slots=True, eq=False)
class Room:
    """A scope in the joint net, made when it is opened: its net has the places from ``base`` on, and the bits of memory
    from ``first_mark`` on. ``host`` is the number of what it is the inside of, in the level of ``outer``.
    """

    scope: Scope
    process: str
    talk: Talk
    outer: Room | None = None
    host: int = NOWHERE
    is_reaction: bool = False
    base: int = 0
    first_mark: int = 0
    loose: set[int] = field(default_factory=set)
    stays: dict[int, Stay] = field(default_factory=dict)
    reactions: list[Room] = field(default_factory=list)
    net: Net = field(init=False)
    _places: dict[bool, list[int]] = field(default_factory=dict)

    def open(self, joint: JointNet) -> None:
        """Give it its places, and open the rooms inside it."""
        scope, level = self.scope, self.scope.level
        self.loose = loose(scope, self.talk)
        set_threads_apart(scope, kept=self.loose)
        rooms = {number: child for number, child in scope.inside.items() if _is_room(scope, number, self.talk)}
        rooms = {number: opened_anew(child) if child.is_called else child for number, child in rooms.items()}
        scope.inside.update(rooms)
        gone_into = [number for number in range(len(level.nodes)) if number in rooms or self._is_stay(number)]
        inside = {number: child for number, child in scope.inside.items() if level.kind[number] == CALL}
        known = {number: child.summary for number, child in inside.items() if number not in rooms}
        does = doings(level, known, {number: child.owner for number, child in inside.items()}, scope.apart)
        does.update((number, Doing([])) for number in gone_into)
        net = self.net = compiled(level, does, contract=False, escalations=scope.escalations, is_pool=True)
        self.base, self.first_mark = joint.places, len(joint.ends)
        for number in gone_into:
            self.stays[number] = self._stay(number, rooms.get(number))
        joint.new_places(len(net.flow))
        for number in net.remembered.ends:
            joint.repeated |= (number in self.loose or self.call is not None) << len(joint.ends)
            joint.ends.append(self.path(number))
        self._name(joint)
        for number, child in rooms.items():
            room = self.stays[number].room = Room(child, self.process, self.talk, self, number)
            room.open(joint)
        for number, child in scope.reactions:
            self.reactions.append(Room(child, self.process, self.talk, self, number, is_reaction=True))
            self.reactions[-1].open(joint)

    def path(self, number: int) -> str:
        """What to call a node."""
        return f"{self.process}/{self.scope.level.path(number)}"

    def own_path(self, number: int) -> str:
        """The path of a node within its process."""
        return self.scope.level.path(number)

    @property
    def begins(self) -> list[int]:
        """Where tokens stand when it begins."""
        return [self.base + place for place in self.net.initial]

    @property
    def call(self) -> str | None:
        """What to call the outermost call that it is inside, as which it is told; None where there is none."""
        call = None
        room = self
        while room.outer is not None:
            if room.scope.is_called:
                call = room.outer.path(room.host)
            room = room.outer
        return call

    @property
    def top(self) -> Room:
        """The room of its pool."""
        return self if self.outer is None else self.outer.top

    def place(self, flows: list[int]) -> list[int]:
        """The places of some flows of its level."""
        return [self.base + self.net.place[flow] for flow in flows]

    def own(self) -> range:
        """The places of its net, which are those of its stays too."""
        return range(self.base, self.base + len(self.net.flow))

    def places(self, *, replaced: bool = False) -> list[int]:
        """All places in it and in the rooms inside it; with ``replaced`` without those of what may take its place.

        It is the same list each time, once all is open.
        """
        if replaced in self._places:
            return self._places[replaced]
        found = self._places[replaced] = [*self.own()]
        for stay in self.stays.values():
            if stay.room is not None:
                found += stay.room.places()
        for reaction in self.reactions:
            if not (replaced and reaction.scope.interrupts):
                found += reaction.places()
        return found

    def marks(self) -> int:
        """The bits of memory of its ends and of those inside it."""
        found = (1 << len(self.net.remembered.ends)) - 1 << self.first_mark
        for stay in self.stays.values():
            if stay.room is not None:
                found |= stay.room.marks()
        for reaction in self.reactions:
            found |= reaction.marks()
        return found

    def rooms(self) -> Iterator[Room]:
        """It and all rooms inside it."""
        yield self
        for stay in self.stays.values():
            if stay.room is not None:
                yield from stay.room.rooms()
        for reaction in self.reactions:
            yield from reaction.rooms()

    def catch(self, exit: Exit) -> Caught | None:
        """Who catches what is thrown in it: event subprocesses, then the border, then whoever does so further out."""
        room = self
        replaced = False
        while True:
            starts = [(at, start) for at, each in enumerate(room.reactions) for start in each.scope.starts]
            found = None if replaced else catcher(starts, exit)
            if found is not None:
                return Caught(room, reaction=room.reactions[found])
            outer = room.outer
            if outer is None:
                return None
            if not room.is_reaction:
                level = outer.scope.level
                events = [(event, level.nodes[event]) for event in level.border.get(room.host, ())]
                catching = [(event, node) for event, node in events if isinstance(node, Event)]
                if exit.kind != "escalation":
                    catching = [(event, node) for event, node in catching if node.interrupting]
                found = catcher(catching, exit)
                if found is not None:
                    return Caught(room, event=found)
            replaced = room.is_reaction
            room = outer

    def _is_stay(self, number: int) -> bool:
        """Whether an activity without a room is gone into: it talks, and something may come between."""
        level, path = self.scope.level, self.own_path(number)
        node = level.nodes[number]
        if level.kind[number] not in (TASK, CALL) or not isinstance(node, Activity):
            return False
        both = path in self.talk.sends and path in self.talk.receives
        comes_between = path in self.talk.paths and (both or number in level.border or node.loop == "standard")
        comes_between = comes_between or is_told_to_stop(self.scope, number, self.talk)
        return comes_between and number not in self.scope.inside

    def _stay(self, number: int, child: Scope | None) -> Stay:
        level, net = self.scope.level, self.net
        path = self.own_path(number)
        stopping, fresh = list(level.outs[number]), {}
        for event in level.border.get(number, ()):
            if getattr(level.nodes[event], "interrupting", True):
                stopping += level.outs[event]
            elif event not in self.scope.apart:
                fresh[event] = self._hold(number, level.outs[event])
        running = self._hold(number, stopping)
        sending = [self._hold(number, []) for _ in range(path in self.talk.sends)]
        receiving = [self._hold(number, []) for _ in range(path in self.talk.receives)]
        answers: dict[int | None, int] = {}
        bound = None if child is None else bound_answers(level, number, child.owner)
        if bound is not None:
            behind = level.outs[number][0]
            for flow in (*dict.fromkeys(bound.values()), level.default(level.target[behind])):
                answers[flow] = self.base + len(net.flow)
                net.beyond[len(net.flow)] = list(level.outs[level.target[behind]])
                net.flow.append(behind)
        node = level.nodes[number]
        assert isinstance(node, Activity)
        is_repeated = node.loop == "standard" or (child is not None and node.loop == "sequential")
        return Stay(number, running, fresh, sending, receiving, answers, is_repeated)

    def _hold(self, number: int, leads_to: list[int]) -> int:
        """A place more in its net, in which activity ``number`` holds a token that leads to some flows."""
        place = len(self.net.flow)
        self.net.flow.append(NOWHERE)
        self.net.held[place] = number
        self.net.beyond[place] = leads_to
        return self.base + place

    def _name(self, joint: JointNet) -> None:
        """Say what its places stand for, and how tokens are counted in them."""
        net, level, call = self.net, self.scope.level, self.call
        held = {*self.stays, *net.doings}
        many = endless(self.scope, self.talk, self.loose, held) if self.outer is None else set()
        for place, flow in enumerate(net.flow):
            node = level.target[flow] if flow != NOWHERE else net.held.get(place)
            if node is not None:
                joint.stands[self.base + place] = call or self.path(node)
            flows = [each for each in net.flow_of(place) if 0 <= each < len(level.flows)]
            joint.flows[self.base + place] = [
                call or f"{self.process}/{level.prefix}{level.flows[f].id}" for f in flows
            ]
            if (flow != NOWHERE and level.source[flow] in self.loose) or net.held.get(place) in self.loose:
                joint.patient.append(self.base + place)
                joint.uncounted.append(self.base + place)
                if flow != NOWHERE and level.source[flow] in many:
                    joint.endless.add(self.base + place)
                    joint.aside.append(self.base + place)
        groups = net.groups()
        for stay in self.stays.values():
            if stay.answers:
                groups.append([level.outs[stay.number][0], *(place - self.base for place in stay.answers.values())])
        joint.colours += [[self.base + place for place in group] for group in groups]
        joint.uncounted += [*self.own()] if call else [self.base + place for place in net.held]
        if call:
            return  # what is in a called process is told where that is proved
        joint.should_occur += [self.path(number) for number in countable(level)]
        if self.is_reaction and self.outer is not None:
            joint.should_occur.append(self.outer.path(self.host))

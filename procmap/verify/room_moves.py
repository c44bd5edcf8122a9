"""What happens in a room: the moves of its net with the messages they need and give, stays and event subprocesses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from procmap.model.event import Event
from procmap.model.gateway import Gateway
from procmap.model.knowledge import known
from procmap.verify.activities import bound_answers
from procmap.verify.catching import is_releasing, waits_for_error
from procmap.verify.joint_net import JointNet
from procmap.verify.level import EXCLUSIVE, NOWHERE
from procmap.verify.moves import Guard
from procmap.verify.net import RESET
from procmap.verify.proof import paths
from procmap.verify.reach import nearness
from procmap.verify.rooms import Room, Stay
from procmap.verify.thrown import after, led_to

__all__ = ["add_moves"]


def add_moves(room: Room, joint: JointNet) -> None:
    """All that may happen in a room and in those inside it."""
    led = set(led_to(room))
    for each in room.rooms():
        _Moves(each, joint, led).add()


class _Moves:
    def __init__(self, room: Room, joint: JointNet, led: set[tuple[Room, int]]) -> None:
        self.room = room
        self.joint = joint
        self.led = led
        self.calling: dict[int, int] = {}
        self.level = room.scope.level
        self.net = room.net
        self.talk = room.talk

    def add(self) -> None:
        room, net = self.room, self.net
        self.near = nearness(net)
        if room.outer is None:
            self._begin()
        for move in range(len(net.pre)):
            self._of_net(move)
        for stay in room.stays.values():
            self._enter(stay)
            self._leave(stay)
            for event in self.level.border.get(stay.number, ()):
                self._at_border(stay, event)
        for reaction in room.reactions:
            self._react(reaction)

    def _begin(self) -> None:
        """A process begins by itself, or once by a message; what a second one brings is not known."""
        room, joint = self.room, self.joint
        called = [number for number in self.level.starts if self.talk.waits(room.own_path(number))]
        if not called or len(called) < len(self.level.starts):
            joint.initial += room.begins
        if called:
            before, begun = joint.new_places(1)[0], self._begun(called)
            joint.aside.append(before)
            joint.initial.append(before)
        for number in called:
            for messages in self.talk.wants(room.own_path(number)):
                for ways in self.level.ways_out(number):
                    joint.put([before, *messages], [begun, *self.room.place(ways)], tells=[room.path(number)])
        for flow in self.level.entries:
            waiting = self._instantiates(self.level.target[flow])
            if waiting:
                joint.aside += room.place([flow])
                self.calling[self.net.place[flow]] = self._begun(waiting)

    def _begun(self, waiting: list[int]) -> int:
        """A place more for that a case has begun with a message to one of some nodes."""
        begun = self.joint.new_places(1)[0]
        self.joint.aside.append(begun)
        for message in sorted({each for number in waiting for each in self.talk.receives[self.room.own_path(number)]}):
            self.joint.cut([begun, message])
        return begun

    def _instantiates(self, number: int) -> list[int]:
        """Whom the message goes to that makes a process begin at a step, or at a gateway; nobody where none does."""
        node = self.level.nodes[number]
        if not getattr(node, "instantiates", False) or number in self.room.stays:
            return []
        behind = [self.level.target[flow] for flow in self.level.outs[number]]
        waiting = behind if isinstance(node, Gateway) else [number]
        return waiting if all(self.talk.waits(self.room.own_path(each)) for each in waiting) else []

    # The moves of its net

    def _of_net(self, move: int) -> None:
        room, net, talk = self.room, self.net, self.talk
        nodes = [node for node, _ in net.steps[move] if node != NOWHERE]
        own = [room.own_path(node) for node in nodes]
        begins = net.entry is not None and net.pre[move] == [net.entry]
        if begins and (room.outer is None or room.is_reaction) and any(map(talk.waits, own)):
            return  # begins as its process or its event subprocess does
        before = [room.base + place for place in net.pre[move]]
        tells = [f"{room.process}/{path}" for path in paths(self.level, net.steps[move])]
        occurs = [room.path(node) for node in net.occurs[move]]
        marks = net.marks[move] & (1 << len(net.remembered.ends)) - 1
        begun = [self.calling[place] for place in net.pre[move] if place in self.calling]
        given = [*talk.given(own), *begun]
        near = self._near(move)
        for wanted, seen in product(product(*map(talk.wants, own)), product(*self._first_come(move))):
            messages = [message for each in wanted for message in each]
            waiting = [message for each in seen for message in each]
            for then in after(room, move):
                self.joint.put(
                    [*before, *messages, *waiting, *then.more.pre],
                    [*then.post, *given, *waiting, *then.more.post],
                    kind=net.kind[move],
                    marks=marks << room.first_mark,
                    tells=[*tells, *then.more.tells],
                    occurs=[*occurs, *then.more.occurs],
                    clears=then.clears,
                    guard=Guard(then.more.empty, then.more.some) if then.more.empty or then.more.some else None,
                    forgets=then.more.forgets,
                    near=near,
                )

    def _near(self, move: int) -> list[list[int]] | None:
        if move not in self.near:
            return None
        return [[self.room.base + place for place in places] for places in self.near[move]]

    def _first_come(self, move: int) -> list[list[tuple[int, ...]]]:
        """An event-based gateway goes the way whose message is there."""
        level, node = self.level, self.net.node[move]
        gateway = level.nodes[node]
        if level.kind[node] != EXCLUSIVE or not isinstance(gateway, Gateway) or gateway.kind != "event_based":
            return []
        return [self.talk.wants(self.room.own_path(level.target[flow])) for flow in self.net.gives[move]]

    # Its stays

    def _enter(self, stay: Stay) -> None:
        """Each time an activity is gone into it is a run of its own; two that go on at once are not looked into."""
        room, level, scope = self.room, self.level, self.room.scope
        along = []
        for event in level.border.get(stay.number, ()):
            node = level.nodes[event]
            if event in scope.apart and isinstance(node, Event) and (stay.room is None or is_releasing(node)):
                along += [room.path(each) for each in (event, *scope.apart[event])]
        after = [*stay.own, *(stay.room.begins if stay.room is not None else ())]
        for place in self.room.place(level.ins[stay.number]):
            tells = [room.path(stay.number)]
            self.joint.put([place], after, tells=tells, occurs=along, guard=Guard(empty=[stay.running]))
            self.joint.cut([place, stay.running])
        own = room.own_path(stay.number)
        for place in stay.sending:
            self.joint.put([place], self.talk.given([own]))
        for place in stay.receiving:
            for messages in self.talk.wants(own):
                self.joint.put([place, *messages], [])

    def _leave(self, stay: Stay) -> None:
        """It is complete when all is said and nothing is left inside; what is repeated may be done again then."""
        level, child = self.level, stay.room
        inside = [*stay.sending, *stay.receiving, *(child.places() if child is not None else ())]
        forgets = child.marks() if child is not None else 0

        def put(after: list[int], reached: int = 0, unreached: int = 0) -> None:
            guard = Guard(empty=inside, reached=reached, unreached=unreached)
            clears = [*stay.fresh.values()]
            self.joint.put([stay.running], after, kind=RESET, clears=clears, guard=guard, forgets=forgets)

        if stay.is_repeated:
            again = [*stay.sending, *stay.receiving, *(child.begins if child is not None else ())]
            guard = Guard(empty=inside)
            tells = [] if child is not None else [self.room.path(stay.number)]
            self.joint.put([stay.running], [stay.running, *again], tells=tells, guard=guard, forgets=forgets)
        if not stay.answers or child is None:
            for ways in level.ways_out(stay.number):
                put(self.room.place(ways))
            return
        gateway = level.target[level.outs[stay.number][0]]
        answers = bound_answers(level, stay.number, child.scope.owner) or {}
        named = 0
        for at, node in enumerate(child.net.remembered.ends):
            answer = answers.get(str(known(child.scope.level.nodes[node].name) or ""))
            if answer is not None:
                mark = 1 << child.first_mark + at
                named |= mark
                put([stay.answers[answer]], reached=mark)
        put([stay.answers[level.default(gateway)]], unreached=named)
        for flow, place in stay.answers.items():
            if flow is not None:
                self.joint.put([place], self.room.place([flow]), tells=[self.room.path(gateway)])

    def _at_border(self, stay: Stay, event: int) -> None:
        """An event at the border of an activity that waits for nobody inside."""
        room, level = self.room, self.level
        node = level.nodes[event]
        if event in room.scope.apart or not isinstance(node, Event):
            return
        doubt: list[int] = []
        if stay.room is not None and not is_releasing(node):
            if not waits_for_error(node) or not node.interrupting or (room, event) in self.led:
                return  # it is thrown inside
            doubt = stay.room.places()
        told = [room.path(event)]
        for ways, messages in product(level.ways_out(event), self.talk.wants(room.own_path(event))):
            after = self.room.place(ways)
            if node.interrupting:
                forgets = stay.room.marks() if stay.room is not None else 0
                self.joint.put(
                    [stay.running, *messages],
                    after,
                    kind=RESET,
                    tells=told,
                    clears=stay.places(),
                    guard=Guard(some=[doubt]) if doubt else None,
                    forgets=forgets,
                    doubt=doubt,
                )
            else:
                self.joint.put([stay.running, stay.fresh[event], *messages], [stay.running, *after], tells=told)

    # Its event subprocesses, and errors that nothing in it stands for

    def _react(self, reaction: Room) -> None:
        """An event subprocess starts while there is anything that it may take the place of, or go on beside."""
        room, level = self.room, reaction.scope.level
        for number in level.starts:
            start = level.nodes[number]
            if not isinstance(start, Event) or not is_releasing(start):
                continue
            wants = self.talk.wants(reaction.own_path(number))
            if () in wants:
                self._starts(reaction, reaction.begins)
                continue
            for messages, ways in product(wants, level.ways_out(number)):
                self._starts(reaction, reaction.place(ways), messages, [reaction.path(number)])
        if not reaction.scope.starts:
            self._starts(reaction, reaction.begins)
        if any(waits_for_error(start) for start in reaction.scope.starts) and (room, reaction.host) not in self.led:
            self._starts(reaction, reaction.begins, doubt=room.places())

    def _starts(
        self,
        reaction: Room,
        after: list[int],
        messages: Iterable[int] = (),
        tells: Iterable[str] = (),
        doubt: Sequence[int] = (),
    ) -> None:
        room, interrupts = self.room, reaction.scope.interrupts
        self.joint.put(
            [*messages, self.joint.always],
            [self.joint.always, *after],
            kind=RESET,
            tells=[room.path(reaction.host), *tells],
            clears=room.places() if interrupts else (),
            guard=Guard(some=[room.places(replaced=True)], empty=() if interrupts else reaction.places()),
            forgets=reaction.marks(),
            doubt=doubt,
        )

"""Messages that nobody will read any more: a state is the same with and without them, so they are thrown away.

A message may be read as long as there is a token in a place that leads, by whatever moves, to a move that takes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from procmap.verify.joint_net import JointNet, Sweeping
from procmap.verify.net import RESET

__all__ = ["unread"]

_LOOKS = 250_000
"""Places and moves that are looked at for all messages together; those left of these are kept, which only makes more
states."""

_BITS = 800_000_000
"""Bits that it may take to throw messages away after moves; likewise."""


def unread(joint: JointNet) -> Sweeping:
    """For moves after which a message may be one that nobody reads: the places of which one must have a token, else it
    is, and its own; and what moves empty, where it always is."""
    net = _Net(joint)
    alike: dict[frozenset[int], list[int]] = {}
    for message in range(joint.messages):
        alike.setdefault(frozenset(net.readers.get(message, ())), []).append(message)
    after: dict[int, list[tuple[list[int], int]]] = {}
    always: dict[int, list[list[int]]] = {}
    looks, room = _LOOKS, _BITS // (2 * joint.places)
    for readers, messages in alike.items():
        useful = net.leading(readers)
        perhaps, sure = net.leaving(useful)
        givers = [(move, message) for message in messages for move in net.givers.get(message, ())]
        givers = [each for each in givers if useful.isdisjoint(joint.post[each[0]])]
        looks -= len(useful) + len(perhaps) + len(sure) + len(givers)
        many = len(perhaps) * len(messages) + len(givers)
        if looks < 0:
            break
        for move in sure:
            always.setdefault(move, []).append(messages)
        if many > room:
            continue
        room -= many
        places = sorted(useful)  # one list for all, so that its bits are worked out once
        for move in perhaps:
            given = joint.post[move]
            after.setdefault(move, []).extend((places, message) for message in messages if message not in given)
        for move, message in givers:
            after.setdefault(move, []).append((places, message))
    return Sweeping(after, _emptied(joint, always, looks))


def _emptied(joint: JointNet, always: dict[int, list[list[int]]], looks: int) -> dict[int, Sequence[int]]:
    """What each move empties, with the messages that nobody reads any more then; the same list for the same."""
    found = dict(joint.clears)
    known: dict[object, Sequence[int]] = {}
    for move, groups in always.items():
        given = frozenset(place for place in joint.post[move] if place < joint.messages)
        emptied = joint.clears[move]
        key = id(emptied), given, *map(id, groups)
        if key not in known:
            looks -= len(emptied) + sum(map(len, groups))
            more = (message for messages in groups for message in messages if message not in given)
            known[key] = [*emptied, *more] if looks > 0 else emptied
        found[move] = known[key]
    return found


class _Net:
    """Who gives what and needs what: the places that moves need a token in, and those that they empty, as lists of
    which each is there once, however many moves share it."""

    def __init__(self, joint: JointNet) -> None:
        self.joint = joint
        self.givers: dict[int, list[int]] = {}
        self.readers: dict[int, set[int]] = {}
        self.needed = _Lists()
        self.emptied = _Lists()
        for move, pre in enumerate(joint.pre):
            for place in {*joint.post[move]}:
                self.givers.setdefault(place, []).append(move)
            needs = self.needed.enter(move, _needed(joint, move))
            for place in {*pre}:
                if place < joint.messages:
                    self.readers.setdefault(place, set()).add(needs)
            if move in joint.clears:
                self.emptied.enter(move, joint.clears[move])

    def leading(self, readers: Iterable[int]) -> set[int]:
        """The places from which a move that needs one of some lists may be come to."""
        found: set[int] = set()
        seen = set(readers)
        waiting = list(seen)
        while waiting:
            for place in self.needed.lists[waiting.pop()]:
                if place not in found:
                    found.add(place)
                    for move in self.givers.get(place, ()):
                        needs = self.needed.of[move]
                        if needs not in seen:
                            seen.add(needs)
                            waiting.append(needs)
        return found

    def leaving(self, places: set[int]) -> tuple[list[int], list[int]]:
        """The moves after which there may be no token in some places any more, and those after which there is none."""
        joint = self.joint
        perhaps: list[int] = []
        sure: list[int] = []
        covering = {number for number in self.emptied.at(places) if places.issubset(self.emptied.lists[number])}
        for move in {*self.needed.moves(places), *self.emptied.moves(places)}:
            if places.isdisjoint(joint.post[move]):
                is_sure = joint.kind[move] == RESET and self.emptied.of.get(move) in covering
                (sure if is_sure else perhaps).append(move)
        return perhaps, sure


class _Lists:
    """Lists of places that moves have, each list once."""

    def __init__(self) -> None:
        self.lists: list[Sequence[int]] = []
        self.of: dict[int, int] = {}
        self._moves: list[list[int]] = []
        self._at: dict[int, list[int]] = {}
        self._known: dict[object, int] = {}

    def enter(self, move: int, places: Sequence[int]) -> int:
        """A move has these places; a long list is known by itself, a short one by what is in it."""
        key: object = id(places) if len(places) > 4 else tuple(places)
        number = self._known.setdefault(key, len(self.lists))
        if number == len(self.lists):
            self.lists.append(places)
            self._moves.append([])
            for place in {*places}:
                self._at.setdefault(place, []).append(number)
        self._moves[number].append(move)
        self.of[move] = number
        return number

    def at(self, places: Iterable[int]) -> set[int]:
        """The lists that hold one of some places."""
        return {number for place in places for number in self._at.get(place, ())}

    def moves(self, places: Iterable[int]) -> list[int]:
        """The moves whose list holds one of some places."""
        return [move for number in self.at(places) for move in self._moves[number]]


def _needed(joint: JointNet, move: int) -> Sequence[int]:
    """The places that a move needs a token in; of what it only needs one of, all."""
    pre = [place for place in joint.pre[move] if place >= joint.messages]
    if pre != [joint.always] or move not in joint.guards:
        return pre
    some = joint.guards[move].some
    return some[0] if len(some) == 1 else [place for places in some for place in places]

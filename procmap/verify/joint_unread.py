"""Messages that nobody will read any more: a state is the same with and without them, so they are thrown away.

A message may be read as long as there is a token in a place that leads, by whatever moves, to a move that takes it.
"""

from __future__ import annotations

from procmap.verify.joint_net import JointNet

__all__ = ["unread"]

_MOST = 500_000
"""Places that are looked at for all messages together; what is left of these is kept, which only makes more states."""


def unread(joint: JointNet) -> dict[int, list[tuple[list[int], int]]]:
    """For moves after which a message may be one that nobody reads: the places of which one must have a token, else it
    is, and its own."""
    leads = [_needed(joint, move) for move in range(len(joint.pre))]
    givers: dict[int, list[int]] = {}
    for move, post in enumerate(joint.post):
        for place in {*post}:
            givers.setdefault(place, []).append(move)
    readers: dict[int, list[int]] = {}
    touching: dict[int, list[int]] = {}
    for move, pre in enumerate(joint.pre):
        for place in {*pre}:
            if place < joint.messages:
                readers.setdefault(place, []).append(move)
        for place in {*leads[move], *joint.clears.get(move, ())}:
            touching.setdefault(place, []).append(move)
    found: dict[int, list[tuple[list[int], int]]] = {}
    room = _MOST
    for message in range(joint.messages):
        useful = _leading(readers.get(message, []), leads, givers)
        places = sorted(useful)
        room -= len(places)
        if room < 0:
            break
        perhaps = {*givers.get(message, ()), *(move for place in places for move in touching.get(place, ()))}
        for move in perhaps:
            post = joint.post[move]
            if message in post or useful.isdisjoint(post):
                found.setdefault(move, []).append((places, message))
    return found


def _needed(joint: JointNet, move: int) -> list[int]:
    """The places that a move needs a token in; of what it only needs one of, all."""
    pre = [place for place in joint.pre[move] if place >= joint.messages]
    if pre != [joint.always] or move not in joint.guards:
        return pre
    return [place for places in joint.guards[move].some for place in places]


def _leading(readers: list[int], leads: list[list[int]], givers: dict[int, list[int]]) -> set[int]:
    """The places from which one of some moves may be come to."""
    found: set[int] = set()
    seen = set(readers)
    waiting = list(readers)
    while waiting:
        for place in leads[waiting.pop()]:
            if place not in found:
                found.add(place)
                for move in givers.get(place, ()):
                    if move not in seen:
                        seen.add(move)
                        waiting.append(move)
    return found

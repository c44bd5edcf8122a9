"""Messages that nobody will read any more: a state is the same with and without them, so they are thrown away.

A message may be read as long as there is a token in a place that leads, by whatever moves, to a move that takes it.
"""

from __future__ import annotations

from procmap.verify.joint_net import JointNet

__all__ = ["unread"]


def unread(joint: JointNet) -> dict[int, list[tuple[list[int], int]]]:
    """For moves after which a message may be one that nobody reads: the places of which one must have a token, else it
    is, and its own."""
    leads = [_needed(joint, move) for move in range(len(joint.pre))]
    givers: dict[int, list[int]] = {}
    for move, post in enumerate(joint.post):
        for place in {*post}:
            givers.setdefault(place, []).append(move)
    found: dict[int, list[tuple[list[int], int]]] = {}
    for message in range(joint.messages):
        readers = [move for move, pre in enumerate(joint.pre) if message in pre]
        useful = _leading(joint, readers, leads, givers)
        for move, post in enumerate(joint.post):
            is_sent = message in post
            may_be_last = any(place in useful for place in (*leads[move], *joint.clears.get(move, ())))
            if is_sent or (may_be_last and not any(place in useful for place in post)):
                found.setdefault(move, []).append((sorted(useful), message))
    return found


def _needed(joint: JointNet, move: int) -> list[int]:
    """The places that a move needs a token in; of what it only needs one of, all."""
    pre = [place for place in joint.pre[move] if place >= joint.messages]
    if pre != [joint.always] or move not in joint.guards:
        return pre
    return [place for places in joint.guards[move].some for place in places]


def _leading(joint: JointNet, readers: list[int], leads: list[list[int]], givers: dict[int, list[int]]) -> set[int]:
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

"""How many states of pools together are looked at: fewer than are asked for where each takes much room or work.

What a state takes is not known before some have been looked at: many messages may wait, or few. So where the worst that
may be would take too long, the search begins with few states and, while these show that it can, begins again with more.
"""

from __future__ import annotations

from collections import Counter

from procmap.verify.exploration import Exploration
from procmap.verify.joint_net import JointNet, Sweeping

__all__ = ["searched"]

_ROOM = 400_000_000
"""Bits that all states may take that are looked at, each with what it costs to keep it."""

_WORK = 18_000_000
"""Tokens that are looked at, moves that are tried and messages that are thrown away, in all states together."""

_BASE = 30
"""What a state takes beside that."""

_WAYS = 5
"""Ways that are gone between states, for each that is looked at."""

_MORE = 32
"""At most so many times as many states are looked at when the search begins again."""

_SAMPLE = 20


def searched(joint: JointNet, bound: int, most: int, swept: Sweeping) -> tuple[Exploration, int]:
    """The states, and how many were looked at at most; ``most`` as in ``JointNet.explored``."""
    takers = Counter(pre[0] for pre in joint.pre if pre)
    large = min(bound, _ROOM // (2 * (joint.places + 500)))
    worst = joint.messages + max(takers.values(), default=0) + _WAYS * max(map(len, swept.after.values()), default=0)
    bound = min(large, _affordable(joint, worst))
    while True:
        found = joint.explored(bound, _WAYS * bound, most, swept)
        if found.full or bound == large:
            return found, bound
        more = min(large, _MORE * bound, _affordable(joint, _work(joint, found, takers, swept)))
        if more < 3 * bound:  # what has been done is not done again for so little
            return found, bound
        bound = more


def _affordable(joint: JointNet, work: int) -> int:
    """How many states may be looked at that take so much work each; that grows with the room that they take."""
    return 1 + 500 * _WORK // ((_BASE + work) * (joint.places + 500))


def _work(joint: JointNet, found: Exploration, takers: Counter[int], swept: Sweeping) -> int:
    """What a state took of late: its tokens, the moves that begin with these, the messages that these throw away."""
    states = range(max(len(found.states) - 10 * _SAMPLE, 0), len(found.states), 10)
    tokens = [1 + takers[place] for state in states for place in found.tokens(state, joint.places)]
    ways = 1 + len(found.edges[0]) // len(found.states)
    thrown_away = sum(len(swept.after.get(found.came_by[state], ())) for state in states)
    return (sum(tokens) + ways * thrown_away) // len(states)

"""A scope compiled into a net: the moves of each of its nodes.

The same compilation serves two nets, the plain one and the contracted one (see ``places.py``).
"""

from __future__ import annotations

from procmap.verify.activity_moves import add_activity, add_colours
from procmap.verify.catching import NOBODY, Escalations
from procmap.verify.doing import Doing
from procmap.verify.event_moves import add_end, add_simple, add_starts
from procmap.verify.gateway_moves import add_exclusive, add_inclusive, add_parallel
from procmap.verify.level import END, EXCLUSIVE, INCLUSIVE, NOWHERE, OUTSIDE, PARALLEL, Level
from procmap.verify.net import Net
from procmap.verify.places import contracted, plain
from procmap.verify.remembered import Remembered

__all__ = ["compiled"]


def compiled(
    level: Level,
    doings: dict[int, Doing],
    *,
    contract: bool,
    escalations: Escalations = NOBODY,
    is_pool: bool = False,
    remembered: Remembered | None = None,
) -> Net:
    """The net of a scope whose activities are known: the contracted one, or the plain one; alone, or of a pool.

    What is ``remembered`` is the same in both.
    """
    remembered = remembered or Remembered(level, doings, escalations)
    places = contracted(level, doings, remembered) if contract else plain(level)
    net = Net(level, doings, escalations, remembered, places, is_contracted=contract)
    add_colours(net)
    passing = net.passing
    for number, kind in enumerate(level.kind):
        if kind == OUTSIDE or passing[number] != NOWHERE:
            continue
        if number in doings:
            add_activity(net, number, doings[number])
        elif kind == PARALLEL:
            add_parallel(net, number)
        elif kind == EXCLUSIVE:
            add_exclusive(net, number)
        elif kind == INCLUSIVE:
            add_inclusive(net, number)
        elif kind == END:
            add_end(net, number)
        else:
            add_simple(net, number)
    add_starts(net, is_pool=is_pool)
    if net.too_many is None:
        net.too_many = level.too_many
    return net

"""A run of pools together as people follow it: what is caught beside the flow comes directly after what threw it."""

from __future__ import annotations

from collections.abc import Iterable

from procmap.verify.doing import Summary
from procmap.verify.rooms import Room
from procmap.verify.trace import CaughtBeside

__all__ = ["JointRun"]


class JointRun:
    """Puts the elements of runs in order, for the pools whose rooms are given."""

    def __init__(self, tops: Iterable[Room]) -> None:
        self.pools = [(f"{top.process}/", _caught(top)) for top in tops]

    def ordered(self, run: Iterable[str]) -> tuple[str, ...]:
        """The run with each thing once, where it occurs; paths are ``process/element``."""
        found = list(run)
        for prefix, caught in self.pools:
            own = [path[len(prefix) :] if path.startswith(prefix) else f"/{path}" for path in found]
            found = [path[1:] if path.startswith("/") else prefix + path for path in caught.put_in(own, None)]
        return tuple(found)


def _caught(top: Room) -> CaughtBeside:
    """Who catches what in a pool, but for the event subprocesses that are rooms: they are told where they start."""
    rooms = [room for room in top.rooms() if room.is_reaction]
    for room in rooms:
        room.scope.outcomes = room.scope.outcomes or Summary({})
    caught = CaughtBeside(top.scope)
    started = {room.outer.own_path(room.host) for room in rooms if room.outer is not None}
    caught.reaction = {path: each for path, each in caught.reaction.items() if each[0] not in started}
    return caught

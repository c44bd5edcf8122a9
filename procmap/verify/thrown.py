"""What comes of a move in a room beyond its tokens: the room is broken off, or something starts beside it.

What breaks off a room empties its places and forgets which of its ends were reached, and goes on with who caught it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import product
from operator import or_

from procmap.model.event import Event
from procmap.verify.catching import catcher, name_of
from procmap.verify.doing import Exit
from procmap.verify.net import RESET
from procmap.verify.rooms import Caught, Room

__all__ = ["After", "More", "after", "led_to"]


@dataclass(frozen=True, slots=True)
class More:
    """What happens besides, by places of the joint net, and what it needs: these places empty, one of each of those
    sets not."""

    pre: tuple[int, ...] = ()
    post: tuple[int, ...] = ()
    empty: tuple[int, ...] = ()
    some: tuple[tuple[int, ...], ...] = ()
    tells: tuple[str, ...] = ()
    occurs: tuple[str, ...] = ()
    forgets: int = 0


@dataclass(frozen=True, slots=True)
class After:
    """The tokens that a move gives, the places that it empties before, and what it does besides."""

    post: list[int]
    clears: list[int]
    more: More


def after(room: Room, move: int) -> Iterator[After]:
    """All that may come of a move of a room's net."""
    net = room.net
    beyond = net.marks[move] >> len(net.remembered.ends)
    thrown = [name for at, name in enumerate(net.remembered.thrown) if beyond >> at & 1]
    exits = [exit for at, exit in enumerate(net.remembered.exits) if beyond >> len(net.remembered.thrown) + at & 1]
    found: list[After] = []
    if net.kind[move] != RESET:
        found.append(After([room.base + place for place in net.post[move]], [], More()))
    elif not exits:
        found.append(After([], room.places(), More()))
    else:
        found += _broken_off(room, exits[0])
    for each in found:
        for beside in product(*_beside(room, thrown)):
            yield After(each.post, each.clears, _all([each.more, *beside], without=each.clears))


def led_to(top: Room) -> Iterator[tuple[Room, int]]:
    """Who catches the errors that are thrown, as the map is written: events at borders, by the room around, and event
    subprocesses, by theirs."""
    for room in top.rooms():
        level = room.scope.level
        exits: set[Exit] = set()
        for node in level.nodes:
            if isinstance(node, Event) and node.position == "end":
                exits.update(Exit("error", name_of(each)) for each in node.triggers if each.kind == "error")
        for number, child in room.scope.inside.items():
            if child.outcomes is not None and number not in room.stays:
                border = [(event, level.nodes[event]) for event in level.border.get(number, ())]
                stopping = [(event, node) for event, node in border if isinstance(node, Event) and node.interrupting]
                exits.update(exit for exit in child.summary.leaving if catcher(stopping, exit) is None)
        for caught in map(room.catch, exits):
            if caught is not None and caught.reaction is not None:
                yield caught.room, caught.reaction.host
            elif caught is not None and caught.event is not None and caught.room.outer is not None:
                yield caught.room.outer, caught.event


def _broken_off(room: Room, exit: Exit) -> Iterator[After]:
    """For each way on behind who catches it."""
    caught = room.catch(exit)
    if caught is None:
        yield After([], room.top.places(), More())
    elif caught.reaction is not None:
        told = (caught.room.path(caught.reaction.host),)
        more = More(tells=told, forgets=caught.reaction.marks())
        yield After(caught.reaction.begins, caught.room.places(), more)
    else:
        assert caught.event is not None and caught.room.outer is not None
        outer = caught.room.outer
        clears, forgets = outer.stays[caught.room.host].places(), caught.room.marks()
        for ways in outer.scope.level.ways_out(caught.event):
            yield After(outer.place(ways), clears, More(tells=(outer.path(caught.event),), forgets=forgets))


def _beside(room: Room, thrown: list[str]) -> list[list[More]]:
    """For each who catches escalations and interrupts nobody what that starts; it may have done so already."""
    found: dict[tuple[int, int | None], list[More]] = {}
    for name in thrown:
        caught = room.catch(Exit("escalation", name))
        if caught is None or caught.interrupts:
            continue
        reaction = caught.reaction
        if reaction is None:
            found[id(caught.room), caught.event] = _caught_beside(caught)
            continue
        running = tuple(reaction.places())
        told = (caught.room.path(reaction.host),)
        begins = More(post=tuple(reaction.begins), empty=running, tells=told, forgets=reaction.marks())
        found[id(reaction), None] = [begins, More(some=(running,), tells=told)]
    return [*found.values()]


def _caught_beside(caught: Caught) -> list[More]:
    assert caught.event is not None and caught.room.outer is not None
    outer, event = caught.room.outer, caught.event
    told = outer.path(event)
    if event in outer.scope.apart:
        return [More(occurs=(told, *map(outer.path, outer.scope.apart[event])))]
    fresh = outer.stays[caught.room.host].fresh[event]
    ways_on = [tuple(outer.place(ways)) for ways in outer.scope.level.ways_out(event)]
    return [More(empty=(fresh,)), *(More(pre=(fresh,), post=post, tells=(told,)) for post in ways_on)]


def _all(found: list[More], without: list[int]) -> More:
    """All of several together; what would start in places that are emptied does not."""
    gone = set(without)
    return More(
        pre=tuple(place for each in found for place in each.pre),
        post=tuple(place for each in found for place in each.post if place not in gone),
        empty=tuple(place for each in found for place in each.empty),
        some=tuple(places for each in found for places in each.some),
        tells=tuple(path for each in found for path in each.tells),
        occurs=tuple(path for each in found for path in each.occurs),
        forgets=reduce(or_, (each.forgets for each in found)),
    )

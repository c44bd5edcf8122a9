"""The moves of activities that do more than pass a token on: their outcomes, events at their border, what is held."""

from __future__ import annotations

from collections.abc import Collection

from procmap.verify.doing import Doing, Way
from procmap.verify.level import NOWHERE, a_few, most_moves
from procmap.verify.net import CUT, RESET, Net, Step

__all__ = ["add_activity", "add_colours"]

_MOST_EVENTS = 8
"""At the border of an activity that do not interrupt and are counted, of which each may have occurred; 256 choices."""


def add_activity(net: Net, number: int, doing: Doing) -> None:
    """An activity takes a token and ends in one of its ways; in between it may have to be held."""
    level = net.level
    given = {flow for way in doing.ways for flows in way.gives for flow in flows}
    given.update(flow for event in doing.may_spawn for flow in level.outs[event])
    ways_out = [flow for each in (number, *level.border.get(number, ())) for flow in level.outs[each]]
    never = [flow for flow in ways_out if flow not in given]
    for flow in level.ins[number]:
        before = [net.place[flow]]
        if never:
            net.beyond.setdefault(net.place[flow], []).extend(never)
        if not doing.whole:
            net.add(number, (), before, [], kind=CUT, along=[number, *doing.along])
        for order, way in enumerate(doing.ways):
            if order == a_few and level.too_many == number:
                break  # more is possible than can be tried: of events that interrupt, too, a few are looked at
            if doing.may_spawn or way.spawns or way.held or (way.cut and (way.told or way.along)):
                _add_held(net, number, doing, way, flow)
            elif not way.cut:  # where it is, that is one of the outcomes that are not known
                leaving: tuple[Step, ...] = () if way.via is None else ((way.via, ()),)
                _add_finish(net, number, way, ((number, way.inner), *leaving), before, [*doing.along, *way.along])


def _add_held(net: Net, number: int, doing: Doing, way: Way, flow: int) -> None:
    """One way of an activity that is held meanwhile: a place for each choice of events that have occurred."""
    level = net.level
    spawns = list(dict.fromkeys((*doing.may_spawn, *way.spawns)))
    if len(spawns) > _MOST_EVENTS:
        level.too_many = number
        spawns = spawns[:a_few]
    after = len(way.gives) + sum(len(level.ways_out(event)) for event in spawns)
    if len(level.ins[number]) * len(doing.ways) * after << len(spawns) > most_moves:
        level.too_many = number
        spawns = []
    leaving: tuple[Step, ...] = () if way.via is None else ((way.via, ()),)
    inner = way.inner
    if way.breaks and inner:
        leaving = ((NOWHERE, inner[-1:]), *leaving)
        inner = inner[:-1]
    places = {}
    for chosen in range(1 << len(spawns)):
        here = places[chosen] = net.new_place(number)
        net.held_from.setdefault(flow, []).append(here)
        occurred = [event for k, event in enumerate(spawns) if chosen >> k & 1]
        events = [event for event in level.border.get(number, ()) if event not in occurred]
        net.beyond[here] = [out for each in (number, *events) for out in level.outs[each]]
    told = net.remembered.of_way(way)
    along = [*doing.along, *way.along]
    is_later = bool(way.spawns and doing.stops and inner and not way.told)  # it may be stopped before it throws
    begins: tuple[Step, ...] = ((number, () if is_later else inner),)
    net.add(number, begins, [net.place[flow]], [], post=[places[0]], marks=told, along=along)
    must = sum(1 << k for k, each in enumerate(spawns) if each in way.spawns)
    for chosen, here in places.items():
        for k, event in enumerate(spawns):
            if not chosen >> k & 1:
                there = places[chosen | 1 << k]
                throws = is_later and not chosen & must and must >> k & 1
                steps: tuple[Step, ...] = ((NOWHERE, inner), (event, ())) if throws else ((event, ()),)
                for ways in level.ways_out(event):
                    post = [there, *(net.place[out] for out in ways)]
                    net.add(number, steps, [here], ways, post=post)
        for event in doing.frees if way.held else doing.stops if way.spawns else ():
            for ways in level.ways_out(event):
                net.add(number, ((event, ()),), [here], ways)
        if not way.held and chosen & must == must:
            _add_finish(net, number, way, leaving, [here], ())


def _add_finish(
    net: Net, number: int, way: Way, steps: tuple[Step, ...], before: list[int], along: Collection[int]
) -> None:
    """The activity ends: its tokens go on, or the scope is broken off."""
    told = net.remembered.of_way(way)
    if way.cut:
        net.add(number, steps, before, [], kind=CUT)
        return
    if way.exit is not None:
        marks = told | net.remembered.of_exit(way.exit)
        net.add(number, steps, before, [], kind=RESET, marks=marks, along=along)
        return
    for flows in way.gives:
        post = None if way.bound is None else [_coloured(net, flows[0], way.bound)]
        net.add(number, steps, before, flows, post=post, marks=told, along=along)


def add_colours(net: Net) -> None:
    """A place for each set of answers that an activity may leave open; what they are is known before any move."""
    for number, doing in net.doings.items():
        for way in doing.ways:
            if way.bound is not None:
                _coloured(net, net.level.outs[number][0], way.bound)


def _coloured(net: Net, flow: int, answers: frozenset[int]) -> int:
    """The place of a flow whose token knows which answers are open to it."""
    for colour in net.colours.get(flow, ()):
        if net.answers[colour] == answers:
            return colour
    colour = len(net.flow)
    outs = net.level.outs[net.level.target[flow]]
    net.flow.append(flow)
    if flow not in net.colours:  # on the map it leads on, though tokens only come to its colours
        net.beyond.setdefault(net.place[flow], []).extend(outs)
    net.colours.setdefault(flow, []).append(colour)
    net.answers[colour] = answers
    net.beyond[colour] = [out for out in outs if out not in answers]
    return colour

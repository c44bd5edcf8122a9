"""The moves of gateways (13.4)."""

from __future__ import annotations

from procmap.verify.level import a_few, choices, most_answers
from procmap.verify.net import JOIN, MOVE, SPLIT, Net

__all__ = ["add_exclusive", "add_inclusive", "add_parallel"]


def add_parallel(net: Net, number: int) -> None:
    """One move that takes from every incoming flow and gives to every outgoing one."""
    ins = net.level.ins[number]
    if ins:
        net.add(number, ((number, ()),), [net.place[flow] for flow in ins], net.level.outs[number])


def add_exclusive(net: Net, number: int) -> None:
    """A move from each incoming flow to each outgoing one; where answers are bound, only to those open."""
    level, place, step = net.level, net.place, ((number, ()),)
    outs = level.outs[number]
    for flow in level.ins[number]:
        for colour in net.colours.get(flow, ()):
            for out in net.answers[colour]:
                net.add(number, step, [colour], [out])
        if flow not in net.colours:
            for out in outs:
                net.add(number, step, [place[flow]], [out])
            if not outs:
                net.add(number, step, [place[flow]], [])


def add_inclusive(net: Net, number: int) -> None:
    """Joins what has come, and gives to each choice of answers; in a contracted net the choices stay one SPLIT."""
    level, place = net.level, net.place
    step: tuple[tuple[int, tuple[str, ...]], ...] = ((number, ()),)
    ins = [place[flow] for flow in level.ins[number]]
    outs, default = level.outs[number], level.default(number)
    asked = [flow for flow in outs if flow != default]
    if len(ins) > 1 and net.is_contracted and len(outs) > 1:
        between = net.new_place()
        net.add(number, step, ins, [], kind=JOIN, post=[between])
        ins, step = [between], ()
    kind = JOIN if len(ins) > 1 else MOVE
    befores = [ins] if kind == JOIN else [[each] for each in ins]
    for before in befores:
        if len(outs) < 2:
            net.add(number, step, before, outs, kind=kind)
        elif net.is_contracted:
            net.add(number, step, before, asked, kind=SPLIT if len(asked) > 1 else MOVE)
            if default is not None:
                net.add(number, step, before, [default])
        else:
            if len(asked) > most_answers:
                net.too_many = number
                asked = asked[:a_few]
            for ways in choices(asked):
                net.add(number, step, before, ways, kind=kind)
            if default is not None:
                net.add(number, step, before, [default], kind=kind)

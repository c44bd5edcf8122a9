"""Threads in which somebody talks: apart in all but that, so that what they say is said in the flow around them.

Tokens in such a thread are counted, though two of them on a flow are no fault.
"""

from __future__ import annotations

from procmap.verify.apart import sound_threads
from procmap.verify.level import INCLUSIVE
from procmap.verify.scopes import Scope
from procmap.verify.talk import Talk
from procmap.verify.threads import entered_apart

__all__ = ["endless", "loose"]


def loose(scope: Scope, talk: Talk) -> set[int]:
    """The events at borders that begin a thread in which somebody talks, and its nodes; so of each that shares some."""
    level = scope.level
    threads = {event: {event, *nodes} for event, nodes in sound_threads(scope).items()}
    holding: dict[int, list[int]] = {}
    waiting = []
    for event, each in threads.items():
        for number in each:
            holding.setdefault(number, []).append(event)
        paths = map(level.path, each)
        if any(path in talk.paths or talk.within(path + "/") for path in paths):
            waiting.append(event)
    found: set[int] = set()
    while waiting:
        for number in threads.pop(waiting.pop(), set()) - found:
            found.add(number)
            waiting += holding[number]
    return found


def endless(scope: Scope, talk: Talk, loose: set[int], held: set[int]) -> set[int]:
    """The loose threads of a process whose tokens can always go on to their end, however many there are.

    They wait for nobody, hold no token in ``held`` activities, and choices are free in them; so what is sound for one
    token is so for any number, and changes nothing of what else can happen. All that leads into one is such a thread.
    """
    level = scope.level
    threads: dict[int, list[int]] = {}
    for event, nodes in sound_threads(scope).items():
        each = {event, *nodes}
        receives = any(level.path(number) in talk.receives for number in nodes)
        joins = any(level.kind[number] == INCLUSIVE for number in nodes)
        if each <= loose and not receives and not joins and not each & held:
            threads[event] = nodes
    return {number for event, nodes in entered_apart(level, threads).items() for number in (event, *nodes)}

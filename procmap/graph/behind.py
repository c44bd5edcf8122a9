"""Under which step of a journey each element of a process stands.

What a step meets stands under that step, there is nothing to decide. What no step meets has happened by some step all
the same, and a blueprint has to choose one. The rule, in the words of a service designer:

* It stands under the **last** step whose elements lead to it with nothing met in between: that step set it going, and
  the resident has met nothing since.
* Where the work leads back from it to that step or to an earlier one (a loop), it stands under the **first** such step:
  the check that sends an application back belongs to the application, not to the letter that asks for more.
* What comes after nothing that is met stands under the step it leads to.
* What leads nowhere and comes from nowhere that is met stands apart.

A subprocess is one closed box unless something inside it is met (or shown); then it is opened, and work goes in at its
start and out at its ends. Every walk claims an element once, so all is linear in the size of the process.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import NamedTuple

from procmap.graph.adjacency import scopes
from procmap.model.process import Process

__all__ = ["Behind", "behind"]

_Links = Mapping[str, Sequence[str]]


class Behind(NamedTuple):
    """Where the elements of one process stand, by the paths of their ids.

    ``column`` has the number of the step for all that is not met and can be placed; ``opened`` the subprocesses whose
    inside is used in place of themselves. ``after`` is what comes next, a path with a slash at its end being the point
    where work leaves an opened subprocess.
    """

    column: Mapping[str, int]
    opened: Set[str]
    after: _Links


def behind(process: Process, met: Mapping[str, Sequence[int]], shown: Iterable[str] = ()) -> Behind:
    """Place everything behind what is met.

    ``met`` has the numbers of the steps that meet an element, in order, by its path; ``shown`` are further elements
    that must not be hidden inside a closed box.
    """
    opened = {outer for path in (*met, *shown) for outer in _around(path)}
    after = _links(process, opened)
    before = _reversed(after)
    numbers: dict[int, list[str]] = {}
    for path, steps in met.items():
        for number in steps:
            numbers.setdefault(number, []).append(path)
    ascending = [(number, numbers[number]) for number in sorted(numbers)]
    leads_to = _claim(ascending, before, met)
    first = _claim(ascending, after, met)
    last = _claim(reversed(ascending), after, met)
    column = {}
    for point in {**leads_to, **last}:
        if point not in last:
            column[point] = leads_to[point]
        elif point not in leads_to or last[point] < leads_to[point]:
            column[point] = last[point]
        else:
            column[point] = first[point]
    return Behind(column, opened, after)


def _around(path: str) -> Iterable[str]:
    """The subprocesses around an element, innermost first."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _links(process: Process, opened: Set[str]) -> dict[str, list[str]]:
    """All scopes that are open as one; an opened subprocess is two points, one where work comes in and one where it
    leaves."""
    after: dict[str, list[str]] = {}
    for scope in scopes(process):
        owner = scope.prefix.removesuffix("/")
        if owner and owner not in opened:
            continue
        for id in scope.nodes:
            path = scope.prefix + id
            leaving = f"{path}/" if path in opened else path
            targets = after.setdefault(leaving, [])
            targets.extend(scope.prefix + target for target in scope.after(id))
            if owner and scope.leaves(id):
                targets.append(f"{owner}/")
        if owner:
            after.setdefault(owner, []).extend(scope.prefix + id for id in (*scope.entries, *scope.apart))
    return after


def _reversed(links: _Links) -> dict[str, list[str]]:
    back: dict[str, list[str]] = {}
    for source, targets in links.items():
        for target in targets:
            back.setdefault(target, []).append(source)
    return back


def _claim(steps: Iterable[tuple[int, Sequence[str]]], links: _Links, met: Mapping[str, object]) -> dict[str, int]:
    """Let each step in turn claim all it leads to along the links, up to what is met, that no step before it has."""
    claimed: dict[str, int] = {}
    spent: set[str] = set()
    for number, paths in steps:
        waiting: deque[str] = deque()
        for path in paths:
            for point in (path, f"{path}/"):
                if point not in spent:
                    spent.add(point)
                    waiting.extend(links.get(point, ()))
        while waiting:
            here = waiting.popleft()
            if here in claimed or here in met:
                continue
            claimed[here] = number
            waiting.extend(links.get(here, ()))
    return claimed

"""Where work passes from one lane to another, straight or through gateways and events.

Every such border is a place where a case can be left lying, and where one side may not know what the other does.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import NamedTuple

from procmap.graph.adjacency import Scope, scopes
from procmap.model.activity import Activity, Node, SubProcess
from procmap.model.knowledge import NOT_APPLICABLE
from procmap.model.process import Process

__all__ = ["Passing", "passings"]


class Passing(NamedTuple):
    """Work goes from the element ``source`` in the lane ``giver`` to ``target`` in the lane ``receiver``.

    ``source`` and ``target`` are paths of ids, ``giver`` and ``receiver`` ids of lanes.
    """

    source: str
    target: str
    giver: str
    receiver: str


_Side = tuple[str, ...]
"""The lanes that do a step together, the first one leading."""


def passings(process: Process, within: tuple[Scope, ...] | None = None) -> tuple[Passing, ...]:
    """Every passing of work to another lane, by source in the order of the document.

    An element hands over to each other lane once: to the first element there that the work comes to. Gateways and
    events without a lane of their own are passed through, and so are the borders of subprocesses without one. Where a
    lane is not known, nothing is said; nor where two steps have a lane in common. ``within`` are the scopes of the
    process, where somebody has made them already.
    """
    within = scopes(process) if within is None else within
    if not any(isinstance(node.lane, str) for scope in within for node in scope.nodes.values()):
        return ()
    net = _net(within)
    ahead = _ahead(net)
    found: list[Passing] = []
    for path, side in net.sides.items():
        if side is None:
            continue
        reached: dict[_Side, str] = {}
        for point in net.after.get(path, ()):
            for receiver, target in ahead.get(point, {}).items():
                reached.setdefault(receiver, target)
        found.extend(
            Passing(path, target, side[0], receiver[0])
            for receiver, target in reached.items()
            if not set(receiver) & set(side)
        )
    return tuple(dict.fromkeys(found))


class _Net(NamedTuple):
    """All scopes as one: a subprocess without a lane is two points, one where work comes in and one where it leaves.

    ``sides`` has the points where somebody known or unknown takes over; what is missing there is passed through.
    """

    sides: Mapping[str, _Side | None]
    after: Mapping[str, list[str]]


def _net(within: tuple[Scope, ...]) -> _Net:
    sides: dict[str, _Side | None] = {}
    after: dict[str, list[str]] = {}
    through = {f"{scope.prefix}{id}" for scope in within for id, node in scope.nodes.items() if _opens(node)}
    for scope in within:
        owner = scope.prefix.removesuffix("/")
        for id, node in scope.nodes.items():
            path = scope.prefix + id
            if path not in through and _takes_over(node):
                sides[path] = (node.lane, *node.others) if isinstance(node.lane, str) else None
            leaving = f"{path}/" if path in through else path
            for target in scope.after(id):
                after.setdefault(leaving, []).append(scope.prefix + target)
            if owner in through and scope.leaves(id):
                after.setdefault(leaving, []).append(f"{owner}/")
        if owner in through:
            after.setdefault(owner, []).extend(scope.prefix + id for id in scope.entries)
    return _Net(sides, after)


def _ahead(net: _Net) -> dict[str, dict[_Side, str]]:
    """For every point, the sides that work comes to next from there, each with the first element of it.

    Lanes are carried backwards, each point at most once for each, so that long chains of gateways stay cheap.
    """
    before: dict[str, list[str]] = {}
    for path, targets in net.after.items():
        for target in targets:
            before.setdefault(target, []).append(path)
    ahead: dict[str, dict[_Side, str]] = {path: {side: path} for path, side in net.sides.items() if side is not None}
    waiting = deque((path, side, path) for path, side in net.sides.items() if side is not None)
    while waiting:
        point, side, target = waiting.popleft()
        for earlier in before.get(point, ()):
            if earlier not in net.sides and side not in ahead.setdefault(earlier, {}):
                ahead[earlier][side] = target
                waiting.append((earlier, side, target))
    return ahead


def _opens(node: Node) -> bool:
    """Whether work goes straight through to what is inside: a subprocess that nobody is said to do as a whole."""
    return isinstance(node, SubProcess) and bool(node.nodes) and node.lane is None


def _takes_over(node: Node) -> bool:
    """Whether somebody works here: an activity, or a gateway or event that says who."""
    return isinstance(node, Activity) or (node.lane is not None and node.lane is not NOT_APPLICABLE)

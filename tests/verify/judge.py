"""Holds an answer of ``procmap.verify`` against the naive explorer, and makes a flow smaller as long as they differ."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import naive
import nested
import random_flows

import procmap
from procmap import ProcessMap, SubProcess, Task
from procmap.verify.verify import BOUND

prove = sys.modules["procmap.verify.prove"]


def differences(map: ProcessMap, limit: int = naive.LIMIT) -> list[str]:
    """What is wrong with the answer about the first process of a map; ``naive.TooLarge`` where that cannot be said."""
    process = map.processes[0]
    answer = naive.explore(process, map, limit)
    given = procmap.verify(process, map=map)
    found = []
    if given.verdict != answer.verdict:
        found.append(f"verdict: {given.verdict}, not {answer.verdict}")
    for name, value in answer.properties.items():
        if given.properties[name] is not value:
            found.append(f"{name}: {given.properties[name]}, not {value}")
        elif value is None and answer.properties["safeness"]:
            found.append(f"{name}: null, though no flow carries two tokens")
    found += [] if found else _elements(answer, given)
    try:
        return found or _trace(map, answer, given, limit)
    except naive.TooLarge:  # the trace cannot be judged, the answer was
        return found


def mistakes(map: ProcessMap, bound: int, limit: int = naive.LIMIT) -> list[str]:
    """What is wrong with an answer for which no more states than ``bound`` were looked at; null never is."""
    process = map.processes[0]
    answer = naive.explore(process, map, limit)
    given = procmap.verify(process, map=map, bound=bound)
    found = []
    for name, value in given.properties.items():
        if value not in (None, answer.properties[name]):
            found.append(f"{name}: {value}, not {answer.properties[name]}")
    for name, right in (("no_dead_activities", answer.dead), ("proper_completion", answer.twice), ("safeness", answer.unsafe)):
        said = set(given.elements.get(name, ()))
        if (given.properties[name] is False) != bool(said) or not said <= right:
            found.append(f"{name}: {sorted(said)}, not some of {sorted(right)}")
    if (None in given.properties.values()) != (given.reason is not None):
        found.append(f"reason: {given.reason}")
    if given.trace is not None:
        shows = nested.replay(process, given.trace.elements, map, limit)
        if shows is None or given.trace.fault not in shows:
            found.append(f"trace: {given.trace}, but {shows}")
    return found


@contextmanager
def folded() -> Iterator[None]:
    """Nothing but what is left after reducing is looked at, as in flows too large for more."""
    kept = {name: getattr(prove, name) for name in ("_SMALL", "_GLANCE", "_FEW")}
    for name in kept:
        setattr(prove, name, 0)
    try:
        yield
    finally:
        for name, value in kept.items():
            setattr(prove, name, value)


def mistakes_when_folded(map: ProcessMap, limit: int = naive.LIMIT) -> list[str]:
    """What is wrong with an answer out of what is left after reducing alone; null is, where no flow carries two tokens."""
    with folded():
        found = mistakes(map, BOUND, limit)
        given = procmap.verify(map.processes[0], map=map).properties
    if naive.explore(map.processes[0], map, limit).properties["safeness"] and None in given.values():
        found.append(f"null: {given}")
    return found


def _elements(answer: naive.Answer, given: Any) -> Iterator[str]:
    """Dead is all that is dead; of the others at least one, and none that is not at fault."""
    if answer.properties["no_dead_activities"] is False:
        dead = set(given.elements["no_dead_activities"])
        if dead != answer.dead:
            yield f"dead: {sorted(dead - answer.dead)} are not, {sorted(answer.dead - dead)} are"
    for name, right in (("proper_completion", answer.twice), ("safeness", answer.unsafe)):
        if answer.properties[name] is False:
            said = set(given.elements[name])
            if not said or not said <= right:
                yield f"{name}: {sorted(said)}, not some of {sorted(right)}"


def _trace(map: ProcessMap, answer: naive.Answer, given: Any, limit: int) -> list[str]:
    """A trace replays and ends in its fault, and none is shorter where it is called the shortest."""
    process = map.processes[0]
    if given.trace is None:
        shown = [name for name in ("option_to_complete", "proper_completion", "safeness") if answer.properties[name] is False]
        return [f"no trace that shows {shown}"] if shown else []
    elements, fault = tuple(given.trace.elements), given.trace.fault
    shows = nested.replay(process, elements, map, limit)
    if shows is None:
        return [f"trace replay: not {elements}"]
    if fault not in shows:
        return [f"trace fault: not {fault}, but {sorted(shows)}: {elements}"]
    if given.trace.shortest and not any("/" in path for path in elements):
        sort = nested.DEADLOCK if fault == "option_to_complete" and nested.DEADLOCK in shows else fault
        least = max(1, nested.shortest(process, sort, map, limit))
        if least < len(elements):
            return [f"trace: {len(elements)} elements are not the shortest to {fault} (it has {least}): {elements}"]
    return []


def told(map: ProcessMap, found: list[str], title: str) -> str:
    """A flow and both answers, for a message."""
    process = map.processes[0]
    try:
        given = str(procmap.verify(process, map=map))
    except Exception as error:  # whatever it is, it is what the message is about
        given = repr(error)
    answer = naive.explore(process, map)
    return "\n".join([title, random_flows.compact(map), *found, f"naive: {answer}", f"given: {given}"])


def shrunk(map: ProcessMap, differ: Callable[[ProcessMap], bool]) -> ProcessMap:
    """A smaller map that still differs, from which nothing can be taken away."""
    while True:
        for smaller in _smaller(map):
            if _quietly(differ, smaller):
                map = smaller
                break
        else:
            return map


def _quietly(differ: Callable[[ProcessMap], bool], map: ProcessMap) -> bool:
    try:
        return all(map_makes_sense(process) for process in map.processes) and differ(map)
    except naive.TooLarge:
        return False


def map_makes_sense(owner: Any) -> bool:
    """Whether every event subprocess has a start event."""
    inside = [node for node in owner.nodes if isinstance(node, SubProcess)]
    starts = any(getattr(node, "position", "") == "start" for node in owner.nodes)
    return (starts or getattr(owner, "kind", "") != "event") and all(map_makes_sense(node) for node in inside)


def _smaller(map: ProcessMap) -> Iterator[ProcessMap]:
    first, *others = map.processes
    for number in range(len(others)):
        yield ProcessMap(processes=(first, *others[:number], *others[number + 1 :]))
    for number, process in enumerate(map.processes):
        for smaller in _less(process):
            yield ProcessMap(processes=(*map.processes[:number], smaller, *map.processes[number + 1 :]))


def _less(owner: Any) -> Iterator[Any]:
    """A scope without one of its nodes or flows, or with something simpler in its place."""
    for node in owner.nodes:
        into = [flow for flow in owner.flows if flow.target == node.id]
        out = [flow for flow in owner.flows if flow.source == node.id]
        rest = tuple(each for each in owner.nodes if each is not node and getattr(each, "attached_to", None) != node.id)
        left = {each.id for each in rest}
        kept = tuple(flow for flow in owner.flows if flow.source in left and flow.target in left)
        yield replace(owner, nodes=rest, flows=kept)
        if len(out) == 1 and out[0].target in left and getattr(node, "position", "") not in ("start", "boundary"):
            kept += tuple(replace(flow, target=out[0].target) for flow in into if flow.source in left)
            yield replace(owner, nodes=rest, flows=kept)
    for flow in owner.flows:
        rest_flows = tuple(each for each in owner.flows if each is not flow)
        yield replace(owner, flows=rest_flows)
        if flow.name is not None or flow.condition is not None:
            yield replace(owner, flows=tuple(replace(each, name=None, condition=None) if each is flow else each for each in owner.flows))
    for number, node in enumerate(owner.nodes):
        before, after = owner.nodes[:number], owner.nodes[number + 1 :]
        if isinstance(node, SubProcess):
            if node.kind != "event":
                yield replace(owner, nodes=(*before, Task(id=node.id), *after))
            for smaller in _less(node):
                yield replace(owner, nodes=(*before, smaller, *after))
        elif getattr(node, "default", None):
            yield replace(owner, nodes=(*before, replace(node, default=None), *after))
        elif getattr(node, "triggers", ()) and node.position in ("start", "end", "catch", "throw") and not isinstance(owner, SubProcess):
            yield replace(owner, nodes=(*before, replace(node, triggers=()), *after))
        elif getattr(node, "loop", None) or getattr(node, "calls", None):
            yield replace(owner, nodes=(*before, Task(id=node.id), *after))


